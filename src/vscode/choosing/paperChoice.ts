import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { tell } from '../host/tell';
import { oneOf } from '../host/wordList';
import type { LibraryService } from '../library/libraryService';
import type { EditorPapers } from './editorPapers';
import { citekeysOf } from './paperArguments';
import type { PaperQuickPick } from './paperQuickPick';

/** How a command asks for the papers that it is about. */
export interface PaperQuestion {
  /** The title of the list that the user may be asked to choose from. */
  readonly title: string;
  /** Whether several papers can be chosen in that list. */
  readonly many: boolean;
  /** Which paper of the editor may be meant: by default the one that is cited at the cursor, or whose entry or note this is. */
  readonly inEditor?: 'any' | 'cited' | 'none';
  /** Whether the user picks where the arguments name no paper, whatever is selected: for questions about another thing at hand. */
  readonly asks?: boolean;
}

/** What commands ask for the papers that they are about. */
export interface ChosenPapers {
  /**
   * The papers of a command: those of its arguments, else those of the rows that were selected since the user was last in an editor,
   * else the one that the editor is about at its cursor, else those that the user picks. A menu of an editor means the cursor before
   * all rows. Empty when the user cancelled, or when no argument names a paper (the user is told).
   */
  papers(args: readonly unknown[], question: PaperQuestion): Promise<readonly Entry[]>;
  /** Whether the papers of a command with these arguments are known without the user picking them. */
  areKnown(args: readonly unknown[]): boolean;
}

/** A place where papers are selected: their citekeys, empty while it is not to be seen. */
export type PaperSelection = () => readonly string[];

/**
 * Finds out which papers a command is about. No API tells what has the focus: rows count from when they are selected until the user
 * goes on in an editor, so that a row selected long ago is not meant by surprise.
 */
export class PaperChoice implements ChosenPapers {
  readonly #library: Pick<LibraryService, 'shown'>;
  readonly #keyed: (() => readonly string[] | undefined)[] = [];
  readonly #quickPick: () => Promise<PaperQuickPick>;
  readonly #editor: () => Promise<EditorPapers>;
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  /** Where rows were selected last; undefined once the user went on in an editor. */
  #rows: PaperSelection | undefined;

  /**
   * @param quickPick loads the list that the user picks from
   * @param editor loads what tells of which paper the editor is
   * @param onDidGoOn fires when the user goes on in an editor
   */
  constructor(
    library: Pick<LibraryService, 'shown'>,
    quickPick: () => Promise<PaperQuickPick>,
    editor: () => Promise<EditorPapers>,
    onDidGoOn: vscode.Event<void>,
  ) {
    this.#library = library;
    this.#quickPick = quickPick;
    this.#editor = editor;
    onDidGoOn(() => (this.#rows = undefined));
  }

  /** Fires with the citekeys of the papers that were just selected. */
  readonly onDidChangeSelection = this.#changed.event;

  /**
   * Takes a place where papers are selected into account.
   * @param changed fires with the citekeys of the papers that were selected there
   */
  watch(selection: PaperSelection, changed: vscode.Event<readonly string[]>): void {
    changed((citekeys) => {
      this.#rows = selection;
      this.#changed.fire(citekeys);
    });
  }

  /**
   * Takes a place into account in which a key has a command act on rows: these are meant, whatever is selected elsewhere.
   * @param take the citekeys in the rows of a key that was just pressed, once; undefined where none was
   */
  watchKeyed(take: () => readonly string[] | undefined): void {
    this.#keyed.push(take);
  }

  /** Takes the rows of a tree into account that stand for papers as commands take them. */
  watchTree(tree: vscode.TreeView<unknown>): void {
    const selection = () => (tree.visible ? citekeysOf([tree.selection]) : []);
    tree.onDidChangeSelection(() => (this.#rows = selection));
  }

  areKnown(args: readonly unknown[]): boolean {
    return citekeysOf(args).length > 0 || this.selected().length > 0;
  }

  /** The first of the papers that are meant where the user is: selected, or cited at the cursor. */
  async firstMeant(): Promise<Entry | undefined> {
    const [key] = await this.#meant('cited', false);
    const found = key === undefined ? undefined : this.#library.shown.resolve(key);
    return found && 'entry' in found ? found.entry : undefined;
  }

  async papers(args: readonly unknown[], question: PaperQuestion): Promise<readonly Entry[]> {
    const { title, many, inEditor = 'any', asks = false } = question;
    const given = citekeysOf(args);
    const keyed = this.#keyed.map((take) => take()).find((taken) => taken !== undefined);
    const meant = async () => keyed ?? this.#meant(inEditor, args[0] instanceof vscode.Uri);
    const keys = given.length > 0 || asks ? given : await meant();
    if (keys.length === 0) return (await this.#quickPick()).pick(title, many);
    return keys.map((key) => this.#known(key)).filter((entry) => entry !== undefined);
  }

  /** @param isMenu whether a menu of the editor was used: the editor means more than any row then */
  async #meant(inEditor: NonNullable<PaperQuestion['inEditor']>, isMenu: boolean): Promise<readonly string[]> {
    const ofEditor = async () => {
      const key = inEditor === 'none' ? undefined : (await this.#editor())[inEditor]();
      return key === undefined ? [] : [key];
    };
    const ofRows = () => this.selected();
    for (const place of isMenu ? [ofEditor, ofRows] : [ofRows, ofEditor]) {
      const keys = await place();
      if (keys.length > 0) return keys;
    }
    return [];
  }

  /** The citekeys of the papers that are selected where the user is. */
  selected(): readonly string[] {
    return this.#rows?.() ?? [];
  }

  #known(key: string): Entry | undefined {
    const found = this.#library.shown.resolve(key);
    if (found === undefined) {
      tell(vscode.l10n.t('No paper of the library has the citekey “{0}”.', key), 'warning');
      return undefined;
    }
    if ('entry' in found) return found.entry;
    if ('aliasOf' in found) return found.aliasOf;
    const candidates = oneOf(found.candidates.map((entry) => entry.citekey));
    tell(vscode.l10n.t('“{0}” could be {1}. Use one of these keys.', key, candidates), 'warning');
    return undefined;
  }
}
