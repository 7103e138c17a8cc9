import { crc32 } from 'node:zlib';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { nextTurn } from '../../../src/base/nextTurn';
import { CitationIndex } from '../../../src/citations/index/citationIndex';
import type { IndexStore } from '../../../src/citations/index/storedFacts';
import { knownSyntax, SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';
import { fileNameOf } from '../../../src/workspace/uri';
import { MemoryWorkspace } from '../../unit/support/memoryWorkspace';
import { threadCpu } from '../search/clock';
import { Turns } from '../turns';
import { ordinaryText } from './texts';

/** Characters of a file: a chapter's section with some eighty citations. */
const LENGTH = 20_000;
/** So many that the garbage of edits is collected several times during one. */
const EDITS = 200;
/** So long an edit may take, in milliseconds. */
const LONGEST_EDIT = 5;

const collect = (() => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

/** The figures of the index of so many files: reading all, one edit, starting again, the places of one key, and what it keeps in memory. */
export async function benchIndex(count: number): Promise<void> {
  const ids = (Object.keys(SYNTAXES) as SyntaxId[]).filter((id) => SYNTAXES[id].extensions.length > 0);
  const nameOf = (i: number) => `part${i % 40}/file${i}.${SYNTAXES[ids[i % ids.length]].extensions[0]}`;
  const files = Array.from(
    { length: count },
    (_, i) => [nameOf(i), ordinaryText(ids[i % ids.length], LENGTH)] as const,
  );
  const workspace = new MemoryWorkspace(Object.fromEntries(files));
  const store = new MemoryStore();
  const index = indexOf(workspace, store);
  const before = memory();
  const start = threadCpu();
  await index.ready();
  const reading = threadCpu() - start;
  const edits: number[] = [];
  for (let i = 0; i < EDITS; i++) {
    // All that the file cites is in other places then.
    const edited = `And more.\n\n${files[i][1]}`;
    const started = threadCpu();
    workspace.type(nameOf(i), edited);
    await workspace.clock.pass(500);
    edits.push(threadCpu() - started);
  }
  for (let i = 0; i < EDITS; i++) workspace.close(nameOf(i));
  await workspace.clock.pass(500);
  // Collecting all garbage makes V8 forget what it has compiled for the objects that are gone.
  const kept = memory() - before;
  await store.write();
  const turns = new Turns();
  const asked = threadCpu();
  const places = await index.placesOf(['doe1999']);
  const answer = threadCpu() - asked;
  await nextTurn();
  turns.stop();
  edits.sort((a, b) => a - b);
  const long = edits.filter((time) => time >= LONGEST_EDIT).length;
  console.log(
    `${count} files of ${LENGTH / 1000} kB: read in ${reading.toFixed(0)} ms, an edit ${edits[EDITS >> 1].toFixed(1)} ms ` +
      `(most ${edits[EDITS - 1].toFixed(1)}; ${long} of ${EDITS} over ${LONGEST_EDIT}), ${places.length} places of a key in ${answer.toFixed(1)} ms ` +
      `(${turns.longest.toFixed(1)} at a time), ${kept.toFixed(0)} MB kept`,
  );
  index.dispose();
  const again = indexOf(workspace, store);
  const restart = threadCpu();
  await again.ready();
  console.log(
    `  started again: ${(threadCpu() - restart).toFixed(0)} ms with ${(store.kept!.length / 2 ** 20).toFixed(1)} MB kept on disk`,
  );
  again.dispose();
}

function indexOf({ files, log, clock, changes }: MemoryWorkspace, store: IndexStore): CitationIndex {
  const documents = { syntaxOf: (uri: string, text: string) => knownSyntax('', fileNameOf(uri), () => text) };
  return new CitationIndex(documents, { files, log, clock, changes, store });
}

/** What is kept between starts, in memory. */
class MemoryStore implements IndexStore {
  readonly checksum = crc32;
  kept: Uint8Array | undefined;
  #bytes: (() => Promise<Uint8Array>) | undefined;

  now(): number {
    return Date.now();
  }

  read(): Promise<Uint8Array | undefined> {
    return Promise.resolve(this.kept);
  }

  writeLater(bytes: () => Promise<Uint8Array>): void {
    this.#bytes = bytes;
  }

  async write(): Promise<void> {
    this.kept = await this.#bytes?.();
  }
}

/** Megabytes that are in use, in the heap and by arrays of numbers beside it. */
function memory(): number {
  collect();
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
}
