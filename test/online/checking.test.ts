import assert from 'node:assert/strict';
import { readText } from '../../src/library/formats/readers';
import { Library } from '../../src/library/library';
import { completeEntries } from '../../src/workflows/metadata/completeEntries';
import { findPublished } from '../../src/workflows/metadata/publishedEntries';
import { verifyEntries } from '../../src/workflows/metadata/verifyEntries';
import * as answers from './answers';
import { askingOf } from './asking';
import { json, LocalServer, status, text } from './localServer';

const BIB = `@article{good, title = {On Sparse Maps of Patient Robots}, author = {Doe, Jane and Li, Wei}, year = 2020, doi = {10.1234/a}}
@article{invented, title = {On Sparse Maps of Patient Robots}, author = {Doe, Jane and Li, Wei and Fake, Ida}, year = 2020, doi = {10.1234/a}}
@article{nowhere, title = {A Thesis That Is in No Index}, author = {Roe, Ada}, year = 2001}
`;

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
  URL: 'https://doi.org/10.1234/a',
};

function entriesOf(bib: string) {
  const library = new Library();
  library.setSource('file:///a.bib', readText('a.bib', bib));
  return library.entries();
}

describe('Checking references', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  beforeEach(() => {
    server.on(/crossref\/works$/, json(answers.crossrefList()));
    server.on(/crossref\/works\/10/, json(answers.crossrefWork(WORK)));
    server.on(/arxiv/, text(answers.atom(), 'application/atom+xml'));
    server.on(/europepmc/, json({ resultList: { result: [] } }));
  });
  afterEach(() => server.reset());
  after(() => server.close());

  it('gives each paper its verdict, with where it can be looked up', async () => {
    const verified = await verifyEntries(entriesOf(BIB), askingOf(server));
    assert.deepEqual(
      verified.map(({ entry, verdict, complete }) => [entry.citekey, verdict, complete]),
      [
        ['good', 'confirmed', true],
        ['invented', 'contradicted', true],
        ['nowhere', 'unverified', true],
      ],
    );
    assert.deepEqual(
      verified[1].evidence.map(({ service, url }) => [service, url]),
      [['crossref', 'https://doi.org/10.1234/a']],
    );
  });

  it('is incomplete where a service failed, and accuses nobody for that', async () => {
    server.on(/crossref/, status(500));
    server.on(/datacite|openalex|\/doi\//, status(403));
    const verified = await verifyEntries(entriesOf(BIB), askingOf(server));
    assert.deepEqual(
      verified.map(({ verdict, complete }) => [verdict, complete]),
      [
        ['unverified', false],
        ['unverified', false],
        ['unverified', false],
      ],
    );
  });

  it('asks no further service once all is confirmed, and sends nothing but identifiers, title and authors', async () => {
    await verifyEntries(entriesOf(BIB).slice(0, 1), askingOf(server));
    assert.deepEqual(
      server.received.map(({ path }) => path),
      ['/crossref/works/10.1234%2Fa'],
    );
    server.received.length = 0;
    await verifyEntries(entriesOf(BIB).slice(2), askingOf(server));
    for (const { method, body, query } of server.received) {
      assert.deepEqual([method, body], ['GET', '']);
      assert.doesNotMatch(query.toString(), /file|nowhere|\b20\d\d\b/);
    }
  });

  it('ends where the user gives up', async () => {
    const giveUp = new AbortController();
    server.on(/./, (response, request) => {
      giveUp.abort();
      status(404)(response, request);
    });
    await assert.rejects(verifyEntries(entriesOf(BIB), askingOf(server, {}, giveUp.signal)), { code: 'cancelled' });
    assert.equal(server.received.length, 1);
  });
});

describe('Completing metadata over services', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  it('takes the publisher’s data, and the abstract from arXiv', async () => {
    server.on(/crossref\/works\/10/, json(answers.crossrefWork(WORK)));
    server.on(/crossref\/works$/, json(answers.crossrefList(WORK)));
    const entry = answers.ARXIV_ENTRY.replace(/Attention Is\s+All You Need/, WORK.title[0])
      .replace('Ashish Vaswani', 'Jane Doe')
      .replace('2017-06', '2020-01');
    server.on(/arxiv/, text(answers.atom(entry), 'application/atom+xml'));
    const [{ proposals }] = await completeEntries(entriesOf(BIB).slice(0, 1), askingOf(server));
    assert.deepEqual(
      proposals.map(({ field, record }) => `${field} ${record.service}`),
      ['venue crossref', 'volume crossref', 'abstract arxiv'],
    );
  });

  it('asks PubMed’s archive for the numbers of a journal article, and nobody else for those it has', async () => {
    server.on(/crossref\/works\/10/, json(answers.crossrefWork({ ...WORK, abstract: 'We map robots.' })));
    const [paper] = answers.EUROPE_PMC.resultList.result;
    const known = { ...paper, doi: WORK.DOI, title: WORK.title[0], authorList: { author: [{ lastName: 'Doe' }] } };
    server.on(/europepmc/, json({ resultList: { result: [known] } }));
    const [{ proposals }] = await completeEntries(entriesOf(BIB).slice(0, 1), askingOf(server));
    assert.deepEqual(
      proposals
        .filter(({ field }) => /^pm/.test(field))
        .map(({ field, value, reason }) => `${field} ${value} ${reason}`),
      ['pmid 31452104 own-number', 'pmcid PMC6612345 own-number'],
    );
    assert.deepEqual(
      server.received.map(({ path, query }) => [path.split('/')[1], query.get('query')]),
      [
        ['crossref', null],
        ['europepmc', 'DOI:"10.1234/a"'],
      ],
    );
    server.received.length = 0;
    const talk =
      '@inproceedings{t, title = {On Sparse Maps of Patient Robots}, author = {Doe, Jane}, doi = {10.1234/a}}';
    server.on(
      /crossref\/works\/10/,
      json(answers.crossrefWork({ ...WORK, type: 'proceedings-article', abstract: 'A.' })),
    );
    await completeEntries(entriesOf(talk), askingOf(server));
    assert.deepEqual(
      server.received.map(({ path }) => path.split('/')[1]),
      ['crossref'],
    );
  });

  it('says which services were silent', async () => {
    server.on(/./, status(503));
    const [{ proposals, failures }] = await completeEntries(entriesOf(BIB).slice(0, 1), askingOf(server));
    assert.deepEqual(proposals, []);
    assert.ok(failures.some(({ service }) => service === 'crossref'));
  });
});

describe('Looking for published versions over services', () => {
  const PREPRINT = `@misc{k, title = {Attention Is All You Need}, author = {Vaswani, Ashish and van den Oord, A.}, year = 2017,
    eprint = {1706.03762}, archiveprefix = {arXiv}}`;
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
  };
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  it('looks up the DOI that arXiv names, and asks nobody else', async () => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
    server.on(/crossref\/works\/10/, json(answers.crossrefWork(PUBLISHED)));
    const [{ version }] = await findPublished(entriesOf(PREPRINT), askingOf(server));
    assert.deepEqual([version?.isLinked, version?.record.item.DOI], [true, '10.5555/3295222']);
    assert.deepEqual(
      server.received.map(({ path }) => path.split('/')[1]),
      ['arxiv', 'crossref'],
    );
  });

  it('finds it by title and authors where nobody names it', async () => {
    server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY.replace(/<arxiv:doi.*/, '')), 'application/atom+xml'));
    server.on(/crossref\/works$/, json(answers.crossrefList(PUBLISHED)));
    const [{ version }] = await findPublished(entriesOf(PREPRINT), askingOf(server));
    assert.deepEqual([version?.isLinked, version?.record.item.DOI], [false, '10.5555/3295222']);
  });

  it('says which services were silent where it finds nothing', async () => {
    server.on(/./, status(500));
    const [{ version, failures }] = await findPublished(entriesOf(PREPRINT), askingOf(server));
    assert.equal(version, undefined);
    assert.ok(failures.length > 0);
  });
});
