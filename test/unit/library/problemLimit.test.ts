import assert from 'node:assert/strict';
import { range } from '../../../src/base/position';
import { limitProblems } from '../../../src/library/model/problemLimit';
import type { SourceProblem } from '../../../src/library/model/problem';

const problems = (count: number): SourceProblem[] =>
  Array.from({ length: count }, (_, line) => ({
    code: 'missing-comma',
    severity: 'error',
    range: range(line, 0, line, 1),
  }));
const more = (list: readonly SourceProblem[]) => list.find((problem) => problem.code === 'more-problems');

describe('The limit of problems', () => {
  it('leaves few as they are', () => assert.deepEqual(limitProblems(problems(3), 3), problems(3)));

  it('counts the rest', () => {
    const limited = limitProblems(problems(5), 3);
    assert.equal(limited.length, 4);
    assert.equal(more(limited)?.count, 2);
    assert.equal(more(limited)?.range.start.line, 3);
  });

  it('counts what was cut before too', () => {
    const limited = limitProblems([...limitProblems(problems(5), 3), ...problems(4)], 3);
    assert.equal(limited.length, 4);
    assert.equal(more(limited)?.count, 6);
    assert.deepEqual(limitProblems(limitProblems(problems(5), 3), 3), limitProblems(problems(5), 3));
  });
});
