import type { OffsetRange } from '../../../base/position';
import type { CiteCall } from './call';

/** What a scan of Typst tells of, in the order of the text. */
export interface TypstHandler {
  /** Whether enough is found: the scan then ends. */
  isDone?(): boolean;
  /** `@key[supplement]` in markup. */
  reference(start: number, end: number, key: OffsetRange, supplement: OffsetRange | undefined): void;
  /** `#cite(…)` in markup, or `cite(…)` in code. */
  call(call: CiteCall, inMarkup: boolean): void;
  /** `<label>` or `#label("…")` in markup, which names what stands before it. */
  label?(key: OffsetRange): void;
  skipped?(start: number, end: number): void;
}
