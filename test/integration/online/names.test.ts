import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import * as answers from '../../online/answers';
import { json, LocalServer, status, text } from '../../online/localServer';
import { closeEditors, literature, read, remove, until, workspaceFile, write } from '../support';

const OLD = '@book{old2000,\n  title = {Old},\n  doi = {10.1234/old},\n}\n';

describe('What others call to add papers and to search the web', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  let list: vscode.Uri;
  const settings = () => vscode.workspace.getConfiguration('literatureNotes.online');

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`]));
    await settings().update('endpoints', endpoints, vscode.ConfigurationTarget.Global);
  });
  beforeEach(async () => {
    list = await write('names.bib', OLD);
    await until('the list', () => api.entry('old2000'));
  });
  afterEach(async () => {
    await settings().update('enabled', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('services', undefined, vscode.ConfigurationTarget.Global);
    await closeEditors();
    await remove('names.bib');
    await until('the end', () => !api.entry('old2000'));
    server.reset();
  });
  after(async () => {
    await settings().update('endpoints', undefined, vscode.ConfigurationTarget.Global);
    await server.close();
  });

  const add = (wanted: unknown, how: unknown) =>
    vscode.commands.executeCommand<readonly string[] | undefined>('literatureNotes.addPaper', wanted, how);
  const atOnce = (wanted: unknown, source: unknown = list) => add(wanted, { source, confirm: false });
  const content = async () => (await vscode.workspace.openTextDocument(list)).getText();
  const unchanged = async () => {
    assert.equal(await content(), OLD);
    assert.equal(await read(list), OLD);
  };
  const arxiv = () => server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));

  describe('addPaper with { source, confirm: false }', () => {
    it('adds without asking anybody anything, and returns the citekeys', async () => {
      arxiv();
      assert.deepEqual(await atOnce('arXiv:1706.03762'), ['vaswani2017attention']);
      assert.match(await content(), /vaswani2017attention/);
    });

    it('returns the citekey of a paper that the library has, and does not add it again', async () => {
      server.on(/crossref/, json(answers.crossrefWork({ DOI: '10.1234/old', title: ['Old'] })));
      assert.deepEqual(await atOnce('10.1234/old'), ['old2000']);
      await unchanged();
    });

    it('adds what is stated in full without sending anything: BibTeX, RIS, CSL-JSON, NBIB, EndNote and its XML', async () => {
      const texts: readonly (readonly [text: string, key: string])[] = [
        ['@article{bib2020,\n title = {On Bib Maps},\n year = 2020\n}', 'bib2020'],
        ['TY  - JOUR\nTI  - On Ris Maps\nAU  - Doe, Jane\nPY  - 2020\nER  - \n', 'doe2020ris'],
        ['[{"id":"csl2020","type":"article-journal","title":"On Json Maps"}]', 'csl2020'],
        ['PMID- 31452104\nTI  - On Nbib Maps\nFAU - Doe, Jane\nDP  - 2020\n', 'doe2020nbib'],
        ['%0 Journal Article\n%A Doe, Jane\n%T On Refer Maps\n%D 2020\n', 'doe2020refer'],
        [
          '<xml><records><record><ref-type name="Journal Article">17</ref-type><contributors><authors><author>Doe, Jane</author>' +
            '</authors></contributors><titles><title>On Xml Maps</title></titles><dates><year>2020</year></dates></record></records></xml>',
          'doe2020xml',
        ],
      ];
      for (const [stated, key] of texts) {
        assert.deepEqual(await atOnce(stated), [key]);
        await until(key, () => api.entry(key));
      }
      assert.equal(server.received.length, 0);
      for (const [, key] of texts) assert.match(await content(), new RegExp(`\\{${key},`));
    });

    it('adds several at once as one step that can be undone', async () => {
      arxiv();
      assert.equal((await atOnce('@misc{one1, title = {One}}\n@misc{two2, title = {Two}}\n\n1706.03762'))?.length, 3);
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(list));
      await vscode.commands.executeCommand('undo');
      await unchanged();
    });

    it('adds what is found of a text, and leaves out the rest', async () => {
      arxiv();
      assert.deepEqual(await atOnce('1706.03762\n10.9999/nowhere'), ['vaswani2017attention']);
    });

    it('gives the key under which it was added, where the stated one is none there', async () => {
      const keys = await atOnce('[{"id":"a key, {odd}","type":"book","title":"Odd"}]');
      assert.equal(keys?.length, 1);
      await until('the paper', () => api.entry(keys[0]));
    });

    for (const [what, source] of [
      ['that does not exist', () => workspaceFile('nowhere.bib')],
      ['that is no paper list', () => workspaceFile('text.md')],
      ['of another place', () => vscode.Uri.file('/etc/library.bib')],
      ['that is no Uri', () => 'names.bib'],
      ['that is left out', () => undefined],
    ] as const) {
      it(`refuses a source ${what}, and sends nothing`, async () => {
        assert.equal(await add('1706.03762', { source: source(), confirm: false }), undefined);
        assert.equal(server.received.length, 0);
        await unchanged();
      });
    }

    it('refuses a text that is left out or names no paper', async () => {
      for (const wanted of [undefined, '', 7, '   ', 'https://example.org/x']) {
        assert.equal(await atOnce(wanted), undefined);
      }
      assert.equal(server.received.length, 0);
      await unchanged();
    });

    it('refuses to ask while online.enabled is off, and still adds what is stated in full', async () => {
      await settings().update('enabled', false, vscode.ConfigurationTarget.Global);
      assert.equal(await atOnce('1706.03762'), undefined);
      assert.deepEqual(await atOnce('@misc{stated1, title = {Stated}}'), ['stated1']);
      assert.equal(server.received.length, 0);
    });

    it('adds nothing where the services fail', async () => {
      server.on(/./, status(403));
      assert.equal(await atOnce('10.1234/abc'), undefined);
      await unchanged();
    });
  });

  describe('lookUp', () => {
    it('gives item, service and, for a paper of the library, its citekey', async () => {
      server.on(/crossref\/works\/10.1234/, json(answers.crossrefWork({ DOI: '10.1234/old', title: ['Old'] })));
      arxiv();
      const found = await api.lookUp('10.1234/old\narXiv:1706.03762\n10.9999/nowhere');
      assert.deepEqual(
        found.map(({ item, service, known }) => [item.title, service, known]),
        [
          ['Old', 'crossref', 'old2000'],
          ['Attention Is All You Need', 'arxiv', undefined],
        ],
      );
      for (const each of found) assert.deepEqual(JSON.parse(JSON.stringify(each.item)), each.item);
      await unchanged();
    });

    it('gives nothing for nothing', async () => {
      assert.deepEqual(await api.lookUp(''), []);
      assert.equal(server.received.length, 0);
    });
  });

  describe('searchOnline', () => {
    const works = (count: number) =>
      json(
        answers.crossrefList(
          ...Array.from({ length: count }, (_, i) => ({ title: [`Work ${i}`], DOI: `10.1234/${i}` })),
        ),
      );

    it('gives the same shape, no more than asked for, with what the library has marked', async () => {
      await settings().update('services', ['crossref'], vscode.ConfigurationTarget.Global);
      server.on(/crossref/, json(answers.crossrefList({ DOI: '10.1234/OLD', title: ['Old'] }, { title: ['New'] })));
      assert.deepEqual(
        (await api.searchOnline('maps')).map(({ item, service, known }) => [item.title, service, known]),
        [
          ['Old', 'crossref', 'old2000'],
          ['New', 'crossref', undefined],
        ],
      );
      server.on(/crossref/, works(30));
      assert.equal((await api.searchOnline('work', 7)).length, 7);
      assert.equal(server.received.at(-1)?.query.get('rows'), '7');
      for (const odd of [NaN, -1, 0, 1e9]) assert.ok((await api.searchOnline(`odd ${odd}`, odd)).length >= 1);
    });

    it('asks nobody for nothing', async () => {
      assert.deepEqual(await api.searchOnline('  '), []);
      assert.equal(server.received.length, 0);
    });

    it('asks the allowed services alone', async () => {
      await settings().update('services', ['europepmc'], vscode.ConfigurationTarget.Global);
      server.on(/./, json({ resultList: { result: [] } }));
      await api.searchOnline('maps');
      assert.deepEqual(
        server.received.map(({ path }) => path.split('/')[1]),
        ['europepmc'],
      );
    });

    it('as a command shows what is found, without asking anybody anything', async () => {
      await settings().update('services', ['crossref'], vscode.ConfigurationTarget.Global);
      server.on(/crossref/, works(3));
      await vscode.commands.executeCommand('literatureNotes.searchOnline', 'work');
      assert.equal(server.received.length, 1);
      await vscode.commands.executeCommand('literatureNotes.closeOnlineResults');
    });

    it('as a command can be given up: nothing more is sent', async () => {
      await settings().update('services', ['crossref'], vscode.ConfigurationTarget.Global);
      server.on(/crossref/, () => undefined);
      const search = vscode.commands.executeCommand('literatureNotes.searchOnline', 'another work');
      await until('the request', () => server.received.length === 1);
      await vscode.commands.executeCommand('literatureNotes.closeOnlineResults');
      await search;
      assert.equal(server.received.length, 1);
    });
  });

  it('who cites whom is shown for a citekey or a document, without asking anybody anything', async () => {
    const work = (n: number) => ({ id: `https://openalex.org/W${n}`, title: `Work ${n}` });
    await settings().update('services', ['openalex'], vscode.ConfigurationTarget.Global);
    server.on(/works\/doi/, json({ id: 'https://openalex.org/W9', referenced_works: ['https://openalex.org/W1'] }));
    server.on(/works$/, json({ results: [work(1)] }));
    const asked = () =>
      server.received.map(({ path, query }) => `${decodeURIComponent(path)} ${query.get('filter') ?? ''}`);
    await vscode.commands.executeCommand('literatureNotes.showCitedWorks', 'old2000');
    assert.deepEqual(asked(), ['/openalex/works/doi:10.1234/old ', '/openalex/works openalex:W1']);
    await vscode.commands.executeCommand('literatureNotes.showCitingWorks', 'old2000');
    assert.equal(asked().at(-1), '/openalex/works cites:W9');
    server.received.length = 0;
    const document = await write('missing.md', 'See [@old2000].\n');
    try {
      await vscode.commands.executeCommand('literatureNotes.findMissingWorks', document, 2);
      assert.deepEqual(asked(), [], 'one paper cannot cite it twice');
      await vscode.commands.executeCommand('literatureNotes.findMissingWorks', document, 1);
      // What it cites is known from before.
      assert.ok(
        asked().every((each) => each.startsWith('/openalex/works openalex:W1')),
        asked().join(),
      );
    } finally {
      await vscode.commands.executeCommand('literatureNotes.closeOnlineResults');
      await remove('missing.md');
    }
  });

  it('all refuse while online.enabled is off, with a clear error', async () => {
    await settings().update('enabled', false, vscode.ConfigurationTarget.Global);
    await assert.rejects(api.lookUp('10.1145/3458817.3476195'), /switched off \(literatureNotes\.online\)/);
    await assert.rejects(api.searchOnline('training'), /switched off \(literatureNotes\.online\)/);
    await vscode.commands.executeCommand('literatureNotes.searchOnline', 'training');
    await vscode.commands.executeCommand('literatureNotes.showCitedWorks', 'old2000');
    await vscode.commands.executeCommand('literatureNotes.showCitingWorks', 'old2000');
    assert.equal(server.received.length, 0);
  });
});
