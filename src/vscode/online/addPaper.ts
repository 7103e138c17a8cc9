import * as vscode from 'vscode';
import type { Asking } from '../../online/clients/client';
import { isFailure, OnlineFailure } from '../../online/failure';
import { offeredPapers, servicesForPapers, type OfferedPaper } from '../../workflows/adding/offeredPapers';
import { wantedPapers } from '../../workflows/adding/wantedPapers';
import { tell } from '../host/tell';
import { withNotification } from '../host/progress';
import { EntryAdder } from '../library/entryAdder';
import type { LibraryService, WritableSource } from '../library/libraryService';
import { askForPapers, type Unfound } from './addBox';
import { previewPapers } from './addPreview';
import { addTargets, offerList } from './addTargets';
import { failuresSentence } from './failureSentences';
import { signalOf, type OnlineService } from './onlineService';

/** Adds the papers that a text asks for to a paper list. */
export class PaperAdding {
  readonly #library: LibraryService;
  readonly #online: OnlineService;

  constructor(library: LibraryService, online: OnlineService) {
    this.#library = library;
    this.#online = online;
  }

  /**
   * Has the user choose among the papers that a text asks for; without a text the box is shown for it.
   * @param source the list that they are added to, unless the user chooses another
   * @returns the citekeys of the papers that were added
   */
  async add(text?: string, source?: vscode.Uri): Promise<readonly string[]> {
    const added: string[] = [];
    let unfound: readonly Unfound[] = [];
    let asked = text === undefined ? await askForPapers() : { text, from: [] };
    while (asked) {
      const { from } = asked;
      const offered = await this.#lookUp(asked.text);
      if (offered === 'declined') break;
      const others = unfound.filter((each) => !from.includes(each));
      if (offered === 'cancelled') {
        unfound = [{ text: asked.text, reason: vscode.l10n.t('The look-up was cancelled.') }, ...others];
      } else {
        unfound = [...offered.filter((paper) => paper.entry === undefined).map(reasonFor), ...others];
        const found = offered.filter((paper) => paper.entry !== undefined);
        const keys = found.length > 0 ? await this.#choose(found, unfound.length, source) : [];
        if (!keys) break;
        added.push(...keys);
      }
      // What was not found stays in the box, to be put right.
      asked = unfound.length > 0 ? await askForPapers(unfound) : undefined;
    }
    if (added.length > 0) await vscode.commands.executeCommand('literatureNotes._revealPaper', added);
    return added;
  }

  /**
   * Adds all papers of a text that are found and that the library does not have, without a question; what is not found is told. Throws a
   * sentence where the list is none that can be added to, and where nothing could be found.
   */
  async addAtOnce(text: string, source: vscode.Uri): Promise<readonly string[]> {
    const target = this.#library.writableSources().find(({ uri }) => uri.toString() === source.toString());
    if (!target) {
      const name = vscode.workspace.asRelativePath(source);
      throw new Error(vscode.l10n.t('“{0}” is no paper list of this workspace that can be added to.', name));
    }
    const wanted = wantedPapers(text);
    if (this.#online.isEnabled) this.#online.tell(servicesForPapers(wanted));
    const offered = await this.#offered(wanted, new AbortController().signal, () => undefined);
    const found = offered.filter((paper) => paper.entry !== undefined);
    const unfound = offered.filter((paper) => paper.entry === undefined).map(reasonFor);
    if (found.length === 0) throw new Error(unfound[0]?.reason ?? vscode.l10n.t('No paper is named there.'));
    const fresh = found.filter(({ own }) => own === undefined).map(({ entry }) => entry);
    let refusal: string | undefined;
    const adder = new EntryAdder(this.#library, (sentence) => {
      refusal = sentence;
      return Promise.resolve(undefined);
    });
    const added = fresh.length > 0 ? await adder.add(fresh, target) : [];
    if (!added) throw new Error(refusal ?? vscode.l10n.t('Nothing was added.'));
    if (unfound.length > 0) tell(unfoundSentence(unfound), 'warning');
    return found.map(({ own, entry }) => own?.citekey ?? added[fresh.indexOf(entry)]);
  }

  async #lookUp(text: string): Promise<OfferedPaper[] | 'declined' | 'cancelled'> {
    const wanted = wantedPapers(text);
    const services = servicesForPapers(wanted);
    if (services.length > 0 && this.#online.isEnabled && !(await this.#online.agreeTo(services))) return 'declined';
    return withNotification(vscode.l10n.t('Looking papers up'), async (progress, token) => {
      try {
        return await this.#offered(wanted, signalOf(token), (done) =>
          progress.report({ message: vscode.l10n.t('{0} of {1}', done + 1, wanted.length) }),
        );
      } catch (error) {
        // Nothing is added, and nothing more is sent.
        if (isFailure(error)) return 'cancelled';
        throw error;
      }
    });
  }

  async #offered(
    wanted: ReturnType<typeof wantedPapers>,
    signal: AbortSignal,
    tellDone: (done: number) => void,
  ): Promise<OfferedPaper[]> {
    const needsAsking = wanted.some((paper) => !('entry' in paper));
    if (needsAsking && !this.#online.isEnabled) return this.#withoutAsking(wanted);
    const asking = needsAsking ? await this.#online.asking(signal) : NOT_ASKING;
    return offeredPapers(wanted, this.#library.own, asking, tellDone);
  }

  /** What is stated in full; of the others, that nobody may be asked for them. */
  async #withoutAsking(wanted: ReturnType<typeof wantedPapers>): Promise<OfferedPaper[]> {
    const stated = await offeredPapers(
      wanted.filter((paper) => 'entry' in paper),
      this.#library.own,
      NOT_ASKING,
    );
    const failures = [new OnlineFailure('disabled', 'crossref')];
    const others = wanted.filter((paper) => !('entry' in paper));
    return [...stated, ...others.map(({ text }): OfferedPaper => ({ text, failures, isUnclear: false }))];
  }

  async #choose(
    found: readonly Extract<OfferedPaper, { entry: object }>[],
    unfound: number,
    source: vscode.Uri | undefined,
  ): Promise<readonly string[] | undefined> {
    const isGiven = ({ uri }: WritableSource) => uri.toString() === source?.toString();
    const targets = addTargets(this.#library).sort((a, b) => Number(isGiven(b)) - Number(isGiven(a)));
    if (targets.length === 0) {
      await offerList();
      return undefined;
    }
    const chosen = await previewPapers(found, unfound, targets);
    if (!chosen) return undefined;
    if (chosen.entries.length === 0) return [];
    return new EntryAdder(this.#library).add(chosen.entries, chosen.target);
  }
}

/** Papers that are stated in full need nobody to be asked. */
const NOT_ASKING = undefined as unknown as Asking;

function reasonFor(paper: OfferedPaper): Unfound {
  const { text } = paper;
  if (paper.entry !== undefined) return { text, reason: '' };
  if (paper.isUnclear) return { text, reason: vscode.l10n.t('This is no identifier, title or reference.') };
  if (paper.failures.length > 0) return { text, reason: failuresSentence(paper.failures) };
  return { text, reason: vscode.l10n.t('None of the services knows it.') };
}

/** `2 papers were not found: On Maps (None of the services knows it.) …` */
function unfoundSentence(unfound: readonly Unfound[]): string {
  const [{ text, reason }] = unfound;
  return unfound.length === 1
    ? vscode.l10n.t('“{0}” was not found. {1}', text, reason)
    : vscode.l10n.t('{0} papers were not found, as “{1}”. {2}', unfound.length, text, reason);
}
