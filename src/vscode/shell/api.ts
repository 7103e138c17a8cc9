import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { ApiNote, LiteratureNotesApi } from '../../api';
import { syntaxFor } from '../../citations/syntaxes';
import { unwritableKeys } from '../../citations/writableKeys';
import type { CitationIndex } from '../../citations/index/citationIndex';
import type { Note } from '../../notes/note';
import type { SearchService } from '../../search/contract';
import { unwritableSentence } from '../citing/inserting/unwritable';
import { toRange } from '../host/convert';
import type { LocatedProblem } from '../host/problems';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import type { References } from '../formatting/references';
import type { PaperCitations } from '../references/paperCitations';
import type { NewPapersService } from '../newPapers/newPapersService';
import type { OnlineService } from '../online/onlineService';
import { ApiEntries } from './apiEntries';

/** What the API speaks for. */
export interface ApiParts {
  readonly library: LibraryService;
  readonly notes: NotesService;
  readonly citations: CitationIndex;
  readonly paperCitations: PaperCitations;
  readonly search: SearchService;
  readonly references: References;
  readonly online: () => Promise<OnlineService>;
  readonly newPapers: () => Promise<NewPapersService>;
  readonly ready: Promise<void>;
  readonly onDidChangeLibrary: vscode.Event<void>;
  problems(): readonly LocatedProblem[];
  readonly extendMarkdownIt: LiteratureNotesApi['extendMarkdownIt'];
}

/** The API over the services of the extension. */
export function createApi(parts: ApiParts): LiteratureNotesApi {
  const { library, notes, citations, search } = parts;
  const entries = new ApiEntries();
  let isReady = false;
  inBackground(parts.ready.then(() => (isReady = true)));
  const formatter = async () => new (await import('./apiFormatting')).ApiFormatter(library, parts.references);
  const web = async () => new (await import('../online/apiOnline')).ApiOnline(library, await parts.online());
  return {
    version: 1,
    ready: async () => {
      await parts.ready;
      await entries.load();
    },
    entries: () => entries.of(library.shown.entries()),
    entriesPage: async (offset, limit) => {
      const start = Math.max(0, offset);
      await entries.load();
      return entries.madeInTurns(library.shown.entries().slice(start, start + Math.max(0, limit)));
    },
    entry: (citekey) => {
      const found = library.shown.resolve(citekey);
      if (found === undefined || 'candidates' in found) return undefined;
      return entries.one('entry' in found ? found.entry : found.aliasOf);
    },
    problems: () => parts.problems().map(({ related: _related, ...problem }) => problem),
    noteUri: (citekey) => (isReady ? notes.noteUri(citekey) : undefined),
    note: (citekey) => (isReady ? apiNote(notes.notesOf(citekey)) : undefined),
    orphanNotes: () => notes.orphans().map(({ uri }) => vscode.Uri.parse(uri)),
    search: async (query, limit) => {
      const answer = await search.search(query, limit);
      return answer.slice(0, limit ?? answer.total).map(({ id, score, fields }) => ({ citekey: id, score, fields }));
    },
    related: async (citekey, limit) =>
      (await search.related(citekey, limit)).map(({ id, similarity }) => ({ citekey: id, similarity })),
    citations: async (citekey) => {
      await citations.ready();
      const found = library.shown.resolve(citekey);
      const entry = found && ('entry' in found ? found.entry : 'aliasOf' in found ? found.aliasOf : undefined);
      const places = await citations.placesOf(entry ? citations.keysOf(entry) : [citekey]);
      const { locationOf } = await import('../references/closedNotebooks');
      return Promise.all(
        places.map(async (place) => {
          const { uri, range } = await locationOf(place);
          return { uri, range, key: place.key };
        }),
      );
    },
    citedIn: async (uri) =>
      (await citations.citedIn(uri.toString())).map(({ key, range }) => ({ citekey: key, range: toRange(range) })),
    formatCitation: (citekeys, languageId) => {
      const syntax = syntaxFor(languageId, '');
      const [key] = unwritableKeys(citekeys, syntax);
      if (key !== undefined) throw new Error(unwritableSentence(key, syntax));
      return syntax.format({ items: citekeys.map((one) => ({ key: one })) });
    },
    formatReferences: async (citekeys, options) => (await formatter()).references(citekeys, options),
    lookUp: async (text) => (await web()).lookUp(text),
    searchOnline: async (query, limit) => (await web()).search(query, limit),
    newPapers: async () => (await import('../newPapers/apiNewPapers')).apiNewPapers(await parts.newPapers()),
    rank: async (items) => (await import('../ranking/apiRank')).rankItems(items, parts),
    verify: async (citekeys) => {
      const { verdictsOf } = await import('../online/checking/verifyReferences');
      return verdictsOf({ library, online: parts.online }, citekeys);
    },
    formatCluster: async (items, options) => (await formatter()).cluster(items, options),
    extendMarkdownIt: parts.extendMarkdownIt,
    onDidChangeLibrary: (listener, thisArgs, disposables) =>
      parts.onDidChangeLibrary(() => entries.load().then(() => void listener.call(thisArgs)), undefined, disposables),
  };
}

/** The notes about a paper as other extensions see them. */
function apiNote(all: readonly Note[]): ApiNote | undefined {
  if (all.length === 0) return undefined;
  const [{ uri, status, rating, tags, priority }] = all;
  const uris = [...new Set(all.map((note) => note.uri))].map((each) => vscode.Uri.parse(each));
  return { uri: vscode.Uri.parse(uri), status, rating, tags, priority, all: uris };
}
