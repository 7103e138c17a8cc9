import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { SERVICE_IDS } from '../../../src/online/services';
import * as answers from '../../online/answers';
import { json, LocalServer, status, text } from '../../online/localServer';
import { closeEditors, literature, read, remove, until, write } from '../support';

/** With what people add to their entries, and with a name of another form than the key would be made of. */
const BIB = `% My list.
@misc{attention-paper,
  title = {Attention Is All You {N}eed},
  author = {Vaswani, Ashish and van den Oord, A{\\"a}ron},
  year = {2017},
  eprint = {1706.03762},
  archiveprefix = {arXiv},
  primaryclass = {cs.CL},
  keywords = {transformers},
  myfield = {mine},
}

@article{other2000, title = {Other}, journal = {Journal}, year = {2000}}
`;

const PUBLISHED = {
  DOI: '10.5555/3295222',
  type: 'proceedings-article',
  title: ['Attention is all you need'],
  author: [
    { family: 'Vaswani', given: 'A.' },
    { family: 'van den Oord', given: 'A.' },
  ],
  issued: { 'date-parts': [[2017]] },
  'container-title': ['Proceedings of NIPS'],
  page: '6000-6010',
};

describe('Finding the published version of a preprint', () => {
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
    list = await write('preprints.bib', BIB);
    await until('the list', () => api.entry('attention-paper') && api.entry('other2000'));
  });
  afterEach(async () => {
    await closeEditors();
    await remove('preprints.bib');
    await until('the end', () => !api.entry('attention-paper'));
    server.reset();
  });
  after(async () => {
    await settings().update('endpoints', undefined, vscode.ConfigurationTarget.Global);
    await server.close();
  });

  const arxiv = (entry = answers.ARXIV_ENTRY) => server.on(/arxiv/, text(answers.atom(entry), 'application/atom+xml'));
  const crossref = () => server.on(/crossref\/works\/10/, json(answers.crossrefWork(PUBLISHED)));
  /** Makes another paper of the one in the list: answers about this one are still known from the test before. */
  const another = async (word: string, id: string) => {
    const bib = BIB.replace('Attention Is', `${word} Is`).replace('1706.03762', id);
    await write('preprints.bib', bib);
    await until('the other paper', () => api.entry('attention-paper')?.title?.startsWith(word));
    return bib;
  };
  const content = async () => (await vscode.workspace.openTextDocument(list)).getText();

  /** Runs the command and answers all it asks with a key, until it is through. */
  const answered = async (answer: 'acceptSelectedQuickOpenItem' | 'closeQuickOpen', ...args: unknown[]) => {
    let keys: readonly string[] | undefined;
    void vscode.commands
      .executeCommand<readonly string[]>('literatureNotes.findPublishedVersion', ...args)
      .then((changed) => (keys = changed ?? []));
    await until('the end of the command', async () => {
      if (keys === undefined) await vscode.commands.executeCommand(`workbench.action.${answer}`);
      // A list that is shown and has not got its rows yet would be accepted without any.
      await new Promise((resolve) => setTimeout(resolve, 300));
      return keys !== undefined;
    });
    return keys;
  };

  it('sends and changes nothing where the user does not agree', async () => {
    arxiv();
    crossref();
    assert.deepEqual(await answered('closeQuickOpen', 'attention-paper'), []);
    assert.deepEqual(server.received, []);
    assert.equal(await content(), BIB);
  });

  it('makes the entry that of what was published, with its citekey, its eprint and what is the user’s own', async () => {
    arxiv();
    crossref();
    assert.deepEqual(await answered('acceptSelectedQuickOpenItem', 'attention-paper'), ['attention-paper']);
    assert.deepEqual(
      server.received.map(({ path }) => decodeURIComponent(path)),
      ['/arxiv/api/query', '/crossref/works/10.5555/3295222'],
    );
    const changed = await content();
    assert.match(changed, /^% My list\.\n@inproceedings\{attention-paper,\n/);
    assert.match(changed, /title\s*= \{Attention Is All You \{N\}eed\}/);
    assert.match(changed, /author\s*= \{Vaswani, Ashish and van den Oord, A\{\\"a\}ron\}/, 'names stay in full');
    assert.match(changed, /booktitle\s*= \{Proceedings of NIPS\}/);
    assert.match(changed, /doi\s*= \{10\.5555\/3295222\}/);
    assert.match(changed, /eprint\s*= \{1706\.03762\}/);
    for (const own of [
      'archiveprefix = {arXiv}',
      'primaryclass = {cs.CL}',
      'keywords = {transformers}',
      'myfield = {mine}',
    ])
      assert.ok(changed.includes(own), own);
    assert.ok(changed.endsWith(BIB.slice(BIB.indexOf('@article'))), 'other entries stay');
    assert.equal(await read(list), BIB, 'it is not saved');
    await until('the paper', () => api.entry('attention-paper')?.DOI === '10.5555/3295222');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(list));
    await vscode.commands.executeCommand('undo');
    assert.equal(await content(), BIB);
  });

  it('asks also another extension’s user, and takes nothing that no service names unless it is ticked', async () => {
    const bib = await another('Patience', '1706.00002');
    const entry = answers.ARXIV_ENTRY.replace(/<arxiv:doi.*/, '').replace('Attention Is', 'Patience Is');
    arxiv(entry.replaceAll('1706.03762', '1706.00002'));
    server.on(/crossref\/works$/, json(answers.crossrefList({ ...PUBLISHED, title: ['Patience is all you need'] })));
    const keys = await answered('acceptSelectedQuickOpenItem', 'attention-paper', { confirm: false });
    assert.deepEqual(keys, []);
    assert.ok(server.received.some(({ path }) => path === '/crossref/works'));
    assert.equal(await content(), bib);
  });

  it('finds nothing where services fail, and leaves what is no preprint alone', async () => {
    const bib = await another('Silence', '1706.00003');
    server.on(/./, status(403));
    assert.deepEqual(await answered('acceptSelectedQuickOpenItem', list), []);
    assert.ok(server.received.length > 0);
    assert.ok(!server.received.some(({ query }) => query.toString().includes('Other')));
    server.received.length = 0;
    assert.deepEqual(await answered('acceptSelectedQuickOpenItem', 'other2000'), []);
    assert.deepEqual(server.received, []);
    assert.equal(await content(), bib);
  });
});
