import type { CST } from 'yaml';
import type { OffsetRange } from '../base/position';

/** A comment, where it stands in the text of YAML. */
export interface YamlComment extends OffsetRange {
  readonly text: string;
}

/** The comments among the tokens of a part of YAML, in the order of the text. */
export function commentsIn(part: unknown): YamlComment[] {
  const comments: YamlComment[] = [];
  // No call in a call: collections may be nested deeply.
  const waiting: unknown[] = [part];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (isComment(next)) {
      comments.push({ start: next.offset, end: next.offset + next.source.length, text: next.source });
    } else for (const inner of Object.values(next) as unknown[]) waiting.push(inner);
  }
  return comments.sort((a, b) => a.start - b.start);
}

function isComment(part: object): part is CST.SourceToken {
  return 'type' in part && part.type === 'comment';
}
