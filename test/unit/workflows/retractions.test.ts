import assert from 'node:assert/strict';
import { isDue } from '../../../src/workflows/retractions/isDue';
import {
  MarkedPapers,
  marksAfter,
  NO_MARKS,
  readMarks,
  type RetractionMarks,
} from '../../../src/workflows/retractions/retractionMarks';

const RETRACTION = { doiHash: 'a'.repeat(40), date: '2020-01-01', reasons: ['Error in Data'] };
const RETRACTED = { is: 'retracted', retraction: RETRACTION } as const;

describe('Marks of retracted papers', () => {
  const after = (before: RetractionMarks, ...states: Parameters<typeof marksAfter>[2]) =>
    marksAfter(before, [{ doi: '10.1/A' }], states, 5);

  it('are found by the DOI in any case, and by the PubMed number', async () => {
    const marks = await marksAfter(NO_MARKS, [{ doi: '10.1/A' }, { pmid: '7' }], [RETRACTED, RETRACTED], 5);
    const marked = new MarkedPapers(marks);
    assert.deepEqual(marked.of({ doi: '10.1/a' })?.retraction, RETRACTION);
    assert.deepEqual(marked.of({ doi: '10.1/other', pmid: '7' })?.retraction, RETRACTION);
    assert.equal(marked.of({ doi: '10.1/other' }), undefined);
    assert.equal(new MarkedPapers().isEmpty, true);
    assert.equal(marked.isEmpty, false);
  });

  it('go where a paper is no longer on the list, and stay where that was not told', async () => {
    const known = await after(NO_MARKS, RETRACTED);
    assert.deepEqual((await after(known, { is: 'clear' })).papers, []);
    assert.deepEqual((await after(known, { is: 'unknown' })).papers, known.papers);
    const unknown = await after(NO_MARKS, { is: 'unknown' });
    assert.deepEqual(unknown.papers, [{ doi: '10.1/a' }]);
    assert.deepEqual(await after(unknown, RETRACTED), known);
  });

  it('of papers that were not checked stay', async () => {
    const known = await after(NO_MARKS, RETRACTED);
    assert.deepEqual(await marksAfter(known, [{ doi: '10.1/b' }], [{ is: 'clear' }], 9), { ...known, asked: 9 });
  });

  it('are read as they were kept; anything else is none', async () => {
    const known = await after(NO_MARKS, RETRACTED);
    assert.deepEqual(readMarks(JSON.parse(JSON.stringify(known))), known);
    for (const other of [undefined, 1, [], { papers: [] }]) assert.equal(readMarks(other), NO_MARKS);
    assert.deepEqual(readMarks({ asked: 1, papers: [3, {}, { doi: 4 }, { pmid: '7', retraction: 'x' }] }), {
      asked: 1,
      papers: [{ pmid: '7' }],
    });
  });
});

describe('The list of retractions', () => {
  const DAY = 86_400_000;
  const now = 1000 * DAY;
  it('is due once a week, a day after it could not be fetched, and where a clock was ahead', () => {
    assert.equal(isDue(0, 0, now), true);
    assert.equal(isDue(now - 6 * DAY, 0, now), false);
    assert.equal(isDue(now - 7 * DAY, 0, now), true);
    assert.equal(isDue(0, now - 1, now), false);
    assert.equal(isDue(0, now - DAY, now), true);
    assert.equal(isDue(now + DAY, now + DAY, now), true);
  });
});
