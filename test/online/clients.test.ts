import assert from 'node:assert/strict';
import { clientOf } from '../../src/online/clients';
import { freeTextAt } from '../../src/online/clients/unpaywall';
import type { OnlineFailure } from '../../src/online/failure';
import type { Identifier } from '../../src/online/found';
import type { ServiceId } from '../../src/online/services';
import * as answers from './answers';
import { askingOf, FAST_CLOCK, PATIENT_CLOCK } from './asking';
import { cutOff, json, LocalServer, silence, status, text, type Reply } from './localServer';

const ATOM = 'application/atom+xml; charset=utf-8';

/** Each service: an identifier that it is asked by, the path and the answer that it documents, and its ways to say "nothing". */
interface Case {
  readonly service: ServiceId;
  readonly ask: Identifier;
  readonly path: string;
  readonly full: Reply;
  readonly partial: Reply;
  readonly empty: readonly Reply[];
  /** Well-formed, and of a shape that nobody documents. */
  readonly odd: Reply;
}

const atomReply = (...entries: string[]) => text(answers.atom(...entries), ATOM);
const oddJson = json([null, 7, { message: [], data: 'x', results: {}, title: { a: 1 } }]);

const CASES: readonly Case[] = [
  {
    service: 'crossref',
    ask: { kind: 'doi', value: '10.1145/3458817.3476195' },
    path: '/works/10.1145/3458817.3476195',
    full: json(answers.crossrefWork(answers.CROSSREF_WORK)),
    partial: json(answers.crossrefWork({ DOI: '10.1145/1', title: ['Only a Title'] })),
    empty: [text('Resource not found.', 'text/plain', 404), json(answers.crossrefWork({ DOI: '10.1/x', title: [] }))],
    odd: json(answers.crossrefWork({ title: { a: 1 }, author: 'x', issued: 7 })),
  },
  {
    service: 'datacite',
    ask: { kind: 'doi', value: '10.5281/zenodo.1' },
    path: '/dois/10.5281/zenodo.1',
    full: json(answers.DATACITE),
    partial: json({ data: { attributes: { titles: [{ title: 'Only a Title' }] } } }),
    empty: [text('{"errors":[{"status":"404"}]}', 'application/json', 404), json({ data: {} })],
    odd: oddJson,
  },
  {
    service: 'doi',
    ask: { kind: 'doi', value: '10.7/abc' },
    path: '/10.7/abc',
    full: json(answers.DOI_ITEM),
    partial: json({ title: 'Only a Title' }),
    empty: [
      text('<html>DOI Not Found</html>', 'text/html', 404),
      status(406),
      text('<html>Landing page</html>', 'text/html'),
    ],
    odd: oddJson,
  },
  {
    service: 'arxiv',
    ask: { kind: 'arxiv', value: '1706.03762' },
    path: '/api/query',
    full: atomReply(answers.ARXIV_ENTRY),
    partial: atomReply('<entry><id>http://arxiv.org/abs/1706.03762</id><title>Only a Title</title></entry>'),
    empty: [atomReply(), atomReply(answers.ARXIV_ERROR)],
    odd: atomReply('<entry><title/><id>nothing</id></entry>'),
  },
  {
    service: 'openalex',
    ask: { kind: 'doi', value: '10.7717/peerj.4375' },
    path: '/works/doi:10.7717/peerj.4375',
    full: json(answers.OPENALEX_WORK),
    partial: json({ title: 'Only a Title', abstract_inverted_index: null }),
    empty: [status(404), json({ title: null })],
    odd: oddJson,
  },
  {
    service: 'semanticscholar',
    ask: { kind: 'arxiv', value: '1810.04805' },
    path: '/graph/v1/paper/ARXIV:1810.04805',
    full: json(answers.SEMANTIC_PAPER),
    partial: json({ paperId: 'x', title: 'Only a Title', externalIds: null, authors: null }),
    empty: [text('{"error":"Paper not found"}', 'application/json', 404), json({ paperId: 'x', title: null })],
    odd: oddJson,
  },
  {
    service: 'huggingface',
    ask: { kind: 'arxiv', value: '2402.17764' },
    path: '/api/papers/2402.17764',
    full: json(answers.HUGGING_FACE_PAPER),
    partial: json({ id: '2402.17764', title: 'Only a Title' }),
    empty: [text('{"error":"Paper not found"}', 'application/json', 404), json({ id: '2402.17764' })],
    odd: oddJson,
  },
  {
    service: 'europepmc',
    ask: { kind: 'pmid', value: '31452104' },
    path: '/europepmc/webservices/rest/search',
    full: json(answers.EUROPE_PMC),
    partial: json({ resultList: { result: [{ title: 'Only a Title' }] } }),
    empty: [json({ hitCount: 0, resultList: { result: [] } }), json({ resultList: { result: [{ id: '1' }] } })],
    odd: oddJson,
  },
  {
    service: 'openlibrary',
    ask: { kind: 'isbn', value: '9780262033848' },
    path: '/api/books',
    full: json(answers.OPEN_LIBRARY),
    partial: json({ 'ISBN:9780262033848': { title: 'Only a Title' } }),
    empty: [json({}), json({ 'ISBN:9780262033848': {} })],
    odd: oddJson,
  },
];

for (const { service, ask, path, full, partial, empty, odd } of CASES) {
  describe(`The client of ${service}`, () => {
    let server: LocalServer;
    before(async () => void (server = await LocalServer.listen()));
    afterEach(() => server.reset());
    after(() => server.close());

    const find = (reply: Reply, times?: number, clock = FAST_CLOCK) => {
      server.on(/./, reply, times);
      return clientOf(service)!.byId!(ask, askingOf(server, {}, undefined, clock));
    };
    const failure = async (reply: Reply, clock = FAST_CLOCK) => {
      const failed = await find(reply, undefined, clock).then(
        () => assert.fail('it was answered'),
        (error: unknown) => error as OnlineFailure,
      );
      assert.equal(failed.service, service);
      return failed.code;
    };

    it('asks where the service documents it', async () => {
      await find(full);
      assert.equal(decodeURIComponent(server.received[0].path), `/${service}${path}`);
      assert.match(
        [...server.received[0].query.values(), decodeURIComponent(server.received[0].path)].join(' '),
        new RegExp(ask.value.replace(/^PMC/, '')),
      );
    });

    it('reads a full answer', async () => {
      const found = await find(full);
      assert.equal(found?.service, service);
      for (const field of ['title', 'type', 'author', 'issued']) assert.ok(found.item[field], field);
      assert.match(found.url ?? '', /^https:/);
    });

    it('reads an answer with hardly anything', async () =>
      assert.equal((await find(partial))?.item.title, 'Only a Title'));

    it('finds nothing where the service has nothing', async () => {
      for (const reply of empty) {
        assert.equal(await find(reply), undefined);
        server.reset();
      }
    });

    it('finds nothing in an answer of another shape', async () => assert.equal(await find(odd), undefined));

    it('tells how the service failed', async () => {
      assert.equal(await failure(status(500)), 'server');
      server.reset();
      assert.equal(await failure(status(429, { 'Retry-After': '3600' })), 'too-many');
      server.reset();
      assert.equal(await failure(status(429)), 'too-many');
      server.reset();
      assert.equal(await failure(silence), 'timed-out');
      server.reset();
      assert.equal(await failure(cutOff('{"title":"A Long Answer That Ends Early"}')), 'cut-off');
      server.reset();
      assert.equal(await failure(text('x'.repeat(5 * 1024 * 1024), 'application/json'), PATIENT_CLOCK), 'too-large');
      server.reset();
      assert.equal(await failure(text('{"title":', 'application/json')), 'unreadable');
      server.reset();
      if (service !== 'doi') assert.equal(await failure(text('<!doctype html><p>Log in', 'text/html')), 'web-page');
    });

    it('follows a redirect', async () => {
      server.on(/./, full);
      server.on(/./, status(302, { Location: `${server.url}/moved` }), 1);
      assert.ok(await clientOf(service)!.byId!(ask, askingOf(server)));
      assert.equal(server.received[1].path, '/moved');
    });
  });
}

describe('What services say', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  const item = async (service: ServiceId) => {
    const { ask, full } = CASES.find((each) => each.service === service)!;
    server.on(/./, full);
    return (await clientOf(service)!.byId!(ask, askingOf(server)))!;
  };

  it('becomes an item: Crossref', async () => {
    const found = await item('crossref');
    assert.deepEqual(found.item, {
      type: 'paper-conference',
      title: 'Efficient Training & Serving of <i>Large</i> Models: A Study',
      author: [{ family: 'Narayanan', given: 'Deepak' }, { literal: 'The Serving Group' }],
      issued: { 'date-parts': [[2021, 11, 14]] },
      'container-title': 'Proceedings of SC21',
      'container-title-short': 'SC',
      publisher: 'ACM',
      page: '1-15',
      abstract: 'We train <fast>.',
      ISBN: '9781450384421',
      DOI: '10.1145/3458817.3476195',
      URL: 'https://doi.org/10.1145/3458817.3476195',
    });
    assert.deepEqual(found.published, ['10.1234/published']);
  });

  it('becomes the same item where Crossref lists works, with what is selected of them', async () => {
    const update = { type: 'retraction', label: 'Retraction', DOI: '10.1145/3999999' };
    server.on(/works$/, answers.crossrefSelected({ ...answers.CROSSREF_WORK, 'updated-by': [update] }));
    const [listed] = await clientOf('crossref')!.byDescription!({ title: 'Training' }, askingOf(server));
    assert.deepEqual(listed, { ...(await item('crossref')), isRetracted: true });
  });

  it('becomes an item: DataCite', async () => {
    const { item: dataset } = await item('datacite');
    assert.equal(dataset.type, 'dataset');
    assert.equal(dataset.title, 'A Data Set of Maps');
    assert.deepEqual(dataset.author, [{ family: 'Doe', given: 'Jane' }, { literal: 'Map Institute' }]);
    assert.deepEqual(dataset.issued, { 'date-parts': [[2020, 3, 4]] });
  });

  it('becomes an item: doi.org', async () => {
    const { item: article } = await item('doi');
    assert.equal(article.type, 'article-journal');
    assert.equal(article.DOI, '10.7/abc');
    assert.equal('reference' in article || 'id' in article, false);
    assert.equal(server.received[0].headers.accept, 'application/vnd.citationstyles.csl+json');
  });

  it('becomes an item: arXiv', async () => {
    const found = await item('arxiv');
    assert.equal(found.item.title, 'Attention Is All You Need');
    assert.deepEqual(found.item.author?.[1], { family: 'Oord', given: 'Aäron', 'non-dropping-particle': 'van den' });
    assert.equal(found.item.number, 'arXiv:1706.03762');
    assert.equal(found.item.abstract, 'The dominant sequence & transduction models.');
    assert.deepEqual(found.published, ['10.5555/3295222']);
    assert.equal(found.pdf, 'https://arxiv.org/pdf/1706.03762');
  });

  it('becomes an item: OpenAlex', async () => {
    const found = await item('openalex');
    assert.equal(found.item.abstract, 'Despite growing interest in interest');
    assert.equal(found.item.page, 'e4375');
    assert.equal(found.item['container-title'], 'PeerJ');
    assert.deepEqual([found.item.PMID, found.item.PMCID], ['29456894', 'PMC5815332']);
    assert.equal(found.isRetracted, true);
    assert.equal(found.pdf, 'https://peerj.com/articles/4375.pdf');
    assert.equal(found.freePage, 'https://doi.org/10.7717/peerj.4375');
  });

  it('becomes an item: Semantic Scholar', async () => {
    const { item: paper } = await item('semanticscholar');
    assert.equal(paper.type, 'paper-conference');
    assert.equal(paper.DOI, '10.18653/v1/n19-1423');
    assert.equal(paper.page, '4171-4186');
  });

  it('becomes an item: Europe PMC', async () => {
    const { item: paper, pdf, freePage } = await item('europepmc');
    assert.equal(pdf, 'https://europepmc.org/articles/PMC6612345?pdf=render');
    assert.equal(freePage, 'https://europepmc.org/articles/PMC6612345');
    assert.equal(paper.title, 'A cell atlas');
    assert.deepEqual(paper.author, [{ family: 'Smith', given: 'John' }, { literal: 'The Atlas Consortium' }]);
    assert.equal(paper.PMCID, 'PMC6612345');
    assert.equal(paper.abstract, 'Background Cells.');
  });

  it('becomes an item: Open Library', async () => {
    const { item: book } = await item('openlibrary');
    assert.equal(book.title, 'Introduction to algorithms: third edition');
    assert.deepEqual(book.issued, { 'date-parts': [[2009]] });
    assert.equal(book['publisher-place'], 'Cambridge, Mass');
    assert.deepEqual([book.publisher, book.ISBN], ['MIT Press', '9780262033848']);
  });

  it('leads to a free text: Unpaywall, with an e-mail address alone', async () => {
    server.on(/v2/, json(answers.UNPAYWALL));
    const known = { pdf: 'https://x.org/a.pdf', freePage: 'https://x.org/a' };
    assert.equal(await freeTextAt('10.1/a', askingOf(server)), undefined);
    assert.equal(server.received.length, 0);
    assert.deepEqual(await freeTextAt('10.1/a', askingOf(server, { email: 'me@example.org' })), known);
    assert.equal(server.received[0].query.get('email'), 'me@example.org');
    server.on(/v2/, json({ best_oa_location: { url_for_pdf: 'javascript:alert(1)', url: 'file:///etc' } }));
    assert.equal(await freeTextAt('10.1/c', askingOf(server, { email: 'me@example.org' })), undefined);
  });

  it('is no more than a text, whatever it holds', async () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><feed><entry><title>&b;</title></entry></feed>';
    server.on(/./, text(bomb, ATOM));
    const { ask } = CASES.find((each) => each.service === 'arxiv')!;
    await assert.rejects(clientOf('arxiv')!.byId!(ask, askingOf(server)), { code: 'unreadable' });
    server.on(
      /./,
      json(
        answers.crossrefWork({
          title: ['<img src=x onerror=alert(1)>T<script>x</script>'],
          __proto__: { polluted: 1 },
          URL: 'javascript:1',
        }),
      ),
    );
    const found = await clientOf('crossref')!.byId!({ kind: 'doi', value: '10.1/x' }, askingOf(server));
    assert.equal(found?.item.title, 'Tx');
    assert.equal(found.item.URL, undefined);
  });
});
