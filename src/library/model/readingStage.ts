/** How far the reading of a paper is, whatever words somebody has for it. */
export const READING_STAGES = ['unread', 'reading', 'read'] as const;
export type ReadingStage = (typeof READING_STAGES)[number];

/** The words of other tools: zotero-reading-list has the first five kinds, BibLib and Obsidian vaults the others. */
const STAGES: Readonly<Record<string, ReadingStage>> = {
  new: 'unread',
  'to read': 'unread',
  'in progress': 'reading',
  read: 'read',
  unread: 'unread',
  toread: 'unread',
  queued: 'unread',
  reading: 'reading',
  started: 'reading',
  skimming: 'reading',
  skimmed: 'read',
  done: 'read',
  finished: 'read',
  completed: 'read',
  cited: 'read',
};

/** The stage that a status means; undefined for own words (`not reading`, `skip`). `To-Read` and `to_read` are the same. */
export function readingStage(status: string): ReadingStage | undefined {
  const word = status
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
  return Object.hasOwn(STAGES, word) ? STAGES[word] : undefined;
}
