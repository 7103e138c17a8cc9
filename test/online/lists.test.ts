import assert from 'node:assert/strict';
import type { Asking } from '../../src/online/clients/client';
import { citedPages, citingPages, missingPages } from '../../src/online/lists/citationPages';
import { OnlineList } from '../../src/online/lists/onlineList';
import { searchPages } from '../../src/online/lists/searchPages';
import type { AskedPaper } from '../../src/online/lists/askedPaper';
import * as answers from './answers';
import { askingOf } from './asking';
import { json, LocalServer, silence, status, text, type Reply } from './localServer';

const PAPER: AskedPaper = {
  doi: '10.7717/peerj.4375',
  arxiv: undefined,
  pmid: undefined,
  pmcid: undefined,
  title: 'The state of OA',
  authors: [],
  year: 2018,
};

const OPENALEX_ID = 'https://openalex.org/W';
const work = (n: number) => ({ id: `${OPENALEX_ID}${n}`, title: `Work ${n}`, doi: `https://doi.org/10.1234/w${n}` });
const paper = (n: number) => ({ paperId: `p${n}`, title: `Work ${n}`, externalIds: { DOI: `10.1234/w${n}` } });
const titles = ({ found }: OnlineList) => found.map(({ item }) => item.title);
const works = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `Work ${from + i}`);

/** OpenAlex's answer to `filter=openalex:W1|W2`, in an order of its own. */
const filtered: Reply = (response, request) => {
  const ids = [...(request.query.get('filter') ?? '').matchAll(/W(\d+)/g)].map(([, n]) => Number(n));
  json({ results: ids.reverse().map(work) })(response, request);
};

describe('A list of papers on the web', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  const got = async (list: OnlineList, asking: Asking = askingOf(server)) => {
    await list.more(asking);
    return titles(list);
  };
  const asked = () => server.received.map(({ path }) => path.split('/')[1]);
  const crossrefPages: Reply = (response, request) => {
    const offset = Number(request.query.get('offset') ?? 0);
    const count = offset < 40 ? 20 : 3;
    const items = Array.from({ length: count }, (_, i) => ({
      title: [`Work ${offset + i + 1}`],
      DOI: `10.1234/w${offset + i + 1}`,
    }));
    json(answers.crossrefList(...items))(response, request);
  };

  describe('that is searched for', () => {
    it('comes in pages, and ends', async () => {
      server.on(/crossref/, crossrefPages);
      const asking = askingOf(server, { services: ['crossref'] });
      const list = new OnlineList(searchPages('work'));
      assert.deepEqual(await got(list, asking), works(1, 20));
      assert.deepEqual(await got(list, asking), works(1, 40));
      assert.equal(list.hasMore, true);
      assert.deepEqual(await got(list, asking), works(1, 43));
      assert.equal(list.hasMore, false);
      assert.equal(server.received.length, 3);
    });

    it('loses none of what several services found on one page, and asks for no more before that is shown', async () => {
      server.on(/crossref/, crossrefPages);
      server.on(
        /semantic/,
        json({ data: Array.from({ length: 15 }, (_, i) => ({ paperId: `s${i}`, title: `Other ${i}` })) }),
      );
      const asking = askingOf(server, { services: ['crossref', 'semanticscholar'] });
      const list = new OnlineList(searchPages('work'));
      await got(list, asking);
      const first = await got(list, asking);
      assert.equal(first.length, 40);
      assert.deepEqual(asked().sort(), ['crossref', 'crossref', 'semanticscholar']);
      await got(list, asking);
      assert.deepEqual(titles(list).slice(0, 40), first, 'what was shown stays where it was');
      assert.equal(titles(list).filter((title) => title?.startsWith('Other')).length, 15);
    });

    it('shows a paper once, also where another service has it on a later page', async () => {
      server.on(/crossref/, crossrefPages);
      server.on(/semantic/, json({ data: [paper(25)] }));
      const asking = askingOf(server, { services: ['crossref', 'semanticscholar'] });
      const list = new OnlineList(searchPages('work'));
      await got(list, asking);
      await got(list, asking);
      assert.equal(titles(list).filter((title) => title === 'Work 25').length, 1);
      const both = list.found.find(({ item }) => item.title === 'Work 25');
      assert.deepEqual(both?.services, ['crossref', 'semanticscholar']);
    });

    it('asks a service that failed again with the next page', async () => {
      server.on(/crossref/, crossrefPages);
      server.on(/crossref/, status(403), 1);
      const asking = askingOf(server, { services: ['crossref'] });
      const list = new OnlineList(searchPages('work'));
      assert.deepEqual(await got(list, asking), []);
      assert.deepEqual(
        list.failures.map(({ code }) => code),
        ['forbidden'],
      );
      assert.deepEqual(await got(list, asking), works(1, 20));
      assert.deepEqual(list.failures, []);
    });

    it('is as it was where the user gave up, and goes on from there', async () => {
      server.on(/crossref/, crossrefPages);
      const services = ['crossref'] as const;
      const list = new OnlineList(searchPages('work'));
      await got(list, askingOf(server, { services }));
      server.on(/crossref/, silence, 1);
      const giveUp = new AbortController();
      const more = list.more(askingOf(server, { services }, giveUp.signal));
      while (server.received.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
      giveUp.abort();
      await assert.rejects(more, { code: 'cancelled' });
      assert.deepEqual(titles(list), works(1, 20));
      assert.deepEqual(await got(list, askingOf(server, { services })), works(1, 40));
    });

    it('is the papers themselves where identifiers are searched for', async () => {
      server.on(/arxiv/, text(answers.atom(answers.ARXIV_ENTRY), 'application/atom+xml'));
      const list = new OnlineList(searchPages('1706.03762'));
      assert.deepEqual(await got(list), ['Attention Is All You Need']);
      assert.equal(list.hasMore, false);
      assert.deepEqual(asked(), ['arxiv']);
    });
  });

  describe('that a paper cites', () => {
    it('is that of OpenAlex, a page at a time, in its order', async () => {
      const referenced = Array.from({ length: 25 }, (_, i) => `${OPENALEX_ID}${i + 1}`);
      server.on(/openalex\/works\/doi/, json({ id: `${OPENALEX_ID}99`, referenced_works: referenced }));
      server.on(/openalex\/works$/, filtered);
      const list = new OnlineList(citedPages(PAPER));
      assert.deepEqual(await got(list), works(1, 20));
      assert.deepEqual(await got(list), works(1, 25));
      assert.equal(list.hasMore, false);
      assert.equal(server.received[0].query.get('select'), 'id,referenced_works');
      assert.equal(server.received.length, 3);
    });

    it('is that of Semantic Scholar where OpenAlex knows of none', async () => {
      server.on(/openalex\/works\/doi/, json({ id: `${OPENALEX_ID}99`, referenced_works: [] }));
      server.on(
        /references$/,
        json({ data: [1, 2, 3].map((n) => ({ citedPaper: { paperId: n === 2 ? null : `p${n}` } })) }),
      );
      server.on(/batch$/, (response, request) => {
        assert.deepEqual(JSON.parse(request.body), { ids: ['p1', 'p3'] });
        json([paper(1), null])(response, request);
      });
      const list = new OnlineList(citedPages(PAPER));
      assert.deepEqual(await got(list), ['Work 1']);
      assert.equal(list.found[0].service, 'semanticscholar');
    });

    it('is asked for by what services know of a paper without identifiers', async () => {
      server.on(
        /crossref\/works$/,
        json(answers.crossrefList({ title: ['The state of OA'], DOI: '10.7717/peerj.4375' })),
      );
      server.on(/openalex\/works\/doi/, json({ id: `${OPENALEX_ID}99`, referenced_works: [`${OPENALEX_ID}1`] }));
      server.on(/openalex\/works$/, filtered);
      assert.deepEqual(await got(new OnlineList(citedPages({ ...PAPER, doi: undefined }))), ['Work 1']);
    });

    it('is empty, with the reasons, where no service answers', async () => {
      server.on(/openalex/, status(403));
      server.on(/semantic/, status(429, { 'Retry-After': '600' }));
      const list = new OnlineList(citedPages(PAPER));
      assert.deepEqual(await got(list), []);
      assert.deepEqual(
        list.failures.map(({ service, code }) => `${service} ${code}`),
        ['openalex forbidden', 'semanticscholar too-many'],
      );
      assert.equal(list.hasMore, true, 'it can be asked for again');
    });

    it('is nothing for answers of other shapes', async () => {
      server.on(/openalex/, json({ id: 7, referenced_works: [{}, 'x', `${OPENALEX_ID}x`] }));
      server.on(/semantic/, json({ data: [null, { citedPaper: 7 }, 'x'] }));
      assert.deepEqual(await got(new OnlineList(citedPages(PAPER))), []);
    });
  });

  describe('that cite a paper', () => {
    it('is that of OpenAlex, page by page', async () => {
      server.on(/openalex\/works\/doi/, json({ id: `${OPENALEX_ID}99` }));
      server.on(/openalex\/works$/, (response, request) => {
        assert.equal(request.query.get('filter'), 'cites:W99');
        const first = (Number(request.query.get('page')) - 1) * 20;
        const count = first === 0 ? 20 : 4;
        json({ results: Array.from({ length: count }, (_, i) => work(first + i + 1)) })(response, request);
      });
      const list = new OnlineList(citingPages(PAPER));
      assert.deepEqual(await got(list), works(1, 20));
      assert.deepEqual(await got(list), works(1, 24));
      assert.equal(list.hasMore, false);
    });

    it('is that of Semantic Scholar for a paper of arXiv that OpenAlex lacks', async () => {
      server.on(/citations$/, json({ data: [{ citingPaper: paper(1) }, { citingPaper: {} }] }));
      const list = new OnlineList(citingPages({ ...PAPER, doi: undefined, arxiv: '1706.03762' }));
      assert.deepEqual(await got(list), ['Work 1']);
      assert.deepEqual(
        server.received.map(({ path }) => decodeURIComponent(path)),
        ['/openalex/works/doi:10.48550/arxiv.1706.03762', '/semanticscholar/graph/v1/paper/ARXIV:1706.03762/citations'],
      );
    });
  });

  describe('that several papers cite', () => {
    const papers = ['a', 'b', 'c'].map((name): AskedPaper => ({ ...PAPER, doi: `10.1/${name}` }));
    const cites: Readonly<Record<string, number[]>> = { a: [1, 2, 3], b: [2, 3, 3], c: [3, 4] };
    const openAlex = () => {
      server.on(/openalex\/works\/doi/, (response, request) => {
        const name = decodeURIComponent(request.path).at(-1) ?? '';
        json({ id: `${OPENALEX_ID}9`, referenced_works: cites[name].map((n) => `${OPENALEX_ID}${n}`) })(
          response,
          request,
        );
      });
      server.on(/openalex\/works$/, filtered);
    };

    it('has what at least so many cite, the most cited first, each paper counted once', async () => {
      openAlex();
      const list = new OnlineList(missingPages(papers, 2));
      assert.deepEqual(await got(list), ['Work 3', 'Work 2']);
      assert.deepEqual(
        list.found.map(({ citedHere }) => citedHere),
        [3, 2],
      );
      assert.deepEqual(await got(new OnlineList(missingPages(papers, 3))), ['Work 3']);
    });

    it('is counted at one service, the one that knows most', async () => {
      server.on(/openalex\/works\/doi.*a$/, json({ referenced_works: [`${OPENALEX_ID}1`] }));
      server.on(/references$/, json({ data: [{ citedPaper: { paperId: 'p1' } }] }));
      server.on(/batch$/, json([paper(1)]));
      const list = new OnlineList(missingPages(papers, 2));
      assert.deepEqual(await got(list), ['Work 1']);
      assert.equal(list.found[0].citedHere, 3);
    });

    it('says why it is empty', async () => {
      server.on(/openalex|semantic/, status(403));
      const list = new OnlineList(missingPages(papers, 2));
      assert.deepEqual(await got(list), []);
      assert.deepEqual(
        list.failures.map(({ service }) => service),
        ['openalex', 'semanticscholar'],
      );
    });
  });
});
