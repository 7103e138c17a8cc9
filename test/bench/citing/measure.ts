import { checkCitations } from '../../../src/citations/check';
import { completionAt } from '../../../src/citations/completion';
import { insertionAt } from '../../../src/citations/insert';
import { nearestKeys } from '../../../src/citations/nearest';
import type { Syntax } from '../../../src/citations/syntax';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';
import { threadCpu } from '../search/clock';
import { denseTexts } from './dense';
import { benchIndex } from './indexing';
import { hostileTexts, ordinaryText } from './texts';

/** So often each thing is measured; the least counts, as all that is more comes from elsewhere. */
const RUNS = 5;

/** So often what is slow is done before it is measured. */
const WARM_UP = 3;

/** What took less, in milliseconds, is none of the worst; it is not measured again. */
const SMALL = 20;
/** What a megabyte may take, in milliseconds. */
const LIMIT = 30;

const FIXED = ordinaryText('latex');
/** What the fixed work takes at least: the quietest moment of many. */
const quietTime = least(fixedWork, 200);

const IDS = Object.keys(SYNTAXES) as SyntaxId[];

/** The figures of citing: finding in a megabyte, ordinary, dense and hostile; a key press and a command in a long document. */
export function measureCiting(): void {
  console.log(
    `\nFinding the citations of 1 MB of text, milliseconds of CPU time where a pass takes ${quietTime.toFixed(1)}`,
  );
  for (const id of IDS) benchFinder(id);
  console.log('\nIn a document of 200 kB, milliseconds of CPU time');
  for (const id of IDS) benchEditing(id);
  benchNearest(10_000);
}

/** The figures of the index. */
export async function measureIndex(): Promise<void> {
  console.log('The index of who cites what, milliseconds of CPU time');
  for (const count of [1000, 5000]) await benchIndex(count);
}

/**
 * One syntax on a megabyte. What is slow is measured again when V8 has had its time with it, beside a piece of work that is always
 * the same: other programs slow both down.
 */
function benchFinder(id: SyntaxId): void {
  const syntax = SYNTAXES[id];
  const text = ordinaryText(id);
  least(() => syntax.find(text), WARM_UP);
  const ordinary = medianBeside(() => syntax.find(text));
  console.log(
    `${syntax.id.padEnd(9)} ordinary ${ordinary.toFixed(1).padStart(5)} (${syntax.find(text).length} citations)` +
      `   ${worstOf(syntax, 'dense', denseTexts(id))}   ${worstOf(syntax, 'hostile', hostileTexts())}`,
  );
}

/** How many of some texts take too long, and the worst of them. */
function worstOf(syntax: Syntax, kind: string, texts: Iterable<readonly [name: string, text: string]>): string {
  const times: [name: string, time: number][] = [];
  for (const [name, text] of texts) {
    let time = least(() => syntax.find(text), 2);
    if (time >= SMALL) {
      least(() => syntax.find(text), WARM_UP);
      time = medianBeside(() => syntax.find(text));
    }
    times.push([name, time]);
  }
  times.sort((a, b) => b[1] - a[1]);
  const worst = times.slice(0, 3).map(([name, time]) => `${name} ${time.toFixed(1)}`);
  const over = times.filter(([, time]) => time > LIMIT).length;
  return `${over} of ${times.length} ${kind} over ${LIMIT}, worst: ${worst.join(', ')}`;
}

/** The median time of some work as it would be where the fixed work beside it takes as little as it ever did. */
function medianBeside(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const beside = least(fixedWork, 1);
    const time = least(work, 1);
    const slower = (beside + least(fixedWork, 1)) / 2 / quietTime;
    return time / Math.max(1, slower);
  });
  times.sort((a, b) => a - b);
  return times[RUNS >> 1];
}

/** A pass over a megabyte of text. */
function fixedWork(): number {
  let sum = 0;
  for (let at = 0; at < FIXED.length; at++) sum = (sum * 31 + FIXED.charCodeAt(at)) | 0;
  return sum;
}

function benchEditing(id: SyntaxId): void {
  const syntax = SYNTAXES[id];
  const text = ordinaryText(id, 200_000);
  const at = text.indexOf('doe1999', 100_000) + 3;
  const citations = syntax.find(text);
  const lookup = { find: () => undefined, nearest: () => [] };
  const figures = {
    'place of a key': least(() => completionAt(text, at, syntax)),
    'place in prose': least(() => completionAt(text, text.indexOf('window', at), syntax)),
    insertion: least(() => insertionAt(text, at, ['new'], syntax)),
    check: least(() => checkCitations(text, syntax, citations, lookup, { hasSource: true })),
  };
  const list = Object.entries(figures).map(([name, time]) => `${name} ${time.toFixed(2)}`);
  console.log(`${syntax.id.padEnd(9)} ${list.join('   ')}`);
}

function benchNearest(count: number): void {
  const keys = Array.from({ length: count }, (_, i) => `author${i % 700}${1990 + (i % 35)}word${i}`);
  const time = least(() => nearestKeys('author3172007wrod1234', keys));
  console.log(`nearest of ${count} keys to a mistyped one ${time.toFixed(1)}`);
}

function least(work: () => unknown, runs = RUNS): number {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    const start = threadCpu();
    work();
    best = Math.min(best, threadCpu() - start);
  }
  return best;
}
