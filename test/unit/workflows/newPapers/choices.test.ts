import assert from 'node:assert/strict';
import fc from 'fast-check';
import { claimed } from '../../../../src/base/claim';
import { atOnce } from '../../../../src/base/cooperate';
import { recordLines, recordsOf } from '../../../../src/base/recordLines';
import {
  choiceRecords,
  exportedChoices,
  marked,
  markOf,
  mergedChoices,
  NO_CHOICES,
  readingChoices,
  tidied,
  wished,
  wishOf,
  withFeedState,
  withMark,
  withWish,
  type Mark,
  type NewPaperChoices,
  type Wish,
} from '../../../../src/workflows/newPapers/choices';
import { newPaperOf, type NewPaper } from '../../../../src/workflows/newPapers/newPaper';
import { cases } from '../../support/cases';

const paper = (n: number | string): NewPaper =>
  newPaperOf({ item: { title: `Paper of the Number ${n}`, DOI: `10.1234/${n}` } }, 'feed', '2026-11-26');
/** What is read of choices that were written. */
const read = (choices: NewPaperChoices) =>
  atOnce(readingChoices(recordsOf(atOnce(recordLines(choiceRecords(choices))))));
const DAY = 86_400_000;

describe('Choices about new papers', () => {
  it('mark a paper, and take that back', () => {
    const later = withMark(NO_CHOICES, paper(1), 'later', 10);
    assert.equal(markOf(read(later), paper(1)), 'later');
    assert.equal(markOf(later, paper(2)), 'none');
    assert.equal(markOf(withMark(later, paper(1), 'none', 20), paper(1)), 'none');
    assert.equal(markOf(NO_CHOICES, newPaperOf({ item: { title: 'x', DOI: '__proto__' } }, '', '2026-11-26')), 'none');
  });

  it('follow and mute authors and words, in any case', () => {
    let choices = withWish(NO_CHOICES, { kind: 'author', text: 'Kaiming He', wish: 'follow', at: 1 });
    choices = withWish(choices, { kind: 'word', text: 'diffusion', wish: 'mute', at: 2 });
    choices = read(withWish(choices, { kind: 'word', text: 'state space', wish: 'follow', at: 3 }));
    assert.deepEqual(wished(choices, 'follow'), { authors: ['Kaiming He'], words: ['state space'] });
    assert.deepEqual(wished(choices, 'mute'), { authors: [], words: ['diffusion'] });
    assert.equal(wishOf(choices, 'author', 'kaiming he'), 'follow');
    choices = withWish(choices, { kind: 'author', text: 'KAIMING HE', wish: 'none', at: 4 });
    assert.deepEqual(wished(choices, 'follow').authors, []);
  });

  it('keep the papers that are not wanted in the order in which they were marked', () => {
    const choices = [3, 1, 2].reduce((all, n, at) => withMark(all, paper(n), 'unwanted', at), NO_CHOICES);
    assert.deepEqual(
      marked(read(choices), 'unwanted').map(({ item }) => item.DOI),
      ['10.1234/3', '10.1234/1', '10.1234/2'],
    );
  });

  it('stay small', () => {
    const long = newPaperOf({ item: { title: 'A Long Paper', abstract: 'word '.repeat(9000) } }, 'f', '2026-11-26');
    assert.ok(JSON.stringify(withMark(NO_CHOICES, long, 'unwanted', 1)).length < 2000);
    let choices = NO_CHOICES;
    for (let n = 0; n < 600; n++) choices = withMark(choices, paper(n), 'unwanted', n);
    choices = withMark(withMark(choices, paper('later'), 'later', 0), paper('back'), 'none', 0);
    assert.equal(marked(tidied(choices, DAY), 'unwanted').length, 600, 'not while they still stand in the list');
    const tidy = tidied(choices, 60 * DAY);
    assert.deepEqual(Object.keys(tidy.marks).length, 501);
    assert.equal(marked(tidy, 'unwanted').at(-1)?.item.DOI, '10.1234/599');
    assert.equal(marked(tidy, 'later').length, 1);
  });

  it('are exported as people can read them', () => {
    const choices = withMark(
      withWish(NO_CHOICES, { kind: 'word', text: 'maps', wish: 'follow', at: 1 }),
      paper(1),
      'later',
      1,
    );
    const seen = { names: { '2026-11-26': '012345678' }, papers: [paper(2)], versions: [] };
    assert.deepEqual(exportedChoices(choices, seen), {
      followed: { authors: [], words: ['maps'] },
      muted: { authors: [], words: [] },
      later: [{ item: paper(1).item, day: '2026-11-26', feed: 'feed' }],
      notForMe: [],
      seen: { papers: [{ item: paper(2).item, day: '2026-11-26', feed: 'feed' }], names: seen.names },
    });
  });

  it('of two windows are one thing, in whichever order and however often they are put together', () => {
    const at = fc.nat({ max: 5 });
    const step = fc.oneof(
      fc.tuple(fc.nat({ max: 3 }), fc.constantFrom<Mark>('later', 'unwanted', 'none'), at).map(
        ([n, mark, when]) =>
          (choices: NewPaperChoices) =>
            withMark(choices, paper(n), mark, when),
      ),
      fc.tuple(fc.constantFrom('a', 'A', 'b'), fc.constantFrom<Wish>('follow', 'mute', 'none'), at).map(
        ([text, wish, when]) =>
          (choices: NewPaperChoices) =>
            withWish(choices, { kind: 'word', text, wish, at: when }),
      ),
      at.map((when) => (choices: NewPaperChoices) => withFeedState(choices, 'f', { tried: when, failure: 'x' })),
      fc.tuple(fc.constantFrom('w1', 'w2'), at).map(([by, when]) => (choices: NewPaperChoices) => ({
        ...choices,
        claim: claimed(choices.claim, by, when),
      })),
    );
    const choices = fc.array(step, { maxLength: 8 }).map((steps) => steps.reduce((all, next) => next(all), NO_CHOICES));
    fc.assert(
      fc.property(choices, choices, choices, (a, b, c) => {
        assert.deepEqual(mergedChoices(a, b), mergedChoices(b, a));
        assert.deepEqual(mergedChoices(mergedChoices(a, b), c), mergedChoices(a, mergedChoices(b, c)));
        assert.deepEqual(mergedChoices(mergedChoices(a, b), b), mergedChoices(a, b));
        assert.deepEqual(read(a), a);
      }),
      { numRuns: cases(300) },
    );
  });

  it('that were said last count, though a clock was ahead before, in whichever window', () => {
    const [AHEAD, NOW] = [9_000_000_000_000, 10];
    const bothWays = (later: NewPaperChoices, before: NewPaperChoices) => {
      const merged = mergedChoices(read(later), before);
      assert.deepEqual(merged, mergedChoices(before, later));
      return merged;
    };
    const unwanted = withMark(NO_CHOICES, paper(1), 'unwanted', AHEAD);
    assert.equal(markOf(bothWays(withMark(unwanted, paper(1), 'none', NOW), unwanted), paper(1)), 'none');
    const wish = { kind: 'word', text: 'maps' } as const;
    const followed = withWish(NO_CHOICES, { ...wish, wish: 'follow', at: AHEAD });
    const ended = withWish(followed, { ...wish, wish: 'none', at: NOW });
    assert.equal(wishOf(bothWays(ended, followed), 'word', 'maps'), 'none');
    const asked = withFeedState(NO_CHOICES, 'f', { tried: AHEAD, answered: AHEAD });
    const again = withFeedState(asked, 'f', { tried: NOW, answered: NOW });
    assert.equal(bothWays(again, asked).feeds.f.tried, NOW);
    const first = { ...NO_CHOICES, claim: claimed(undefined, 'first', AHEAD) };
    const second = { ...first, claim: claimed(first.claim, 'second', NOW) };
    assert.equal(bothWays(second, first).claim?.by, 'second');
  });

  it('may be read from anything', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (x, y) => {
        const odd = [x, { id: 'a', mark: 'later', at: 1, paper: x }, { feed: 'b', tried: y }, { by: x, at: y }, y];
        const stated = atOnce(readingChoices(odd));
        assert.deepEqual(mergedChoices(stated, NO_CHOICES), stated);
      }),
      { numRuns: cases(300) },
    );
  });
});
