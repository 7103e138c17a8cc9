import * as vscode from 'vscode';
import type { CitationIndex } from '../../citations/index/citationIndex';
import { readCitingFile } from '../../citations/index/readCitingFile';
import type { Entry } from '../../library/model/entry';
import type { SourceProblem } from '../../library/model/problem';
import type { DocumentBibliography } from '../../workflows/bibliographies/documentBibliographies';
import { type CitationsOutline, citationsOutline, type Place, uncitedEntries } from '../../workflows/citationsOutline';
import { fileNameOf } from '../../workspace/uri';
import type { CitedEntries } from '../citing/bibliography/citedEntries';
import { togetherWith } from '../citing/bibliography/wholeDocument';
import type { CitingDocuments } from '../citing/citingDocuments';
import type { LibraryService } from '../library/libraryService';

/** What a document's bibliography has beside what it cites. */
export type Uncited =
  | { readonly is: 'known'; readonly entries: readonly Entry[] }
  /** All entries are listed, cited or not. */
  | { readonly is: 'all-listed' }
  /** Something could not be read, so that nothing can be called uncited: its name. */
  | { readonly is: 'not-known'; readonly unread: string };

/** What a document cites, and what of its bibliography it does not; without a bibliography that is undefined. */
export interface DocumentCitations extends CitationsOutline {
  readonly uncited?: Uncited;
}

/** What knows of documents, papers and bibliographies. */
export interface DocumentCitationsParts {
  readonly library: LibraryService;
  readonly documents: CitingDocuments;
  readonly citations: CitationIndex;
  readonly cited: CitedEntries;
}

/** The problems that mean that a list was not read, or not as a whole. */
const UNREAD: readonly SourceProblem['code'][] = [
  'unreadable',
  'too-large',
  'too-slow',
  'too-demanding',
  'stopped',
  'binary-file',
  'unknown-format',
  'missing',
  'invalid-json',
  'invalid-yaml',
];

/** Whether a list was not read, or not as a whole. */
export function isUnread(library: LibraryService, uri: string): boolean {
  return library.problems(uri).some(({ code }) => UNREAD.includes(code));
}

/** Gathers what a document cites, as it stands in its editor. */
export async function citationsOf(
  document: vscode.TextDocument,
  parts: DocumentCitationsParts,
): Promise<DocumentCitations> {
  const { library } = parts;
  const places = togetherWith(document).flatMap((each) => placesIn(each, parts));
  const resolve = (key: string) => library.own.resolve(key);
  const outline = citationsOutline(places, resolve);
  const bibliography = await parts.cited.bibliographyOf(document);
  if (!bibliography || bibliography.sources.length + bibliography.notFound.length === 0) return outline;
  return { ...outline, uncited: await uncitedOf(document, bibliography, parts) };
}

function placesIn(document: vscode.TextDocument, { documents, citations }: DocumentCitationsParts): Place[] {
  const citing = documents.of(document);
  if (!citing) return [];
  const { syntax, text } = citing;
  const places = readCitingFile(text, syntax, fileNameOf(document.uri.path))?.places ?? [];
  const uri = document.uri.toString();
  return places.filter(({ key }) => !citations.isLabel(syntax.id, key)).map((place) => ({ ...place, uri }));
}

async function uncitedOf(
  document: vscode.TextDocument,
  bibliography: DocumentBibliography,
  { library, citations, cited }: DocumentCitationsParts,
): Promise<Uncited> {
  if (bibliography.listsAll) return { is: 'all-listed' };
  const [lost] = bibliography.notFound;
  if (lost) return { is: 'not-known', unread: lost.path ?? '' };
  const keys = await cited.keysOf(document, bibliography);
  const unread =
    bibliography.sources.find((uri) => isUnread(library, uri)) ??
    citations.unread().find((uri) => bibliography.files.includes(uri));
  if (unread !== undefined)
    return { is: 'not-known', unread: vscode.workspace.asRelativePath(vscode.Uri.parse(unread)) };
  const sources = new Set(bibliography.sources);
  const entries = library.own.entries().filter(({ source }) => sources.has(source.uri));
  return { is: 'known', entries: uncitedEntries(entries, keys, (key) => library.own.resolve(key)) };
}
