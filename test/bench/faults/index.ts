import { peakMemory } from '../peakMemory';
import { BOMBS, tryBomb } from './bombs';
import { tryCaches } from './caches';
import { FAMILIES } from './families';
import { tryFullDisk } from './fullDisk';
import { tryGrowth } from './growth';
import { tryKills } from './kills';
import { tryStorms } from './storms';
import { tryThreads } from './threads';
import { withThreadScripts } from './threadScripts';
import type { Trial } from './trial';

/** The most memory that this process and its threads may take in all of it, in megabytes. */
const MOST_MEGABYTES = 1536;

/** What faults and hostile texts cost: threads killed, caches damaged, disks full, how time grows with size, how much memory small texts take. */
export async function benchFaults(): Promise<void> {
  const held = await withThreadScripts(async (scripts) => [
    ...report('Storms of file events', await tryStorms(scripts)),
    ...report('Threads killed under load', await tryKills(scripts)),
    ...report('Sources beside each other, in real threads', await tryThreads(scripts)),
    ...report('Cache files damaged, one place at a time', await tryCaches(scripts)),
    ...report('A full disk, a process each', await tryFullDisk(scripts)),
    ...report(
      'Growth, a text against four times as many pieces, milliseconds of processor time',
      FAMILIES.map(tryGrowth),
    ),
    ...report('Bombs, each in a process of its own, memory at the peak', Object.keys(BOMBS).map(tryBomb)),
    ...report('Memory', [tryMemory()]),
  ]);
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
