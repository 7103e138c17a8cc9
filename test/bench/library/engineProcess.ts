import { readFileSync } from 'node:fs';
import { peakMemory } from '../peakMemory';
import { bibCorpus } from './corpus';
import { ENGINES } from './engines';

/* One engine reading one file in a process of its own: prints CPU seconds, memory kept and the process's peak as JSON. */
const [engine, file] = process.argv.slice(2);

async function main(): Promise<void> {
  const text = readFileSync(file, 'utf8');
  // Loads and warms the engine, as it is in a program that runs.
  await ENGINES[engine](bibCorpus(200));
  const inUse = () => {
    // What the first collection finds at its end is freed by the second.
    global.gc?.();
    global.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const before = inUse();
  const cpu = process.cpuUsage();
  const { kept, entries } = await ENGINES[engine](text);
  const { user, system } = process.cpuUsage(cpu);
  const peak = peakMemory() * 2 ** 20;
  const keptBytes = inUse() - before;
  console.log(
    JSON.stringify({
      seconds: (user + system) / 1e6,
      entries,
      kept: keptBytes / 1e6,
      peak: peak / 1e6,
      alive: Boolean(kept),
    }),
  );
}

void main();
