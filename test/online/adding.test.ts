import assert from 'node:assert/strict';
import { readText } from '../../src/library/formats/readers';
import { Library } from '../../src/library/library';
import { searchServices } from '../../src/online/mergedSearch';
import { offeredPapers } from '../../src/workflows/adding/offeredPapers';
import { searchedPapers } from '../../src/workflows/adding/searchedPapers';
import { wantedPapers } from '../../src/workflows/adding/wantedPapers';
import * as answers from './answers';
import { askingOf, localSettings, requesterOf } from './asking';
import { Asking } from '../../src/online/clients/client';
import { PAPERS, STYLES } from '../unit/support/referenceStyles';
import { json, LocalServer, status, text } from './localServer';

const NUMBERS = ['First', 'Second', 'Third', 'Fourth', 'Fifth'];

/** A library of one BibTeX file. */
function libraryOf(bib: string): Library {
  const library = new Library();
  library.setSource('file:///a.bib', readText('a.bib', bib));
  return library;
}

describe('Adding papers', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  const offer = (wanted: string, library = new Library()) =>
    offeredPapers(wantedPapers(wanted), library, askingOf(server));

  it('looks up what is named, and takes what is stated as it is', async () => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    const [stated, named] = await offer('@article{a1, title = {On Maps}, year = 2020}\n\narXiv:1706.03762\n');
    assert.equal(stated.entry?.citekey, 'a1');
    assert.equal(named.entry?.citekey, 'vaswani2017attention');
    assert.equal(named.entry.arxiv, '1706.03762');
    assert.equal(server.received.length, 1);
  });

  it('knows which papers the library has: by identifier, else by title and author', async () => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    const byTitle = libraryOf(
      '@article{mine, title = {Attention is all you need}, author = {Vaswani, A.}, year = 2017}',
    );
    assert.equal((await offer('1706.03762', byTitle)).map((paper) => paper.entry && paper.own?.citekey)[0], 'mine');
    const byNumber = libraryOf('@misc{mine, title = {Otherwise}, eprint = {1706.03762}, eprinttype = {arxiv}}');
    assert.equal((await offer('1706.03762', byNumber)).map((paper) => paper.entry && paper.own?.citekey)[0], 'mine');
    const other = libraryOf('@article{mine, title = {Attention is all you need}, author = {Smith, A.}, year = 2017}');
    assert.equal((await offer('1706.03762', other)).map((paper) => paper.entry && paper.own)[0], undefined);
  });

  it('offers a paper once, in however many ways it is asked for', async () => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    assert.equal((await offer('arXiv:1706.03762 https://doi.org/10.48550/arXiv.1706.03762')).length, 1);
  });

  it('makes keys that are free in the library and among the new ones', async () => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    const library = libraryOf(
      '@article{vaswani2017attention, title = {Attention Elsewhere}, author = {Vaswani, B.}, year = 2017}',
    );
    const [paper] = await offer('1706.03762', library);
    assert.equal(paper.entry?.citekey, 'vaswani2017attentiona');
  });

  it('tells of each that it did not find why', async () => {
    server.on(/crossref/, status(500));
    server.on(/europepmc/, json({ resultList: { result: [] } }));
    const [doi, site] = await offer('10.1234/nothing\nhttps://example.org/x');
    assert.ok(doi.entry === undefined && doi.failures.map(({ code }) => code).join() === 'server');
    assert.ok(site.entry === undefined && site.isUnclear);
  });

  it('prefers the paper that is described where the identifier beside it is another one’s', async () => {
    server.on(/crossref\/works\/10/, json(answers.crossrefWork({ DOI: '10.1234/wrong', title: ['On Whales'] })));
    const right = {
      DOI: '10.1234/right',
      title: ['On Sparse Maps'],
      author: [{ family: 'Doe', given: 'J.' }],
      issued: { 'date-parts': [[2020]] },
    };
    server.on(/crossref\/works$/, json(answers.crossrefList(right)));
    const [paper] = await offer('Doe, J. (2020). On sparse maps. Robotics. https://doi.org/10.1234/wrong');
    assert.equal(paper.entry?.doi, '10.1234/right');
  });

  it('sends forty pasted references as what they are: title, authors, nothing else', async () => {
    server.on(/crossref\/works$/, (response, request) => {
      const work = {
        title: [request.query.get('query.title')],
        author: [{ family: request.query.get('query.author')?.split(' ')[0] }],
      };
      json(answers.crossrefList(work))(response, request);
    });
    // Forty references: eight papers in five styles, each title with a number so that it is another paper.
    const wanted = Object.entries(STYLES).flatMap(([style, write], i) =>
      PAPERS.map((paper) => ({ style, paper: { ...paper, title: `${NUMBERS[i]} ${paper.title}` }, write })),
    );
    const lines = wanted.map(({ paper, write }, i) => `[${i + 1}] ${write(paper)}`);
    assert.equal(lines.length, 40);
    const offered = await offer(lines.join('\n'));
    assert.equal(offered.filter(({ entry }) => entry !== undefined).length, 40);
    assert.equal(server.received.length, 40);
    assert.equal(new Set(offered.map(({ entry }) => entry?.citekey)).size, 40);
    const letters = (text: string | null) => (text ?? '').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
    for (const [i, { query, method, body }] of server.received.entries()) {
      const { style, paper } = wanted[i];
      assert.deepEqual([...query.keys()].sort(), ['query.author', 'query.title', 'rows', 'select']);
      assert.deepEqual([method, body], ['GET', '']);
      assert.equal(letters(query.get('query.title')), letters(paper.title), lines[i]);
      // MLA names one author of more than two.
      const named = style === 'MLA' && paper.authors.length > 2 ? paper.authors.slice(0, 1) : paper.authors;
      assert.equal(
        query.get('query.author'),
        named
          .slice(0, 3)
          .map(([, family]) => family)
          .join(' '),
        lines[i],
      );
    }
  });

  it('ends where the user gives up, and sends nothing more', async () => {
    const giveUp = new AbortController();
    server.on(/./, (response, request) => {
      giveUp.abort();
      status(404)(response, request);
    });
    const asking = askingOf(server, {}, giveUp.signal);
    await assert.rejects(offeredPapers(wantedPapers('10.1234/a\n10.1234/b'), new Library(), asking), {
      code: 'cancelled',
    });
    assert.equal(server.received.length, 1);
  });

  it('sends nothing of what is only read: a text is looked at before anybody is asked', () => {
    wantedPapers('10.1234/a\nOn Maps\nhttps://arxiv.org/abs/1706.03762');
    assert.equal(server.received.length, 0);
  });
});

describe('Searching online', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  it('asks every service once, and merges what they find', async () => {
    server.on(
      /crossref/,
      json(
        answers.crossrefList({
          title: ['Attention Is All You Need'],
          author: [{ family: 'Vaswani' }],
          DOI: '10.5555/3295222',
          volume: '30',
        }),
      ),
    );
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    server.on(/semantic/, json({ total: 1, data: [answers.SEMANTIC_PAPER] }));
    server.on(/huggingface/, json([{ paper: answers.HUGGING_FACE_PAPER }]));
    server.on(/europepmc/, status(429, { 'Retry-After': '600' }));
    const { found, failures } = await searchServices('attention', 10, 0, askingOf(server));
    assert.deepEqual(found.map(({ services }) => services.join(' ')).sort(), [
      'crossref arxiv',
      'huggingface',
      'semanticscholar',
    ]);
    assert.deepEqual(
      failures.map(({ service, code }) => `${service} ${code}`),
      ['europepmc too-many'],
    );
    assert.deepEqual(server.received.map(({ path }) => path.split('/')[1]).sort(), [
      'arxiv',
      'crossref',
      'europepmc',
      'huggingface',
      'semanticscholar',
    ]);
  });

  it('asks OpenAlex with the user’s own key alone', async () => {
    server.on(/openalex/, json({ results: [answers.OPENALEX_WORK] }));
    const services = ['openalex'] as const;
    assert.equal((await searchServices('oa', 10, 0, askingOf(server, { services }))).found.length, 0);
    const keyed = askingOf(server, { services, keys: { openalex: 'k' } });
    assert.equal((await searchServices('oa', 10, 0, keyed)).found.length, 1);
    assert.deepEqual(
      server.received.map(({ query }) => query.get('api_key')),
      ['k'],
    );
  });

  it('marks what the library has', async () => {
    server.on(
      /crossref/,
      json(answers.crossrefList({ title: ['On Maps'], DOI: '10.1234/A' }, { title: ['On Whales'] })),
    );
    const library = libraryOf('@article{mine, title = {Maps}, doi = {10.1234/a}}');
    const { found } = await searchServices('maps', 10, 0, askingOf(server, { services: ['crossref'] }));
    assert.deepEqual(
      searchedPapers(found, library).map(({ own }) => own?.citekey),
      ['mine', undefined],
    );
  });

  it('is sent to nobody while the network is off', async () => {
    const asking = new Asking(
      requesterOf(server, { ...localSettings(server), enabled: false }),
      new AbortController().signal,
    );
    assert.deepEqual(await searchServices('maps', 10, 0, asking), { found: [], failures: [] });
    assert.equal(server.received.length, 0);
  });
});
