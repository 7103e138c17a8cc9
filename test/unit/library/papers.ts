import fc from 'fast-check';
import { range } from '../../../src/base/position';
import { FIELDS } from '../../../src/library/model/fields';
import type { Paper } from '../../../src/library/model/paper';
import type { ReadResult } from '../../../src/library/formats/reader';

/** A paper with a title and what a test says about it. */
export function paper(title: string, more: Partial<Paper> = {}): Paper {
  return {
    aliases: [],
    type: 'article',
    title,
    authors: [],
    keywords: [],
    range: range(0, 0, 0, title.length),
    record: { format: 'text-list' },
    ...more,
  };
}

/** A paper as plain data, whatever it is made of; without its content hash. */
export function plainPaper(paper: Paper): unknown {
  const { statedKey, range, record } = paper;
  return { ...Object.fromEntries(FIELDS.map(({ name }) => [name, paper[name]])), statedKey, range, record };
}

/** A source's papers one a line. */
export function reading(...papers: readonly Paper[]): ReadResult {
  return { papers: papers.map((each, line) => ({ ...each, range: range(line, 0, line, 1) })), problems: [] };
}

/** Any text, of any code units. */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 9, max: 126 })), { maxLength: 20 })
  .map((codes) => String.fromCharCode(...codes));
