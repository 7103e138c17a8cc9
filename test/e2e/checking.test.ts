import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import * as answers from '../online/answers';
import { json, type LocalServer, silence, status, text } from '../online/localServer';
import { Session } from './session';
import { until } from './until';

const LIST = `@article{doe2012sparse,
  title = {On Sparse Maps of {P}atient Robots},
  author = {Doe, Jane and Li, Wei and Fake, Ida},
  year = {2012},
  doi = {10.1234/a},
}
`;

const PREPRINT = `
@misc{vaswani2017attention,
  title = {Attention Is All You Need},
  author = {Vaswani, Ashish and van den Oord, Aäron},
  year = {2017},
  eprint = {1706.03762},
  archiveprefix = {arXiv},
}
`;

const PUBLISHED = {
  DOI: '10.5555/3295222',
  type: 'proceedings-article',
  title: ['Attention is all you need'],
  author: [
    { family: 'Vaswani', given: 'Ashish' },
    { family: 'van den Oord', given: 'Aäron' },
  ],
  issued: { 'date-parts': [[2018]] },
  'container-title': ['Proceedings of NIPS'],
  page: '6000-6010',
};

const WORK = {
  DOI: '10.1234/a',
  type: 'journal-article',
  title: ['On Sparse Maps of Patient Robots'],
  author: [
    { family: 'Doe', given: 'Jane' },
    { family: 'Li', given: 'Wei' },
  ],
  issued: { 'date-parts': [[2020]] },
  'container-title': ['Journal of Robots'],
  volume: '3',
  page: '1-9',
  abstract: '<jats:p>We map robots.</jats:p>',
};

describe('Checking papers against services', function () {
  let folder: string;
  let session: Session;
  let server: LocalServer;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('checking');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'library.bib'), LIST + PREPRINT);
    session = await Session.open(folder);
    server = session.services;
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').rowAt(0).waitFor();
    await session.workbench.editors.openFile('library.bib');
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await session.explain(this.currentTest.title);
      console.error(server.received.map(({ method, path }) => `${method} ${path}`));
    }
  });

  after(() => session?.close());

  const acting = (run: () => Promise<unknown>) => session.sent.acting(run);
  const answer = () => {
    server.reset();
    server.on(/crossref\/works\/10/, json(answers.crossrefWork(WORK)));
    server.on(/crossref\/works$/, json(answers.crossrefList(WORK)));
    server.on(/arxiv/, text(answers.atom(), 'application/atom+xml'));
    server.on(/europepmc/, json({ resultList: { result: [] } }));
  };
  const chooseFor = (entry: string, paper = 'Doe+') => {
    const papers = session.workbench.view('Papers');
    return papers.chooseFromMenu(papers.row(paper), entry);
  };
  const told = (sentence: string) => session.workbench.notifications().filter({ hasText: sentence }).first();
  const inBothThemes = async (name: string) => {
    await session.screenshot(`${name}-light`);
    await session.workbench.useTheme('dark');
    await session.screenshot(`${name}-dark`);
    await session.workbench.useTheme('light');
  };

  it('tells first what is sent to whom', async () => {
    await chooseFor('Verify References');
    const rows = session.workbench.quickInput.rows();
    await rows.filter({ hasText: 'Look It Up' }).waitFor();
    const host = new URL(server.url).host;
    for (const name of ['Crossref', 'DataCite', 'doi.org', 'arXiv', 'OpenAlex', 'Semantic Scholar', 'Europe PMC'])
      await rows.filter({ hasText: name }).filter({ hasText: host }).waitFor();
    await session.screenshot('checking-1-consent');
    await rows.filter({ hasText: 'Europe PMC' }).click();
    await rows.filter({ hasText: 'Look It Up' }).waitFor();
    assert.deepEqual(server.received, []);
  });

  it('says that services which failed make the answer incomplete, and accuses nobody', async () => {
    const { workbench, page } = session;
    server.on(/./, status(403));
    const summary = told(
      '1 could not be verified. Incomplete for 1 of them. Not all services answered. Crossref refuses',
    );
    await acting(async () => {
      await page.keyboard.press('Enter');
      await summary.waitFor();
    });
    await page.getByRole('button', { name: 'Show Problems' }).first().click();
    await page
      .getByText('Could not verify: title, authors, year, and DOI. Not all services answered.')
      .first()
      .waitFor();
    assert.equal(await page.getByText('Contradicted').count(), 0);
    await inBothThemes('checking-2-incomplete');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('says how far it came where the user gives up', async () => {
    const { workbench, page } = session;
    server.reset();
    server.on(/./, silence);
    await acting(async () => {
      await chooseFor('Verify References');
      await until(async () => Promise.resolve(server.received.length > 0));
      await page.getByRole('button', { name: 'Cancel' }).first().click();
      await told('Cancelled: 0 of 1 papers were checked.').waitFor();
    });
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('shows each contradicted field in the list, with who says otherwise', async () => {
    const { workbench, page } = session;
    answer();
    await acting(async () => {
      await chooseFor('Verify References');
      await told('1 contradicted.').waitFor();
    });
    await page.getByText('Contradicted, year: here “2012”, Crossref “2020”.').first().waitFor();
    await page.getByText('Contradicted, authors:').first().waitFor();
    await inBothThemes('checking-3-verdicts');
    await workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('offers the value of the record as a fix', async () => {
    const { workbench, page } = session;
    await workbench.editors.focus();
    await page.keyboard.press('Control+Home');
    for (let line = 1; line < 4; line++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    for (let back = 0; back < 3; back++) await page.keyboard.press('ArrowLeft');
    await workbench.editors.offeredFix('Change the year to “2020”');
    await workbench.editors.offeredFix('Compare with Services…');
    await session.screenshot('checking-4-fix');
    await workbench.editors.fix('Show that Change First…');
    await page.locator('.monaco-diff-editor:visible').first().waitFor();
    await workbench.quickInput.rows().filter({ hasText: 'Change the year to “2020”' }).waitFor();
    await session.screenshot('checking-4-fix-diff');
    await workbench.quickInput.rows().filter({ hasText: 'Leave everything as it is' }).click();
    assert.match(await readFile(join(folder, 'library.bib'), 'utf8'), /year = \{2012\}/);
  });

  it('offers what is missing ticked, what differs not, and shows the changes beside the list', async () => {
    const { workbench, page } = session;
    for (const theme of ['dark', 'light'] as const) {
      await workbench.useTheme(theme);
      await acting(async () => {
        await chooseFor('Complete Metadata…');
        await workbench.quickInput.rows().filter({ hasText: 'Journal of Robots' }).waitFor();
      });
      await session.screenshot(`checking-5-metadata-${theme}`);
      await page.keyboard.press('Enter');
      await page.locator('.monaco-diff-editor:visible').first().waitFor();
      await workbench.quickInput.rows().filter({ hasText: 'Change 4 fields of 1 paper' }).waitFor();
      await session.screenshot(`checking-6-diff-${theme}`);
      if (theme === 'dark') await workbench.quickInput.dismiss();
    }
    await workbench.quickInput.rows().filter({ hasText: 'Change 4 fields of 1 paper' }).click();
    await until(async () => {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('S');
      return (await readFile(join(folder, 'library.bib'), 'utf8')).includes('Journal of Robots');
    });
    const saved = await readFile(join(folder, 'library.bib'), 'utf8');
    assert.match(saved, /@article\{doe2012sparse,\n {2}title = \{On Sparse Maps of \{P\}atient Robots\}/);
    assert.match(saved, /year = \{2012\}/, 'what differs was not ticked');
  });

  it('shows what speaks for a published version, and changes nothing that is not ticked', async () => {
    const { workbench, page } = session;
    answer();
    const entry = answers.ARXIV_ENTRY.replace(/<arxiv:doi.*/, '');
    server.on(/arxiv/, text(answers.atom(entry), 'application/atom+xml'));
    server.on(/crossref\/works$/, json(answers.crossrefList(PUBLISHED)));
    await chooseFor('Find Published Version…', 'Vaswani');
    // One more service knows arXiv's numbers.
    await workbench.quickInput.rows().filter({ hasText: 'Hugging Face' }).waitFor();
    const found = workbench.quickInput.rows().filter({ hasText: 'Proceedings of NIPS · 2018 · 10.5555/3295222' });
    const evidence = 'Crossref · 100% of the authors · a year later · title 100% alike: Attention is all you need';
    await acting(async () => {
      await page.keyboard.press('Enter');
      await found.filter({ hasText: evidence }).waitFor();
    });
    assert.equal(await found.getByRole('checkbox').isChecked(), false);
    await session.screenshot('checking-7-published');
    await found.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.locator('.monaco-diff-editor:visible').first().waitFor();
    await workbench.quickInput.rows().filter({ hasText: 'Change 1 paper to what was published' }).waitFor();
    await session.screenshot('checking-8-published-diff');
    await workbench.quickInput.rows().filter({ hasText: 'Change 1 paper to what was published' }).click();
    await until(async () => {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('S');
      return (await readFile(join(folder, 'library.bib'), 'utf8')).includes('Proceedings of NIPS');
    });
    const saved = await readFile(join(folder, 'library.bib'), 'utf8');
    assert.match(saved, /@inproceedings\{vaswani2017attention,/);
    assert.match(saved, /eprint = \{1706\.03762\}/);
  });
});

describe('Online commands while services are switched off', function () {
  let session: Session;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    const folder = temporaryFolder('switched-off');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'library.bib'), LIST);
    session = await Session.open(folder, { settings: { 'literatureNotes.online.enabled': false } });
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').rowAt(0).click();
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  for (const command of [
    'Verify References',
    'Complete Metadata…',
    'Find Published Version…',
    'Show Citing Works Online',
  ])
    it(`${command} says so, and leads to the setting`, async () => {
      const { workbench, page } = session;
      await workbench.runCommand(`Literature Notes: ${command}`);
      const refusal = workbench.notifications().filter({ hasText: /^Asking online services is switched off/ });
      await refusal.first().waitFor();
      assert.equal(await workbench.quickInput.input().isVisible(), false, 'nothing is asked before');
      if (command === 'Verify References') await session.screenshot('switched-off');
      await page.getByRole('button', { name: 'Open Settings' }).first().waitFor();
      await workbench.runCommand('Notifications: Clear All Notifications');
    });
});
