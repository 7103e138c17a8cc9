import * as vscode from 'vscode';
import type { Asking } from '../../online/clients/client';
import { isFailure, OnlineFailure } from '../../online/failure';
import { offeredPapers, servicesForPapers, type OfferedPaper } from '../../workflows/adding/offeredPapers';
import { wantedPapers, type WantedPaper } from '../../workflows/adding/wantedPapers';
import { tell } from '../host/tell';
import { withNotification } from '../host/progress';
import { EntryAdder } from '../library/entryAdder';
import type { LibraryService, WritableSource } from '../library/libraryService';
import { askForPapers, type AskedText } from './addBox';
import { previewPapers, type Chosen, type FoundPaper } from './addPreview';
import { addTargets, offerList, type TargetParts } from './addTargets';
import { failuresSentence } from './failureSentences';
import type { Unfound } from '../../workflows/adding/leftInBox';
import { signalOf, type OnlineService } from './onlineService';
import { localNumber } from '../host/number';

/** Adds the papers that a text asks for to a paper list. */
export class PaperAdding {
  readonly #parts: TargetParts;
  readonly #library: LibraryService;
  readonly #online: OnlineService;

  constructor(parts: TargetParts, online: OnlineService) {
    this.#parts = parts;
    this.#library = parts.library;
    this.#online = online;
  }

  /**
   * Has the user choose among the papers that a text asks for; without a text the box is shown for it. What was not added then, whatever
   * the reason, is shown again when the box opens next.
   * @param source the list that they are added to, unless the user chooses another
   * @returns the citekeys of the papers that were added
   */
  async add(text?: string, source?: vscode.Uri): Promise<readonly string[]> {
    const added: string[] = [];
    const left = text === undefined ? this.#online.leftInBox.take() : [];
    let unfound = left;
    let asked = text === undefined ? await askForPapers(left, false) : { texts: [text], from: [] };
    while (asked) {
      const { from } = asked;
      const step = await this.#addAsked(asked, source);
      added.push(...step.added);
      unfound = [...step.unfound, ...unfound.filter((each) => !from.includes(each))];
      // What was not found stays in the box, to be put right.
      asked = unfound.length > 0 && !step.isOver ? await askForPapers(unfound, true) : undefined;
    }
    // What the user has seen again, and left again, is not wanted any more.
    this.#online.leftInBox.leave(unfound.filter((each) => !left.includes(each)));
    if (added.length > 0) await vscode.commands.executeCommand('literatureNotes._revealPaper', added);
    return added;
  }

  /** Adds what is asked for. Gives what was added, what was not, and whether the user would rather do something else now. */
  async #addAsked({ texts }: AskedText, source: vscode.Uri | undefined): Promise<AddStep> {
    const whole = (reason: string) => texts.map((text) => ({ text, reason }));
    const wanted = wantedInAll(texts);
    const offered = await this.#lookUp(wanted);
    if (offered === 'declined') return { added: [], unfound: whole(vscode.l10n.t('Nothing was sent.')), isOver: true };
    if (offered === 'cancelled') return { added: [], unfound: whole(vscode.l10n.t('The look-up was cancelled.')) };
    const unfound = offered.filter((paper) => paper.entry === undefined).map(reasonFor);
    const found = offered.filter((paper) => paper.entry !== undefined);
    if (found.length === 0) return { added: [], unfound };
    const kept = [
      ...whole(vscode.l10n.t('Found, but not added.')),
      ...unfound.filter(({ text }) => !texts.includes(text)),
    ];
    const { result, isTaken } = await this.#online.leftInBox.during(kept, () => this.#addFound(found, unfound, source));
    if (result.keys) return { added: result.keys, unfound };
    // Whoever went on with it in another box has it there.
    return { added: [], unfound: isTaken ? [] : kept, isOver: isTaken || result.isLeft };
  }

  /** Has the user choose among what was found. Gives the keys of what was added; where it was not, whether the user left it. */
  async #addFound(
    found: readonly FoundPaper[],
    unfound: readonly Unfound[],
    source: vscode.Uri | undefined,
  ): Promise<{ readonly keys?: readonly string[]; readonly isLeft?: boolean }> {
    const targets = await this.#targets(source);
    const chosen = targets.length > 0 ? await previewPapers(found, unfound.length, targets) : undefined;
    if (!chosen) return { isLeft: true };
    return { keys: chosen.entries.length > 0 ? await this.#addTo(chosen) : [] };
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

  async #lookUp(wanted: readonly WantedPaper[]): Promise<OfferedPaper[] | 'declined' | 'cancelled'> {
    const services = servicesForPapers(wanted);
    // What is stated in full is there at once.
    if (services.length === 0) return this.#offered(wanted, new AbortController().signal, () => undefined);
    if (this.#online.isEnabled && !(await this.#online.agreeTo(services))) return 'declined';
    return withNotification(vscode.l10n.t('Looking papers up'), async (progress, token) => {
      try {
        return await this.#offered(wanted, signalOf(token), (done) =>
          progress.report({ message: vscode.l10n.t('{0} of {1}', localNumber(done + 1), localNumber(wanted.length)) }),
        );
      } catch (error) {
        // Nothing is added, and nothing more is sent.
        if (isFailure(error)) return 'cancelled';
        throw error;
      }
    });
  }

  async #offered(
    wanted: readonly WantedPaper[],
    signal: AbortSignal,
    tellDone: (done: number) => void,
  ): Promise<OfferedPaper[]> {
    const needsAsking = wanted.some((paper) => !('entry' in paper));
    if (needsAsking && !this.#online.isEnabled) return this.#withoutAsking(wanted);
    const asking = needsAsking ? await this.#online.asking(signal) : NOT_ASKING;
    return offeredPapers(wanted, this.#library.own, asking, tellDone);
  }

  /** What is stated in full; of the others, that nobody may be asked for them. */
  async #withoutAsking(wanted: readonly WantedPaper[]): Promise<OfferedPaper[]> {
    const stated = await offeredPapers(
      wanted.filter((paper) => 'entry' in paper),
      this.#library.own,
      NOT_ASKING,
    );
    const failures = [new OnlineFailure('disabled', 'crossref')];
    const others = wanted.filter((paper) => !('entry' in paper));
    return [...stated, ...others.map(({ text }): OfferedPaper => ({ text, failures, isUnclear: false }))];
  }

  /** The lists that papers can be added to, the best first. Where there is none, the user can name one. */
  async #targets(source: vscode.Uri | undefined): Promise<readonly WritableSource[]> {
    const isGiven = ({ uri }: WritableSource) => uri.toString() === source?.toString();
    if (this.#library.writableSources().length === 0) await offerList();
    return (await addTargets(this.#parts)).sort((a, b) => Number(isGiven(b)) - Number(isGiven(a)));
  }

  #addTo({ entries, target }: Chosen): Promise<readonly string[] | undefined> {
    return new EntryAdder(this.#library).add(entries, target);
  }
}

/** What came of one round of the box. */
interface AddStep {
  /** The citekeys of the papers that were added. */
  readonly added: readonly string[];
  readonly unfound: readonly Unfound[];
  /** Whether the user left it. */
  readonly isOver?: boolean;
}

/** The papers of several texts; what is named in more than one of them comes once. */
function wantedInAll(texts: readonly string[]): readonly WantedPaper[] {
  const named = new Set<string>();
  return texts
    .flatMap(wantedPapers)
    .filter((paper) => 'entry' in paper || named.size < named.add(paper.text.toLowerCase()).size);
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
    : vscode.l10n.t('{0} papers were not found, as “{1}”. {2}', localNumber(unfound.length), text, reason);
}
