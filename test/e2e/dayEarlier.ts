import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atOnce } from '../../src/base/cooperate';
import { recordLines, recordsOf } from '../../src/base/recordLines';
import { dayAfter } from '../../src/online/feeds/feedDate';

/** More than any day has, in milliseconds, on which clocks change too. */
const A_DAY = 25 * 3_600_000;
const TIMES = new Set(['at', 'tried', 'answered']);
const FILES = ['seen.jsonl', 'choices.jsonl'];

/**
 * Has all that is kept of new papers be of a day earlier, as if the user came back on the day after. No window may have it open.
 * @param dataFolder of the server
 */
export async function makeNewPapersDayOlder(dataFolder: string): Promise<void> {
  const folder = join(dataFolder, 'data/User/globalStorage/literature-notes.literature-notes/newPapers');
  for (const file of FILES) {
    const records = [...recordsOf(await readFile(join(folder, file)))].filter((record) => record !== undefined);
    await writeFile(join(folder, file), atOnce(recordLines(records.map(dayEarlier))));
  }
}

function dayEarlier(value: unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, memberEarlier(name, each)]));
}

function memberEarlier(name: string, value: unknown): unknown {
  if (name === 'day' && typeof value === 'string') return dayAfter(value, -1);
  if (TIMES.has(name) && typeof value === 'number') return value - A_DAY;
  return dayEarlier(value);
}
