import assert from 'node:assert/strict';
import { MovedKeys } from '../../../../src/workflows/rename/movedKeys';

const entry = (citekey: string, title: string, more: { doi?: string; year?: number; author?: string } = {}) => ({
  citekey,
  title,
  doi: more.doi,
  year: more.year,
  authors: more.author === undefined ? [] : [{ family: more.author }],
});

describe('Keys that another program changed', () => {
  const NEW = entry('new2020', 'A Long Enough Title', { year: 2020 });
  const OLD = entry('old2020', 'A long enough {title}'.replace(/[{}]/g, ''), { year: 2020 });

  it('are found by title', () => {
    const moved = new MovedKeys();
    assert.deepEqual(moved.take([OLD], [NEW]), [{ from: 'old2020', to: 'new2020' }]);
    assert.equal(moved.get('old2020'), 'new2020');
  });

  it('are found by DOI, in any case', () => {
    const moved = new MovedKeys().take(
      [entry('a', 'X', { doi: '10.1/AB' })],
      [entry('b', 'Y and something else', { doi: '10.1/ab' })],
    );
    assert.deepEqual(moved, [{ from: 'a', to: 'b' }]);
  });

  it('are found where the paper comes later than it went', () => {
    const moved = new MovedKeys();
    assert.deepEqual(moved.take([OLD], []), []);
    assert.deepEqual(moved.take([], [NEW]), [{ from: 'old2020', to: 'new2020' }]);
  });

  it('are forgotten when the old key comes back', () => {
    const moved = new MovedKeys();
    moved.take([OLD], [NEW]);
    moved.take([NEW], [OLD]);
    assert.equal(moved.get('old2020'), undefined);
  });

  const none = (what: string, removed: Parameters<MovedKeys['take']>[0], added: Parameters<MovedKeys['take']>[1]) =>
    it(`are not seen ${what}`, () => assert.deepEqual(new MovedKeys().take(removed, added), []));
  none('in short titles', [entry('a', 'Notes')], [entry('b', 'Notes')]);
  none('in other DOIs', [entry('a', OLD.title, { doi: '10.1/a' })], [entry('b', OLD.title, { doi: '10.1/b' })]);
  none(
    'in other years and authors',
    [entry('a', OLD.title, { year: 2000, author: 'A' })],
    [entry('b', OLD.title, { year: 2001, author: 'B' })],
  );
  none('where several papers could be meant', [OLD], [NEW, { ...NEW, citekey: 'newer2020' }]);
  none('in the same key', [OLD], [OLD]);
});
