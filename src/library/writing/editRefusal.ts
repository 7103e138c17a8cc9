import type { OffsetRange } from '../../base/position';
import type { SourceProblem } from '../model/problem';

/** Why a source is not changed: what is odd, and where. */
export type EditRefusal =
  /** This format is not written, or has no such change. */
  | { readonly code: 'not-written' }
  /** The file is larger than what the editor lets extensions change. */
  | { readonly code: 'too-large' }
  /** No entry stands there (any more). */
  | { readonly code: 'no-entry' }
  /** The source itself is broken where the change would be made. */
  | { readonly code: 'broken-source'; readonly place: OffsetRange }
  /** The format has no way to write this key. */
  | { readonly code: 'unfit-key'; readonly key: string }
  /** Another entry of the source has the key. */
  | { readonly code: 'key-taken'; readonly key: string }
  /** The format has no way to write this field, or this value of it. */
  | { readonly code: 'unfit-field'; readonly name: string }
  /** The entry to be added is itself cut or broken, in the named field. */
  | { readonly code: 'broken-entry'; readonly key: string; readonly name: string }
  /** A text list holds a title with an abstract, and this entry lacks one of them. */
  | { readonly code: 'title-and-abstract-needed'; readonly key: string }
  /** An entry cannot lose its last field. */
  | { readonly code: 'last-field'; readonly name: string }
  /** Read again, another entry would say something else, or be gone. */
  | { readonly code: 'changes-another'; readonly title: string }
  /** Read again, the source would have a problem that it did not have. */
  | { readonly code: 'new-problem'; readonly problem: SourceProblem }
  /** Read again, the change would not be there. */
  | { readonly code: 'not-there' };

/** Tells a refusal from what was asked for, which has no `code`. */
export function isRefusal<T extends object>(result: T | EditRefusal): result is EditRefusal {
  return 'code' in result;
}
