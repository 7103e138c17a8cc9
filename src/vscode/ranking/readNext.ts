import * as vscode from 'vscode';
import { displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import type { SearchService } from '../../search/contract';
import type { Interest } from '../../search/digest/contract';
import { paperLine } from '../../workflows/paperRow';
import { rankableOf } from '../../workflows/newPapers/rankable';
import { isUnread } from '../../workflows/newPapers/unread';
import { changingList, inertItem } from '../host/ask';
import type { Command } from '../host/command';
import { tell } from '../host/tell';
import type { NotesService } from '../notes/notesService';
import type { PaperCitations } from '../references/paperCitations';
import { PaperRanker, type RankerParts } from './paperRanker';
import { rankingSentences } from './rankingSentences';

/** How many papers are offered. */
const OFFERED = 50;
/** So many unread papers are ranked; of more, those that are near to what was used. */
const MOST_RANKED = 2000;
/** So many used papers tell which are near, and each of them so many. */
const ASKED = 30;
const NEAR = 60;

/** What the command works with. */
export interface ReadNextParts extends RankerParts {
  readonly notes: RankerParts['notes'] & Pick<NotesService, 'noteUri'>;
  readonly paperCitations: RankerParts['paperCitations'] & Pick<PaperCitations, 'isCited'>;
  readonly search: RankerParts['search'] & Pick<SearchService, 'related'>;
}

/** An unread paper in its place, for other extensions and scripts. */
export interface NextPaper {
  readonly citekey: string;
  /** Higher is better; scores compare within one answer only. */
  readonly score: number;
  readonly reasons: readonly string[];
}

interface NextItem extends vscode.QuickPickItem {
  readonly citekey: string;
}

/** Lists the unread papers of the library, by what was noted, read and cited lately, with the reasons; the chosen one is opened. */
export class ReadNext implements Command {
  readonly id = 'literatureNotes.readNext';
  readonly #parts: ReadNextParts;
  readonly #ranker: PaperRanker;

  constructor(parts: ReadNextParts) {
    this.#parts = parts;
    this.#ranker = new PaperRanker(parts);
  }

  async execute(): Promise<NextPaper[]> {
    const { library } = this.#parts;
    const interests = await this.#ranker.interests();
    const unread = await this.#unread(interests);
    if (unread.length === 0) {
      tell(vscode.l10n.t('Every paper of the library is read, being read, or cited.'));
      return [];
    }
    const ranked = await this.#ranker.rank(unread.map(rankableOf), { except: unread.map(({ citekey }) => citekey) });
    const ofOwn = (citekey: string) => {
      const entry = library.shown.get(citekey);
      return entry ? displayTitle(entry) : citekey;
    };
    const next = ranked.slice(0, OFFERED).map(({ index, score, reasons }): NextPaper => {
      const sentences = rankingSentences(reasons, { ofOwn, ofUnwanted: () => '' });
      return { citekey: unread[index].citekey, score, reasons: sentences };
    });
    this.#offer(next);
    return next;
  }

  /** The papers that may be read next. */
  async #unread(interests: readonly Interest[]): Promise<Entry[]> {
    const { library, notes, paperCitations, search } = this.#parts;
    const may = ({ citekey }: Entry): boolean =>
      isUnread(notes.stateOf(citekey)?.status, notes.noteOf(citekey) !== undefined || paperCitations.isCited(citekey));
    const all = library.shown.entries();
    if (all.length <= MOST_RANKED) return all.filter(may);
    const strongest = [...interests].sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)).slice(0, ASKED);
    const near = new Set<Entry>();
    for (const { id } of strongest) {
      for (const other of await search.related(id, NEAR)) {
        const entry = library.shown.get(other.id);
        if (entry && may(entry)) near.add(entry);
      }
    }
    for (const entry of all) {
      if (near.size >= MOST_RANKED) break;
      if (may(entry)) near.add(entry);
    }
    return [...near];
  }

  #offer(next: readonly NextPaper[]): void {
    const list = changingList<NextItem>(vscode.l10n.t('Read Next'), vscode.l10n.t('Unread papers by what you work on'));
    list.matchOnDetail = true;
    list.items = next.flatMap((paper) => {
      const entry = this.#parts.library.shown.get(paper.citekey);
      return entry ? [nextItem(entry, paper)] : [];
    });
    list.onDidAccept(() => {
      const [item] = list.selectedItems;
      list.hide();
      if (item) this.#open(item.citekey);
    });
    list.onDidHide(() => list.dispose());
    list.show();
  }

  /** Opens the note of a paper, else its entry in the source. */
  #open(citekey: string): void {
    const command = this.#parts.notes.noteUri(citekey) ? 'literatureNotes.openNote' : 'literatureNotes.revealInSource';
    void vscode.commands.executeCommand(command, citekey);
  }
}

function nextItem(entry: Entry, { citekey, reasons }: NextPaper): NextItem {
  return inertItem({ citekey, label: paperLine(entry), detail: reasons.join(' · ') });
}
