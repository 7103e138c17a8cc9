import * as vscode from 'vscode';
import type { ApiEntry, LiteratureNotesApi } from '../../api';
import { Cooperation } from '../../base/cooperate';
import { lazyObject } from '../../base/lazyObject';
import { syntaxFor } from '../../citations/syntaxes';
import type { Entry } from '../../library/model/entry';
import { toCsl } from '../../library/formats/toCsl';
import type { SearchService } from '../../search/contract';
import type { LocatedProblem } from '../host/problems';
import { toRange } from '../host/convert';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';

/** What the API speaks for. */
export interface ApiParts {
  readonly library: LibraryService;
  readonly notes: NotesService;
  readonly search: SearchService;
  readonly ready: Promise<void>;
  readonly onDidChangeLibrary: vscode.Event<void>;
  problems(): readonly LocatedProblem[];
}

/** The API over the services of the extension. */
export function createApi(parts: ApiParts): LiteratureNotesApi {
  const { library, notes, search } = parts;
  return {
    version: 1,
    ready: () => parts.ready,
    entries: () => library.shown.entries().map(lazyEntry),
    entriesPage: async (offset, limit) => {
      const start = Math.max(0, offset);
      return madeInTurns(library.shown.entries().slice(start, start + Math.max(0, limit)));
    },
    entry: (citekey) => {
      const found = library.shown.resolve(citekey);
      if (found === undefined || 'candidates' in found) return undefined;
      return apiEntry('entry' in found ? found.entry : found.aliasOf);
    },
    problems: () => parts.problems().map(({ related: _related, ...problem }) => problem),
    noteUri: (citekey) => notes.noteUri(citekey),
    search: async (query, limit) => {
      const answer = await search.search(query, limit);
      return answer.slice(0, limit ?? answer.total).map(({ id, score, fields }) => ({ citekey: id, score, fields }));
    },
    related: async (citekey, limit) =>
      (await search.related(citekey, limit)).map(({ id, similarity }) => ({ citekey: id, similarity })),
    formatCitation: (citekeys, languageId) =>
      syntaxFor(languageId, '').format({ items: citekeys.map((key) => ({ key })) }),
    onDidChangeLibrary: parts.onDidChangeLibrary,
  };
}

/** The entry with its item, which is made when it is asked for: making 100,000 of them takes seconds. */
function lazyEntry(entry: Entry): ApiEntry {
  return lazyObject<ApiEntry, Entry>({ citekey: entry.citekey }, entry, apiEntry);
}

async function madeInTurns(entries: readonly Entry[]): Promise<ApiEntry[]> {
  const cooperation = new Cooperation();
  const made: ApiEntry[] = [];
  for (const entry of entries) {
    made.push(apiEntry(entry));
    await cooperation.yieldIfDue();
  }
  return made;
}

function apiEntry(entry: Entry): ApiEntry {
  const { uri, range } = entry.source;
  return { ...toCsl(entry), citekey: entry.citekey, source: { uri: vscode.Uri.parse(uri), range: toRange(range) } };
}
