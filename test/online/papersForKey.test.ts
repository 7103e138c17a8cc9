import assert from 'node:assert/strict';
import { readText } from '../../src/library/formats/readers';
import { Library } from '../../src/library/library';
import { papersForKey, servicesForKey } from '../../src/workflows/adding/papersForKey';
import * as answers from './answers';
import { askingOf } from './asking';
import { json, LocalServer, status, text } from './localServer';

describe('Looking for the paper that an unknown citekey means', () => {
  const library = new Library();
  library.setSource(
    'file:///a.bib',
    readText(
      'a.bib',
      '@article{mine2021, title = {Efficient training of large models}, doi = {10.1145/3458817.3476195}}',
    ),
  );
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  beforeEach(() => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    server.on(/crossref\/works$/, json(answers.crossrefList(answers.CROSSREF_WORK, { title: ['On Whales'] })));
    server.on(/semantic.*search/, json({ data: [answers.SEMANTIC_PAPER] }));
    server.on(/huggingface/, json([]));
    server.on(/europepmc/, json({ resultList: { result: [] } }));
  });
  afterEach(() => server.reset());
  after(() => server.close());

  const find = (key: string, sentence = '') => papersForKey(key, sentence, library, askingOf(server));
  /** What was asked for, whatever each service calls it. */
  const questions = () => [
    ...new Set(
      server.received.map(({ query }) =>
        (query.get('query.bibliographic') ?? query.get('query') ?? query.get('q') ?? '').trim(),
      ),
    ),
  ];

  it('finds the nearest by what the key says, and sends nothing else', async () => {
    const { papers, failures } = await find('vaswani2017attention', 'We unveil our secret method.');
    assert.deepEqual(
      papers.map(({ entry }) => entry.title),
      ['Attention Is All You Need'],
    );
    assert.deepEqual(failures, []);
    assert.ok(questions().includes('vaswani attention'));
    assert.ok(server.received.every(({ query }) => !/secret|unveil|method/.test(query.toString())));
  });

  it('sends words of the sentence where the key says none, or none that is found', async () => {
    const sentence = 'Bidirectional transformers help.';
    assert.equal((await find('devlin2019', sentence)).papers[0].entry.title, answers.SEMANTIC_PAPER.title);
    assert.ok(questions().includes('devlin bidirectional transformers help'));
    server.received.length = 0;
    assert.deepEqual((await find('nobody1999nothing', sentence)).papers, []);
    assert.deepEqual(
      ['nobody nothing', 'nobody bidirectional transformers help'].filter((each) => questions().includes(each)).length,
      2,
    );
  });

  it('looks a key up that is an identifier', async () => {
    const { papers } = await find('arXiv:1706.03762', 'We unveil our secret method.');
    assert.deepEqual(
      papers.map(({ entry }) => entry.arxiv),
      ['1706.03762'],
    );
    assert.equal(server.received.length, 1);
    assert.deepEqual(servicesForKey('arXiv:1706.03762', askingOf(server)), ['arxiv', 'semanticscholar', 'huggingface']);
  });

  it('marks what the library has under another key', async () => {
    const [paper] = (await find('narayanan2021training')).papers;
    assert.equal(paper.own?.citekey, 'mine2021');
  });

  it('says which services were silent', async () => {
    server.on(/./, status(403));
    const { papers, failures } = await find('vaswani2017attention');
    assert.deepEqual(papers, []);
    assert.ok(failures.some(({ service }) => service === 'crossref'));
  });

  it('ends where the user gives up', async () => {
    const giveUp = new AbortController();
    server.on(/./, (response, request) => {
      giveUp.abort();
      status(404)(response, request);
    });
    const asking = askingOf(server, {}, giveUp.signal);
    await assert.rejects(papersForKey('vaswani2017attention', '', library, asking), { code: 'cancelled' });
  });
});
