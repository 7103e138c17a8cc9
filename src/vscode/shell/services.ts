import * as vscode from 'vscode';
import { decompress } from '#platform/compression';
import { inBackground, onBackgroundFailure } from '../../base/inBackground';
import type { CitationIndex } from '../../citations/index/citationIndex';
import type { FollowingParts } from '../../workspace/documentFacts';
import { FileChanges } from '../../workspace/fileChanges';
import { SearchClient } from '../../search/client';
import type { EditorPapers } from '../choosing/editorPapers';
import { PaperChoice } from '../choosing/paperChoice';
import type { PaperQuickPick } from '../choosing/paperQuickPick';
import { CitingDocuments } from '../citing/citingDocuments';
import { type LocatedProblem, ProblemsPanel } from '../host/problems';
import { Comparison } from '../host/comparison';
import { Drafts } from '../host/drafts';
import { LastChange } from '../host/lastChange';
import { ChannelLog, type Log } from '../host/log';
import { WorkspaceFiles } from '../host/workspaceFiles';
import { threadStarter } from '../host/threads';
import { ReadingClient } from '../../library/reading/client';
import { LibraryService } from '../library/libraryService';
import { ReadingProgress } from '../library/readingProgress';
import { ShownDetails } from '../details/shownDetails';
import { SampleLibrary } from '../library/sampleLibrary';
import { SourceCache } from '../library/sourceCache';
import { References } from '../formatting/references';
import { ShownOnline } from '../onlineResults/shownOnline';
import type { NewPapersService } from '../newPapers/newPapersService';
import { NewVersions } from '../newPapers/newVersions';
import type { OnlineService } from '../online/onlineService';
import { PaperCitations } from '../references/paperCitations';
import { WorkspaceCitations } from '../references/workspaceCitations';
import { MarkedRetractions } from '../retractions/markedRetractions';
import { LiveSources } from '../zotero/liveSources';
import { NotesService, papersForNotes } from '../notes/notesService';
import { SearchCache } from '../searching/searchCache';
import { SearchFeed } from '../searching/searchFeed';
import { SearchSession } from '../searching/searchSession';
import { WorkspaceBibliographies } from './workspaceBibliographies';
import { WorkspaceProblems } from './workspaceProblems';

/** What the features of the extension share. */
export interface Services {
  readonly log: Log;
  /** Where permissions of the user are kept. */
  readonly secrets: vscode.SecretStorage;
  /** For whoever wants to know what files of the workspace say. */
  readonly following: FollowingParts;
  readonly library: LibraryService;
  readonly progress: ReadingProgress;
  /** What is known of the libraries of other programs that the user follows. */
  readonly live: LiveSources;
  readonly notes: NotesService;
  /** Who cites what, by documents and by papers. */
  readonly citations: CitationIndex;
  readonly paperCitations: PaperCitations;
  /** Which papers are known to be retracted. */
  readonly retractions: MarkedRetractions;
  /** Of which cited papers a new version came out. */
  readonly newVersions: NewVersions;
  /** Which bibliography a document has. */
  readonly bibliographies: WorkspaceBibliographies;
  /** What open documents cite. */
  readonly documents: CitingDocuments;
  readonly search: SearchClient;
  readonly feed: SearchFeed;
  readonly session: SearchSession;
  /** The papers of the web in the Papers view. */
  readonly shownOnline: ShownOnline;
  /** What the details view shows. */
  readonly details: ShownDetails;
  /** Papers as they read in a citation style. */
  readonly references: References;
  /** What commands ask for the papers that they are about. */
  readonly choice: PaperChoice;
  /** How the last change of many files is taken back. */
  readonly lastChange: LastChange;
  /** Shows what files are to become. */
  readonly comparison: Comparison;
  /** Which editor the user writes in. */
  readonly drafts: Drafts;
  /** The services on the web; loaded when they are first asked. */
  readonly online: () => Promise<OnlineService>;
  /** The new papers of feeds; loaded when they are first asked for. */
  readonly newPapers: () => Promise<NewPapersService>;
  /** A search beside that of the library, of papers that whoever asks for it gives it. */
  readonly anotherSearch: () => SearchClient;
  /** Resolves when sources and notes have been read and can be searched. */
  readonly ready: Promise<void>;
  /** Fires after papers or notes have changed. */
  readonly onDidChangeLibrary: vscode.Event<void>;
  readonly problems: () => readonly LocatedProblem[];
  /** Reads sources and notes anew. */
  readonly reload: () => Promise<void>;
}

/** Builds the services and has them read the workspace, which goes on after this returns. */
export function createServices(context: vscode.ExtensionContext): Services {
  const log = new ChannelLog();
  context.subscriptions.push({
    dispose: onBackgroundFailure((error) => log.error('Working in the background', error)),
  });
  const files = new WorkspaceFiles();
  const changes = new FileChanges(files, log);
  const following: FollowingParts = { files, changes, log };
  const storage = context.storageUri ?? context.globalStorageUri;
  const start = threadStarter(context.extensionUri);
  const search = new SearchClient(() => start('searchWorker'), { cacheFile: SearchCache.file(storage) });
  const client = new ReadingClient(() => start('libraryWorker'), decompress);
  const cache = new SourceCache(storage, log);
  const progress = new ReadingProgress();
  const sample = new SampleLibrary(context.extensionUri, client);
  const live = new LiveSources(context.globalStorageUri);
  const library = new LibraryService({ following, client, cache, sample, progress, copies: () => live.copies() });
  const notes = new NotesService(following, papersForNotes(library));
  const bibliographies = new WorkspaceBibliographies(following, () =>
    library.sources().filter((uri) => !library.isCopy(uri)),
  );
  const documents = new CitingDocuments(bibliographies);
  const citing = new WorkspaceCitations({ following, library, bibliographies, storage, log });
  const references = new References(library, () => start('cslWorker'));
  const paperCitations = new PaperCitations(citing.index, library, notes);
  const retractions = new MarkedRetractions(context.globalStorageUri, library, log);
  const newVersions = new NewVersions();
  const feed = new SearchFeed({ library, notes, citations: paperCitations, retractions, search, log });
  const session = new SearchSession(search, log);
  const searchCache = new SearchCache(search, feed, log);
  const comparison = new Comparison();
  const drafts = new Drafts((uri) => library.isSource(uri));
  let service: Promise<OnlineService> | undefined;
  const online = () => (service ??= import('../online/onlineService').then((it) => it.onlineServiceOf(context, log)));
  const changed = new vscode.EventEmitter<void>();
  const problems = new WorkspaceProblems(library, notes);
  const panel = new ProblemsPanel(() => problems.all());
  const tellChange = () => {
    panel.refresh();
    changed.fire();
  };
  // The worker starts with what it kept while the sources are read.
  inBackground(search.open());
  const reload = async () => {
    await problems.load();
    await Promise.all([library.reload(), notes.reload(), retractions.loaded]);
    await notes.relink();
    feed.notesAreRead();
    await feed.settled;
    citing.start();
  };
  context.subscriptions.push(
    log,
    changes,
    search,
    client,
    cache,
    progress,
    live,
    library,
    notes,
    citing,
    paperCitations,
    retractions,
    newVersions,
    bibliographies,
    documents,
    references,
    feed,
    session,
    searchCache,
    comparison,
    drafts,
    changed,
    panel,
    library.onDidChange(tellChange),
    notes.onDidChange(tellChange),
  );
  // Activation is over before the reading begins, so that the two do not hold the event loop together.
  const ready = new Promise((resolve) => setTimeout(resolve, 0)).then(reload);
  const newPapersParts = { library, notes, paperCitations, search, online, newVersions, log, ready };
  let newPapers: Promise<NewPapersService> | undefined;
  let editorPapers: Promise<EditorPapers> | undefined;
  const loadEditorPapers = async () => {
    const { EditorPapers } = await import('../choosing/editorPapers');
    return new EditorPapers({ documents, library, notes });
  };
  let quickPick: Promise<PaperQuickPick> | undefined;
  const loadQuickPick = async () => {
    const { PaperQuickPick } = await import('../choosing/paperQuickPick');
    return new PaperQuickPick(library, search, log);
  };
  return {
    log,
    secrets: context.secrets,
    following,
    library,
    progress,
    live,
    notes,
    citations: citing.index,
    paperCitations,
    retractions,
    newVersions,
    bibliographies,
    documents,
    references,
    shownOnline: new ShownOnline(),
    details: new ShownDetails(),
    search,
    feed,
    session,
    lastChange: new LastChange(),
    comparison,
    drafts,
    online,
    newPapers: () =>
      (newPapers ??= import('../newPapers/newPapersService').then(
        ({ NewPapersService }) => new NewPapersService(newPapersParts, context.globalStorageUri),
      )),
    anotherSearch: () => new SearchClient(() => start('searchWorker')),
    choice: new PaperChoice(
      library,
      () => (quickPick ??= loadQuickPick()),
      () => (editorPapers ??= loadEditorPapers()),
      drafts.onDidGoOn,
    ),
    ready,
    onDidChangeLibrary: changed.event,
    problems: () => problems.all(),
    reload,
  };
}
