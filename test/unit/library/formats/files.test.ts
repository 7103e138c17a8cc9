import assert from 'node:assert/strict';
import { cslJsonReader } from '../../../../src/library/formats/cslJson';
import { risReader } from '../../../../src/library/formats/ris';

describe('Attached files', () => {
  it('are the links L1 and L4 of RIS', () => {
    const { papers } = risReader.read(
      'TY  - JOUR\nTI  - A\nL4  - fig.png\nL1  - file:///C:/me/a%20b.pdf\nL1  - internal-pdf://123/a.pdf\nER  - \n',
    );
    assert.deepEqual(papers[0].files?.map(({ path }) => path), ['fig.png', 'C:/me/a b.pdf', 'internal-pdf://123/a.pdf']); // prettier-ignore
  });

  it('are what programs write beside the fields of CSL', () => {
    const item = { id: 'a', type: 'book', title: 'A', file: ':a.pdf:PDF' };
    const attachments = [
      { title: 'Full Text', path: '/me/b.pdf', contentType: 'application/pdf' },
      { title: 'none' },
      7,
    ];
    const { papers } = cslJsonReader.read(
      JSON.stringify([
        { ...item, attachments },
        { id: 'b', title: 'B' },
      ]),
    );
    assert.deepEqual(
      papers.map(({ files }) => files),
      [
        [
          { path: 'a.pdf', type: 'PDF' },
          { path: '/me/b.pdf', title: 'Full Text', type: 'application/pdf' },
        ],
        undefined,
      ],
    );
  });
});
