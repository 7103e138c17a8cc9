import type { Editor } from '../citing';
import type { Services } from './services';
import type { Sidebar } from '../papers';
import { EntryAdder } from '../library/entryAdder';
import { AddEntryFromClipboard } from '../library/addEntryFromClipboard';
import { AddPaperList } from '../library/addPaperList';
import { GroupPapers, SortPapers } from '../papers/arrangePapers';
import { Cited } from '../citing/completing/cited';
import { ClearSearch } from '../searching/clearSearch';
import type { Command } from '../host/command';
import { CopyAsBibtex } from '../papers/copyAsBibtex';
import { CopyCitationsAs } from '../citing/inserting/copyCitationsAs';
import { CopyCitekey } from '../papers/copyCitekey';
import { InsertCitation } from '../citing/inserting/insertCitation';
import { InsertCitationWithDetails } from '../citing/inserting/insertCitationWithDetails';
import { OpenInBrowser } from '../papers/openInBrowser';
import { OpenNote } from '../notes/openNote';
import { Refresh } from '../library/refresh';
import { RelatedPapers } from '../papers/relatedPapers';
import { RevealInSource } from '../papers/revealInSource';
import { SearchHelp } from '../searching/searchHelp';
import { SearchPapers } from '../searching/searchPapers';
import { ShowMore } from '../papers/showMore';
import { StopReading } from '../library/stopReading';

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
