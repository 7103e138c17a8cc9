import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { OneByOne } from '../../base/oneByOne';
import type { CitedPlace } from '../../citations/index/citedPlace';
import type { InFile } from '../../citations/index/indexedFiles';
import { displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { READING_STAGES } from '../../library/model/readingStage';
import type { DetailsParts, FromDetails, ToDetails } from '../../webview/details/messages';
import { SERVICES } from '../../online/services';
import { parseFromDetails } from '../../webview/details/parse';
import { paperDetails } from '../../workflows/details/paperDetails';
import { onDidChangeStyles } from '../formatting/styleChanges';
import { noteStatuses, PREFIX } from '../host/settings';
import { allOf } from '../host/wordList';
import type { Services } from '../shell/services';
import { WebviewChannel } from '../webviewKit/webviewChannel';
import { DetailsActions } from './detailsActions';
import { citedPart, citedPlaces, FIRST_PLACES, referencePart, relatedPart } from './detailsParts';
import { noticeUrl, retractionSentence } from '../retractions/retractionSentences';
import { detailsWords } from './detailsWords';
import { type EntryProblem, entryProblems, shownProblem } from './entryProblems';
import { FieldEditor } from './fieldEditor';

/** The cursor may run through many citations, and changes may come in numbers: so long they must rest, in milliseconds. */
const CURSOR_RESTS_MS = 150;

/** What changes a paper or its note, or begins to. */
const CHANGES: ReadonlySet<FromDetails['type']> = new Set(['edit', 'save', 'fix', 'status', 'rating', 'tag']);

/** The details view while it is there: shows the paper that is selected, cited at the cursor or asked for. */
export class DetailsSession implements vscode.Disposable {
  readonly #services: Services;
  readonly #view: vscode.WebviewView;
  readonly #channel: WebviewChannel<FromDetails, ToDetails>;
  readonly #editor: FieldEditor;
  readonly #actions: DetailsActions;
  readonly #subscriptions: vscode.Disposable[];
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** What the page can point at by a number. */
  #places: readonly InFile<CitedPlace>[] = [];
  /** So many of them the page wants to know. */
  #placesTold = FIRST_PLACES;
  #problems: readonly EntryProblem[] = [];
  #asked = 0;
  readonly #changes = new OneByOne();

  constructor(extension: vscode.Uri, services: Services, view: vscode.WebviewView) {
    this.#services = services;
    this.#view = view;
    this.#editor = new FieldEditor(services.library, services.lastChange);
    this.#actions = new DetailsActions(services, this.#editor);
    const { details, choice, onDidChangeLibrary } = services;
    this.#channel = new WebviewChannel<FromDetails, ToDetails>(extension, {
      parse: parseFromDetails,
      receive: (message) => inBackground(this.#receive(message)),
      ready: () => this.#tell(),
    });
    details.isVisible = view.visible;
    this.#subscriptions = [
      details.onDidChange(() => {
        this.#placesTold = FIRST_PLACES;
        this.#tell();
      }),
      view.onDidChangeVisibility(() => this.#seen()),
      choice.onDidChangeSelection(([citekey]) => citekey !== undefined && details.follow(citekey)),
      vscode.window.onDidChangeTextEditorSelection(() =>
        this.#soon('cursor', CURSOR_RESTS_MS, () => inBackground(this.#follow())),
      ),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(PREFIX)) this.#tell();
      }),
      // The reference reads as in the document at hand.
      vscode.window.onDidChangeActiveTextEditor(() => this.#referenceSoon()),
      onDidChangeStyles(services.following, () => this.#referenceSoon()),
      services.retractions.onDidChange(() => this.#soon('library', CURSOR_RESTS_MS, () => this.#tell())),
      onDidChangeLibrary(() => this.#soon('library', CURSOR_RESTS_MS, () => this.#tell())),
    ];
    const citedAnew = () => this.#soon('cited', CURSOR_RESTS_MS, () => this.#part((entry) => this.#citedPart(entry)));
    this.#subscriptions.push(new vscode.Disposable(services.citations.onDidChange(citedAnew)));
    if (details.citekey === undefined && !details.guest) inBackground(this.#follow());
    const title = vscode.l10n.t('Details of a paper');
    const body = `<main></main><div id="status" class="hidden" role="status" aria-live="polite"></div>`;
    this.#channel.show(view.webview, { name: 'details', title, body });
  }

  #referenceSoon(): void {
    this.#soon('reference', CURSOR_RESTS_MS, () => this.#part((one) => referencePart(one, this.#services)));
  }

  #seen(): void {
    this.#services.details.isVisible = this.#view.visible;
    if (!this.#view.visible) return;
    if (!this.#services.details.guest) inBackground(this.#follow());
    this.#tell();
  }

  /** Shows the paper that is selected, else the one that is cited at the cursor. */
  async #follow(): Promise<void> {
    const { choice, details } = this.#services;
    const entry = details.follows ? await choice.firstMeant() : undefined;
    if (entry) details.follow(entry.citekey);
  }

  get #entry(): Entry | undefined {
    const { library, details } = this.#services;
    if (details.guest) return details.guest.entry;
    const found = details.citekey === undefined ? undefined : library.shown.resolve(details.citekey);
    if (!found) return undefined;
    return 'entry' in found ? found.entry : 'aliasOf' in found ? found.aliasOf : undefined;
  }

  /** Tells the page all of the paper; what takes longer follows. */
  #tell(): void {
    if (!this.#view.visible) return;
    const entry = this.#entry;
    this.#asked++;
    const { notes, library, details, retractions } = this.#services;
    const words = detailsWords();
    if (!entry) return this.#channel.post({ type: 'paper', words });
    if (details.guest) {
      const { services, feed } = details.guest.found;
      const online = allOf(services.map((service) => SERVICES[service].name)) || (feed ?? '');
      const context = { note: undefined, statuses: [], isWritable: false, online };
      this.#channel.post({ type: 'paper', words, paper: paperDetails(entry, context) });
      return this.#part((one) => referencePart(one, this.#services));
    }
    const mark = retractions.of(entry);
    const retraction = mark && { sentence: retractionSentence(mark, retractions.asked), notice: noticeUrl(mark) };
    const paper = paperDetails(entry, {
      retraction,
      note: notes.noteOf(entry.citekey),
      status: notes.stateOf(entry.citekey)?.status,
      statuses: this.#statuses(),
      isWritable: this.#editor.canEdit(entry),
    });
    const before = details.back === undefined ? undefined : library.shown.get(details.back);
    const back = before && { citekey: before.citekey, title: displayTitle(before) };
    this.#channel.post({ type: 'paper', words, paper, back });
    this.#part((one) => this.#problemsPart(one));
    this.#part((one) => referencePart(one, this.#services));
    this.#part((one) => this.#citedPart(one));
    this.#part((one) => relatedPart(one, this.#services));
  }

  #statuses(): string[] {
    const { notes } = this.#services;
    const used = notes.citekeys().map((key) => notes.noteOf(key)?.status ?? '');
    return [...new Set([...noteStatuses(), ...READING_STAGES, ...used])].filter((status) => status !== '');
  }

  /** Finds out one part of what is known of the paper, and tells it unless another paper is asked for meanwhile. */
  #part(find: (entry: Entry) => Promise<DetailsParts>): void {
    const entry = this.#entry;
    const asked = this.#asked;
    if (!entry || !this.#view.visible) return;
    find(entry).then(
      (part) => {
        if (asked === this.#asked) this.#channel.post({ type: 'part', citekey: entry.citekey, part });
      },
      (error: unknown) => this.#services.log.error('Finding out details of a paper', error),
    );
  }

  async #citedPart(entry: Entry): Promise<DetailsParts> {
    const places = await citedPlaces(entry, this.#services);
    if (entry === this.#entry) this.#places = places;
    return citedPart(places, this.#placesTold);
  }

  async #problemsPart(entry: Entry): Promise<DetailsParts> {
    const problems = await entryProblems(entry, this.#services.library, this.#services.notes);
    if (entry === this.#entry) this.#problems = problems;
    return { problems: problems.map(shownProblem) };
  }

  async #receive(message: FromDetails): Promise<void> {
    // What was pressed a moment too late is not about this paper.
    if (this.#entry?.citekey !== message.citekey) return;
    try {
      // What changes papers goes one after another, each with what the one before it has made.
      if (CHANGES.has(message.type)) await this.#changes.run(() => this.#carryOut(message));
      else await this.#carryOut(message);
    } catch (error) {
      this.#services.log.error('In the details of a paper', error);
    }
  }

  async #carryOut(message: FromDetails): Promise<void> {
    const { library, details } = this.#services;
    const entry = details.guest?.entry ?? library.shown.get(message.citekey) ?? this.#entry;
    if (!entry) return;
    if (message.type === 'places') {
      this.#placesTold = message.many;
      return this.#part((one) => this.#citedPart(one));
    }
    const answers = await this.#actions.carryOut(message, entry, { places: this.#places, problems: this.#problems });
    // What was changed is shown at once, before its form closes.
    if (CHANGES.has(message.type) && message.type !== 'edit') this.#tell();
    for (const answer of answers) this.#channel.post(answer);
  }

  #soon(what: string, milliseconds: number, work: () => void): void {
    clearTimeout(this.#timers.get(what));
    this.#timers.set(what, setTimeout(work, milliseconds));
  }

  dispose(): void {
    this.#services.details.isVisible = false;
    this.#channel.close();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
