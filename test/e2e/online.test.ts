import assert from 'node:assert/strict';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../host/cleanup';
import * as answers from '../online/answers';
import { json, type LocalServer, silence, text } from '../online/localServer';
import { Session } from './session';
import { until } from './until';

const PDF = '%PDF-1.7\nsome objects\n%%EOF\n';
const TYPED = 'arXiv:1706.03762 10.1145/3458817.3476195 10.9999/nowhere';
const LIST = '@article{old2000,\n  title = {Old},\n  author = {Doe, Jane},\n  year = {2000},\n}\n';

describe('Papers from services on the web', function () {
  let folder: string;
  let session: Session;
  let server: LocalServer;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    this.timeout(300_000);
    folder = temporaryFolder('online');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'library.bib'), LIST);
    await writeFile(join(folder, 'text.md'), '# Text\n\n');
    session = await Session.open(folder);
    server = session.services;
    await session.workbench.openContainer('Literature Notes');
    await session.workbench.view('Papers').rowAt(0).waitFor();
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    server.on(/crossref\/works\/10.1145/, json(answers.crossrefWork(answers.CROSSREF_WORK)));
    server.on(
      /crossref\/works$/,
      json(answers.crossrefList(answers.CROSSREF_WORK, { title: ['Old'], author: [{ family: 'Doe' }] })),
    );
    server.on(/semantic.*search/, json({ data: [answers.SEMANTIC_PAPER] }));
    server.on(/huggingface/, json([{ paper: answers.HUGGING_FACE_PAPER }]));
    server.on(/europepmc/, json({ resultList: { result: [] } }));
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await session.explain(this.currentTest.title);
  });

  after(() => session?.close());

  const asked = () => server.received.map(({ path }) => path);
  const acting = (run: () => Promise<unknown>) => session.sent.acting(run);

  it('are asked for only when the user has been told what is sent to whom', async () => {
    const { quickInput } = session.workbench;
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.input().fill(TYPED);
    await quickInput.rows().filter({ hasText: '3 papers' }).waitFor();
    await session.screenshot('online-1-box');
    assert.deepEqual(asked(), []);
    await session.page.keyboard.press('Enter');
    await quickInput.rows().filter({ hasText: 'Look It Up' }).waitFor();
    await session.screenshot('online-2-consent');
    assert.deepEqual(asked(), []);
  });

  it('are not asked for where the user would rather not, and what was typed is there again', async () => {
    const { quickInput } = session.workbench;
    await quickInput.dismiss();
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    const left = quickInput.rows().filter({ hasText: 'Nothing was sent.' });
    await left.waitFor();
    await session.screenshot('online-2-declined');
    await left.click();
    await until(async () => (await quickInput.input().inputValue()) === TYPED);
    await session.page.keyboard.press('Enter');
    await quickInput.rows().filter({ hasText: 'Look It Up' }).waitFor();
    assert.deepEqual(asked(), []);
  });

  it('are shown before they are added, and what was not found stays in the box', async () => {
    const { quickInput, editors } = session.workbench;
    await acting(async () => {
      await session.page.keyboard.press('Enter');
      await quickInput.rows().filter({ hasText: 'Attention Is All You Need' }).waitFor();
    });
    await session.screenshot('online-3-preview');
    await session.page.keyboard.press('Enter');
    await quickInput.rows().filter({ hasText: '10.9999/nowhere' }).waitFor();
    await session.screenshot('online-4-not-found');
    await quickInput.dismiss();
    const papers = session.workbench.view('Papers');
    await until(async () => (await papers.rowAt(2).count()) > 0);
    await until(async () => (await papers.selectedRows().count()) === 2);
    await session.screenshot('online-5-added');
    await editors.save();
    const saved = await until(async () => {
      const now = await readFile(join(folder, 'library.bib'), 'utf8');
      return now.includes('vaswani2017attention') && now;
    });
    assert.ok(saved.startsWith(LIST), saved);
  });

  it('are offered where the library has few papers, and stand under a heading in the tree', async () => {
    const papers = session.workbench.view('Papers');
    const box = session.workbench.webview().getByRole('combobox');
    const before = asked().length;
    await box.pressSequentially('training');
    const offer = papers.row('Search Crossref, arXiv … for “training”');
    await offer.waitFor();
    await session.screenshot('online-6-offer');
    assert.equal(asked().length, before, 'nothing is sent while one types');
    await acting(async () => {
      await offer.click();
      await papers.row('from Crossref').waitFor();
    });
    await papers.row('Found online for “training”').waitFor();
    await papers.row('in your library: old2000').waitFor();
    await session.screenshot('online-7-results-light');
    await session.workbench.useTheme('dark');
    await session.screenshot('online-7-results-dark');
    await session.workbench.useTheme('light');
  });

  it('show their abstract in the details view', async () => {
    const papers = session.workbench.view('Papers');
    await papers.click(papers.row('BERT'));
    const details = session.workbench.details();
    await details.getByText('We introduce BERT.').waitFor();
    await details.getByRole('button', { name: 'Add and Cite' }).waitFor();
    await session.screenshot('online-8-details');
  });

  it('are added and cited from their row, which is marked then', async () => {
    const { editors } = session.workbench;
    const papers = session.workbench.view('Papers');
    await editors.openFile('text.md');
    await session.page.keyboard.press('Control+End');
    await papers.press(papers.row('BERT'), 'Add and Cite');
    await papers.row('in your library: devlin2019bert').waitFor();
    await until(async () => (await editors.lines().allInnerTexts()).some((line) => line.includes('devlin2019bert')));
    await session.screenshot('online-9-cited');
  });

  it('go with the search, and come back by Ctrl+Enter in the box', async () => {
    const papers = session.workbench.view('Papers');
    const box = session.workbench.webview().getByRole('combobox');
    await box.fill('models');
    await papers.row('Found online').waitFor({ state: 'hidden' });
    await acting(async () => {
      await box.press('Control+Enter');
      await papers.row('Found online for “models”').filter({ hasText: 'from' }).waitFor();
    });
    // The keyboard is on the first of them; the key that cites a paper adds it before.
    await session.page.keyboard.press('ArrowDown');
    // What is told about the row under the mouse covers those below.
    await session.page.mouse.move(800, 600);
    await papers.click(papers.row('1-bit'));
    await session.page.keyboard.press('Control+Enter');
    await papers.row('in your library: ma2024era').waitFor();
    await until(async () =>
      (await session.workbench.editors.lines().allInnerTexts()).some((line) => line.includes('ma2024era')),
    );
    await papers.press(papers.row('Found online for “models”'), 'Stop or Close Online Results');
    await papers.row('Found online').waitFor({ state: 'hidden' });
    await box.press('Escape');
  });

  it('come a page at a time, and get a note from their row', async () => {
    const papers = session.workbench.view('Papers');
    const box = session.workbench.webview().getByRole('combobox');
    const work = (i: number) => ({
      title: [`Graph Study ${i}`],
      DOI: `10.1234/graph${i}`,
      type: 'journal-article',
      author: [{ family: `Author${i}`, given: 'Ada' }],
      issued: { 'date-parts': [[2021]] },
    });
    server.on(/crossref\/works$/, (response, request) => {
      const from = Number(request.query.get('offset') ?? 0);
      const page = Array.from({ length: from === 0 ? 20 : 3 }, (_, i) => work(from + i));
      json(answers.crossrefList(...page))(response, request);
    });
    server.on(/semantic.*search|huggingface/, json([]));
    server.on(/arxiv/, text(answers.atom(), 'application/atom+xml'));
    await box.fill('graphs');
    await acting(async () => {
      await box.press('Control+Enter');
      await papers.row('Found online for “graphs”').filter({ hasText: 'from' }).waitFor();
    });
    const more = papers.row('More results');
    // The list may have yet to get the keyboard.
    await until(async () => {
      await session.page.keyboard.press('End');
      return more.isVisible();
    });
    assert.ok(!server.received.some(({ query }) => query.get('offset') === '20'));
    await acting(async () => {
      await more.click();
      await until(async () => Promise.resolve(server.received.some(({ query }) => query.get('offset') === '20')));
      await more.waitFor({ state: 'hidden' });
    });
    const row = papers.row('Graph Study 22');
    await until(async () => {
      await session.page.keyboard.press('End');
      return row.isVisible();
    });
    await session.screenshot('online-9-more');
    await papers.press(row, 'Add and Open Note');
    await session.workbench.editors.tab('author222021graph').waitFor();
    await session.screenshot('online-9-noted');
    // The list is longer now below: what stands first stays in sight.
    const first = papers.row('Graph Study 0').last();
    await session.workbench.runCommand('Literature Notes: Focus on Papers View');
    await until(async () => {
      await session.page.keyboard.press('Home');
      return first.isVisible();
    });
    await papers.press(first, 'Add to Library');
    await first.filter({ hasText: 'in your library: author02021graph' }).waitFor();
    await papers.chooseFromMenu(first, 'Open Online Paper in Browser');
    const question = session.page.locator('.monaco-dialog-box', { hasText: 'https://doi.org/10.1234/graph0' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await question.waitFor({ state: 'hidden' });
    await papers.press(papers.row('Found online for “graphs”'), 'Stop or Close Online Results');
    await box.fill('');
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    server.on(
      /crossref\/works$/,
      json(answers.crossrefList(answers.CROSSREF_WORK, { title: ['Old'], author: [{ family: 'Doe' }] })),
    );
  });

  it('are asked of OpenAlex with the user’s own key, which no other service is sent', async () => {
    const papers = session.workbench.view('Papers');
    const { quickInput } = session.workbench;
    const box = session.workbench.webview().getByRole('combobox');
    await session.workbench.runCommand('Literature Notes: Set Key of an Online Service…');
    await quickInput.rows().filter({ hasText: 'OpenAlex' }).click();
    await quickInput.input().fill('my-own-key');
    await session.page.keyboard.press('Enter');
    await session.workbench.notifications().filter({ hasText: 'The key is kept' }).waitFor();
    server.on(/openalex\/works$/, json({ results: [answers.OPENALEX_WORK] }));
    const before = server.received.length;
    await box.fill('access');
    await acting(async () => {
      await box.press('Control+Enter');
      await papers.row('The state of OA').waitFor();
    });
    const sent = server.received.slice(before);
    const withKey = sent.filter(({ path, query, headers }) =>
      `${path} ${query.toString()} ${JSON.stringify(headers)}`.includes('my-own-key'),
    );
    assert.deepEqual(
      withKey.map(({ path }) => path),
      ['/openalex/works'],
    );
    assert.ok(sent.length > 3, 'the others are asked too');
    await papers.press(papers.row('Found online for “access”'), 'Stop or Close Online Results');
    await papers.row('Found online').waitFor({ state: 'detached' });
    await box.fill('');
    // A paper that no search of before had: all rows stand where they stay.
    await papers.row('Doe 2000').waitFor();
  });

  it('are those that cite one, from its menu', async () => {
    const papers = session.workbench.view('Papers');
    const { quickInput } = session.workbench;
    server.on(/semantic.*citations$/, json({ data: [{ citingPaper: answers.SEMANTIC_PAPER }] }));
    await acting(async () => {
      await papers.chooseFromMenu(papers.row('Attention').first(), 'Show Citing Works Online');
      await papers.row('Works that cite “Attention Is All You Need”').filter({ hasText: 'from' }).waitFor();
    });
    await session.screenshot('online-10-citing');
    assert.equal(await quickInput.input().isVisible(), false, 'the services were told of before');
  });

  it('have their PDF fetched from their menu once its site was named, and all of it can be undone', async () => {
    const papers = session.workbench.view('Papers');
    const { quickInput, editors } = session.workbench;
    const file = join(folder, 'pdfs/vaswani2017attention.pdf');
    const isThere = () =>
      readFile(file, 'latin1').then(
        (now) => now === PDF,
        () => false,
      );
    server.on(/^\/pdf\/pdf\/1706/, text(PDF, 'application/pdf'));
    const before = asked().length;
    await papers.chooseFromMenu(papers.row('Attention').first(), 'Download PDF');
    await quickInput.rows().filter({ hasText: 'Fetches the PDF from this site' }).waitFor();
    await session.screenshot('online-10-pdf-consent');
    assert.equal(asked().length, before);
    const done = session.workbench.notifications().filter({ hasText: 'pdfs/vaswani2017attention.pdf' });
    await acting(async () => {
      await session.page.keyboard.press('Enter');
      await done.waitFor();
    });
    assert.ok(await isThere());
    assert.deepEqual(asked().slice(before), ['/pdf/pdf/1706.03762'], 'the paper itself leads there');
    await session.screenshot('online-10-pdf');
    await session.page.getByRole('button', { name: 'Open PDF' }).click();
    await editors.tab('vaswani2017attention.pdf').waitFor();
    await session.workbench.runCommand('Literature Notes: Undo Last Change of Files');
    await until(async () => !(await isThere()));
  });

  it('are taken from a pasted list of references', async () => {
    const { quickInput } = session.workbench;
    const list = [
      '[1] Vaswani, A., & van den Oord, A. (2017). Attention is all you need. NeurIPS, 30, 1–11.',
      '[2] D. Narayanan, “Efficient training and serving of large models: A study,” Proc. SC21, pp. 1–15, 2021.',
      '[3] Nobody N. A paper that no service knows. Nowhere. 1999;1(1):1-2.',
    ].join('\n');
    await session.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(list)})`);
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.rows().filter({ hasText: 'Clipboard: [1] Vaswani' }).filter({ hasText: '3 papers' }).waitFor();
    // Of what is not on the clipboard any more nobody knows the lines.
    await quickInput.input().fill(list.replace(/\[(\d)\]/g, '$1.').replaceAll('\n', ' '));
    await quickInput.rows().filter({ hasNotText: 'Clipboard' }).filter({ hasText: '3 papers' }).waitFor();
    await quickInput.input().fill('');
    await quickInput.rows().filter({ hasText: 'Clipboard' }).waitFor();
    await session.screenshot('online-11-pasted');
    await acting(async () => {
      await session.page.keyboard.press('Enter');
      await quickInput.rows().filter({ hasText: 'in your library: vaswani2017attention' }).waitFor();
    });
    await session.screenshot('online-12-pasted-preview');
    await session.page.keyboard.press('Enter');
    const unfound = quickInput.rows().filter({ hasText: 'A paper that no service knows' });
    await unfound.filter({ hasText: 'None of the services knows it' }).waitFor();
    await session.page.keyboard.press('Enter');
    await until(async () => (await quickInput.input().inputValue()).startsWith('Nobody N. A paper'));
    await session.screenshot('online-13-pasted-rest');
    await quickInput.dismiss();
  });

  it('may be pasted as lines after the box was opened, and are not lost where they are not added', async () => {
    const { quickInput } = session.workbench;
    const records = ['TY  - JOUR', 'TI  - On Waves', 'ER  - ', 'TY  - JOUR', 'TI  - On Tides', 'ER  - '].join('\n');
    const preview = quickInput.title().filter({ hasText: 'Add to library.bib' });
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.rows().filter({ hasText: 'Clipboard' }).waitFor();
    await session.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(records)})`);
    await quickInput.input().press('Control+v');
    await quickInput.rows().filter({ hasText: '2 papers' }).waitFor();
    await session.page.keyboard.press('Enter');
    await preview.waitFor();
    await quickInput.dismiss();
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    const left = quickInput
      .rows()
      .filter({ hasText: 'Found, but not added.' })
      .filter({ hasText: 'On Waves · On Tides' });
    await left.waitFor();
    await session.screenshot('online-13-left');
    await left.click();
    await quickInput.rows().filter({ hasText: '2 papers' }).waitFor();
    await session.page.keyboard.press('Enter');
    await preview.waitFor();
    await quickInput.dismiss();
  });

  it('are offered once where the clipboard holds what was left before', async () => {
    const { quickInput } = session.workbench;
    const record = '@misc{twice2020, title = {Said Twice}, year = {2020}}';
    await session.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(record)})`);
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.rows().filter({ hasText: 'Clipboard' }).filter({ hasText: 'Said Twice' }).click();
    await quickInput.title().filter({ hasText: 'Add to library.bib' }).waitFor();
    await quickInput.dismiss();
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.rows().filter({ hasText: 'Found, but not added.' }).waitFor();
    const rows = await quickInput.rows().filter({ hasText: 'Said Twice' }).allInnerTexts();
    assert.equal(rows.length, 1, rows.join('\n'));
    await session.screenshot('online-13-once');
    await quickInput.dismiss();
    await session.page.evaluate(`navigator.clipboard.writeText('')`);
  });

  it('stay in the box where the list must not be written, which is said', async () => {
    const { quickInput } = session.workbench;
    const list = join(folder, 'library.bib');
    const preview = quickInput.title().filter({ hasText: 'Add to library.bib' });
    await chmod(list, 0o444);
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.input().fill('@misc{locked2020, title = {Locked}, year = {2020}}');
    await quickInput.rows().filter({ hasText: 'A paper stated in full' }).waitFor();
    await session.page.keyboard.press('Enter');
    await preview.waitFor();
    await session.page.keyboard.press('Enter');
    await session.workbench
      .notifications()
      .filter({ hasText: '“library.bib” is read-only. Make it writable' })
      .waitFor();
    // Nobody answers that; the paper is there all the same.
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    const left = quickInput
      .rows()
      .filter({ hasText: 'Found, but not added.' })
      .filter({ hasText: /^Locked/ });
    await left.waitFor();
    await session.screenshot('online-13-locked');
    await chmod(list, 0o644);
    await left.click();
    await quickInput.rows().filter({ hasText: 'A paper stated in full' }).waitFor();
    await session.page.keyboard.press('Enter');
    await preview.waitFor();
    await session.page.keyboard.press('Enter');
    await session.workbench.view('Papers').row('Locked').waitFor();
    await session.workbench.runCommand('Notifications: Clear All Notifications');
  });

  it('are offered for a citekey that no source has, by a quick fix alone', async () => {
    const { editors, quickInput } = session.workbench;
    const before = asked().length;
    server.on(
      /crossref\/works$/,
      json(
        answers.crossrefList(
          {
            title: ['Sparse Maps for Patient Robots'],
            DOI: '10.1234/maps',
            type: 'journal-article',
            author: [{ family: 'Doe', given: 'Jane' }],
            issued: { 'date-parts': [[2020]] },
            'container-title': ['Journal of Robots'],
          },
          { title: ['Dense Maps'], DOI: '10.1234/dense', author: [{ family: 'Doe', given: 'Ida' }] },
        ),
      ),
    );
    await editors.openFile('text.md');
    await session.page.keyboard.press('Control+End');
    await session.page.keyboard.type('\nRobots that wait need fewer maps [@doe2020maps].\n');
    await editors.save();
    await session.page.locator('.squiggly-warning, .squiggly-error, .squiggly-info').first().waitFor();
    await session.page.keyboard.press('ArrowUp');
    await session.page.keyboard.press('End');
    for (let back = 0; back < 5; back++) await session.page.keyboard.press('ArrowLeft');
    const fix = 'Look for “doe2020maps” Online…';
    await editors.offeredFix(fix);
    await session.screenshot('online-14-unknown-key');
    assert.equal(asked().length, before);
    await acting(async () => {
      // VS Code drops what was chosen where it asks for the fixes anew just then.
      await until(async () => {
        await editors.fix(fix);
        const nearest = quickInput.rows().filter({ hasText: 'Sparse Maps for Patient Robots' });
        return nearest.waitFor({ timeout: 10_000 }).then(
          () => true,
          () => false,
        );
      });
    });
    await session.screenshot('online-15-nearest');
    await session.page.keyboard.press('Enter');
    await quickInput.rows().filter({ hasText: 'Add it as “doe2020maps”, as it is cited' }).waitFor();
    await session.screenshot('online-16-which-key');
    await session.page.keyboard.press('Enter');
    await until(async () => (await editors.lines().allInnerTexts()).some((line) => line.includes('@doe2020sparse]')));
    await session.workbench.useTheme('dark');
    await session.screenshot('online-17-cited-instead');
    await session.workbench.useTheme('light');
  });

  it('are never asked for while one opens, types, looks, cites, notes, or reads a list anew', async () => {
    const before = asked().length;
    const { editors, quickInput } = session.workbench;
    const papers = session.workbench.view('Papers');
    const box = session.workbench.webview().getByRole('combobox');
    await box.pressSequentially('quantum gravity 10.1234/never');
    await papers.row('Search Crossref, arXiv').waitFor();
    await box.press('Escape');
    await papers.row('Search Crossref, arXiv').waitFor({ state: 'hidden' });
    await papers.rowAt(0).click();
    await editors.openFile('text.md');
    await session.page.keyboard.press('Control+End');
    await session.page.keyboard.type('\nSee [@never2024paper] and https://doi.org/10.1234/never, arXiv:2401.00001.');
    await editors.save();
    await session.workbench.runCommand('Literature Notes: Refresh Library');
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.input().fill('10.1234/never');
    await quickInput.rows().filter({ hasText: 'DOI 10.1234/never' }).waitFor();
    await quickInput.dismiss();
    await papers.rowAt(0).waitFor();
    assert.equal(asked().length, before);
  });

  it('are asked for no more where the user gives up, and what was asked stays in the box', async () => {
    const { quickInput } = session.workbench;
    server.on(/crossref\/works\/10.1234\/slow/, silence);
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.input().fill('10.1234/slow');
    await quickInput.rows().filter({ hasText: 'DOI 10.1234/slow' }).waitFor();
    const isAsked = () => server.received.some(({ path }) => path.endsWith('slow'));
    await acting(async () => {
      await session.page.keyboard.press('Enter');
      await until(async () => Promise.resolve(isAsked()));
      await session.page.getByRole('button', { name: 'Cancel' }).first().click();
    });
    await quickInput
      .rows()
      .filter({ hasText: '10.1234/slow' })
      .filter({ hasText: 'The look-up was cancelled.' })
      .waitFor();
    assert.equal(server.received.filter(({ path }) => path.endsWith('slow')).length, 1);
    await quickInput.dismiss();
  });

  it('cannot be asked for offline: one sentence says so, and nothing typed is lost', async () => {
    const { quickInput } = session.workbench;
    await server.close();
    const typed = '10.1234/first arXiv:2401.00001 10.1234/third';
    await session.workbench.runCommand('Literature Notes: Add Paper…');
    await quickInput.input().fill(typed);
    await quickInput.rows().filter({ hasText: '3 papers' }).waitFor();
    await session.page.keyboard.press('Enter');
    const sentence = 'No service can be reached. Is this machine online? Behind a proxy, see the setting http.proxy.';
    for (const each of ['10.1234/first', 'arXiv:2401.00001', '10.1234/third'])
      await quickInput.rows().filter({ hasText: each }).filter({ hasText: sentence }).waitFor();
    await quickInput.rows().filter({ hasText: 'Look All of These Up Again' }).waitFor();
    await session.screenshot('online-18-offline');
    await quickInput.rows().filter({ hasText: '10.1234/third' }).first().click();
    await until(async () => (await quickInput.input().inputValue()) === '10.1234/third');
    await quickInput.dismiss();
  });
});
