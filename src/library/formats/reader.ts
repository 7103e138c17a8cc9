import type { Severity } from '../../base/problem';
import type { Step } from '../../base/steps';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';
import type { ContextValues, SourceContext } from './sourceContext';

/** The formats that can be read, each by one file of `formats/`. */
export type FormatId =
  | 'text-list'
  | 'csl-json'
  | 'csl-yaml'
  | 'bibtex'
  | 'ris'
  | 'nbib'
  | 'endnote'
  | 'web-of-science'
  | 'daily-papers'
  | 'zotero'
  | 'papis';

/** The formats that only programs write. */
export const ONLY_READ: ReadonlySet<FormatId> = new Set([
  'nbib',
  'endnote',
  'web-of-science',
  'daily-papers',
  'zotero',
  'papis',
]);

/** The formats whose papers state no citekey, but by accident: keys are made for them. */
export const WITHOUT_KEYS: ReadonlySet<FormatId> = new Set([
  'text-list',
  'daily-papers',
  'nbib',
  'endnote',
  'web-of-science',
]);

/** What a reader made of a text: papers in the order of the text, and what is wrong with it. */
export interface ReadResult {
  readonly papers: readonly Paper[];
  readonly problems: readonly SourceProblem[];
  /** True where the text ends inside an entry: perhaps another program is still writing it. */
  readonly incomplete?: boolean;
  /** What the source shares with others of its format, where the format has such. */
  readonly context?: SourceContext;
}

/** A source as read: its papers and problems, and the format that was found. */
export interface SourceReading extends ReadResult {
  readonly format?: FormatId;
}

/** Reads one format. A reader never throws, whatever the text. */
export interface Reader {
  readonly format: FormatId;
  /** How sure the reader is that the text is its own: 0 not at all, 1 by content or file name. */
  detect(fileName: string, text: string): number;
  /** @param step called on the way, so that who waits sees that it goes on */
  read(text: string, step?: Step): ReadResult;
  /** For a format of which it pays to parse again only what changed. */
  open?(): LiveSource;
}

/** One source that is read again and again. */
export interface LiveSource {
  /** Reads the source's present text, with a step for whatever it does. Never throws. */
  update(text: string, context?: ContextValues, step?: Step): ReadResult;
  /** For a format whose papers have types that demand fields: the papers of the last update that lack some. */
  missingFields?(papers: readonly Paper[], severity: Severity): SourceProblem[];
}
