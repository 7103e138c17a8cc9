import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { CitationIndex } from '../../citations/index/citationIndex';
import { type MovedKey, MovedKeys } from '../../workflows/rename/movedKeys';
import type { Vanished } from '../../workflows/rename/rememberedPapers';
import type { Log } from '../host/log';
import { choose } from '../host/tell';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import type { FollowKeys } from './followKeys';
import { localNumber } from '../host/number';

/** How long after the last change the places are counted, in milliseconds: other programs write several files. */
const SETTLED_MS = 1500;

/** What watching keys takes. */
export interface KeyChangesParts {
  readonly library: LibraryService;
  readonly notes: NotesService;
  readonly citations: CitationIndex;
  readonly log: Log;
  /** Loads what changes the places. */
  readonly follow: () => Promise<FollowKeys>;
}

/** Where another program gave papers other citekeys, offers once to have all places follow. */
export class KeyChanges implements vscode.Disposable {
  readonly #parts: KeyChangesParts;
  readonly #moved = new MovedKeys();
  readonly #waiting = new Map<string, MovedKey>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: KeyChangesParts) {
    this.#parts = parts;
  }

  /** The key that a paper has whose key was this one, since this session began. */
  now(key: string): string | undefined {
    const to = this.#moved.get(key);
    return to !== undefined && this.#isStill(key, to) ? to : undefined;
  }

  /** Has all places of a key follow. */
  async follow(from: string): Promise<void> {
    const to = this.now(from);
    if (to !== undefined) await (await this.#parts.follow()).follow([{ from, to }], false);
  }

  /**
   * Takes in what another program did to the lists.
   * @param isTold whether the user knows of it, so that nothing is offered
   */
  take({ removed, added }: Vanished, isTold = false): void {
    const moves = this.#moved.take(removed, added);
    for (const move of isTold ? [] : moves) this.#waiting.set(move.from, move);
    if (this.#waiting.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => inBackground(this.#offer()), SETTLED_MS);
  }

  async #offer(): Promise<void> {
    const moves = [...this.#waiting.values()].filter(({ from, to }) => this.#isStill(from, to));
    this.#waiting.clear();
    try {
      const count = await this.#placesOf(moves.map(({ from }) => from));
      if (count === 0) return;
      const update = count === 1 ? vscode.l10n.t('Update It') : vscode.l10n.t('Update Them');
      const look = vscode.l10n.t('Look First');
      const chosen = await choose(sentence(moves, count), [update, look], 'information');
      if (chosen !== undefined) await (await this.#parts.follow()).follow(moves, chosen === look);
    } catch (error) {
      this.#parts.log.error('Following changed citekeys', error);
    }
  }

  /** Whether nothing has the old key again, and the paper the new one. */
  #isStill(from: string, to: string): boolean {
    const { own } = this.#parts.library;
    return own.resolve(from) === undefined && own.get(to) !== undefined;
  }

  async #placesOf(keys: readonly string[]): Promise<number> {
    if (keys.length === 0) return 0;
    const { citations, notes } = this.#parts;
    const places = await citations.placesOf(keys);
    const ownNotes = keys.flatMap((key) => notes.notesOf(key).filter(({ linkedBy }) => linkedBy === 'front-matter'));
    return places.length + ownNotes.length;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

function sentence(moves: readonly MovedKey[], count: number): string {
  const [{ from, to }] = moves;
  if (moves.length > 1)
    return vscode.l10n.t(
      '{0} papers have other citekeys now; {1} places still say the old ones.',
      localNumber(moves.length),
      localNumber(count),
    );
  return count === 1
    ? vscode.l10n.t('1 place still says “{0}”, which is “{1}” now.', from, to)
    : vscode.l10n.t('{0} places still say “{1}”, which is “{2}” now.', localNumber(count), from, to);
}
