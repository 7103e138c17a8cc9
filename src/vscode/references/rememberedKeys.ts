import type { CitationIndex } from '../../citations/index/citationIndex';
import type { Library } from '../../library/library';
import { DelayedSaves } from '../../base/delayedSaves';
import {
  type CitedNow,
  papersToRemember,
  type RememberedPaper,
  rememberedIn,
  type Vanished,
  vanishedPapers,
} from '../../workflows/rename/rememberedPapers';
import type { Log } from '../host/log';
import type { OwnFile } from '../host/ownFile';

/** How long papers and documents must stay as they are before the cited papers are remembered, in milliseconds. */
const QUIET_MS = 10_000;

/** What remembering takes. */
export interface RememberedKeysParts {
  readonly file: Pick<OwnFile, 'read' | 'write'>;
  readonly citations: Pick<CitationIndex, 'keys'>;
  readonly library: { readonly own: Library };
  readonly log: Log;
  /** The citekey that a paper has whose key was this one, where that is known. */
  readonly now: (key: string) => string | undefined;
}

/** Remembers the cited papers between sessions, so that keys can be followed that changed meanwhile. */
export class RememberedKeys {
  readonly #parts: RememberedKeysParts;
  readonly #saves: DelayedSaves;
  #papers: readonly RememberedPaper[] = [];

  constructor(parts: RememberedKeysParts) {
    this.#parts = parts;
    this.#saves = new DelayedSaves(QUIET_MS, 'Remembering cited papers', parts.log);
  }

  /** What went since the last session: that of which the user has been told then, and the rest. */
  async vanished(): Promise<{ readonly told: Vanished; readonly fresh: Vanished }> {
    this.#papers = rememberedIn(await this.#parts.file.read());
    const entries = this.#parts.library.own.entries();
    const of = (isTold: boolean) =>
      vanishedPapers(
        this.#papers.filter((paper) => (paper.isTold ?? false) === isTold),
        this.#cited(),
        entries,
      );
    return { told: await of(true), fresh: await of(false) };
  }

  /** Something changed: remembers what is cited now, in a while. */
  rememberSoon(): void {
    this.#saves.later('cited', async () => {
      const papers = await papersToRemember(this.#papers, this.#cited());
      if (JSON.stringify(papers) === JSON.stringify(this.#papers)) return;
      this.#papers = papers;
      await this.#parts.file.write(papers);
    });
  }

  #cited(): CitedNow {
    const { citations, library, now } = this.#parts;
    return {
      keys: () => citations.keys(),
      paperOf: (key) => {
        const meaning = library.own.resolve(key);
        if (meaning === undefined || 'candidates' in meaning) return undefined;
        return 'entry' in meaning ? meaning.entry : meaning.aliasOf;
      },
      isKnown: (key) => library.own.resolve(key) !== undefined,
      isTold: (key) => now(key) !== undefined,
    };
  }

  dispose(): void {
    this.#saves.dispose();
  }
}
