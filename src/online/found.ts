import type { CslItem } from '../library/model/csl';
import type { ServiceId } from './services';

export type { Identifier, IdentifierKind } from '../library/model/identifier';

/** A paper as a service knows it. */
export interface Found {
  readonly item: CslItem;
  readonly service: ServiceId;
  /** The page of the service, or of the paper, where a person can check it. */
  readonly url?: string;
  /** Where its text can be had for nothing, as a file. */
  readonly pdf?: string;
  /** A page of the web from which its text can be had for nothing. */
  readonly freePage?: string;
  readonly isRetracted?: boolean;
  readonly citedBy?: number;
  /** How many of the papers that were asked about cite it. */
  readonly citedHere?: number;
  /** DOIs, in lower case, of what the service says is the published version of this preprint. */
  readonly published?: readonly string[];
}

/** What is known of a paper that has no identifier. */
export interface Description {
  readonly title: string;
  /** Family names. */
  readonly authors?: readonly string[];
  readonly year?: number;
}
