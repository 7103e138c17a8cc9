import assert from 'node:assert/strict';
import { wordsOf } from '../../../../src/workflows/pushing/pushPlan';

describe('What of an item of Zotero can change', () => {
  it('reads as lines, to which others come and of which none goes', () => {
    const before = wordsOf({ title: 'Maps', extra: '', tags: [] }).split('\n');
    const after = wordsOf({ title: 'Maps', extra: 'Read_Status: Read\nMine: 7', tags: [{ tag: 'robots' }] }).split(
      '\n',
    );
    assert.deepEqual(before, ['Maps', '', 'Extra:', '', 'Tags:', '']);
    assert.deepEqual(after, ['Maps', '', 'Extra:', 'Read_Status: Read', 'Mine: 7', '', 'Tags:', 'robots', '']);
  });
});
