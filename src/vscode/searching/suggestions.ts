import type { ToSearchBox } from '../../webview/search/messages';
import type { QueryCompletion } from '../../workflows/queryCompletion';
import type { QueryValues } from '../../workflows/queryValues';
import type { Log } from '../host/log';
import { paperCount } from '../host/number';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import type { PaperCitations } from '../references/paperCitations';

/** What can be put into the search box at its cursor. The values of the library are collected when they are asked for. */
export class Suggestions {
  readonly #library: Pick<LibraryService, 'shown'>;
  readonly #notes: Pick<NotesService, 'stateOf'>;
  readonly #citations: Pick<PaperCitations, 'pathsOf'>;
  readonly #log: Pick<Log, 'error'>;
  #values: Promise<QueryValues> | undefined;

  constructor(
    library: Pick<LibraryService, 'shown'>,
    notes: Pick<NotesService, 'stateOf'>,
    citations: Pick<PaperCitations, 'pathsOf'>,
    log: Pick<Log, 'error'>,
  ) {
    this.#library = library;
    this.#notes = notes;
    this.#citations = citations;
    this.#log = log;
  }

  /** Papers or notes have changed. */
  forget(): void {
    this.#values = undefined;
  }

  async at(text: string, cursor: number): Promise<Extract<ToSearchBox, { type: 'suggestions' }>> {
    const completion = await this.#completion(text, cursor);
    const { start, end } = completion?.range ?? { start: cursor, end: cursor };
    const items = completion?.items ?? [];
    return {
      type: 'suggestions',
      text,
      cursor,
      start,
      end,
      items: items.map(({ insert, label, papers }) => ({
        insert,
        label,
        detail: papers === undefined ? '' : paperCount(papers),
      })),
    };
  }

  async #completion(text: string, cursor: number): Promise<QueryCompletion | undefined> {
    try {
      // What completes is loaded with the first key press.
      const { completeQuery } = await import('../../workflows/queryCompletion');
      return await completeQuery(text, cursor, () => this.#allValues());
    } catch (error) {
      this.#log.error('Completing the search', error);
      return undefined;
    }
  }

  #allValues(): Promise<QueryValues> {
    return (this.#values ??= this.#collect());
  }

  async #collect(): Promise<QueryValues> {
    const { QueryValues } = await import('../../workflows/queryValues');
    return QueryValues.of(
      this.#library.shown.entries(),
      (key) => this.#notes.stateOf(key),
      (key) => this.#citations.pathsOf(key).map(({ path }) => path),
    );
  }
}
