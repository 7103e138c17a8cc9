import { decompress } from '#platform/compression';
import { createHash } from 'node:crypto';
import { mapCooperatively } from '../../../src/base/cooperate';
import { nextTurn } from '../../../src/base/nextTurn';
import { Library } from '../../../src/library/library';
import { ReadingClient } from '../../../src/library/reading/client';
import { checkRetractions } from '../../../src/online/retractions/checkRetractions';
import { readKeptList } from '../../../src/online/retractions/keptList';
import {
  MarkedPapers,
  marksAfter,
  NO_MARKS,
  retractablePaper,
} from '../../../src/workflows/retractions/retractionMarks';
import { askingOf } from '../../online/asking';
import { json, LocalServer, text } from '../../online/localServer';
import { threadHere } from '../library/threadHere';
import { Turns } from '../turns';

const PAPERS = 100_000;
const FILES = 4;
/** As many lines as Zotero's list has, and as long. */
const HASHES = 50_000;
const NUMBERS = 20_000;
/** The event loop of the extension host is never held for longer, in milliseconds. */
const LONGEST = 50;

/** Checks a large library for retractions, and measures for how long each part holds the event loop at a time. */
export async function benchRetractions(): Promise<void> {
  const library = new Library();
  const client = new ReadingClient(threadHere, decompress);
  for (let file = 0; file < FILES; file++) {
    const uri = `x${file}.bib`;
    library.setSource(uri, await client.read({ uri, fileName: uri, content: bibOf(file * (PAPERS / FILES)) }));
  }
  const server = await LocalServer.listen();
  server.on(/list$/, text(listLines(), 'text/plain', 200, { ETag: '"1"' }));
  server.on(/search$/, json([]));
  const entries = library.entries();
  const papers = await measured('what each is looked for by', () => mapCooperatively(entries, retractablePaper));
  const check = (kept?: unknown) => checkRetractions(papers, readKeptList(kept), askingOf(server), 1);
  const { list, states } = await measured('the first check', () => check());
  const kept = JSON.stringify(list);
  await measured('a check by the kept list', () => check(JSON.parse(kept)));
  const marks = await measured('the marks after it', () => marksAfter(NO_MARKS, papers, states, 1));
  const marked = new MarkedPapers(marks);
  await measured('which papers have a mark', () =>
    mapCooperatively(entries, ({ citekey }) => marked.of(library.get(citekey)!)),
  );
  await server.close();
  client.dispose();
}

function bibOf(first: number): string {
  const entry = (i: number) =>
    `@article{k${i},\n  title = {On the Matter ${i}},\n  author = {Doe, Jane},\n  year = {2010},\n  doi = {10.1234/ab.${i}},\n}\n`;
  return Array.from({ length: PAPERS / FILES }, (_, i) => entry(first + i)).join('');
}

function listLines(): string {
  const hashed = (i: number) => createHash('sha1').update(`10.9/${i}`).digest('hex').slice(0, 5);
  const hashes = Array.from({ length: HASHES }, (_, i) => `d${hashed(i)} 2020-01-01\n`);
  const numbers = Array.from({ length: NUMBERS }, (_, i) => `p${10_000_000 + i * 37} 2020-01-01\n`);
  return [...hashes, ...numbers].join('');
}

async function measured<T>(name: string, run: () => Promise<T>): Promise<T> {
  const turns = new Turns();
  await nextTurn();
  turns.reset();
  const start = performance.now();
  const result = await run();
  await nextTurn();
  turns.stop();
  const all = performance.now() - start;
  console.log(`${name.padEnd(28)} longest turn ${turns.longest.toFixed(1)} ms, all ${all.toFixed(0)} ms`);
  if (turns.longest > LONGEST) process.exitCode = 1;
  return result;
}
