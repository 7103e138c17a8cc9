import type { EditRefusal } from '../../library/writing/editRefusal';

/** Why a citekey is not renamed. */
export type RenameRefusal =
  /** Nothing would change, or the new key is none. */
  | { readonly code: 'same-key' | 'no-key' }
  /** No list of the workspace has the paper: it is one of the sample library. */
  | { readonly code: 'no-list' }
  /** Another paper has the new key. `legal`: one like it that nobody has. */
  | { readonly code: 'key-taken'; readonly key: string; readonly legal: string }
  /** Documents and notes name the new key already, which no list has: they would come to mean this paper. `count`: how often. */
  | { readonly code: 'cited-already'; readonly key: string; readonly count: number }
  /** A language of documents that cite the paper, or a paper list, cannot write the new key. `syntax`: its name, or `bibtex`. */
  | { readonly code: 'unwritable'; readonly key: string; readonly syntax: string; readonly legal: string }
  /** Documents of a language have the new key for a label of their own: citations by it would be cross-references. */
  | { readonly code: 'label'; readonly key: string; readonly syntax: string; readonly legal: string }
  /** The paper stands in a list that holds no keys. */
  | { readonly code: 'no-keys-in-list'; readonly uri: string }
  /** Another program keeps the paper. */
  | { readonly code: 'kept-elsewhere'; readonly uri: string }
  /** With the new key, a document would be read as citing something else. */
  | { readonly code: 'document'; readonly uri: string }
  | { readonly code: 'note'; readonly uri: string }
  | { readonly code: 'source'; readonly uri: string; readonly refusal: EditRefusal };
