import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { SearchDocument } from '../../../src/search/contract';
import { corpus } from './corpus';
import type { EngineFigures, QueryFile } from './engineProcess';
import { ENGINES, type EngineName } from './engines';
import { knownItems, type QuerySet } from './knownItems';
import { mixedQueries } from './mixedQueries';
import { passages } from './passages';
import { seedPapers } from './seedPapers';
import { sentenceItems } from './sentences';
import { measureRelated } from './relatedQuality';
import { byTestTable, figuresTable, relatedTable, workerTable, type BenchRow, type DetailedRow } from './tables';
import { measureWorker, type WorkerFigures } from './workerFigures';

const SIZES = [278, 10_000];
const FULL_SIZE = 100_000;
/** An engine that takes longer on a corpus has no row. */
const LONGEST_MS = 15 * 60_000;
const HEAP_MB = 14_000;

/** Measures the search against other engines: `search [--full] [--tuning] [--json FILE] [--engine NAME]… [--size N]…`. */
export async function benchSearch(args: readonly string[]): Promise<void> {
  const sizes = valuesOf(args, '--size').map(Number);
  const set = args.includes('--tuning') ? 'tuning' : 'reporting';
  const engines = valuesOf(args, '--engine') as EngineName[];
  const folder = mkdtempSync(join(tmpdir(), 'search-bench-'));
  try {
    const script = bundledProcess(folder);
    const rows: DetailedRow[] = [];
    const wanted = sizes.length > 0 ? sizes : [...SIZES, ...(args.includes('--full') ? [FULL_SIZE] : [])];
    for (const size of wanted) {
      const files = writeCorpus(folder, size, set);
      for (const engine of engines.length > 0 ? engines : (Object.keys(ENGINES) as EngineName[])) {
        process.stderr.write(`${engine} on ${size} papers …\n`);
        const figures = runEngine(script, engine, files);
        if (figures) rows.push({ corpus: size, engine, ...figures });
      }
    }
    console.log(figuresTable(rows));
    console.log(byTestTable(rows, 'byTest'));
    if (wanted.includes(seedPapers().length)) {
      console.log(byTestTable(rows, 'bySentence'));
      console.log(relatedTable(measureRelated(set)));
    }
    const ofWorker: WorkerFigures[] = [];
    for (const size of wanted) ofWorker.push(await measureWorker(size));
    console.log(workerTable(ofWorker));
    const [jsonFile] = valuesOf(args, '--json');
    if (jsonFile) writeFileSync(jsonFile, JSON.stringify(rows.map(withoutTests), undefined, 2));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What stands behind each occurrence of an option. */
function valuesOf(args: readonly string[], option: string): string[] {
  return args.flatMap((arg, i) => (args[i - 1] === option ? [arg] : []));
}

/** The measuring process as one plain script, so that nothing but the engine takes its memory. */
function bundledProcess(folder: string): string {
  const outfile = join(folder, 'engineProcess.mjs');
  esbuild.buildSync({
    entryPoints: [join(import.meta.dirname, 'engineProcess.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    define: { 'import.meta.dirname': JSON.stringify(import.meta.dirname) },
  });
  return outfile;
}

function writeCorpus(folder: string, size: number, set: QuerySet): { papers: string; queries: string } {
  const papers = join(folder, `${size}.jsonl`);
  const queries = join(folder, `${size}.queries.json`);
  const file = openSync(papers, 'w');
  const all: SearchDocument[] = [];
  for (const paper of corpus(size)) {
    writeSync(file, `${JSON.stringify(paper)}\n`);
    all.push(paper);
  }
  closeSync(file);
  const isSeeds = size === seedPapers().length;
  const content: QueryFile = {
    mixed: mixedQueries(),
    knownItems: knownItems(all, set),
    passages: passages(),
    sentences: isSeeds ? sentenceItems(set === 'tuning' ? 'odd' : 'even') : [],
    spokenOf: isSeeds ? seedPapers() : [],
  };
  writeFileSync(queries, JSON.stringify(content));
  return { papers, queries };
}

function runEngine(
  script: string,
  engine: EngineName,
  { papers, queries }: { papers: string; queries: string },
): EngineFigures | undefined {
  const flags = ['--expose-gc', `--max-old-space-size=${HEAP_MB}`];
  const { stdout, status } = spawnSync(process.execPath, [...flags, script, engine, papers, queries], {
    encoding: 'utf8',
    timeout: LONGEST_MS,
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  if (status === 0) return JSON.parse(stdout.trim().split('\n').at(-1)!) as EngineFigures;
  process.stderr.write(`  no figures: the engine ran out of time or memory\n`);
  return undefined;
}

function withoutTests({ byTest: _, bySentence: __, ...row }: DetailedRow): BenchRow {
  return row;
}
