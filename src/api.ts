import type * as vscode from 'vscode';
import type { CslItem } from './library/model/csl';
import type { SearchField } from './search/contract';

/**
 * What `activate` returns to other extensions:
 *
 * ```ts
 * const extension = vscode.extensions.getExtension<LiteratureNotesApi>('literature-notes.literature-notes');
 * const literature = await extension?.activate();
 * await literature?.ready();
 * literature?.entry('vaswani2017attention')?.title;
 * ```
 */
export interface LiteratureNotesApi {
  /** The version of this interface. Members are added within a version, never changed or taken away. */
  readonly version: 1;
  /** Resolves when the sources have been read and can be searched. */
  ready(): Promise<void>;
  /** All papers in the order of their lists: those of the workspace, or of the sample library where it is shown. */
  entries(): ApiEntry[];
  /** At most `limit` of these papers, from the one at `offset` (from 0) on, made without holding the extension host. */
  entriesPage(offset: number, limit: number): Promise<ApiEntry[]>;
  /** The paper with this citekey, or with this further name; undefined where there is none, or where the key is ambiguous. */
  entry(citekey: string): ApiEntry | undefined;
  /** What is wrong with sources and notes. */
  problems(): ApiProblem[];
  /** The note about a paper; undefined where it has none, and before `ready()`. */
  noteUri(citekey: string): vscode.Uri | undefined;
  /** What the note about a paper states, and all files with notes about it; undefined where it has none, and before `ready()`. */
  note(citekey: string): ApiNote | undefined;
  /** The notes that are about no paper of the library. */
  orphanNotes(): vscode.Uri[];
  /** The papers found by a query of the search box, best first. */
  search(query: string, limit?: number): Promise<ApiHit[]>;
  /** The papers nearest to one by what they are about, nearest first, with a similarity from 0 to 1; none rather than far ones. */
  related(citekey: string, limit?: number): Promise<ApiRelated[]>;
  /** Every place in documents of the workspace that cites a paper, by its citekey or a further name of it; notebooks are opened. */
  citations(citekey: string): Promise<ApiCitation[]>;
  /** What a document of the workspace cites, in the order of its text, known papers or not. */
  citedIn(uri: vscode.Uri): Promise<ApiCitedKey[]>;
  /** One citation of these keys as a document of this language writes it, `[@a; @b]` say. Throws where it cannot write one of them. */
  formatCitation(citekeys: readonly string[], languageId: string): string;
  /**
   * The references of papers in a citation style, in the order of the style. Rejects where a key is unknown (it is named), and
   * where the style cannot be used.
   */
  formatReferences(citekeys: readonly string[], options?: ApiFormatting): Promise<ApiReference[]>;
  /** One citation as it reads in a citation style: `(see Smith, 2020, p. 3)`. Rejects as `formatReferences` does. */
  formatCluster(items: readonly ApiCiteItem[], options?: ApiFormatting): Promise<string>;
  /** What VS Code's Markdown preview calls with its markdown-it, so that it shows citations as they will read. */
  extendMarkdownIt<T>(md: T): T;
  /**
   * The papers that a text names (identifiers, titles, references one a line), as services on the web know them; those that are not found
   * are left out. Rejects with a sentence while `literatureNotes.online.enabled` is off.
   */
  lookUp(text: string): Promise<ApiOnlinePaper[]>;
  /** The papers that services on the web find for words, merged, the best first. Rejects as `lookUp` does. */
  searchOnline(query: string, limit?: number): Promise<ApiOnlinePaper[]>;
  /**
   * Papers in the order in which they matter to the user, all of them: by what was cited, noted, rated and read in the library. `index` is
   * the place of a paper in `items`. Nothing leaves the computer; the same papers over the same library give the same order.
   */
  rank(items: readonly CslItem[]): Promise<ApiRanked[]>;
  /**
   * What services on the web say to what papers of the library claim: by citekey a verdict, with its fields and the records that it rests
   * on. `complete` is false where a service did not answer. Rejects as `lookUp` does, and where a key is unknown.
   */
  verify(citekeys: readonly string[]): Promise<ApiVerdict[]>;
  /** The papers that the feeds of `literatureNotes.newPapers.feeds` brought, in the order of the New Papers view; it asks nobody. */
  newPapers(): Promise<ApiNewPaper[]>;
  /** Fires after papers or notes have changed. */
  readonly onDidChangeLibrary: vscode.Event<void>;
}

/**
 * A CSL-JSON item with its citekey and the place it was read from. It survives `JSON.stringify` and spreading. Those of `entries()`
 * read their fields when they are asked for; to hand one to `structuredClone` or `postMessage`, copy it: `{ ...entry }`.
 */
export interface ApiEntry extends CslItem {
  readonly citekey: string;
  readonly source: { readonly uri: vscode.Uri; readonly range: vscode.Range };
}

/** A paper as a service on the web knows it. */
export interface ApiOnlinePaper {
  readonly item: CslItem;
  /** The service's id: `crossref`, `arxiv` … */
  readonly service: string;
  /** The citekey of the paper of the library that it is. */
  readonly known?: string;
}

/** A paper in its place by what the user works on. A higher score is better; scores compare within one answer only. */
export interface ApiRanked {
  readonly index: number;
  readonly score: number;
  /** Sentences in the user's language, plain text: `like “Pointer Networks” and 2 more that you cite`. */
  readonly reasons: readonly string[];
}

/**
 * What came of checking a paper. `unverified` is no accusation: much is in no index. `contradicted`: a record of this very paper says
 * otherwise.
 */
export interface ApiVerdict {
  readonly citekey: string;
  readonly verdict: 'confirmed' | 'unverified' | 'contradicted';
  /** One for each field that is claimed. */
  readonly fields: readonly ApiJudgedField[];
  /** Where a person can look it up. */
  readonly evidence: readonly { readonly service: string; readonly url: string }[];
  /** Whether all services that were asked answered. */
  readonly complete: boolean;
}

/** What came of checking one field. */
export interface ApiJudgedField {
  readonly field: 'title' | 'authors' | 'year' | 'venue' | 'doi' | 'arxiv';
  readonly verdict: ApiVerdict['verdict'];
  readonly claimed: string;
  /** What the record says instead. */
  readonly found?: string;
  /** The service that has that record, of a field that is contradicted. */
  readonly by?: string;
}

/** A paper that a feed brought. */
export interface ApiNewPaper {
  readonly item: CslItem;
  /** How likely it is for the user. */
  readonly band: 'likely' | 'maybe' | 'other';
  /** Sentences in the user's language, the strongest first. */
  readonly reasons: string[];
  /** The feed that brought it first. */
  readonly feed: string;
  /** The day on which it came: `2026-01-31`. */
  readonly day: string;
}

/** The main note about a paper. */
export interface ApiNote {
  readonly uri: vscode.Uri;
  /** As the note writes it: `reading`. */
  readonly status?: string;
  readonly rating?: number;
  readonly tags: readonly string[];
  readonly priority?: string;
  /** The main note first; each file once. */
  readonly all: readonly vscode.Uri[];
}

/** How references and citations are to be formatted. */
export interface ApiFormatting {
  /** The name of a style that is shipped, or the path of a `.csl` file; that of the setting where it is left out. */
  readonly style?: string;
  /** A language such as `de-DE`. */
  readonly locale?: string;
  /** `text` where it is left out. In `html` and `markdown` all that comes from papers is escaped. */
  readonly format?: 'text' | 'html' | 'markdown';
}

/** A reference in a citation style. */
export interface ApiReference {
  readonly citekey: string;
  readonly text: string;
}

/** A paper that a citation cites. */
export interface ApiCiteItem {
  readonly citekey: string;
  readonly locator?: string;
  /** What the locator counts, as people write it: `p.`, `chap.`; pages where it is left out. */
  readonly label?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** How the citation reads; that of the first item counts for all. `parenthetical` where it is left out. */
  readonly form?: 'parenthetical' | 'narrative' | 'year' | 'author';
}

/** Something wrong in a source or a note. */
export interface ApiProblem {
  /** Stable over versions. */
  readonly code: string;
  /** A sentence in the user's language. */
  readonly message: string;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly severity: vscode.DiagnosticSeverity;
}

/** A paper near another one. */
export interface ApiRelated {
  readonly citekey: string;
  readonly similarity: number;
}

/** A place that cites a paper, with the key that stands there. */
export interface ApiCitation {
  readonly uri: vscode.Uri;
  /** Of the key alone. */
  readonly range: vscode.Range;
  readonly key: string;
}

/** A key that a document cites. */
export interface ApiCitedKey {
  readonly citekey: string;
  readonly range: vscode.Range;
}

/** A found paper. Scores compare within one search only. */
export interface ApiHit {
  readonly citekey: string;
  readonly score: number;
  /** Where the words were found. */
  readonly fields: readonly SearchField[];
}
