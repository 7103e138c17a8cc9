import assert from 'node:assert/strict';
import { cslOfZotero } from '../../../src/library/formats/zoteroItem';
import type { CslItem } from '../../../src/library/model/csl';
import { newItem } from '../../../src/online/zotero/writing/newItem';

const itemFor = (csl: CslItem) => newItem(csl, { citekey: 'a', tags: [] });
const LI = { family: 'Li', given: 'Yu' };
const DOE = { family: 'Doe', given: 'Jane' };

describe('The item of Zotero that a paper becomes', () => {
  it('has its people as the type has them, and the others in Extra', () => {
    const { creators, extra } = itemFor({
      type: 'book',
      title: 'T',
      illustrator: [LI],
      editor: [LI],
      author: [DOE, { literal: 'The Club' }],
      'reviewed-author': [DOE],
    });
    assert.deepEqual(creators, [
      { creatorType: 'author', firstName: 'Jane', lastName: 'Doe' },
      { creatorType: 'author', name: 'The Club' },
      { creatorType: 'editor', firstName: 'Yu', lastName: 'Li' },
    ]);
    assert.equal(extra, 'illustrator: Li || Yu\nreviewed-author: Doe || Jane');
  });

  it('says its type in Extra where Zotero’s is another', () => {
    const { itemType, extra } = itemFor({ type: 'patent', title: 'T' });
    assert.deepEqual([itemType, extra], ['document', 'Type: patent']);
    assert.equal(itemFor({ type: 'document', title: 'T' }).extra, '');
    assert.equal(itemFor({ title: 'T' }).extra, '');
  });

  it('loses nothing on its way there and back', () => {
    const all: CslItem[] = [
      { type: 'patent', title: 'T', author: [DOE], number: 'US 7', issued: { 'date-parts': [[2020, 5, 1]] } },
      { type: 'personal_communication', title: 'T', author: [DOE], recipient: [LI, { literal: 'The Club' }] },
      { type: 'motion_picture', title: 'T', director: [LI], composer: [DOE], medium: 'DVD' },
      { type: 'book', title: 'T', author: [DOE], illustrator: [LI], 'original-author': [LI], annote: 'Good.' },
      { type: 'review', title: 'T', author: [DOE], interviewer: [LI], 'reviewed-author': [LI] },
    ];
    for (const csl of all) assert.deepEqual(cslOfZotero(itemFor(csl)), { ...csl, 'citation-key': 'a', ...noteOf(csl) });
  });
  /** What stands in Extra is the note, too. */
  const noteOf = (csl: CslItem) => {
    const { extra } = itemFor(csl);
    return extra === '' ? {} : { note: extra };
  };

  it('has what is kept in `custom` in lines of Extra', () => {
    assert.equal(itemFor({ type: 'book', title: 'T', custom: { shelf: 'B 7', deep: { x: 1 } } }).extra, 'shelf: B 7');
  });
});
