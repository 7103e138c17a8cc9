import { BOMBS, detonate } from './bombs';
import { FAMILIES } from './families';

const SMALL = 4000;
const TIMES = 4;
/** Work that grows with its text takes about four times as long; what sorts takes a little more. */
const MOST_GROWTH = 6;
/** Less than this is noise, in milliseconds. */
const NOISE = 60;
const ROUNDS = 3;

/** What hostile texts cost: how the time grows with their size, and how much memory small ones can be made to take. */
export function benchFaults(): Promise<void> {
  let failed = 0;
  console.log(`Growth, ${SMALL} pieces against ${TIMES} times as many, milliseconds of processor time`);
  for (const [name, work] of FAMILIES) {
    const small = least(work(SMALL));
    const large = least(work(SMALL * TIMES));
    const holds = large < NOISE || large <= MOST_GROWTH * small;
    if (!holds) failed++;
    console.log(`${holds ? 'holds' : 'GROWS'}  ${name}: ${small.toFixed(0)} → ${large.toFixed(0)}`);
  }
  console.log('\nBombs');
  for (const [name, text] of Object.entries(BOMBS)) {
    const { entries, problems, seconds, megabytes } = detonate(text());
    console.log(
      `${name}: ${entries} entries, ${problems} problems, ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB in all`,
    );
  }
  console.log(`\n${FAMILIES.length - failed} families grow with their size, ${failed} faster`);
  if (failed > 0) process.exitCode = 1;
  return Promise.resolve();
}

/** The least processor time that some rounds took, after one that does not count. */
function least(work: () => unknown): number {
  work();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = process.cpuUsage();
    work();
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}
