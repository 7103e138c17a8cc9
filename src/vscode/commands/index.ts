import type { Editor } from '../editor';
import type { Services } from '../services';
import type { Sidebar } from '../sidebar';
import { EntryAdder } from '../library/entryAdder';
import { AddEntryFromClipboard } from './addEntryFromClipboard';
import { AddPaperList } from './addPaperList';
import { GroupPapers, SortPapers } from './arrangePapers';
import { Cited } from './cited';
import { ClearSearch } from './clearSearch';
import type { Command } from './command';
import { CopyAsBibtex } from './copyAsBibtex';
import { CopyCitationsAs } from './copyCitationsAs';
import { CopyCitekey } from './copyCitekey';
import { InsertCitation } from './insertCitation';
import { InsertCitationWithDetails } from './insertCitationWithDetails';
import { OpenInBrowser } from './openInBrowser';
import { OpenNote } from './openNote';
import { Refresh } from './refresh';
import { RelatedPapers } from './relatedPapers';
import { RevealInSource } from './revealInSource';
import { SearchHelp } from './searchHelp';
import { SearchPapers } from './searchPapers';
import { ShowMore } from './showMore';
import { StopReading } from './stopReading';

/** All commands of the extension. */
export function createCommands(services: Services, sidebar: Sidebar, editor: Editor): Command[] {
  const { library, notes, session } = services;
  const { chooser, searchView, arrangement, papers } = sidebar;
  const clear = new ClearSearch(session, searchView);
  return [
    new InsertCitation(library, chooser, editor.recent),
    new InsertCitationWithDetails(library, chooser, editor.recent),
    new OpenNote(library, notes, chooser),
    new SearchPapers(session, searchView),
    clear,
    new SearchHelp(session, searchView),
    new RelatedPapers(services, sidebar, clear),
    new CopyCitekey(chooser),
    new CopyAsBibtex(chooser),
    new CopyCitationsAs(),
    new AddEntryFromClipboard(library, new EntryAdder(library)),
    new OpenInBrowser(chooser),
    new RevealInSource(chooser),
    new AddPaperList(library),
    new Refresh(services.reload),
    new StopReading(services.progress),
    new GroupPapers(arrangement),
    new SortPapers(arrangement),
    new ShowMore(papers.tree),
    new Cited(editor.recent),
  ];
}
