import assert from 'node:assert/strict';
import fc from 'fast-check';
import { atOnce } from '../../../../src/base/cooperate';
import { recordLines, recordsOf } from '../../../../src/base/recordLines';
import type { FeedPaper } from '../../../../src/online/feeds/feed';
import { dayAfter } from '../../../../src/online/feeds/feedDate';
import { NO_CHOICES } from '../../../../src/workflows/newPapers/choices';
import { newPaperOf } from '../../../../src/workflows/newPapers/newPaper';
import { isSame } from '../../../../src/workflows/newPapers/paperNames';
import {
  latestPapers,
  mergedSeen,
  NOTHING_SEEN,
  readingSeen,
  seenRecords,
  type SeenLimits,
  type SeenPapers,
} from '../../../../src/workflows/newPapers/seenPapers';
import { openPapers, openVersions } from '../../../../src/workflows/newPapers/shownPapers';
import { takeIn, type KnownPapers } from '../../../../src/workflows/newPapers/takeIn';
import { cases } from '../../support/cases';

/** What is read of seen papers that were written. */
const read = (seen: SeenPapers, limits?: SeenLimits) =>
  atOnce(readingSeen(recordsOf(atOnce(recordLines(seenRecords(seen)))), limits));

const DAY = '2026-11-26';
const NOTHING_KNOWN: KnownPapers = { same: () => undefined, isCited: () => false };

const paper = (title: string, more: Partial<FeedPaper> & { arxiv?: string; doi?: string } = {}): FeedPaper => {
  const { arxiv, doi, item, ...others } = more;
  const ids = arxiv === undefined ? { DOI: doi } : { number: `arXiv:${arxiv}`, DOI: `10.48550/arxiv.${arxiv}` };
  return { item: { title, ...ids, ...item }, ...others };
};

/** What a feed brings on the days, one after the other, and how many of each are new. */
function days(all: readonly (readonly FeedPaper[])[], known = NOTHING_KNOWN): { fresh: number[]; seen: SeenPapers } {
  let seen = NOTHING_SEEN;
  const fresh = all.map((papers, i) => {
    const taken = takeIn(seen, { feed: `feed ${i}`, papers, day: dayAfter(DAY, i) }, known);
    // What is kept is read again on the next day.
    seen = read(taken.seen);
    return taken.fresh;
  });
  return { fresh, seen };
}

describe('A paper of a feed', () => {
  const once = (...all: readonly FeedPaper[]) =>
    assert.deepEqual(days(all.map((each) => [each])).fresh, [1, ...all.slice(1).map(() => 0)]);

  it('is new once, by its arXiv identifier without version', () => {
    once(
      paper('Pointer Networks Again', { arxiv: '2611.00001' }),
      paper('Pointer Networks, Renamed', { arxiv: '2611.00001' }),
      { item: { title: 'Third Title of All' }, url: 'https://arxiv.org/abs/2611.00001v4' },
      { item: { title: 'Fourth Title of All', URL: 'http://arxiv.org/pdf/2611.00001v2.pdf' } },
    );
  });

  it('is new once, by its DOI', () => {
    once(paper('A Paper of Cells', { doi: '10.1101/X' }), paper('Quite Another Title', { doi: '10.1101/x' }));
  });

  it('is new once, by its title', () => {
    once(
      paper('Deep Learning: An  Überblick', { arxiv: '2611.00001' }),
      paper('deep learning – an uberblick', { doi: '10.1234/a' }),
      paper('Deep <i>Learning</i>: An Überblick', {}),
      paper('Published Elsewhere, Renamed', { doi: '10.1234/a' }),
    );
  });

  it('is new once, by the page or the guid that it alone has in its feed, whatever becomes of its title', () => {
    const url = 'https://journal.example/1';
    const dated = 'Thu, 26 Nov 2026 08:00:00 GMT';
    const [before, after] = ['The Title of a Preprint', 'What It Is Called Now'];
    once(paper(before, { url, dated }), paper(after, { url, dated }));
    once(paper(before, { url, dated }), paper(after, { url, dated, doi: '10.1234/late' }));
    const [guid, moved] = ['journal 17', 'https://journal.example/1?day=2'];
    once(paper(before, { url, guid }), paper(after, { url: moved, guid }));
    const other = paper('Another One of That Journal', { url: 'https://journal.example/2' });
    assert.deepEqual(
      days([
        [paper(before, { url }), other],
        [paper(after, { url }), other],
      ]).fresh,
      [2, 0],
      'where the feed has other pages, too, each is that of one paper',
    );
    const issue = 'https://journal.example/issue';
    const inIssue = (title: string) => paper(title, { url: issue, guid: 'journal' });
    assert.deepEqual(
      days([
        [inIssue('The First of an Issue'), inIssue('The Second of It')],
        [inIssue('One More of That Issue')],
        [inIssue('And the Last')],
      ]).fresh,
      [2, 1, 1],
      'a page of several is the name of none',
    );
    const inDatedIssue = (title: string, dated: string) => paper(title, { url: issue, dated });
    assert.deepEqual(
      days([
        [inDatedIssue('The First of an Issue', dated), inDatedIssue('The Second of It', dated)],
        [inDatedIssue('One More of That Issue', dated)],
        [inDatedIssue('And the Last', dated)],
      ]).fresh,
      [2, 1, 1],
      'whatever dates the papers have',
    );
    const home = (title: string) => paper(title, { url: 'https://journal.example/' });
    assert.deepEqual(days([[home('The First of a Journal')], [home('The Second of It')]]).fresh, [1, 1]);
  });

  it('is new each time where its feed shows one at a time on one page', () => {
    const url = 'https://lab.example/latest';
    const [first, second, third] = ['The First of a Lab', 'The Second of It', 'And the Third'];
    const shown = (one: (title: string, n: number) => FeedPaper) =>
      days([[one(first, 1)], [one(second, 2)], [one(second, 2)], [one(third, 3)], [one(first, 1)]]).fresh;
    const each = [1, 1, 0, 1, 0];
    assert.deepEqual(
      shown((title) => paper(title, { url })),
      each,
      'without dates',
    );
    assert.deepEqual(
      shown((title, n) => paper(title, { url, dated: `2026-11-2${n}` })),
      each,
    );
    assert.deepEqual(
      shown((title, n) => paper(title, { url, guid: `lab ${n}` })),
      each,
      'with guids',
    );
    const renamed = paper('The Second, Renamed', { url, dated: '2026-11-22' });
    assert.deepEqual(days([[paper(second, { url, dated: '2026-11-22' })], [renamed]]).fresh, [1, 0]);
  });

  it('of two windows is one, by its page, though each window read another title', () => {
    const [url, dated] = ['https://journal.example/1', '2026-11-26'];
    const [a, b] = ['The Title of a Preprint', 'What It Is Called Now'].map((title, i) =>
      read(
        takeIn(
          NOTHING_SEEN,
          { feed: 'f', papers: [paper(title, { url, dated })], day: dayAfter(DAY, i) },
          NOTHING_KNOWN,
        ).seen,
      ),
    );
    assert.deepEqual(
      mergedSeen(b, a).papers.map(({ item }) => item.title),
      ['The Title of a Preprint'],
    );
  });

  it('of a title that many have is told from others by its authors', () => {
    const by = (family: string, more = {}) =>
      paper('Editorial', { item: { title: 'Editorial', author: [{ family }] }, ...more });
    assert.deepEqual(days([[by('Doe'), by('Roe'), by('Doe')]]).fresh, [2]);
    const without = [paper('Editorial', { url: 'https://a.org/1' }), paper('Editorial', { url: 'https://a.org/2' })];
    assert.deepEqual(days([without]).fresh, [2]);
  });

  it('of a title that several may have is one with those that share an author, or where one names none', () => {
    let count = 0;
    /** A paper with an identifier of its own, by authors of these family names. */
    const by = (title: string, ...families: readonly string[]) => {
      const author = families.map((family) => ({ family }));
      return paper(title, { doi: `10.1234/${count++}`, item: { title, ...(author.length > 0 && { author }) } });
    };
    const cases: readonly [papers: readonly FeedPaper[], fresh: number][] = [
      [[by('Deep Metric Learning', 'Doe', 'Roe'), by('Deep metric learning', 'Major')], 2],
      [[by('Deep Metric Learning', 'Doe', 'Roe'), by('Deep metric learning', 'Major', 'Roé')], 1],
      [[by('Deep Metric Learning', 'Doe'), by('Deep Metric Learning')], 1],
      [[by('Deep Metric Learning'), by('Deep Metric Learning', 'Doe')], 1],
      [[by('Deep Metric Learning'), by('Deep Metric Learning')], 1],
      [[by('Deep Metric Learning', 'Doe'), by('Deep Metric Learning', 'Roe'), by('Deep Metric Learning', 'Doe')], 2],
      [[by('Editorial', 'Doe', 'Roe'), by('Editorial', 'Roe')], 1],
      [[by('Editorial', 'Doe'), by('Editorial')], 2],
      [[by('A Title That Says What It Is About', 'Doe'), by('A Title That Says What It Is About', 'Д.')], 1],
    ];
    for (const [papers, fresh] of cases) {
      const what = papers.map(({ item }) => `${item.title} by ${item.author?.map(({ family }) => family).join()}`);
      assert.deepEqual(days([papers]).fresh, [fresh], what.join('; '));
      const alone = papers.map((each, i) => days([...Array.from({ length: i }, () => []), [each]]).seen);
      assert.equal(alone.reduce((a, b) => mergedSeen(a, b)).papers.length, fresh, `two windows: ${what.join('; ')}`);
    }
  });

  it('is not new where the library has it', () => {
    const known: KnownPapers = {
      ...NOTHING_KNOWN,
      same: ({ arxiv }) => (arxiv === '2611.00001' ? { citekey: 'a' } : undefined),
    };
    const papers = [paper('One of Ours', { arxiv: '2611.00001' }), paper('One of Theirs', { arxiv: '2611.00002' })];
    const { fresh, seen } = days([papers], known);
    assert.deepEqual(fresh, [1]);
    assert.deepEqual(
      seen.papers.map(({ item }) => item.title),
      ['One of Theirs'],
    );
  });

  it('that is another version is told once for each version, where it is cited', () => {
    const known: KnownPapers = {
      same: ({ arxiv }) => (arxiv?.startsWith('2401') ? { citekey: arxiv } : undefined),
      isCited: (citekey) => citekey === '2401.00001',
    };
    const again = (arxiv: string, version: number) =>
      paper(`Version ${version} of ${arxiv}`, { arxiv, version, isReplacement: true });
    const { fresh, seen } = days(
      [
        [again('2401.00001', 2), again('2401.00002', 2), again('2501.00001', 2)],
        [again('2401.00001', 2)],
        [again('2401.00001', 3)],
      ],
      known,
    );
    assert.deepEqual(fresh, [0, 0, 0]);
    assert.deepEqual(
      seen.versions.map(({ of, version, day }) => [of, version, day]),
      [
        ['2401.00001', 2, DAY],
        ['2401.00001', 3, dayAfter(DAY, 2)],
      ],
    );
    assert.deepEqual(
      days([[again('2501.00001', 2)], [paper('Now on a Trending Page', { arxiv: '2501.00001' })]]).fresh,
      [0, 1],
    );
  });

  it('that comes again has the votes of that day, and stays where it was', () => {
    const { seen } = days([
      [paper('A Liked Paper', { arxiv: '2611.00001', upvotes: 3 })],
      [paper('A Liked Paper', { arxiv: '2611.00001', upvotes: 90, code: 'https://github.com/a/b' })],
    ]);
    assert.deepEqual(
      seen.papers.map(({ upvotes, code, day, feed }) => [upvotes, code, day, feed]),
      [[90, 'https://github.com/a/b', DAY, 'feed 0']],
    );
  });

  it('stands in the list for a week, and is no more new after that', () => {
    const first = [paper('The First of All', { arxiv: '2611.00001' })];
    const { fresh, seen } = days([first, [], [], [], [], [], [], first]);
    assert.deepEqual(fresh, [1, 0, 0, 0, 0, 0, 0, 0]);
    assert.equal(openPapers(seen, NO_CHOICES, dayAfter(DAY, 6)).length, 1);
    assert.deepEqual(openPapers(seen, NO_CHOICES, dayAfter(DAY, 7)), []);
  });

  it('is kept no longer than the papers of the last seven days that brought any', () => {
    const daily = Array.from({ length: 9 }, (_, i) => [paper(`The Paper of Day ${i}`, { arxiv: `2611.0000${i}` })]);
    assert.deepEqual(
      days([...daily, []]).seen.papers.map(({ day }) => day),
      [2, 3, 4, 5, 6, 7, 8].map((n) => dayAfter(DAY, n)),
    );
    const { seen } = days([...daily.slice(0, 7), ...Array.from({ length: 90 }, () => [])]);
    assert.equal(seen.papers.length, 7, 'where nothing comes, nothing takes their place');
    assert.deepEqual(openPapers(seen, NO_CHOICES, dayAfter(DAY, 97)), [], 'though they are not shown any more');
  });

  it('that came before the clock was ahead for some days stands in the list again when it is right', () => {
    let count = 0;
    const one = () => [paper(`The Paper of the Number ${count}`, { arxiv: `2611.0000${count++}` })];
    const before = days(Array.from({ length: 7 }, one)).seen;
    const ahead = [0, 1, 2].reduce(
      (seen, n) => read(takeIn(seen, { feed: 'f', papers: one(), day: dayAfter('2027-12-31', n) }, NOTHING_KNOWN).seen),
      before,
    );
    assert.equal(openPapers(ahead, NO_CHOICES, dayAfter('2027-12-31', 2)).length, 3);
    const today = dayAfter(DAY, 9);
    const right = read(takeIn(ahead, { feed: 'f', papers: [], day: today }, NOTHING_KNOWN).seen);
    const shown = openPapers(right, NO_CHOICES, today).map(({ item }) => Number(item.title?.slice(-1)));
    // Those of the last four days before, as the days since count too.
    assert.deepEqual(shown, [3, 4, 5, 6, 7, 8, 9]);
    assert.deepEqual(openPapers(mergedSeen(before, right), NO_CHOICES, today).length, 7, 'in every window');
  });

  it('that came while the clock was ahead stands in the list for a week from when it is right again', () => {
    const known: KnownPapers = {
      same: ({ arxiv }) => (arxiv === '2401.00001' ? { citekey: 'own' } : undefined),
      isCited: () => true,
    };
    const papers = [
      paper('A Paper of the Future', { arxiv: '2611.00001' }),
      paper('A Version of the Future', { arxiv: '2401.00001', version: 2, isReplacement: true }),
    ];
    const brought = (seen: SeenPapers, day: string, more: readonly FeedPaper[] = []) =>
      read(takeIn(seen, { feed: 'f', papers: more, day }, known).seen);
    const ahead = brought(NOTHING_SEEN, '2027-12-31', papers);
    const right = brought(ahead, DAY, papers);
    const days = ({ papers, versions }: SeenPapers) => [...papers, ...versions].map(({ day }) => day);
    assert.deepEqual(days(right), [DAY, DAY]);
    assert.deepEqual(days(mergedSeen(ahead, right)), [DAY, DAY]);
    assert.deepEqual(openPapers(right, NO_CHOICES, dayAfter(DAY, 7)), []);
    assert.deepEqual(openVersions(right, dayAfter(DAY, 7)), []);
    const abroad = brought(NOTHING_SEEN, dayAfter(DAY, 1), papers);
    assert.deepEqual(days(brought(abroad, DAY)), days(abroad), 'a day ahead is that of another time zone');
  });

  it('is never new twice, whatever feeds bring on whatever days, however it is named', () => {
    const ids = fc.record({
      arxiv: fc.option(
        fc.integer({ min: 0, max: 5 }).map((n) => `2611.0000${n}`),
        { nil: undefined },
      ),
      doi: fc.option(
        fc.integer({ min: 0, max: 5 }).map((n) => `10.1234/${n}`),
        { nil: undefined },
      ),
      title: fc.constantFrom('One Long Title', 'one long, title!', 'Two Long Titles', 'Short', 'Öne Lông Title', ''),
      url: fc.option(fc.constantFrom('https://a.org/1', 'https://a.org/2'), { nil: undefined }),
      dated: fc.option(fc.constantFrom('2026-11-25', '2026-11-26'), { nil: undefined }),
      author: fc.option(
        fc.subarray(['Doe', 'Roe', 'Major']).map((all) => all.map((family) => ({ family }))),
        { nil: undefined },
      ),
    });
    const anything = ids.map(({ arxiv, doi, title, url, dated, author }) =>
      paper(title || 'x', { arxiv, doi, url, dated, item: { title: title || 'x', ...(author && { author }) } }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(anything, { maxLength: 8 }), { maxLength: 9 }), (all) => {
        const shown: FeedPaper[] = [];
        let seen = NOTHING_SEEN;
        for (const [i, papers] of all.entries()) {
          const day = dayAfter(DAY, i);
          seen = read(takeIn(seen, { feed: 'f', papers, day }, NOTHING_KNOWN).seen);
          shown.push(...seen.papers.filter((each) => each.day === day));
        }
        for (const [i, each] of shown.entries()) {
          assert.ok(!shown.slice(0, i).some((before) => isSame(each, before)), each.item.title);
        }
        // Nothing is lost either: what was not shown has a name in common with what was, or with what was one with that.
        if (all.flat().length > 0) assert.ok(shown.length > 0);
      }),
      { numRuns: cases(300) },
    );
  });
});

describe('Of very many papers', () => {
  /** What came on a day. */
  const flood = (at: number, count: number) =>
    Array.from({ length: count }, (_, i) => ({ item: { title: 'x', DOI: `10.1234/${at}.${i}` } }));
  const seenOf = (...days: readonly [at: number, count: number][]): SeenPapers => ({
    ...NOTHING_SEEN,
    papers: days.flatMap(([at, count]) => flood(at, count).map((each) => newPaperOf(each, 'f', dayAfter(DAY, at)))),
  });
  const kept = ({ papers }: SeenPapers) => {
    const counts: Record<string, number> = {};
    for (const { day } of papers) counts[day] = (counts[day] ?? 0) + 1;
    return counts;
  };
  const LIMITS = { papers: 100 };
  const LAST = { [DAY]: 10, [dayAfter(DAY, 1)]: 90 };

  it('those of the last days are kept, while VS Code runs as after it started', () => {
    const brought = { feed: 'f', papers: flood(2, 5), day: dayAfter(DAY, 2) };
    const { seen } = takeIn(seenOf([0, 10], [1, 90]), brought, NOTHING_KNOWN, LIMITS);
    assert.deepEqual(kept(seen), { [DAY]: 5, [dayAfter(DAY, 1)]: 90, [dayAfter(DAY, 2)]: 5 });
    assert.deepEqual(read(seen, LIMITS).papers, seen.papers);
  });

  it('those of the last days are read of a file that has more', () => {
    assert.deepEqual(kept(read(seenOf([0, 30], [1, 90]), LIMITS)), LAST);
    assert.deepEqual(kept(read(seenOf([1, 90], [0, 30]), LIMITS)), LAST);
  });

  it('two windows keep those of the last days, and the same ones', () => {
    const [a, b] = [seenOf([0, 30]), seenOf([1, 90])];
    const both = mergedSeen(a, b, LIMITS);
    assert.deepEqual(kept(both), LAST);
    assert.deepEqual(mergedSeen(b, a, LIMITS), both);
    assert.deepEqual(mergedSeen(both, a, LIMITS), both);
  });

  it('ten thousand are kept where nothing else is said', () => {
    const [brought] = flood(0, 1).map((each) => newPaperOf(each, 'f', DAY));
    assert.equal(latestPapers(Array.from({ length: 10_001 }, () => brought)).length, 10_000);
  });
});

describe('What two windows have seen', () => {
  const titles = fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.nat({ max: 2 }))
    .map(([n, upvotes]) => paper(`Paper of the Number ${n}`, { arxiv: `2611.0000${n}`, upvotes }));
  const seen = fc
    .array(fc.tuple(fc.array(titles, { maxLength: 5 }), fc.nat({ max: 4 })), { maxLength: 4 })
    .map((brought) =>
      brought
        .sort(([, x], [, y]) => x - y)
        .reduce(
          (before, [papers, at]) => takeIn(before, { feed: 'f', papers, day: dayAfter(DAY, at) }, NOTHING_KNOWN).seen,
          NOTHING_SEEN,
        ),
    );

  it('is one thing, in whichever order and however often it is put together', () => {
    fc.assert(
      fc.property(seen, seen, seen, (a, b, c) => {
        assert.deepEqual(mergedSeen(a, b), mergedSeen(b, a));
        assert.deepEqual(mergedSeen(mergedSeen(a, b), c), mergedSeen(a, mergedSeen(b, c)));
        assert.deepEqual(mergedSeen(mergedSeen(a, b), b), mergedSeen(a, b));
      }),
      { numRuns: cases(300) },
    );
  });

  it('has each paper once, though both windows took it in', () => {
    const a = takeIn(
      NOTHING_SEEN,
      { feed: 'a', papers: [paper('One Long Title', { arxiv: '2611.00001' })], day: DAY },
      NOTHING_KNOWN,
    );
    const b = takeIn(
      NOTHING_SEEN,
      { feed: 'b', papers: [paper('One Long Title', { doi: '10.1234/x' })], day: dayAfter(DAY, 1) },
      NOTHING_KNOWN,
    );
    const merged = mergedSeen(a.seen, b.seen);
    assert.deepEqual(
      merged.papers.map(({ day, feed }) => [day, feed]),
      [[DAY, 'a']],
    );
  });

  it('may be read from anything', () => {
    fc.assert(
      fc.property(fc.array(fc.anything()), fc.anything(), (records, value) => {
        const odd = [...records, { item: value, day: DAY }, { of: value, version: value, day: DAY }, { names: value }];
        const stated = atOnce(readingSeen(odd));
        assert.ok(mergedSeen(stated, NOTHING_SEEN).papers.length <= stated.papers.length);
      }),
      { numRuns: cases(300) },
    );
  });
});
