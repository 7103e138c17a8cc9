import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { tell } from '../host/tell';
import type { LibraryService } from '../library/libraryService';
import { citekeysOf } from './paperArguments';
import type { PaperQuickPick } from './paperQuickPick';

/** How a command asks for the papers that it is about. */
export interface PaperQuestion {
  /** The title of the list that the user may be asked to choose from. */
  readonly title: string;
  /** Whether several papers can be chosen in that list. */
  readonly many: boolean;
}

/** What commands ask for the papers that they are about. */
export interface ChosenPapers {
  /**
   * The papers of a command: those of its arguments, else those that are selected where the user is, else those that the user
   * picks. Empty when the user cancelled, or when no argument names a paper (the user is told).
   */
  papers(args: readonly unknown[], question: PaperQuestion): Promise<readonly Entry[]>;
}

/** A place where papers are selected: their citekeys, empty while the selection is not what the user deals with. */
export type PaperSelection = () => readonly string[];

/** Finds out which papers a command is about. */
export class PaperChoice implements ChosenPapers {
  readonly #library: Pick<LibraryService, 'shown'>;
  readonly #quickPick: PaperQuickPick;
  readonly #selections: PaperSelection[] = [];
  readonly #changed = new vscode.EventEmitter<readonly string[]>();

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

  async papers(args: readonly unknown[], { title, many }: PaperQuestion): Promise<readonly Entry[]> {
    const given = citekeysOf(args);
    const keys = given.length > 0 ? given : this.#selected();
    if (keys.length === 0) return this.#quickPick.pick(title, many);
    return keys.map((key) => this.#known(key)).filter((entry) => entry !== undefined);
  }

  #selected(): readonly string[] {
    return this.#selections.map((selection) => selection()).find((keys) => keys.length > 0) ?? [];
  }

  #known(key: string): Entry | undefined {
    const found = this.#library.shown.resolve(key);
    if (found === undefined) {
      tell(vscode.l10n.t('No paper of the library has the citekey “{0}”.', key), 'warning');
      return undefined;
    }
    if ('entry' in found) return found.entry;
    if ('aliasOf' in found) return found.aliasOf;
    const candidates = found.candidates.map((entry) => entry.citekey).join(', ');
    tell(vscode.l10n.t('“{0}” could be {1}. Use one of these keys.', key, candidates), 'warning');
    return undefined;
  }
}
