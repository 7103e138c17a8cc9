import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { runInHost } from '../host';
import { OUR_NAMES } from '../../../src/notes/fieldNames';
import { planOfField } from '../../../src/notes/fieldPlan';
import { WorkspaceNotes } from '../../../src/notes/workspaceNotes';
import { MemoryWorkspace } from '../../unit/support/memoryWorkspace';
import { Limits } from '../limits';
import { Turns } from '../turns';
import { notedPapers, noteText } from './corpus';
import { INDEX_MS, SAVE_TO_TREE_MS, STALL_MS, STATUSES_MS } from './limits';
import { benchSaveToTree } from './saveToTree';

const NOTES = 5000;
const LOST = 50;
const CHANGED = 1000;

/**
 * Measures 5,000 notes: in memory, where the disk and VS Code take no time, in the extension host, and in the window. Fails where
 * what must hold does not.
 */
export async function benchNotes(): Promise<void> {
  const limits = new Limits();
  console.log(`Load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`);
  console.log('In memory');
  await benchInMemory(limits);
  console.log('In VS Code, with the packaged extension');
  if (spawnSync(process.execPath, ['build/package.mjs'], { stdio: 'inherit' }).status !== 0) process.exitCode = 1;
  else await benchSaveToTree(limits);
  const code = await runInHost('bench-notes');
  for (const line of limits.missed) console.error(`Too slow: ${line}`);
  process.exitCode ??= limits.missed.length > 0 ? 1 : code;
}

async function benchInMemory(limits: Limits): Promise<void> {
  const papers = notedPapers(NOTES);
  const texts = papers.map((paper, i) => noteText(i < LOST ? { ...paper, citekey: `former${i}` } : paper));
  const workspace = new MemoryWorkspace(Object.fromEntries(texts.map((text, i) => [`notes/n${i}.md`, text])));
  const byKey = new Map(papers.map((paper) => [paper.citekey, paper]));
  const lookup = {
    isReady: true,
    citekeyOf: (key: string) => byKey.get(key)?.citekey,
    titleOf: (key: string) => byKey.get(key)?.title,
    papers: () => papers,
  };
  const notes = new WorkspaceNotes(
    () => ({ folder: 'notes', names: OUR_NAMES }),
    // The clock of a test stands still: the real one tells when others are to be let in.
    { files: workspace, changes: workspace.changes, log: workspace.log },
    lookup,
  );
  // It is loaded with the first note, and here compiled then.
  await import('../../../src/notes/readNote');
  const turns = new Turns();
  const read = await timed(() => notes.reload());
  limits.below(`${NOTES} notes read and linked, ${LOST} of them by their DOI`, read, INDEX_MS);
  limits.below('longest turn of that', turns.longest, STALL_MS);
  limits.below('one note read again', await timed(() => notes.add(workspace.uri('notes/n7.md'))), SAVE_TO_TREE_MS);
  const planned = await timed(async () => {
    for (const [i, text] of texts.slice(0, CHANGED).entries()) {
      planOfField({ uri: `file:///${i}.md`, text, names: OUR_NAMES, field: 'status', value: 'read' });
      if (i % 50 === 0) await new Promise(setImmediate);
    }
  });
  limits.below(`status of ${CHANGED} notes planned`, planned, STATUSES_MS);
  turns.stop();
}

/** Milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
