import type { SourceProblem } from './problem';

/** So many problems of one source are listed. */
const MOST_PROBLEMS = 100;

/** The first problems of a source, and one that counts the rest where there are more. */
export function limitProblems(problems: readonly SourceProblem[], most = MOST_PROBLEMS): readonly SourceProblem[] {
  if (problems.length <= most) return problems;
  const { range } = problems[most];
  return [
    ...problems.slice(0, most),
    { code: 'more-problems', severity: 'information', range, count: problems.length - most },
  ];
}
