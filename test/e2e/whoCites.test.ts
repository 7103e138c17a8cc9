import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import { Session } from './session';
import { until } from './until';
import type { View } from './view';

const HANDBOOK = `@book{handbook2001,
  editor = {Doe, Jane},
  title = {Handbook of Careful Writing},
  year = {2001},
}
`;
const FILES = {
  'library.bib': `@article{knuth1984literate,
  author = {Knuth, Donald E.},
  title = {Literate Programming},
  year = {1984},
}

@inproceedings{vaswani2017attention,
  author = {Vaswani, Ashish and Shazeer, Noam},
  title = {Attention Is All You Need},
  year = {2017},
}

@article{shannon1948theory,
  author = {Shannon, Claude E.},
  title = {A Mathematical Theory of Communication},
  year = {1948},
}

@incollection{roe2001citing,
  author = {Roe, Richard},
  title = {On Citing Well},
  crossref = {handbook2001},
}
`,
  'refs.bib': `@article{hoare1969axiomatic,
  author = {Hoare, C. A. R.},
  title = {An Axiomatic Basis for Computer Programming},
  year = {1969},
}

${HANDBOOK}`,
  'essay.md': `---
bibliography: refs.bib
---

Writing is thinking [@knuth1984literate, p. 97]. We ask as @roe2001citing asked.

`,
  'talk.typ': '= A Talk\n\nAs @knuth1984literate[p. 97] says. // @knuth1984literate\n',
  'method.tex': 'We follow \\textcite[12]{knuth1984literate}. % \\cite{knuth1984literate}\n',
} as const;

describe('What a document cites', function () {
  let folder: string;
  let session: Session;
  let papers: View;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('who-cites');
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
    session = await Session.open(folder, { settings: { 'literatureNotes.citekeyPattern': 'auth.lower + year' } });
    papers = session.workbench.view('Papers');
    await session.workbench.openContainer('Literature Notes');
    await papers.rowAt(0).waitFor();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  const textOf = (name: keyof typeof FILES) => readFile(join(folder, name), 'utf8');
  const becomes = (name: keyof typeof FILES, pattern: RegExp) =>
    until(async () => pattern.test(await textOf(name))).catch(async () => {
      throw new Error(`${name} has no ${String(pattern)}: ${await textOf(name)}`);
    });
  const notification = (text: string) =>
    session.page.locator('.notifications-toasts .notification-list-item', { hasText: text });
  const row = (text: string) => session.workbench.quickInput.rows().filter({ hasText: text });
  /** What files are to become, beside what they are. */
  const comparison = () => session.page.locator('.multiDiffEditor');

  it('is added to its bibliography, before a parent that is there', async () => {
    await session.workbench.editors.openFile('essay.md');
    await session.page.locator('.squiggly-warning, .squiggly-info, .squiggly-hint').first().waitFor();
    await session.screenshot('who-cites-1-lacking-light');
    await session.workbench.runCommand('Literature Notes: Add Cited Entries to Bibliography');
    await becomes(
      'refs.bib',
      /@incollection\{roe2001citing,[^]*@book\{handbook2001,[^]*@article\{knuth1984literate,|@article\{knuth1984literate,[^]*@incollection\{roe2001citing,[^]*@book\{handbook2001,/,
    );
    await session.workbench.editors.openFile('refs.bib');
    await session.screenshot('who-cites-2-added-light');
  });

  it('leaves entries uncited, which are listed', async () => {
    await session.workbench.editors.openFile('essay.md');
    await session.workbench.runCommand('Literature Notes: Show Uncited Entries');
    await row('hoare1969axiomatic').waitFor();
    await session.screenshot('who-cites-3-uncited-light');
    await row('hoare1969axiomatic').click();
    await session.workbench.editors.activeTab().filter({ hasText: 'refs.bib' }).waitFor();
  });

  it('is offered for the bibliography when it is cited', async () => {
    await session.workbench.useTheme('dark');
    await session.workbench.editors.openFile('essay.md');
    await session.workbench.runCommand('Literature Notes: Insert Citation');
    await session.workbench.quickInput.choose('communication', 'A Mathematical Theory of Communication');
    await session.page.locator('.quick-input-widget:visible').getByRole('button', { name: 'OK' }).click();
    const offer = notification('shannon1948theory');
    await offer.getByRole('button', { name: 'Add', exact: true }).waitFor();
    await session.screenshot('who-cites-4-offer-dark');
    await offer.getByRole('button', { name: 'Add', exact: true }).click();
    await becomes('refs.bib', /@article\{shannon1948theory,/);
    await session.workbench.editors.save();
  });

  it('gets keys of a pattern, and all changes are shown before', async () => {
    await session.workbench.runCommand('Notifications: Clear All Notifications');
    await papers.chooseFromMenu(papers.row('Literate Programming').first(), 'Regenerate Citekeys');
    await row('knuth1984').first().waitFor();
    await session.screenshot('who-cites-5-new-keys-dark');
    await session.page.keyboard.press('Enter');
    await row('Look at the changes first').click();
    await row('Rename in').waitFor();
    await comparison().getByText('talk.typ').first().waitFor();
    await session.screenshot('who-cites-6-preview-dark');
    await row('Rename in').click();
    await becomes('talk.typ', /As @knuth1984\[p\. 97\] says\. \/\/ @knuth1984literate\n$/);
    await becomes('method.tex', /\{knuth1984\}\. % \\cite\{knuth1984literate\}\n$/);
    await becomes('library.bib', /@article\{knuth1984,/);
  });

  it('is shown before a rename, and can stay as it is', async () => {
    await session.workbench.useTheme('light');
    await papers.chooseFromMenu(papers.row('Attention').first(), 'Rename Citekey');
    await session.workbench.quickInput.input().fill('attention2017');
    await session.page.keyboard.press('Enter');
    await row('Look at the changes first').click();
    await row('Leave everything as it is').waitFor();
    await comparison().locator('.view-line', { hasText: 'attention2017' }).first().waitFor();
    await session.screenshot('who-cites-7-preview-light');
    await row('Leave everything as it is').click();
    await comparison().waitFor({ state: 'detached' });
    assert.match(await textOf('library.bib'), /vaswani2017attention/);
    await session.workbench.runCommand('View: Close All Editors');
  });

  it('follows a key that another program changed while the window was closed', async () => {
    const kept = join(session.dataFolder, 'data/User/workspaceStorage');
    await until(async () => {
      const files = await readdir(kept, { recursive: true });
      const file = files.find((name) => name.endsWith('cited-papers.json'));
      return file !== undefined && (await readFile(join(kept, file), 'utf8')).includes('"roe2001citing"');
    });
    const address = session.page.url();
    await session.page.goto('about:blank');
    for (const name of ['library.bib', 'refs.bib'] as const)
      await writeFile(join(folder, name), (await textOf(name)).replaceAll('roe2001citing', 'roe2001'));
    await session.page.goto(address, { waitUntil: 'domcontentloaded' });
    await session.workbench.ready();
    await session.workbench.openContainer('Literature Notes');
    const offer = notification('1 place still says “roe2001citing”, which is “roe2001” now.');
    await offer.getByRole('button', { name: 'Update It' }).waitFor();
    await session.screenshot('who-cites-8-changed-keys-light');
    await offer.getByRole('button', { name: 'Update It' }).click();
    await becomes('essay.md', /We ask as @roe2001 asked/);
  });
});
