import assert from 'node:assert/strict';
import type { FeedPaper, FeedQuestion } from '../../src/online/feeds/feed';
import { feedPapers, type OnlineFeed } from '../../src/online/feeds/feedPapers';
import type { OnlineFailure } from '../../src/online/failure';
import { SEMANTIC_PAPER } from './answers';
import { askingOf, FAST_CLOCK, PATIENT_CLOCK } from './asking';
import { announced, arxivFeed, dailyPaper, NO_POSTS, post, posts, rss } from './feedAnswers';
import { cutOff, json, LocalServer, silence, status, text, type Reply } from './localServer';

const ATOM = 'application/atom+xml';
const XML = 'text/xml';
const GARBAGE = 'x'.repeat(5 * 1024 * 1024);
/** Garbage that goes on until nobody listens any more. */
const endless: Reply = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  const more = () => void response.write(GARBAGE, (error) => error ?? more());
  more();
};
const QUESTION: FeedQuestion = { today: '2026-11-26' };

describe('Feeds of new papers', function () {
  this.timeout(20_000);
  let server: LocalServer;
  before(async () => (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  const answer = (feed: OnlineFeed, question: Partial<FeedQuestion> = {}, clock = FAST_CLOCK) =>
    feedPapers(feed, { ...QUESTION, ...question }, askingOf(server, {}, undefined, clock));
  const ask = async (...of: Parameters<typeof answer>) => (await answer(...of)).papers;
  const rssFeed = (): OnlineFeed => ({ kind: 'rss', url: `${server.url}/feed.xml` });
  const ARXIV: OnlineFeed = { kind: 'arxiv', categories: ['cs.CL', 'cs.LG'] };

  const RECOMMENDED: OnlineFeed = { kind: 'semanticscholar', from: 'recent' };
  const EXAMPLES = [{ arxiv: '1706.03762' }, { doi: '10.1/a' }];
  /** Each kind: where it asks, what it says of a day without papers, and what nobody documents. */
  interface Kind {
    readonly name: OnlineFeed['kind'];
    readonly feed: () => OnlineFeed;
    readonly path: RegExp;
    readonly empty: Reply;
    readonly odd: Reply;
  }
  const DAILY = { path: /daily_papers/, empty: json([]), odd: json({ error: 'no' }) };
  const POSTS = { path: /details/, empty: json(NO_POSTS), odd: json({ collection: 'x' }) };
  const KINDS: readonly Kind[] = [
    { name: 'huggingface-daily', feed: () => ({ kind: 'huggingface-daily' }), ...DAILY },
    { name: 'huggingface-trending', feed: () => ({ kind: 'huggingface-trending' }), ...DAILY },
    { name: 'arxiv', feed: () => ARXIV, path: /atom/, empty: text(arxivFeed(), ATOM), odd: text('<a/>', ATOM) },
    { name: 'biorxiv', feed: () => ({ kind: 'biorxiv' }), ...POSTS },
    { name: 'medrxiv', feed: () => ({ kind: 'medrxiv' }), ...POSTS },
    { name: 'rss', feed: rssFeed, path: /feed\.xml/, empty: text(rss(), XML), odd: text('<rss><x></rss>', XML) },
    {
      name: 'semanticscholar',
      feed: () => RECOMMENDED,
      path: /forpaper/,
      empty: json({ recommendedPapers: [] }),
      odd: json({ recommendedPapers: null }),
    },
  ];

  for (const { name, feed, path, empty, odd } of KINDS) {
    describe(`of the kind ${name}`, () => {
      const askIt = (clock = FAST_CLOCK) => ask(feed(), { examples: EXAMPLES }, clock);

      it('may have no papers on a day', async () => {
        server.on(path, empty);
        assert.deepEqual(await askIt(), []);
        assert.ok(server.received.length > 0);
      });

      it('are followed to where they lie', async () => {
        server.on(/moved$/, empty);
        server.on(path, status(302, { Location: '/moved' }));
        assert.deepEqual(await askIt(), []);
        assert.ok(server.received.some((request) => request.path === '/moved'));
      });

      const fails: readonly [what: string, Reply, OnlineFailure['code']][] = [
        ['404', status(404), 'not-found'],
        ['500', status(500), 'server'],
        ['429', status(429, { 'Retry-After': '3600' }), 'too-many'],
        ['429 without a time', status(429), 'too-many'],
        ['403', status(403), 'forbidden'],
        ['a page to log in', text('<!DOCTYPE html><html>Log in</html>', 'text/html'), 'web-page'],
        ['what nobody documents', odd, 'unreadable'],
        ['an answer that is cut off', cutOff('{"a": 1}'.repeat(100)), 'cut-off'],
        ['no answer', silence, 'timed-out'],
        ['a redirect to a file', status(302, { Location: 'file:///etc/passwd' }), 'astray'],
      ];
      const large: typeof fails = [
        ['5 MB of garbage', text(GARBAGE, 'application/json'), 'unreadable'],
        ['more than is read', endless, 'too-large'],
      ];
      for (const [what, reply, code] of large) {
        it(`fail as ${code}: ${what}`, async () => {
          server.on(path, reply);
          await assert.rejects(askIt(PATIENT_CLOCK), { code });
        });
      }
      // It does not know every paper.
      const known = name === 'semanticscholar' ? fails.filter(([, , code]) => code !== 'not-found') : fails;
      for (const [what, reply, code] of known) {
        it(`fail as ${code}: ${what}`, async () => {
          server.on(path, reply);
          await assert.rejects(askIt(), { code });
        });
      }
    });
  }

  it('are asked anew each time, whatever is remembered', async () => {
    server.on(/daily_papers/, json([dailyPaper('2611.00001', 'First')]), 1);
    const asking = askingOf(server);
    const feed: OnlineFeed = { kind: 'huggingface-daily' };
    await feedPapers(feed, QUESTION, asking);
    server.on(/daily_papers/, json([dailyPaper('2611.00002', 'Second')]));
    assert.equal((await feedPapers(feed, QUESTION, asking)).papers[0].item.title, 'Second');
  });

  it('of Hugging Face tell votes, code and keywords', async () => {
    server.on(/daily_papers/, json([dailyPaper('2611.00001', 'Pointers'), { paper: { id: 'x' } }, null, 3]));
    const [paper, ...others] = await ask({ kind: 'huggingface-daily' });
    assert.deepEqual(others, []);
    assert.equal(paper.item.title, 'Pointers');
    assert.equal(paper.item.DOI, '10.48550/arxiv.2611.00001');
    assert.deepEqual(paper.item.author?.[1], { family: 'He', given: 'Kaiming' });
    assert.equal(paper.upvotes, 42);
    assert.equal(paper.code, 'https://github.com/example/code');
    assert.deepEqual(paper.categories, ['contrastive learning', 'retrieval']);
    assert.equal(server.received[0].path, '/huggingface/api/daily_papers');
    assert.equal(server.received[0].query.get('sort'), null);
    await ask({ kind: 'huggingface-trending' });
    assert.equal(server.received[1].query.get('sort'), 'trending');
  });

  it('take no code from addresses that are none of the web', async () => {
    server.on(
      /daily_papers/,
      json([dailyPaper('2611.00001', 'A', { githubRepo: 'javascript:alert(1)', upvotes: 'x' })]),
    );
    const [paper] = await ask({ kind: 'huggingface-daily' });
    assert.equal(paper.code, undefined);
    assert.equal(paper.upvotes, undefined);
  });

  it('of arXiv tell versions and what is announced', async () => {
    const entries = [
      announced('2611.00001', 'Pointers &amp;amp; &lt;b&gt;More&lt;/b&gt;'),
      announced('2611.00002', 'Crossed', 'cross'),
      announced('2401.00003', 'Again', 'replace', 3),
      announced('2401.00004', 'Again Crossed', 'replace-cross', 2),
    ];
    server.on(/atom\/cs\.CL\+cs\.LG$/, text(arxivFeed(...entries), ATOM));
    const papers = await ask(ARXIV);
    assert.deepEqual(
      papers.map(({ item, version, isReplacement = false }) => [item.number, version, isReplacement]),
      [
        ['arXiv:2611.00001', 1, false],
        ['arXiv:2611.00002', 1, false],
        ['arXiv:2401.00003', 3, true],
        ['arXiv:2401.00004', 2, true],
      ],
    );
    const [{ item, categories, url }] = papers;
    assert.equal(item.title, 'Pointers & <b>More</b>');
    assert.equal(item.abstract, 'We ask whether $a < b$.');
    assert.deepEqual(item.issued, { 'date-parts': [[2026, 11, 26]] });
    assert.deepEqual(item.author, [
      { family: 'Lovelace', given: 'Ada' },
      { family: 'Berg', given: 'José', 'non-dropping-particle': 'van den' },
    ]);
    assert.deepEqual(categories, ['cs.CL', 'cs.LG']);
    assert.equal(url, 'https://arxiv.org/abs/2611.00001');
  });

  it('of 5,000 entries are read whole, longer ones to there', async () => {
    const entries = Array.from({ length: 5100 }, (_, i) =>
      announced(`2611.${String(i).padStart(5, '0')}`, `Paper ${i}`),
    );
    server.on(/atom/, text(arxivFeed(...entries), ATOM));
    const { papers, leftOut } = await answer(ARXIV, {}, PATIENT_CLOCK);
    assert.equal(papers.length, 5000);
    assert.equal(leftOut, 100);
    assert.equal(papers.at(-1)?.item.title, 'Paper 4999');
  });

  it('of 5,000 entries in other shapes are read as far, and it is known how many more there are', async () => {
    const taken = async (feed: OnlineFeed) => {
      const { papers, leftOut } = await answer(feed, {}, PATIENT_CLOCK);
      return [papers.length, leftOut];
    };
    const numbers = Array.from({ length: 5100 }, (_, i) => i);
    server.on(/daily_papers/, json(numbers.map((i) => dailyPaper(`2611.${String(i).padStart(5, '0')}`, `Paper ${i}`))));
    assert.deepEqual(await taken({ kind: 'huggingface-daily' }), [5000, 100]);
    const items = numbers.map((i) => `<item><title>Paper ${i}</title><link>https://example.org/${i}</link></item>`);
    server.on(/feed\.xml/, text(rss(...items), XML));
    assert.deepEqual(await taken(rssFeed()), [5000, 100]);
    server.on(
      /details/,
      json(
        posts(
          numbers.map((i) => post(`10.1101/2026.${i}`, `Paper ${i}`)),
          5100,
        ),
      ),
    );
    assert.deepEqual(await taken({ kind: 'biorxiv' }), [5000, 100]);
    // What is not even asked for counts as well.
    server.reset();
    server.on(/details/, json(posts([...numbers.map((i) => post(`10.1101/2026.${i}`, `Paper ${i}`))], 7000)));
    assert.deepEqual(await taken({ kind: 'biorxiv' }), [5000, 2000]);
  });

  it('in other shapes may have HTML in titles, and dates that are none', async () => {
    const title = 'Cells <i>in vivo</i> &amp; <script>x</script>';
    const names = (papers: readonly FeedPaper[]) =>
      papers.map(({ item }) => [JSON.stringify(item.title), item.issued] as const);
    server.on(/daily_papers/, json([dailyPaper('2611.00001', title, { publishedAt: 'yesterday' })]));
    server.on(/details/, json(posts([post('10.1101/2026.1', title, { date: '2026-02-31' })])));
    for (const kind of ['huggingface-daily', 'biorxiv'] as const) {
      const [[read, issued]] = names(await ask({ kind }));
      assert.match(read, /Cells/);
      assert.ok(!/script/.test(read), `${kind}: ${read}`);
      assert.equal(issued, undefined, kind);
    }
  });

  it('of journals that begin well and go on as garbage are refused by what is wrong', async () => {
    const all: readonly [garbage: string, OnlineFailure['code']][] = [
      [GARBAGE, 'cut-off'],
      [`<item a="${GARBAGE}`, 'cut-off'],
      ['&'.repeat(5_000_000), 'cut-off'],
      [`${GARBAGE}</item>`, 'unreadable'],
      ['<item>'.repeat(900_000), 'unreadable'],
    ];
    for (const [garbage, code] of all) {
      server.on(/feed\.xml/, text(`<rss version="2.0"><channel><title>A</title>${garbage}`, XML));
      await assert.rejects(ask(rssFeed(), {}, PATIENT_CLOCK), { code });
    }
  });

  it('that bring definitions of their own are refused', async () => {
    const bomb =
      '<!DOCTYPE feed [<!ENTITY a "aaaaaaaaaa">]><feed xmlns="http://www.w3.org/2005/Atom"><title>&a;</title></feed>';
    server.on(/atom/, text(bomb, ATOM));
    await assert.rejects(ask(ARXIV), { code: 'unreadable' });
  });

  it('of journals are read as RSS 2.0, RSS 1.0 and Atom', async () => {
    const item =
      '<item><title>Cells &lt;i&gt;in vivo&lt;/i&gt; &lt;script&gt;x&lt;/script&gt;</title><link>https://example.org/1</link>' +
      '<description>&lt;p&gt;We &lt;b&gt;grow&lt;/b&gt; cells.&lt;img src="x"&gt;&lt;/p&gt;</description>' +
      '<dc:creator>Lovelace, Ada</dc:creator><prism:doi>10.1234/ABC</prism:doi><prism:publicationName>Cells</prism:publicationName>' +
      '<pubDate>Wed, 25 Nov 2026 22:00:00 -0500</pubDate><category>biology</category></item>';
    server.on(/feed\.xml/, text(rss(item, '<item><description>Nothing</description></item>'), XML));
    const [paper, ...others] = await ask(rssFeed());
    assert.deepEqual(others, []);
    assert.equal(paper.item.title, 'Cells <i>in vivo</i>');
    assert.equal(paper.item.abstract, 'We grow cells.');
    assert.equal(paper.item.DOI, '10.1234/abc');
    assert.equal(paper.item['container-title'], 'Cells');
    assert.deepEqual(paper.item.author, [{ family: 'Lovelace', given: 'Ada' }]);
    assert.deepEqual(paper.item.issued, { 'date-parts': [[2026, 11, 25]] });
    assert.equal(paper.url, 'https://example.org/1');

    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><channel/><item rdf:about="https://doi.org/10.1/b"><title>B</title></item></rdf:RDF>';
    server.on(/feed\.xml/, text(rdf, 'application/rss+xml'));
    assert.equal((await ask(rssFeed()))[0].item.DOI, undefined, 'no DOI: too few digits');
    const atom =
      '<feed><entry><title type="xhtml"><div>A <i>B</i> C</div></title><link href="https://doi.org/10.1234/b?x=1"/></entry></feed>';
    server.on(/feed\.xml/, text(atom, 'text/html'));
    const [entry] = await ask(rssFeed());
    assert.equal(entry.item.title, 'A B C');
    assert.equal(entry.item.DOI, '10.1234/b');
  });

  it('are read in the encoding that the server states', async () => {
    const bytes = Buffer.from(
      rss('<item><title>Caf\xe9</title></item>').replace('<?xml version="1.0"?>', ''),
      'latin1',
    );
    server.on(/feed\.xml/, (response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml; charset="ISO-8859-1"' }).end(bytes);
    });
    assert.equal((await ask(rssFeed()))[0].item.title, 'Café');
  });

  it('complete links by where they lie, after redirects', async () => {
    server.on(/feed\.xml/, status(302, { Location: '/elsewhere/new.xml' }));
    server.on(/elsewhere\/new\.xml/, text(rss('<item><title>A</title><link>paper</link></item>'), XML));
    assert.equal((await ask(rssFeed()))[0].url, `${server.url}/elsewhere/paper`);
  });

  it('tell their entries by what they number them with, each feed by its own', async () => {
    const numbered = (guid: string) => text(rss(`<item><title>A</title><guid>${guid}</guid></item>`), XML);
    const guidOf = async (guid: string, url = rssFeed()) => {
      server.on(/\.xml/, numbered(guid));
      return (await ask(url))[0].guid;
    };
    assert.equal(await guidOf('https://example.org/?p=17'), 'https://example.org/?p=17');
    const other: OnlineFeed = { kind: 'rss', url: `${server.url}/other.xml` };
    assert.notEqual(await guidOf('17'), await guidOf('17', other));
    assert.equal(await guidOf('17'), await guidOf('17'));
    server.on(/feed\.xml/, text('<feed><entry><title>A</title><id>urn:uuid:17</id></entry></feed>', ATOM));
    assert.equal((await ask(rssFeed()))[0].guid, 'urn:uuid:17');
  });

  it('tell the dates of entries as they state them, which tell apart what one page shows', async () => {
    const dates = ['Wed, 25 Nov 2026 22:00:00 -0500', 'Wed, 25 Nov 2026 23:00:00 -0500', ''];
    const item = (date: string) => `<item><title>A</title><link>https://example.org/a</link><pubDate>${date}</pubDate>`;
    server.on(/feed\.xml/, text(rss(...dates.map((date) => `${item(date)}</item>`)), XML));
    assert.deepEqual(
      (await ask(rssFeed())).map(({ dated }) => dated),
      [dates[0], dates[1], undefined],
    );
  });

  it('take no links from entries but those of the web', async () => {
    server.on(/feed\.xml/, text(rss('<item><title>A</title><link>command:x</link></item>'), XML));
    assert.equal((await ask(rssFeed()))[0].url, undefined);
  });

  it('take wrong dates for none', async () => {
    const dates = [
      'yesterday',
      '0001-01-01',
      '2026-02-31',
      '2999-01-01',
      'Thu, 99 Foo 2026',
      '2026-11-27T01:00:00+10:00',
    ];
    const items = dates.map((date, i) => `<item><title>${i}</title><pubDate>${date}</pubDate></item>`);
    server.on(/feed\.xml/, text(rss(...items), XML));
    assert.deepEqual(
      (await ask(rssFeed())).map(({ item }) => item.issued?.['date-parts']?.[0]),
      [undefined, undefined, undefined, undefined, undefined, [2026, 11, 27]],
    );
  });

  it('of bioRxiv are read page by page, of the days since, in one subject', async () => {
    const first = Array.from({ length: 100 }, (_, i) => post(`10.1101/2026.11.25.${i}`, `First ${i}`));
    const second = [
      post('10.1101/2026.11.25.900', 'Second'),
      post('10.1101/2026.11.20.1', 'Again', { version: '2' }),
      post('10.1101/2026.11.25.901', 'Elsewhere', { category: 'neuroscience' }),
    ];
    server.on(/details\/biorxiv\/[\d-]+\/[\d-]+\/0\/json/, json(posts(first, 103)));
    server.on(/details\/biorxiv\/[\d-]+\/[\d-]+\/100\/json/, json(posts(second, 103, 100)));
    const papers = await ask({ kind: 'biorxiv', category: 'Cell Biology' });
    assert.equal(papers.length, 102);
    assert.equal(papers[0].item.publisher, 'bioRxiv');
    assert.deepEqual(papers[0].item.author?.[0], { family: 'Lovelace', given: 'A.' });
    assert.equal(papers.at(-1)?.isReplacement, true);
    assert.equal(server.received[0].query.get('category'), 'cell_biology');
    assert.match(server.received[0].path, /\/2026-11-25\/2026-11-27\/0\//);
    await ask({ kind: 'biorxiv' }, { since: '2026-11-23' });
    assert.match(server.received.at(-1)!.path, /\/2026-11-22\/2026-11-27\//);
    await ask({ kind: 'biorxiv' }, { since: '2026-01-01' });
    assert.match(server.received.at(-1)!.path, /\/2026-11-19\/2026-11-27\//);
  });

  it('of bioRxiv that never end are left', async () => {
    server.on(/details/, json(posts([post('10.1101/1', 'A')], 1e9)));
    await ask({ kind: 'biorxiv' });
    assert.ok(server.received.length <= 100);
  });

  it('of Semantic Scholar name a few papers of the user, and no more', async () => {
    server.on(/forpaper\/ARXIV:1706/, json({ recommendedPapers: [SEMANTIC_PAPER] }));
    server.on(/forpaper\/DOI:10\.1\/a/, status(404));
    const many = [...EXAMPLES, ...Array.from({ length: 20 }, (_, i) => ({ doi: `10.2/${i}` }))];
    const papers = await ask(RECOMMENDED, { examples: many });
    assert.equal(papers.length, 1);
    assert.equal(server.received.length, 5);
    assert.equal(server.received[0].query.get('from'), 'recent');
    server.reset();
    assert.deepEqual(await ask(RECOMMENDED), []);
    assert.equal(server.received.length, 0);
    server.on(/forpaper/, json({ recommendedPapers: null }));
    await assert.rejects(ask(RECOMMENDED, { examples: EXAMPLES }), { code: 'unreadable' });
  });
});
