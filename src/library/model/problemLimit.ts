import type { SourceProblem } from './problem';

/** So many problems of one source are listed. */
const MOST_PROBLEMS = 100;

/** The first problems of a source, and one that counts the rest where there are more; what was cut before counts too. */
export function limitProblems(problems: readonly SourceProblem[], most = MOST_PROBLEMS): readonly SourceProblem[] {
  const listed = problems.filter((problem) => problem.code !== 'more-problems');
  const before = problems.find((problem) => problem.code === 'more-problems');
  const count = (before?.count ?? 0) + Math.max(0, listed.length - most);
  if (count === 0) return problems;
  const { range } = listed.at(most) ?? before!;
  return [...listed.slice(0, most), { code: 'more-problems', severity: 'information', range, count }];
}
