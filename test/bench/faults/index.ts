import { peakMemory } from '../peakMemory';
import { BOMBS, tryBomb } from './bombs';
import { tryCaches } from './caches';
import { FAMILIES } from './families';
import { tryFullDisk } from './fullDisk';
import { tryGrowth } from './growth';
import { tryKills } from './kills';
import { tryStorms } from './storms';
import { tryThreads } from './threads';
import { type ThreadScripts, withThreadScripts } from './threadScripts';
import type { Trial } from './trial';

/** The most memory that this process and its threads may take in all of it, in megabytes. */
const MOST_MEGABYTES = 1536;

type Part = readonly [title: string, tries: (scripts: ThreadScripts) => Trial[] | Promise<Trial[]>];

const PARTS: Readonly<Record<string, Part>> = {
  storms: ['Storms of file events', tryStorms],
  kills: ['Threads killed under load', tryKills],
  threads: ['Sources beside each other, in real threads', tryThreads],
  caches: ['Cache files damaged, one place at a time', tryCaches],
  disk: ['A full disk, a process each', tryFullDisk],
  growth: [
    'Growth, a text against four times as many pieces, milliseconds of processor time',
    () => FAMILIES.map(tryGrowth),
  ],
  bombs: ['Bombs, each in a process of its own, memory at the peak', () => Object.keys(BOMBS).map(tryBomb)],
};

/**
 * What faults and hostile texts cost: threads killed, caches damaged, disks full, how time grows with size, how much memory small texts take.
 * @param names of the parts to be tried; all where it is empty
 */
export async function benchFaults(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`No parts: ${unknown.join(' ')}. There are: ${Object.keys(PARTS).join(' ')}`);
  const held = await withThreadScripts(async (scripts) => {
    const holds: boolean[] = [];
    for (const [name, [title, tries]] of Object.entries(PARTS)) {
      if (names.length === 0 || names.includes(name)) holds.push(...report(title, await tries(scripts)));
    }
    return [...holds, ...report('Memory', [tryMemory()])];
  });
  const failed = held.filter((holds) => !holds).length;
  console.log(`\n${held.length - failed} of ${held.length} hold`);
  if (failed > 0) process.exitCode = 1;
}

function tryMemory(): Trial {
  const peak = peakMemory();
  return { holds: peak < MOST_MEGABYTES, line: `${peak.toFixed(0)} MB of this process and its threads at the peak` };
}

function report(title: string, trials: readonly Trial[]): boolean[] {
  console.log(`\n${title}`);
  for (const { holds, line } of trials) console.log(`${holds ? 'holds' : 'FAILS'}  ${line}`);
  return trials.map(({ holds }) => holds);
}
