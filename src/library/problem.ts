import type { ProblemShape } from '../base/problem';

/** What can be wrong with a source, by code, with the values that the sentence about it needs. */
export type SourceProblem = ProblemShape &
  (
    | { readonly code: 'title-without-abstract'; readonly title: string }
    /** A text list has an abstract where a title should stand; it belongs to no paper. */
    | { readonly code: 'abstract-without-title' }
    | { readonly code: 'invalid-json'; readonly reason: string }
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
    /** A file with NUL bytes. */
    | { readonly code: 'binary-file' }
    | { readonly code: 'too-large'; readonly megabytes: number }
    | { readonly code: 'unknown-format' }
    /** A path of the setting where there is no file. */
    | { readonly code: 'missing' }
    | { readonly code: 'is-folder' }
    /** The file could not be read: no permission, say. */
    | { readonly code: 'unreadable'; readonly reason: string }
  );
