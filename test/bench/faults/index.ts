import { BOMBS, tryBomb } from './bombs';
import { FAMILIES } from './families';
import { tryGrowth } from './growth';
import { tryThreads } from './threads';

/** What was tried: whether it held, and a line that says what was seen. */
interface Trial {
  readonly holds: boolean;
  readonly line: string;
}

/** What hostile texts cost: how the time grows with their size, and how much memory small ones can be made to take. */
export async function benchFaults(): Promise<void> {
  const threads = await tryThreads();
  const held = [
    report('Sources beside each other, in real threads', threads, (trial) => trial),
    report('Growth, a text against four times as many pieces, milliseconds of processor time', FAMILIES, tryGrowth),
    report('Bombs, each in a process of its own, memory at the peak', Object.keys(BOMBS), tryBomb),
  ].flat();
  const failed = held.filter((holds) => !holds).length;
  console.log(`\n${held.length - failed} of ${held.length} hold`);
  if (failed > 0) process.exitCode = 1;
  const peak = process.resourceUsage().maxRSS / 1024;
  console.log(`${peak.toFixed(0)} MB of this process and its threads at the peak`);
}

function report<Subject>(title: string, subjects: readonly Subject[], attempt: (subject: Subject) => Trial): boolean[] {
  console.log(`\n${title}`);
  return subjects.map((subject) => {
    const { holds, line } = attempt(subject);
    console.log(`${holds ? 'holds' : 'FAILS'}  ${line}`);
    return holds;
  });
}
