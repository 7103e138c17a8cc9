import { decompress } from '#platform/compression';
import { SYSTEM_CLOCK } from '../../../src/base/clock';
import { Library } from '../../../src/library/library';
import { ReadingClient } from '../../../src/library/reading/client';
import { WorkspaceLibrary } from '../../../src/library/sources/workspaceLibrary';
import { FileChanges } from '../../../src/workspace/fileChanges';
import { MemoryWorkspace } from '../../unit/support/memoryWorkspace';
import { bibCorpus } from '../library/corpus';
import { Random } from '../search/random';
import { threadOf, type ThreadScripts } from './threadScripts';
import { tryAll, type Trial } from './trial';

const FILES = 1000;
const EVENTS = 20_000;
/** So many events come before anything else has its turn. */
const BURST = 50;
const ENTRIES = 10_000;
const REWRITES = 200;
/** How long after the last event all has to be right, in milliseconds. */
const PATIENCE = 30_000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets files change faster than they can be read. */
export function tryStorms({ reading }: ThreadScripts): Promise<Trial[]> {
  return tryAll({
    [`${EVENTS} events of ${FILES} paper lists`]: () => manyFiles(reading),
    [`a list of ${ENTRIES} entries written ${REWRITES} times`]: () => oneLargeFile(reading),
  });
}

async function manyFiles(script: string): Promise<Trial> {
  const random = new Random(3);
  const expected = new Map<string, string>();
  const workspace = new MemoryWorkspace();
  const events: ((name: string, key: string) => void)[] = [
    (name, key) => {
      workspace.write(name, entry(key));
      expected.set(name, key);
    },
    (name) => {
      workspace.delete(name);
      expected.delete(name);
    },
    (name, key) => {
      workspace.type(name, entry(key));
      workspace.save(name);
      expected.set(name, key);
    },
    (name, key) => {
      workspace.type(name, entry(key));
      workspace.close(name);
    },
  ];
  return storm(
    script,
    workspace,
    () => [...expected.values()],
    async () => {
      for (let i = 0; i < EVENTS; i++) {
        random.pick(events)(`folder${random.below(7)}/list${random.below(Math.floor(FILES / 7))}.bib`, `key${i}`);
        if (i % BURST === 0) await pause(random.below(5));
      }
    },
  );
}

async function oneLargeFile(script: string): Promise<Trial> {
  const text = bibCorpus(ENTRIES);
  const keys = Array.from({ length: ENTRIES }, (_, i) => `key${i}`);
  const workspace = new MemoryWorkspace({ 'large.bib': text });
  return storm(
    script,
    workspace,
    () => [...keys, `last${REWRITES - 1}`],
    async () => {
      for (let i = 0; i < REWRITES; i++) {
        workspace.write('large.bib', text + entry(`last${i}`));
        await pause(20);
      }
    },
  );
}

function entry(key: string): string {
  return `@misc{${key}, title = {On ${key}}}\n`;
}

/** Follows a workspace while its files change, and measures how long after that the library has the right keys. */
async function storm(
  script: string,
  workspace: MemoryWorkspace,
  expected: () => readonly string[],
  blow: () => Promise<void>,
): Promise<Trial> {
  const client = new ReadingClient(() => threadOf(script), decompress);
  const library = libraryOf(workspace, client);
  await library.reload();
  await blow();
  const began = performance.now();
  const right = expected().toSorted().join();
  const isRight = () => library.own.entries().length === expected().length && keysOf(library.own) === right;
  while (!isRight() && performance.now() - began < PATIENCE) await pause(50);
  const took = performance.now() - began;
  library.dispose();
  client.dispose();
  return {
    holds: took < PATIENCE,
    line: `${expected().length} papers right ${took.toFixed(0)} ms after the last`,
  };
}

function keysOf(library: Library): string {
  return library
    .entries()
    .map(({ citekey }) => citekey)
    .toSorted()
    .join();
}

function libraryOf(workspace: MemoryWorkspace, client: ReadingClient): WorkspaceLibrary {
  const clock = SYSTEM_CLOCK;
  const sources = ['**/*.bib'];
  return new WorkspaceLibrary({
    files: workspace,
    changes: new FileChanges(workspace, workspace.log, clock),
    log: workspace.log,
    clock,
    client,
    cache: { file: () => undefined, writeLater: () => {} },
    progress: { during: (work) => work(new AbortController().signal), arrived: () => {} },
    sample: { library: new Library(), isAllowed: false, load: () => Promise.resolve() },
    settings: () => ({
      sources,
      userSources: [],
      copies: [],
      isTrusted: true,
      folders: workspace.folders().map((uri) => ({ uri, sources, defaultSources: sources, ownSources: [] })),
      home: '/home/me',
      absolute: (path) => `file://${path}`,
    }),
    missingField: () => undefined,
    nameForThread: () => undefined,
  });
}
