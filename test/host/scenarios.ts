import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths';

/** A VS Code of a certain kind, and the tests that run in it: those of the folder `test/integration/<name>`. */
export interface Scenario {
  readonly name: string;
  /** What it measures: `npm run bench` runs it, the tests do not. */
  readonly measures?: 'papers' | 'notes';
  /** Fills the workspace folder; without it no folder is open. */
  readonly workspace?: (folder: string) => Promise<void>;
  /** A `.code-workspace` file in that folder to open instead of the folder. */
  readonly workspaceFile?: string;
  /** The ids of other extensions to install: stand-ins of those names that do nothing. */
  readonly beside?: readonly string[];
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The extension host that runs the extension and the tests; Node's unless told. */
  readonly host?: 'node' | 'web';
  /** Whether the workspace is opened in Restricted Mode. */
  readonly restricted?: boolean;
}

/** A workspace that is a copy of a folder of test/fixtures. */
const copyOf = (fixture: string) => (folder: string) =>
  cp(join(ROOT, 'test/fixtures', fixture), folder, { recursive: true });

/** Two folders with a paper list each, in one workspace file. */
const twoFolders = async (folder: string) => {
  await copyOf('workspace')(join(folder, 'first'));
  await mkdir(join(folder, 'second'), { recursive: true });
  const items = [{ id: 'second2020', title: 'From the Second Folder' }];
  await writeFile(join(folder, 'second/library.csl.json'), JSON.stringify(items));
  await writeFile(
    join(folder, 'two.code-workspace'),
    JSON.stringify({ folders: [{ path: 'first' }, { path: 'second' }] }),
  );
};

/** A workspace with one text list of so many papers. */
const paperList = (papers: number) => async (folder: string) => {
  const { corpus } = await import('../bench/search/corpus');
  const lines: string[] = [];
  for (const { title, abstract } of corpus(papers)) lines.push(title, abstract ?? '');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'papers.txt'), `${lines.join('\n')}\n`);
};

/** A workspace with several BibTeX files of so many entries each, all with keys of their own. */
const bibliographies = (files: number, entries: number) => async (folder: string) => {
  const { bibCorpus } = await import('../bench/library/corpus');
  const text = bibCorpus(entries);
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < files; i++) {
    await writeFile(join(folder, `library${i}.bib`), text.replaceAll('{key', `{s${i}key`));
  }
};

/** A workspace with so many papers and a note about each, and papers without. */
const papersWithNotes = (count: number, others: number) => async (folder: string) => {
  const { notedPapers, noteText } = await import('../bench/notes/corpus');
  const papers = notedPapers(count + others);
  await mkdir(join(folder, 'notes'), { recursive: true });
  const items = papers.map(({ citekey, title, doi }) => ({ id: citekey, title, DOI: doi }));
  await writeFile(join(folder, 'library.csl.json'), JSON.stringify(items));
  for (const paper of papers.slice(0, count))
    await writeFile(join(folder, 'notes', `${paper.citekey}.md`), noteText(paper));
};

/** In a browser VS Code saves a second after a change, and takes a change that is undone just then for saved. */
const NO_AUTO_SAVE = { 'files.autoSave': 'off' };

/** The longest come first: they run side by side. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'online', workspace: copyOf('workspace'), settings: NO_AUTO_SAVE },
  { name: 'citing', workspace: copyOf('citing'), beside: ['james-yu.latex-workshop', 'foam.foam-vscode'] },
  { name: 'default', workspace: copyOf('workspace'), settings: NO_AUTO_SAVE },
  { name: 'empty', workspace: copyOf('empty') },
  { name: 'no-folder' },
  { name: 'multi-root', workspace: twoFolders, workspaceFile: 'two.code-workspace' },
  { name: 'restricted', workspace: copyOf('workspace'), restricted: true },
  {
    name: 'web',
    workspace: copyOf('citing'),
    host: 'web',
    settings: { 'literatureNotes.sources': ['**/*.bib', '~/mine.bib'], 'literatureNotes.userSources': ['~/all.bib'] },
  },
  { name: 'bench-278', measures: 'papers', workspace: paperList(278) },
  { name: 'bench-10k', measures: 'papers', workspace: paperList(10_000) },
  { name: 'bench-100k', measures: 'papers', workspace: bibliographies(4, 25_000) },
  { name: 'bench-notes', measures: 'notes', workspace: papersWithNotes(5000, 1000) },
];
