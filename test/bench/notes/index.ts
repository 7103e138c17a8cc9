import { runInHost } from '../host';
import { OUR_NAMES } from '../../../src/notes/fieldNames';
import { planOfField } from '../../../src/notes/fieldPlan';
import { WorkspaceNotes } from '../../../src/notes/workspaceNotes';
import { MemoryWorkspace } from '../../unit/support/memoryWorkspace';
import { Turns } from '../turns';
import { notedPapers, noteText } from './corpus';

const NOTES = 5000;
const LOST = 50;
const CHANGED = 1000;

/** Measures 5,000 notes: in memory, where the disk and VS Code take no time, and in VS Code. */
export async function benchNotes(): Promise<void> {
  const papers = notedPapers(NOTES);
  const texts = papers.map((paper, i) => noteText(i < LOST ? { ...paper, citekey: `former${i}` } : paper));
  const workspace = new MemoryWorkspace(Object.fromEntries(texts.map((text, i) => [`notes/n${i}.md`, text])));
  const byKey = new Map(papers.map((paper) => [paper.citekey, paper.citekey]));
  const lookup = { isReady: true, citekeyOf: (key: string) => byKey.get(key), papers: () => papers };
  const notes = new WorkspaceNotes(
    () => ({ folder: 'notes', names: OUR_NAMES }),
    // The clock of a test stands still: the real one tells when others are to be let in.
    { files: workspace, changes: workspace.changes, log: workspace.log },
    lookup,
  );
  // It is loaded with the first note, and here compiled then.
  await import('../../../src/notes/readNote');
  const turns = new Turns();
  await timed(`${NOTES} notes read and linked, ${LOST} of them by their DOI`, () => notes.reload());
  console.log(`longest turn ${turns.longest.toFixed(0)} ms`);
  await timed(`one note read again`, () => notes.add(workspace.uri('notes/n7.md')));
  await timed(`status of ${CHANGED} notes planned`, async () => {
    for (const [i, text] of texts.slice(0, CHANGED).entries()) {
      planOfField({ uri: `file:///${i}.md`, text, names: OUR_NAMES, field: 'status', value: 'read' });
      if (i % 50 === 0) await new Promise(setImmediate);
    }
  });
  turns.stop();
  process.exitCode = await runInHost('bench-notes');
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
}
