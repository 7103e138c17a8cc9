import { BOMBS, tryBomb } from './bombs';
import { FAMILIES } from './families';
import { tryGrowth } from './growth';

/** What was tried: whether it held, and a line that says what was seen. */
interface Trial {
  readonly holds: boolean;
  readonly line: string;
}

/** What hostile texts cost: how the time grows with their size, and how much memory small ones can be made to take. */
export function benchFaults(): Promise<void> {
  const held = [
    report('Growth, a text against four times as many pieces, milliseconds of processor time', FAMILIES, tryGrowth),
    report('Bombs, each in a process of its own, memory at the peak', Object.keys(BOMBS), tryBomb),
  ].flat();
  const failed = held.filter((holds) => !holds).length;
  console.log(`\n${held.length - failed} of ${held.length} hold`);
  if (failed > 0) process.exitCode = 1;
  return Promise.resolve();
}

function report<Subject>(title: string, subjects: readonly Subject[], attempt: (subject: Subject) => Trial): boolean[] {
  console.log(`\n${title}`);
  return subjects.map((subject) => {
    const { holds, line } = attempt(subject);
    console.log(`${holds ? 'holds' : 'FAILS'}  ${line}`);
    return holds;
  });
}
