import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readLibrary } from '../../cases';
import { peakMemory } from '../peakMemory';
import type { Trial } from './trial';

/** Small lists that would take gigabytes if what they say were written out, by name. */
export const BOMBS: Readonly<Record<string, () => string>> = {
  'an abbreviation doubled 26 times, used by 20 entries': () =>
    ['@string{s0 = {0123456789}}', ...count(26, (i) => `@string{s${i + 1} = s${i} # s${i}}`)].join('\n') +
    count(20, (i) => `\n@book{b${i}, title = s26}`).join(''),
  'an abbreviation made of itself 2,000 times': () =>
    '@string{s = {0}}' + count(2000, (i) => `\n@string{s = {${i}} # s # s}`).join('') + '\n@book{b, title = s}',
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

/** The most that a bomb may take: seconds of processor time, and megabytes of its process at the peak. */
const MOST_SECONDS = 10;
const MOST_MEGABYTES = 1536;
/** A process that takes longer than this is ended, in milliseconds. */
const TIME_LIMIT = 60_000;

/** What became of a bomb; the megabytes are those of its whole process at the peak. */
interface Blast {
  readonly entries: number;
  readonly problems: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/** Reads a bomb in a process of its own. The line says what it took; it holds where every entry is there within the limits. */
export function tryBomb(name: string): Trial {
  const args = [...process.execArgv, fileURLToPath(import.meta.url), name];
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, args, {
    timeout: TIME_LIMIT,
    encoding: 'utf8',
  });
  if (status !== 0) return { holds: false, line: `${name}: ended by ${signal ?? status} ${stderr.slice(0, 300)}` };
  const { entries, problems, seconds, megabytes } = JSON.parse(stdout) as Blast;
  const expected = BOMBS[name]().match(/@(?:in)?book\{/g)!.length;
  return {
    holds: entries === expected && seconds < MOST_SECONDS && megabytes < MOST_MEGABYTES,
    line: `${name}: ${entries} of ${expected} entries, ${problems} problems, ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
  };
}

function detonate(text: string): Blast {
  const start = process.cpuUsage();
  const { entries, problems } = readLibrary('x.bib', text);
  const { user, system } = process.cpuUsage(start);
  return {
    entries: entries.length,
    problems: problems.length,
    seconds: (user + system) / 1e6,
    megabytes: peakMemory(),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(detonate(BOMBS[process.argv[2]]())));
