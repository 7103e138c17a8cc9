import assert from 'node:assert/strict';
import { range } from '../../../../src/base/position';
import type { SourceProblem } from '../../../../src/library/model/problem';
import { mendingsOf } from '../../../../src/library/writing/mending';

const place = { severity: 'warning', range: range(0, 0, 0, 1) } as const;
const mend = (problem: SourceProblem, text = '', taken: readonly string[] = []) =>
  mendingsOf(problem, { format: 'bibtex', text, at: 7, isTaken: (key) => taken.includes(key) });

describe('A problem of a source is mended', () => {
  it('by another key, or by removing the entry, where a key stands twice', () => {
    assert.deepEqual(mend({ ...place, code: 'duplicate-key', key: 'ito2002' }, '', ['ito2002', 'ito2002a']), [
      { kind: 'replaceKey', at: 7, key: 'ito2002b' },
      { kind: 'removeEntry', at: 7 },
    ]);
    assert.deepEqual(mend({ ...place, code: 'duplicate-key', key: 'ito 2002' }), [{ kind: 'removeEntry', at: 7 }]);
  });

  it('by removing the copy, where a paper stands twice', () => {
    assert.deepEqual(mend({ ...place, code: 'duplicate-paper', key: 'a', title: 'A' }), [
      { kind: 'removeEntry', at: 7 },
    ]);
  });

  it('by the fields that it lacks, by their names in the dialect of the file', () => {
    const lacks = (type: string, ...fields: string[]) => ({ ...place, code: 'missing-field', type, fields }) as const;
    const names = (problem: SourceProblem, text: string) =>
      mend(problem, text).flatMap((change) => (change.kind === 'setFields' ? change.fields : []));
    assert.deepEqual(names(lacks('article', 'journaltitle', 'year/date'), '  year = 2001'), [
      ['journal', ''],
      ['year', ''],
    ]);
    assert.deepEqual(names(lacks('article', 'journaltitle', 'year/date'), '  DATE = {2001}'), [
      ['journaltitle', ''],
      ['date', ''],
    ]);
    assert.deepEqual(names(lacks('phdthesis', 'institution'), ''), [['school', '']]);
  });

  it('not, where only people can tell how', () => {
    assert.deepEqual(mend({ ...place, code: 'undefined-crossref', name: 'x' }), []);
    assert.deepEqual(
      mendingsOf(
        { ...place, code: 'duplicate-paper', key: 'a', title: 'A' },
        { format: 'text-list', text: '', at: 0, isTaken: () => false },
      ),
      [],
    );
  });
});
