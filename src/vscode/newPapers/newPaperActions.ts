import * as vscode from 'vscode';
import { fullName } from '../../library/model/display';
import type { Merged } from '../../online/mergedSearch';
import { searchedPapers, type SearchedPaper } from '../../workflows/adding/searchedPapers';
import { markOf, wishOf, withMark, withWish, type Mark, type WishedFor } from '../../workflows/newPapers/choices';
import { fieldsOf, type NewPaper } from '../../workflows/newPapers/newPaper';
import { input, pick } from '../host/ask';
import { tell } from '../host/tell';
import { FoundActions } from '../onlineResults/foundActions';
import type { Services } from '../shell/services';
import type { NewPapersService } from './newPapersService';
import { entriesTakenBack, notesTakenBack, type TakeBack } from './takingBack';

/** So many steps can be taken back. */
const MOST_STEPS = 100;
/** So many authors and keywords of a paper are offered. */
const OFFERED = 30;

/** What takes an action back. */
type Undo = () => Promise<unknown>;

/** What can be done with new papers; each action can be taken back. */
export class NewPaperActions {
  readonly #service: NewPapersService;
  readonly #services: Services;
  readonly #found: FoundActions;
  readonly #steps: Undo[] = [];

  constructor(service: NewPapersService, services: Services) {
    this.#service = service;
    this.#services = services;
    this.#found = new FoundActions(services);
  }

  /**
   * Adds papers to a paper list, with a note where that is wanted.
   * @returns their citekeys; undefined where the user left it
   */
  async add(papers: readonly NewPaper[], withNote: boolean): Promise<readonly string[] | undefined> {
    if (papers.length === 0) return this.#needsRow();
    const keys = await this.#found.add(this.#searched(papers));
    if (!keys) return undefined;
    const entries = this.#writtenEntries(keys);
    const noting = withNote ? this.#note(keys) : undefined;
    // What the user does while notes are opened is done, and taken back, after this.
    this.#remember(async () => {
      const notes = await noting;
      // Where the entries stay, so do their notes.
      if (!entries || (await entries())) await notes?.();
    });
    await noting;
    return keys;
  }

  /** What takes entries back that were just added; undefined where the library had them all. */
  #writtenEntries(keys: readonly string[]): TakeBack | undefined {
    const { library } = this.#services;
    const document = vscode.window.activeTextEditor?.document;
    const uris = new Set(keys.map((key) => library.own.get(key)?.source.uri));
    return document && uris.has(document.uri.toString()) ? entriesTakenBack(document) : undefined;
  }

  /** Opens notes about papers that say that these are unread. @returns what takes those back that were not there before */
  async #note(keys: readonly string[]): Promise<TakeBack> {
    const { notes } = this.#services;
    const without = keys.filter((key) => !notes.noteUri(key));
    await vscode.commands.executeCommand('literatureNotes.openNote', keys);
    await vscode.commands.executeCommand('literatureNotes.setStatus', keys, 'unread');
    const made = without.map((key) => notes.noteUri(key)).filter((uri) => uri !== undefined);
    return notesTakenBack(made);
  }

  /** Keeps papers for later, or says that they are not for the user. */
  async mark(papers: readonly NewPaper[], mark: Mark): Promise<void> {
    if (papers.length === 0) return this.#needsRow();
    const before = papers.map((paper) => [paper, markOf(this.#service.choices.value, paper)] as const);
    // The rows are gone at once: who takes that back does not wait until it is kept.
    this.#remember(() => this.#mark(before));
    await this.#mark(papers.map((paper) => [paper, mark]));
  }

  /** Opens the pages of papers in the browser. */
  async open(papers: readonly NewPaper[]): Promise<void> {
    if (papers.length === 0) return this.#needsRow();
    await this.#found.open(this.#searched(papers));
  }

  /** Shows a paper with its abstract in the details view. */
  async show(papers: readonly NewPaper[]): Promise<void> {
    await this.#found.show(this.#searched(papers.slice(0, 1)));
  }

  /** Follows or mutes an author, a keyword or a category of a paper, or a word that the user types; what is chosen already ends. */
  async wish(
    papers: readonly NewPaper[],
    wish: 'follow' | 'mute',
    given?: Pick<WishedFor, 'kind' | 'text'>,
  ): Promise<void> {
    const chosen = given ?? (await this.#chooseWish(papers.at(0), wish));
    if (!chosen) return;
    const before = wishOf(this.#service.choices.value, chosen.kind, chosen.text);
    this.#remember(() => this.#wish({ ...chosen, wish: before }));
    await this.#wish({ ...chosen, wish: before === wish ? 'none' : wish });
  }

  /** Takes the last action back. */
  async undo(): Promise<void> {
    const step = this.#steps.pop();
    if (step) await step();
    else tell(vscode.l10n.t('There is nothing to undo among the new papers.'));
  }

  async #mark(marks: readonly (readonly [NewPaper, Mark])[]): Promise<void> {
    const now = Date.now();
    // Those that are marked together stand in the order of their rows.
    await this.#service.choices.change((choices) =>
      marks.reduce((all, [paper, mark], i) => withMark(all, paper, mark, now + i / 1000), choices),
    );
  }

  async #wish(wish: Omit<WishedFor, 'at'>): Promise<void> {
    await this.#service.choices.change((choices) => withWish(choices, { ...wish, at: Date.now() }));
  }

  async #chooseWish(
    paper: NewPaper | undefined,
    wish: 'follow' | 'mute',
  ): Promise<Pick<WishedFor, 'kind' | 'text'> | undefined> {
    const items = paper ? wishItems(paper) : [];
    const other = { label: vscode.l10n.t('Another Word or Author…'), description: '', choice: undefined };
    const isChosen = ({ kind, text }: Pick<WishedFor, 'kind' | 'text'>) =>
      wishOf(this.#service.choices.value, kind, text) === wish;
    const already = wish === 'follow' ? vscode.l10n.t('followed') : vscode.l10n.t('muted');
    const shown = items.map((item) => ({
      ...item,
      description: [item.description, isChosen(item.choice) ? already : ''].filter(Boolean).join(' · '),
    }));
    const placeHolder =
      wish === 'follow'
        ? vscode.l10n.t('What to follow; what is followed ends')
        : vscode.l10n.t('What to mute; what is muted ends');
    const picked = await pick<vscode.QuickPickItem & { choice?: Pick<WishedFor, 'kind' | 'text'> }>([...shown, other], {
      placeHolder,
      matchOnDescription: true,
    });
    if (!picked || picked.choice) return picked?.choice;
    const prompt = vscode.l10n.t('A word, a group of words, or an author by the full name after @: @Kaiming He');
    const typed = (await input({ prompt }))?.trim() ?? '';
    if (typed === '' || typed === '@') return undefined;
    return typed.startsWith('@') ? { kind: 'author', text: typed.slice(1).trim() } : { kind: 'word', text: typed };
  }

  #searched(papers: readonly NewPaper[]): SearchedPaper[] {
    // No service was asked for it: it is as its feed told it.
    const found = papers.map(({ item, url, feed }): Merged => {
      return { item, url, service: 'rss', services: [], said: [], feed };
    });
    return searchedPapers(found, this.#services.library.own);
  }

  #remember(undo: Undo): void {
    this.#steps.push(undo);
    if (this.#steps.length > MOST_STEPS) this.#steps.shift();
  }

  #needsRow(): undefined {
    tell(vscode.l10n.t('Choose a paper in the New Papers view first.'));
  }
}

function wishItems(
  paper: NewPaper,
): { label: string; description: string; choice: Pick<WishedFor, 'kind' | 'text'> }[] {
  const { authors, keywords } = fieldsOf(paper);
  const names = authors.map(fullName).slice(0, OFFERED);
  const words = [...new Set([...(paper.categories ?? []), ...keywords])].slice(0, OFFERED);
  return [
    ...names.map((text) => ({
      label: text,
      description: vscode.l10n.t('author'),
      choice: { kind: 'author' as const, text },
    })),
    ...words.map((text) => ({
      label: text,
      description: vscode.l10n.t('keyword or category'),
      choice: { kind: 'word' as const, text },
    })),
  ];
}
