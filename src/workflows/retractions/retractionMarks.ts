import { mapCooperatively } from '../../base/cooperate';
import type { RetractionState } from '../../online/retractions/checkRetractions';
import { type RetractablePaper, type Retraction, retractionOf } from '../../online/retractions/retraction';
import { list, members } from '../../online/shape';

/** What the last checks found of a paper; those that are on no list have no mark. */
export interface RetractionMark extends RetractablePaper {
  /** Left out where the service did not tell whether it is this paper. */
  readonly retraction?: Retraction;
}

/** What the last checks found, as plain data that can be kept. */
export interface RetractionMarks {
  /** When the list that was looked at was the service's, in milliseconds since 1970; 0 before the first check. */
  readonly asked: number;
  readonly papers: readonly RetractionMark[];
}

export const NO_MARKS: RetractionMarks = { asked: 0, papers: [] };

/** What a paper is looked for by. */
export function retractablePaper({ doi, pmid }: RetractablePaper): RetractablePaper {
  return { ...(doi !== undefined && { doi: doi.toLowerCase() }), ...(pmid !== undefined && { pmid }) };
}

/**
 * The marks after a check, made without holding the event loop: what is known now replaces what was, and what nobody told leaves a retraction
 * that was known.
 */
export async function marksAfter(
  before: RetractionMarks,
  papers: readonly RetractablePaper[],
  states: readonly RetractionState[],
  asked: number,
): Promise<RetractionMarks> {
  const marks = new Map(before.papers.map((mark) => [keyOf(mark), mark]));
  await mapCooperatively(papers, (stated, i) => {
    const state = states[i];
    const paper = retractablePaper(stated);
    const key = keyOf(paper);
    if (state.is === 'retracted') marks.set(key, { ...paper, retraction: state.retraction });
    else if (state.is === 'unknown') marks.set(key, marks.get(key) ?? paper);
    else marks.delete(key);
  });
  return { asked, papers: [...marks.values()] };
}

/** What was kept; nothing where it cannot be read. */
export function readMarks(value: unknown): RetractionMarks {
  const { asked, papers } = members(value);
  if (typeof asked !== 'number' || !Number.isFinite(asked)) return NO_MARKS;
  const marks = list(papers).map((each): RetractionMark => {
    const { doi, pmid, retraction } = members(each);
    const known = retractionOf(retraction);
    return {
      ...(typeof doi === 'string' && { doi }),
      ...(typeof pmid === 'string' && { pmid }),
      ...(known && { retraction: known }),
    };
  });
  return { asked, papers: marks.filter(({ doi, pmid }) => doi !== undefined || pmid !== undefined) };
}

/** Finds the marks of papers by their identifiers. */
export class MarkedPapers {
  readonly #byDoi = new Map<string, RetractionMark>();
  readonly #byPmid = new Map<string, RetractionMark>();

  constructor({ papers }: RetractionMarks = NO_MARKS) {
    for (const mark of papers) {
      if (mark.doi !== undefined) this.#byDoi.set(mark.doi, mark);
      if (mark.pmid !== undefined) this.#byPmid.set(mark.pmid, mark);
    }
  }

  get isEmpty(): boolean {
    return this.#byDoi.size === 0 && this.#byPmid.size === 0;
  }

  of({ doi, pmid }: RetractablePaper): RetractionMark | undefined {
    const byDoi = doi === undefined ? undefined : this.#byDoi.get(doi.toLowerCase());
    return byDoi ?? (pmid === undefined ? undefined : this.#byPmid.get(pmid));
  }
}

function keyOf({ doi, pmid }: RetractablePaper): string {
  return `${doi ?? ''} ${pmid ?? ''}`;
}
