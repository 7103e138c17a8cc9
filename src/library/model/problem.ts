import type { Range } from '../../base/position';
import type { ProblemShape } from '../../base/problem';

/** Replace the text of a range of the source. */
export interface RangeEdit {
  readonly range: Range;
  readonly newText: string;
}

/** What puts a problem right, where that is safe: edits of the source as it was read. */
interface Fixable {
  readonly fix?: readonly RangeEdit[];
}

/** What can be wrong with a source, by code, with the values that the sentence about it needs. */
export type SourceProblem = ProblemShape &
  Fixable &
  (
    | { readonly code: 'title-without-abstract'; readonly title: string }
    /** A text list has an abstract where a title should stand; it belongs to no paper. */
    | { readonly code: 'abstract-without-title' }
    | { readonly code: 'invalid-json'; readonly reason: string }
    | { readonly code: 'invalid-yaml'; readonly reason: string }
    | { readonly code: 'not-csl' }
    | { readonly code: 'item-without-title'; readonly index: number }
    /** Fields of an item that do not have the type that CSL gives them; they are not used. */
    | { readonly code: 'wrong-field-type'; readonly fields: readonly string[] }
    /** Several papers of different titles would get this key; `related` are the other candidates. */
    | { readonly code: 'ambiguous-key'; readonly key: string; readonly candidates: readonly string[] }
    /** The same stated key again; `related` is the entry that keeps it. */
    | { readonly code: 'duplicate-key'; readonly key: string }
    /** A further name for an entry that is already the key or the further name of another; `related` is that one. */
    | { readonly code: 'duplicate-alias'; readonly key: string }
    /** The same paper again, by its title; `related` is the one that is listed. */
    | { readonly code: 'duplicate-paper'; readonly key: string; readonly title: string }
    /** RIS: the line `ER  -` is missing, or the line `TY  -` before the tags. */
    | { readonly code: 'missing-end' | 'missing-start' }
    /** BibTeX: between two fields, or after the citekey. */
    | { readonly code: 'missing-comma' }
    | { readonly code: 'missing-key' }
    /** A brace or quote that is opened and not closed: of the named field, or of the entry. */
    | { readonly code: 'unbalanced-brace' | 'unbalanced-quote'; readonly name?: string }
    /** The entry ends at this brace, but fields follow. */
    | { readonly code: 'extra-brace' }
    /** Text where a field, a comma or the end should stand. */
    | { readonly code: 'unexpected-text' }
    /** Braces or brackets nest deeper than any program can be expected to follow. */
    | { readonly code: 'too-deep'; readonly name?: string }
    /** The name of an abbreviation that no `@string` defines. */
    | { readonly code: 'unknown-string'; readonly name: string }
    /** The citekey in `crossref` or `xdata` belongs to no entry of the source, or leads back to the entry. */
    | { readonly code: 'undefined-crossref'; readonly name: string }
    /** Macros or inherited fields would make more text of the field than a file may have; it stays as written. */
    | { readonly code: 'too-much-text'; readonly name: string }
    /** The field stands twice; the first counts. */
    | { readonly code: 'duplicate-field'; readonly name: string; readonly first: Range }
    /** The entry lacks fields that its type needs. */
    | { readonly code: 'missing-field'; readonly fields: readonly string[]; readonly type: string }
    /** So many more problems of the source are not listed. */
    | { readonly code: 'more-problems'; readonly count: number }
    /** A file with NUL bytes. */
    | { readonly code: 'binary-file' }
    | { readonly code: 'too-large'; readonly megabytes: number }
    | { readonly code: 'unknown-format' }
    /** A path of the setting where there is no file. */
    | { readonly code: 'missing' }
    | { readonly code: 'is-folder' }
    /** Reading took too long, or more memory than can be spared; it was ended for the sake of the others. */
    | { readonly code: 'too-slow' | 'too-demanding' }
    /** The user stopped the reading. */
    | { readonly code: 'stopped' }
    /** The file could not be read: no permission, say. */
    | { readonly code: 'unreadable'; readonly reason: string }
  );
