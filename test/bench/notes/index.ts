import { monitorEventLoopDelay } from 'node:perf_hooks';
import { OUR_NAMES } from '../../../src/notes/fieldNames';
import { planOfField } from '../../../src/notes/fieldPlan';
import type { KnownPaper } from '../../../src/notes/paperLookup';
import { WorkspaceNotes } from '../../../src/notes/workspaceNotes';
import { MemoryWorkspace } from '../../unit/support/memoryWorkspace';

const NOTES = 5000;
const LOST = 50;
const CHANGED = 1000;

/** Measures 5,000 notes in memory: reading and linking them, and planning a status for 1,000. What the disk takes comes on top. */
export async function benchNotes(): Promise<void> {
  const papers = Array.from({ length: NOTES }, (_, i): KnownPaper => {
    return { citekey: `author${i}word`, title: `On the matter number ${i} of this library`, doi: `10.1000/${i}` };
  });
  const texts = papers.map(textOf);
  // The clock of a test stands still: the real one tells when others are to be let in.
  const workspace = new MemoryWorkspace(Object.fromEntries(texts.map((text, i) => [`notes/n${i}.md`, text])));
  const byKey = new Map(papers.map((paper) => [paper.citekey, paper.citekey]));
  const lookup = { isReady: true, citekeyOf: (key: string) => byKey.get(key), papers: () => papers };
  const notes = new WorkspaceNotes(
    () => ({ folder: 'notes', names: OUR_NAMES }),
    { files: workspace, changes: workspace.changes, log: workspace.log },
    lookup,
  );
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  stalls.enable();
  await timed(`${NOTES} notes read and linked, ${LOST} of them by their DOI`, () => notes.reload());
  console.log(`longest stall ${(stalls.max / 1e6).toFixed(1)} ms`);
  await timed(`one note read again`, () => notes.add(workspace.uri('notes/n7.md')));
  await timed(`status of ${CHANGED} notes planned`, async () => {
    for (const [i, text] of texts.slice(0, CHANGED).entries()) {
      planOfField({ uri: `file:///${i}.md`, text, names: OUR_NAMES, field: 'status', value: 'read' });
      if (i % 50 === 0) await new Promise(setImmediate);
    }
  });
}

function textOf({ citekey, title, doi }: KnownPaper, i: number): string {
  const key = i < LOST ? `former${i}` : citekey;
  const head = [
    '---',
    `citekey: ${key}`,
    `title: ${title}`,
    'authors:',
    '  - Ann Smith',
    '  - Bo Jones',
    `doi: ${doi}`,
  ];
  const words = 'What this paper does about its matter, in the words of a reader. '.repeat(40);
  return [...head, 'tags: [sea, sky]', 'status: unread', '---', '', `# ${title}`, '', words, ''].join('\n');
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const start = performance.now();
  await work();
  console.log(`${what}: ${(performance.now() - start).toFixed(0)} ms`);
}
