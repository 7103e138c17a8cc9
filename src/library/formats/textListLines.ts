import { UNCOUNTED } from '../../base/steps';

/** A line of a text list that counts, with its place; `text` has no button text and no spaces around it. */
export interface ListLine {
  readonly kind: 'title' | 'abstract' | 'authors';
  readonly text: string;
  readonly line: number;
  /** UTF-16 column of the text's first character. */
  readonly start: number;
}

const BANNER = /^get trending papers in your email inbox\b/i;
/** The page's button, glued to the title after it. A word such as `Subscriber` is none. */
const BUTTON = /^Subscribe(?=\s*[\p{Lu}\p{N}])/u;
const BUTTON_ALONE = /^Subscribe$/;

/** Who wrote a paper, said in a line of its own: `Authors: …`, in Markdown's bold letters or not. */
const AUTHORS = /^(?:\*\*|__)?authors?(?:\*\*|__)?:(?:\*\*|__)?\s*(?=\S)/i;

/** The names of a line of authors, `Ann Smith, Jo Doe and Li Wu` or `Smith, Ann; Doe, Jo`. */
export function namesIn(line: string): string[] {
  const all = line.replace(AUTHORS, '').replace(/[,;.\s]+$/, '');
  const between = all.includes(';') ? /\s*;\s*(?:and\s+|&\s*)?/ : /\s*,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s*/;
  return all.split(between).filter((name) => name !== '');
}

/** The lines that count, in order. */
export function classifyLines(text: string, step = UNCOUNTED): ListLine[] {
  const lines: ListLine[] = [];
  let atTop = true;
  let line = 0;
  for (const [raw] of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    step();
    const listed = listLine(raw, line++, atTop);
    if (listed === 'banner') atTop = true;
    if (typeof listed !== 'object') continue;
    lines.push(listed);
    atTop = false;
  }
  return lines;
}

function listLine(raw: string, line: number, atTop: boolean): ListLine | 'banner' | undefined {
  const trimmed = raw.trim();
  if (trimmed === '') return undefined;
  if (BANNER.test(trimmed) || BUTTON_ALONE.test(trimmed)) return 'banner';
  const text = atTop ? trimmed.replace(BUTTON, '').trimStart() : trimmed;
  return { kind: kindOf(text), text, line, start: raw.trimEnd().length - text.length };
}

/**
 * What a line reads like by itself. Of 278 real papers the longest title has 181 characters and none ends with a full stop;
 * the shortest abstract has 498, and those that do not end with a full stop end with a link. So: an abstract is longer than any
 * title, or ends as a sentence does, or has several sentences. Any other line counts as a title.
 */
function kindOf(text: string): ListLine['kind'] {
  if (AUTHORS.test(text)) return 'authors';
  if (text.length > 300) return 'abstract';
  if (/[.…。][)"'”’»]*$/.test(text)) return 'abstract';
  return (text.match(/[.!?] \p{Lu}/gu)?.length ?? 0) >= 2 ? 'abstract' : 'title';
}
