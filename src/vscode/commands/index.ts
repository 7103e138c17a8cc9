import type { Services } from '../services';
import type { Sidebar } from '../sidebar';
import { NoteMaker } from '../notes/noteMaker';
import { AddPaperList } from './addPaperList';
import { GroupPapers, SortPapers } from './arrangePapers';
import { ClearSearch } from './clearSearch';
import type { Command } from './command';
import { CopyCitekey } from './copyCitekey';
import { InsertCitation } from './insertCitation';
import { OpenInBrowser } from './openInBrowser';
import { OpenNote } from './openNote';
import { Refresh } from './refresh';
import { RevealInSource } from './revealInSource';
import { SearchPapers } from './searchPapers';
import { ShowMore } from './showMore';

/** All commands of the extension. */
export function createCommands(services: Services, sidebar: Sidebar): Command[] {
  const { library, notes, session } = services;
  const { chooser, searchView, arrangement, papers } = sidebar;
  return [
    new InsertCitation(library, chooser),
    new OpenNote(notes, new NoteMaker(library, notes, today), chooser),
    new SearchPapers(session, searchView),
    new ClearSearch(session, searchView),
    new CopyCitekey(chooser),
    new OpenInBrowser(chooser),
    new RevealInSource(chooser),
    new AddPaperList(library),
    new Refresh(services.reload),
    new GroupPapers(arrangement),
    new SortPapers(arrangement),
    new ShowMore(papers.tree),
  ];
}

/** The date where the user is, as `2026-01-31`. */
function today(): string {
  const now = new Date();
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${twoDigits(now.getMonth() + 1)}-${twoDigits(now.getDate())}`;
}
