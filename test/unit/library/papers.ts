import fc from 'fast-check';
import { range } from '../../../src/base/position';
import type { Draft } from '../../../src/library/model/entry';
import type { ReadResult } from '../../../src/library/formats/reader';

/** A draft with a title and what a test says about it. */
export function draft(title: string, more: Partial<Draft> = {}): Draft {
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

/** A draft as plain data, whatever it is made of; without its content hash. */
export function plainDraft(draft: Draft): Draft {
  const { statedKey, aliases, type, title, authors, moreAuthors, year, venue, abstract, keywords } = draft;
  const { doi, arxiv, url, language, range, record } = draft;
  const short = { statedKey, aliases, type, title, authors, moreAuthors, year, venue, abstract, keywords };
  return { ...short, doi, arxiv, url, language, range, record };
}

/** A source's drafts one a line. */
export function reading(...drafts: readonly Draft[]): ReadResult {
  return { drafts: drafts.map((each, line) => ({ ...each, range: range(line, 0, line, 1) })), problems: [] };
}

/** Any text, of any code units. */
export const anyText = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 9, max: 126 })), { maxLength: 20 })
  .map((codes) => String.fromCharCode(...codes));
