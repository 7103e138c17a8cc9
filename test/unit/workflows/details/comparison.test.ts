import assert from 'node:assert/strict';
import { comparisons } from '../../../../src/workflows/details/comparison';
import { entry } from '../entries';

const compared = (...papers: ReturnType<typeof entry>[]) =>
  comparisons(papers.map((paper) => ({ entry: paper, note: undefined, status: undefined })));

describe('Papers side by side', () => {
  it('have a row for what at least one of them says', () => {
    const rows = compared(
      entry({ citekey: 'a', year: 2019, abstract: 'One.\n\nTwo.' }),
      entry({ citekey: 'b', year: 2019 }),
    );
    assert.deepEqual(
      rows.map(({ what, isSame }) => [what, isSame]),
      [
        ['year', true],
        ['type', true],
        ['abstract', false],
      ],
    );
    assert.deepEqual(rows[2].cells, [[['One.'], ['Two.']], []]);
  });
});
