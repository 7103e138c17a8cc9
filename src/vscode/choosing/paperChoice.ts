import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { tell } from '../host/tell';
import { oneOf } from '../host/wordList';
import type { LibraryService } from '../library/libraryService';
import { citekeysOf } from './paperArguments';
import type { PaperQuickPick } from './paperQuickPick';

/** How a command asks for the papers that it is about. */
export interface PaperQuestion {
  /** The title of the list that the user may be asked to choose from. */
  readonly title: string;
  /** Whether several papers can be chosen in that list. */
  readonly many: boolean;
  /** Whether the paper that is cited where the cursor stands may be meant. */
  readonly cited?: boolean;
  /** Whether the user picks where the arguments name no paper, whatever is selected: for questions about another thing at hand. */
  readonly asks?: boolean;
}

/** What commands ask for the papers that they are about. */
export interface ChosenPapers {
  /**
   * The papers of a command: those of its arguments, else those that are selected where the user is, else, where they may be
   * meant, those cited at the cursor, else those that the user picks. A menu of an editor means the cursor before all rows. Empty when the user cancelled, or when no argument names a paper (the user is told).
   */
  papers(args: readonly unknown[], question: PaperQuestion): Promise<readonly Entry[]>;
  /** Whether the papers of a command with these arguments are known without the user picking them. */
  areKnown(args: readonly unknown[]): boolean;
}

/** A place where papers are selected: their citekeys, empty while the selection is not what the user deals with. */
export type PaperSelection = () => readonly string[];

/** Finds out which papers a command is about. */
export class PaperChoice implements ChosenPapers {
  readonly #library: Pick<LibraryService, 'shown'>;
  readonly #quickPick: PaperQuickPick;
  readonly #selections: PaperSelection[] = [];
  readonly #keyed: (() => readonly string[] | undefined)[] = [];
  readonly #changed = new vscode.EventEmitter<readonly string[]>();
  #cited: PaperSelection = () => [];

  constructor(library: Pick<LibraryService, 'shown'>, quickPick: PaperQuickPick) {
    this.#library = library;
    this.#quickPick = quickPick;
  }

  /** Fires with the citekeys of the papers that were just selected. */
  readonly onDidChangeSelection = this.#changed.event;

  /**
   * Takes a place where papers are selected into account.
   * @param changed fires with the citekeys of the papers that were selected there
   */
  watch(selection: PaperSelection, changed?: vscode.Event<readonly string[]>): void {
    this.#selections.push(selection);
    changed?.((citekeys) => this.#changed.fire(citekeys));
  }

  /**
   * Takes a place into account in which a key has a command act on rows: these are meant, whatever is selected elsewhere.
   * @param take the citekeys in the rows of a key that was just pressed, once; undefined where none was
   */
  watchKeyed(take: () => readonly string[] | undefined): void {
    this.#keyed.push(take);
  }

  /** Takes what is cited at the cursor into account. */
  watchCited(cited: PaperSelection): void {
    this.#cited = cited;
  }

  areKnown(args: readonly unknown[]): boolean {
    return citekeysOf(args).length > 0 || this.#meant(false, args[0] instanceof vscode.Uri).length > 0;
  }

  /** The first of the papers that are meant where the user is: selected, or cited at the cursor. */
  firstMeant(): Entry | undefined {
    const [key] = this.#meant(true, false);
    const found = key === undefined ? undefined : this.#library.shown.resolve(key);
    return found && 'entry' in found ? found.entry : undefined;
  }

  async papers(args: readonly unknown[], question: PaperQuestion): Promise<readonly Entry[]> {
    const { title, many, cited = false, asks = false } = question;
    const given = citekeysOf(args);
    const keyed = this.#keyed.map((take) => take()).find((taken) => taken !== undefined);
    const meant = () => keyed ?? this.#meant(cited, args[0] instanceof vscode.Uri);
    const keys = given.length > 0 || asks ? given : meant();
    if (keys.length === 0) return this.#quickPick.pick(title, many);
    return keys.map((key) => this.#known(key)).filter((entry) => entry !== undefined);
  }

  #meant(mayBeCited: boolean, inEditor: boolean): readonly string[] {
    const cited: readonly PaperSelection[] = mayBeCited ? [this.#cited] : [];
    const places = inEditor ? [...cited, ...this.#selections] : [...this.#selections, ...cited];
    return places.map((selection) => selection()).find((keys) => keys.length > 0) ?? [];
  }

  /** The citekeys of the papers that are selected where the user is. */
  selected(): readonly string[] {
    return this.#meant(false, false);
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
