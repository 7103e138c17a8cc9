import { readLibrary } from '../../cases';

/** Small lists that would take gigabytes if what they say were written out, by name. */
export const BOMBS: Readonly<Record<string, () => string>> = {
  'an abbreviation doubled 26 times, used by 20 entries': () =>
    ['@string{s0 = {0123456789}}', ...count(26, (i) => `@string{s${i + 1} = s${i} # s${i}}`)].join('\n') +
    count(20, (i) => `\n@book{b${i}, title = s26}`).join(''),
  'an abbreviation of 200 kB, used 2,000 times': () =>
    `@string{l = {${'x'.repeat(200_000)}}}` + count(2000, (i) => `\n@book{b${i}, title = l}`).join(''),
  'a parent with a title of 200 kB and 2,000 children': () =>
    `@book{p, title = {${'y'.repeat(200_000)}}}` +
    count(2000, (i) => `\n@inbook{c${i}, title = {C}, crossref = p}`).join(''),
  'a parent with 5,000 fields and 2,000 children': () =>
    `@book{p, title = {P}${count(5000, (i) => `, f${i} = {v${i}}`).join('')}}` +
    count(2000, (i) => `\n@inbook{c${i}, title = {C}, crossref = p}`).join(''),
};

function count(times: number, make: (i: number) => string): string[] {
  return Array.from({ length: times }, (_, i) => make(i));
}

/** What became of a bomb. */
export interface Blast {
  readonly entries: number;
  readonly problems: number;
  readonly seconds: number;
  /** Of the process, while its entries are still held. */
  readonly megabytes: number;
}

/** Reads a bomb with all its entries kept. */
export function detonate(text: string): Blast {
  const start = process.cpuUsage();
  const { entries, problems } = readLibrary('x.bib', text);
  const { user } = process.cpuUsage(start);
  const megabytes = process.memoryUsage().rss / 1024 / 1024;
  return { entries: entries.length, problems: problems.length, seconds: user / 1e6, megabytes };
}
