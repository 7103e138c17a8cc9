import assert from 'node:assert/strict';
import { listPapers } from '../../../src/online/feeds/listPapers';
import { feedId, feedName, statedFeeds } from '../../../src/online/feeds/feedSetting';

describe('The setting of feeds', () => {
  const mistakes = (setting: unknown) =>
    statedFeeds(setting).map((stated) => ('mistake' in stated ? [stated.mistake, stated.stated] : feedId(stated.feed)));

  it('states feeds of each kind', () => {
    const feeds = [
      { kind: 'huggingface-daily' },
      { kind: 'huggingface-trending', name: 'Trends' },
      { kind: 'arxiv', categories: ['cs.LG', 'cs.CL', 'math', 'cond-mat.dis-nn'] },
      { kind: 'biorxiv' },
      { kind: 'medrxiv', category: 'oncology' },
      { kind: 'rss', url: 'https://example.org/feed.xml' },
      { kind: 'rss', url: 'http://localhost:3000/feed' },
      { kind: 'list', path: '/home/me/trending.txt' },
      { kind: 'semanticscholar' },
    ];
    const stated = statedFeeds(feeds).map((each) => ('feed' in each ? feedName(each.feed) : each.mistake));
    assert.deepEqual(stated, [
      'Hugging Face daily papers',
      'Trends',
      'arXiv cs.LG + cs.CL + math + cond-mat.dis-nn',
      'bioRxiv',
      'medRxiv oncology',
      'example.org',
      'localhost:3000',
      'trending.txt',
      'Semantic Scholar recommendations',
    ]);
  });

  it('names what is wrong, and the others stay', () => {
    const feeds = [
      7,
      null,
      { kind: 'gopher' },
      { kind: 'arxiv' },
      { kind: 'arxiv', categories: ['cs.CL', '../x'] },
      { kind: 'rss', url: 'http://example.org/feed' },
      { kind: 'rss', url: 'file:///etc/passwd' },
      { kind: 'list' },
      { kind: 'semanticscholar', from: 'all', name: 'Mine' },
      { kind: 'huggingface-daily' },
    ];
    assert.deepEqual(mistakes(feeds), [
      ['unknown-kind', '7'],
      ['unknown-kind', 'null'],
      ['unknown-kind', 'gopher'],
      ['no-categories', 'arxiv'],
      ['bad-category', '../x'],
      ['bad-url', 'http://example.org/feed'],
      ['bad-url', 'file:///etc/passwd'],
      ['no-path', 'list'],
      ['bad-from', 'Mine'],
      'huggingface-daily',
    ]);
  });

  it('has each feed once, in whatever order its categories stand', () => {
    const feeds = [
      { kind: 'arxiv', categories: ['cs.CL', 'cs.LG'] },
      { kind: 'arxiv', categories: ['cs.LG', 'cs.CL', 'cs.LG'], name: 'Again' },
    ];
    assert.deepEqual(mistakes(feeds), ['arxiv cs.CL+cs.LG']);
  });

  it('may be anything', () => {
    for (const setting of [undefined, null, 'x', 7, {}, [[]]]) assert.ok(Array.isArray(statedFeeds(setting)));
  });
});

describe('A paper list as a feed', () => {
  const read = (name: string, text: string) => listPapers(name, new TextEncoder().encode(text))?.papers;

  it('is read by the readers of the library', () => {
    const [bib] =
      read('new.bib', '@article{a, title={Deep {Maps}}, author={Doe, Jane}, year=2026, doi={10.1234/x}}') ?? [];
    assert.match(String(bib.item.title), /^Deep .*Maps/);
    assert.equal(bib.item.DOI, '10.1234/x');
    assert.equal(bib.item.id, undefined);
    const list = read(
      'trending.txt',
      'First Paper\nIts abstract says a lot of things.\nSecond Paper\nAnother abstract here.\n',
    );
    assert.deepEqual(
      list?.map(({ item }) => item.title),
      ['First Paper', 'Second Paper'],
    );
  });

  it('tells how many papers it has beyond those that are taken', () => {
    const bib = (count: number) =>
      Array.from({ length: count }, (_, i) => `@misc{k${i}, title={Paper ${i}}}`).join('\n');
    const taken = (count: number) => {
      const { papers, leftOut } = listPapers('all.bib', new TextEncoder().encode(bib(count)), 5)!;
      return [papers.length, leftOut];
    };
    assert.deepEqual([taken(3), taken(5), taken(7)].flat(), [3, 0, 5, 0, 5, 2]);
  });

  it('is none where it is something else', () => {
    assert.equal(listPapers('x.pdf', Uint8Array.of(0x25, 0x50, 0, 0, 1, 2)), undefined);
    assert.deepEqual(read('empty.bib', ''), []);
  });
});
