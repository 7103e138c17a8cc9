import assert from 'node:assert/strict';
import { PAGE_SIZE, Pages } from '../../../src/workflows/pages';

describe('Pages', () => {
  const rows = Array.from({ length: 2 * PAGE_SIZE + 1 }, (_, i) => i);

  it('shows one page of a long level', () => {
    const { rows: shown, left } = new Pages().take('', rows);
    assert.deepEqual([shown.length, left], [PAGE_SIZE, PAGE_SIZE + 1]);
  });
  it('shows all of a short level', () => assert.equal(new Pages().take('', [1, 2]).left, 0));
  it('shows a page more on demand, of that level alone', () => {
    const pages = new Pages();
    pages.more('a');
    assert.equal(pages.take('a', rows).left, 1);
    assert.equal(pages.take('b', rows).left, PAGE_SIZE + 1);
  });
  it('shows enough pages to reach a row', () => {
    const pages = new Pages();
    assert.equal(pages.reach('', PAGE_SIZE), false);
    assert.equal(pages.reach('', PAGE_SIZE + 1), true);
    assert.equal(pages.take('', rows).rows.length, 2 * PAGE_SIZE);
  });
  it('starts again after a reset', () => {
    const pages = new Pages();
    pages.more('');
    pages.reset();
    assert.equal(pages.take('', rows).rows.length, PAGE_SIZE);
  });
});
