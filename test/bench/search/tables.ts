import type { EngineFigures } from './engineProcess';
import type { EngineName } from './engines';
import type { RelatedFigures } from './relatedQuality';
import type { WorkerFigures } from './workerFigures';

/** One line of the result. */
export interface BenchRow extends Omit<EngineFigures, 'byTest' | 'bySentence'> {
  readonly corpus: number;
  readonly engine: EngineName;
}

/** A row with the quality of each test. */
export type DetailedRow = BenchRow & Pick<EngineFigures, 'byTest' | 'bySentence'>;

const FIGURES = ['buildMs', 'p50', 'p95', 'passageP50', 'passageP95', 'rssMb', 'mrr'] as const;

/** The figures of all engines; behind each peer's figure how many times ours it is. */
export function figuresTable(rows: readonly DetailedRow[]): string {
  const lines = rows.map((row) => {
    const ours = rows.find(({ corpus, engine }) => corpus === row.corpus && engine === 'ours');
    const cells = FIGURES.map((figure) => {
      const value = row[figure];
      const times = ours && ours !== row && figure !== 'mrr' ? ` ×${short(value / ours[figure])}` : '';
      return short(value) + times;
    });
    return [String(row.corpus), row.engine, ...cells];
  });
  return table([
    ['papers', 'engine', 'build ms', 'p50 ms', 'p95 ms', '40 words', 'p95 ms', 'memory MB', 'MRR'],
    ...lines,
  ]);
}

/** The mean reciprocal rank of each test. */
export function byTestTable(all: readonly DetailedRow[], kind: 'byTest' | 'bySentence'): string {
  const rows = all.filter((row) => Object.keys(row[kind]).length > 0);
  const tests = [...new Set(rows.flatMap((row) => Object.keys(row[kind])))];
  const lines = rows.map((row) => [
    String(row.corpus),
    row.engine,
    ...tests.map((test) => row[kind][test]?.toFixed(3) ?? '–'),
  ]);
  return table([['papers', 'engine', ...tests], ...lines]);
}

/** How well related papers are told. */
export function relatedTable(figures: readonly RelatedFigures[]): string {
  const lines = figures.map(({ name, ndcg, listed }) => [name, ndcg.toFixed(3), listed.toFixed(1)]);
  return table([['related papers', 'nDCG@10', 'listed of 10'], ...lines]);
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);
}

function table(lines: readonly (readonly string[])[]): string {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = lines.map((line) => line.map((cell, column) => cell.padStart(widths[column])).join('  '));
  return `\n${text.join('\n')}\n`;
}

/** The figures of the worker thread. */
export function workerTable(figures: readonly WorkerFigures[]): string {
  const header = [
    'papers',
    'fed ms',
    'longest hold',
    'cache load',
    'warm start',
    'trip p50',
    'trip p95',
    'note saved',
    'status set',
    'p95',
  ];
  const lines = figures.map((one) => [
    String(one.papers),
    ...[
      one.fed,
      one.longestHold,
      one.cacheLoad,
      one.warmStart,
      one.roundTripP50,
      one.roundTripP95,
      one.noteSaved,
      one.statusSet,
      one.statusSetP95,
    ].map(short),
  ]);
  return table([header, ...lines]);
}
