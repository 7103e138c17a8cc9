import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { mapCooperatively } from '../../base/cooperate';
import type { Entry } from '../../library/model/entry';
import { endsAll, isFailure, type OnlineFailure } from '../../online/failure';
import { checkRetractions, type RetractionState } from '../../online/retractions/checkRetractions';
import { readKeptList } from '../../online/retractions/keptList';
import { isDue } from '../../workflows/retractions/isDue';
import { marksAfter, retractablePaper } from '../../workflows/retractions/retractionMarks';
import { OwnFile } from '../host/ownFile';
import { paperCount } from '../host/number';
import { withNotification } from '../host/progress';
import { choose, tell } from '../host/tell';
import { failureSentence } from '../online/failureSentences';
import { signalOf } from '../online/onlineService';
import { isAtOnce, papersAbout } from '../online/checking/papersAbout';
import type { Services } from '../shell/services';
import { dayOf } from './retractionSentences';

/** What came of checking one paper, as other extensions are told. */
export interface CheckedPaper {
  readonly citekey: string;
  readonly state: RetractionState['is'];
  readonly date?: string;
  readonly reasons?: readonly string[];
}

/** What came of a check. */
interface Checked {
  readonly entries: readonly Entry[];
  readonly states: readonly RetractionState[];
  /** When the list was the service's. */
  readonly asked: number;
  readonly failure?: OnlineFailure;
}

/** Checks papers for retractions, by the list of the service or by the last one that was fetched. */
export class RetractionChecker {
  readonly #services: Services;
  readonly #list: OwnFile;
  /** When the list was last asked for by itself. */
  #tried = 0;

  constructor(services: Services) {
    this.#services = services;
    this.#list = new OwnFile(vscode.Uri.joinPath(services.retractions.folder, 'list.json'), services.log);
  }

  /**
   * Checks papers on the user's command: those of the arguments (citekeys, rows, the URI of a document or list), else the whole library.
   * @returns what came of it; empty where nothing was checked
   */
  async check(args: readonly unknown[]): Promise<readonly CheckedPaper[]> {
    const online = await this.#services.online();
    // Refused before anything is asked of the user.
    await online.asking(new AbortController().signal);
    const title = vscode.l10n.t('Check for Retractions');
    const isSure = isAtOnce(args[1]);
    const { library } = this.#services;
    const given = isSure ? args.slice(0, 1) : args;
    const entries = given.at(0) === undefined ? library.own.entries() : await papersAbout(this.#services, given, title);
    if (entries.length === 0) {
      if (given.at(0) === undefined) tell(vscode.l10n.t('The library has no paper.'));
      return [];
    }
    if (isSure) online.tell(['retractions'], sent());
    else if (!(await online.agreeTo(['retractions'], sent()))) return [];
    const checked = await withNotification(title, async (_, token) =>
      this.#check(entries, signalOf(token)).catch(toldInstead),
    );
    if (!checked) return [];
    inBackground(this.#tell(checked));
    return checkedPapers(checked);
  }

  /** Checks the library where the list is older than a week. */
  async checkWhereDue(signal: AbortSignal): Promise<void> {
    const { retractions, online } = this.#services;
    await retractions.reload();
    if (!isDue(retractions.asked, this.#tried, Date.now()) || !(await online()).isEnabled) return;
    this.#tried = Date.now();
    await this.checkQuietly(signal);
  }

  /** Checks the library without a word, and says which papers are newly known to be retracted. Rejects where there is no list at all. */
  async checkQuietly(signal: AbortSignal): Promise<void> {
    const { library, retractions, log } = this.#services;
    const entries = library.own.entries();
    const before = new Set(retractions.retracted());
    const { states, failure } = await this.#check(entries, signal);
    if (failure) log.info(failureSentence(failure));
    const fresh = entries.filter((entry, i) => states[i].is === 'retracted' && !before.has(entry.citekey));
    if (fresh.length > 0)
      inBackground(this.#show(vscode.l10n.t('{0} of your library: retracted.', paperCount(fresh.length))));
  }

  async #check(entries: readonly Entry[], signal: AbortSignal): Promise<Checked> {
    const { online, retractions } = this.#services;
    const asking = await (await online()).asking(signal);
    const papers = await mapCooperatively(entries, retractablePaper);
    const last = readKeptList(await this.#list.read());
    const { states, list, failure } = await checkRetractions(papers, last, asking, Date.now());
    await this.#list.write(list);
    await retractions.change((marks) => marksAfter(marks, papers, states, list.asked));
    return { entries, states, asked: list.asked, failure };
  }

  async #tell({ entries, states, asked, failure }: Checked): Promise<void> {
    const { t } = vscode.l10n;
    const count = (wanted: RetractionState['is']) => states.filter(({ is }) => is === wanted).length;
    const [retracted, unknown, unidentified] = [count('retracted'), count('unknown'), count('unidentified')];
    const sentences = [
      t('{0} of {1}: retracted.', paperCount(retracted), entries.length),
      unknown > 0 ? t('{0} could not be told.', paperCount(unknown)) : '',
      unidentified > 0 ? t('{0} without DOI and PubMed number: not checked.', paperCount(unidentified)) : '',
      t('By the list of {0}.', dayOf(asked)),
      failure ? failureSentence(failure) : '',
    ];
    const sentence = sentences.filter(Boolean).join(' ');
    if (retracted > 0) await this.#show(sentence);
    else tell(sentence, failure || unknown > 0 ? 'warning' : 'information');
  }

  /** Tells a sentence about retracted papers, with the way to them. */
  async #show(sentence: string): Promise<void> {
    const show = vscode.l10n.t('Show Papers');
    if ((await choose(sentence, [show], 'warning')) !== show) return;
    await this.#services.session.setQuery('is:retracted');
    await vscode.commands.executeCommand('literatureNotes.papers.focus');
  }
}

/** What is sent, for the line that the user is told before. */
function sent(): string {
  return vscode.l10n.t(
    'Fetches the public list of retractions. Sends the first characters of hashes of those DOIs that may be on it.',
  );
}

/** Without any list nothing is known; a user who gave up knows. */
function toldInstead(error: unknown): undefined {
  if (!isFailure(error)) throw error;
  if (endsAll(error)) return undefined;
  tell(vscode.l10n.t('It is not known which papers are retracted. {0}', failureSentence(error)), 'warning');
  return undefined;
}

function checkedPapers({ entries, states }: Checked): CheckedPaper[] {
  return entries.map(({ citekey }, i) => {
    const state = states[i];
    if (state.is !== 'retracted') return { citekey, state: state.is };
    const { date, reasons } = state.retraction;
    return { citekey, state: state.is, ...(date !== undefined && { date }), reasons };
  });
}
