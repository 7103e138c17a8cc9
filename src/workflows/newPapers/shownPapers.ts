import type { Band } from '../../search/digest/contract';
import { dayAfter } from '../../online/feeds/feedDate';
import { marked, markOf, type NewPaperChoices } from './choices';
import type { NewPaper } from './newPaper';
import type { NewVersion, SeenPapers } from './seenPapers';
import { DAYS_SHOWN } from './takeIn';

/** The parts of the list, in their order. */
export const SECTIONS = ['today', 'week', 'later'] as const;
export type Section = (typeof SECTIONS)[number];

/** A new paper in its place, with the reasons for it. */
export interface RankedNewPaper {
  readonly paper: NewPaper;
  readonly band: Band;
  /** Sentences in plain text, the strongest first. */
  readonly reasons: readonly string[];
  /** Whether too few papers tell what the user works on: the order goes by upvotes and by what is followed, too. */
  readonly isLittleKnown?: boolean;
}

/** The papers that are to be ranked: those of the last days and those for later, without what is not wanted. */
export function openPapers({ papers }: SeenPapers, choices: NewPaperChoices, today: string): NewPaper[] {
  const later = marked(choices, 'later');
  const ids = new Set(later.map(({ id }) => id));
  const oldest = dayAfter(today, 1 - DAYS_SHOWN);
  const open = papers.filter(
    (paper) => paper.day >= oldest && !ids.has(paper.id) && markOf(choices, paper) !== 'unwanted',
  );
  return [...open, ...later];
}

/** The new versions of the last days, of each paper the latest. */
export function openVersions({ versions }: SeenPapers, today: string): NewVersion[] {
  const oldest = dayAfter(today, 1 - DAYS_SHOWN);
  const latest = new Map<string, NewVersion>();
  for (const version of versions) {
    const other = latest.get(version.of);
    if (version.day >= oldest && (!other || other.version < version.version)) latest.set(version.of, version);
  }
  return [...latest.values()];
}

/**
 * In which part of the list a paper stands; undefined for one that is not wanted, or too old.
 * @param oldest the first day whose papers are shown
 */
function sectionOf(paper: NewPaper, choices: NewPaperChoices, today: string, oldest: string): Section | undefined {
  const mark = markOf(choices, paper);
  if (mark === 'later') return 'later';
  if (mark === 'unwanted' || paper.day < oldest) return undefined;
  return paper.day >= today ? 'today' : 'week';
}

/** Ranked papers by the parts of the list, in their order. */
export function sectionsOf(
  ranked: readonly RankedNewPaper[],
  choices: NewPaperChoices,
  today: string,
): Record<Section, RankedNewPaper[]> {
  const sections: Record<Section, RankedNewPaper[]> = { today: [], week: [], later: [] };
  const oldest = dayAfter(today, 1 - DAYS_SHOWN);
  for (const each of ranked) {
    const section = sectionOf(each.paper, choices, today, oldest);
    if (section) sections[section].push(each);
  }
  return sections;
}

/** What became of a day's papers: some are open, none is any more, or none came. */
export type DayState = 'open' | 'done' | 'nothing';

/** @param open the papers of the day that stand in the list */
export function stateOfDay({ papers }: SeenPapers, open: readonly unknown[], today: string): DayState {
  if (open.length > 0) return 'open';
  return papers.some(({ day }) => day >= today) ? 'done' : 'nothing';
}
