import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bibCorpus } from './corpus';
import { ENGINES } from './engines';

interface Measured {
  readonly seconds: number;
  readonly entries: number;
  /** Megabytes kept (heap and buffers), and of the whole process at its peak. */
  readonly kept: number;
  readonly peak: number;
}

/** Longer than this no engine may take. */
const LIMIT_MS = 300_000;

/** Each engine reads the same texts of realistic entries, each in its own process. */
export function compareEngines(counts: readonly number[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'library-bench-'));
  const file = join(folder, 'corpus.bib');
  for (const count of counts) {
    writeFileSync(file, bibCorpus(count));
    console.log(`\n${count} entries: CPU seconds, entries read, MB kept, MB peak`);
    for (const engine of Object.keys(ENGINES)) {
      const measured = measure(engine, file);
      const figures =
        typeof measured === 'string'
          ? measured
          : `${fixed(measured.seconds, 2)} ${measured.entries} ${fixed(measured.kept, 0)} ${fixed(measured.peak, 0)}`;
      console.log(`  ${engine.padEnd(30)} ${figures}`);
    }
  }
  rmSync(folder, { recursive: true });
}

function measure(engine: string, file: string): Measured | string {
  const script = join(__dirname, 'engineProcess.ts');
  const argv = ['--expose-gc', '--max-old-space-size=6000', '--import', 'tsx', script, engine, file];
  const run = spawnSync(process.execPath, argv, { encoding: 'utf8', timeout: LIMIT_MS });
  if (run.status !== 0) return `failed: ${/\w*Error.*/.exec(run.stderr)?.[0].slice(0, 80) ?? run.signal ?? ''}`;
  return JSON.parse(run.stdout) as Measured;
}

function fixed(value: number, digits: number): string {
  return value.toFixed(digits).padStart(8);
}
