import { escapeHtml } from '../../base/html';
import { escapeMarkdown, linkTarget } from '../../base/markdown';
import type { OutputFormat } from './contract';
import { type Mark, MARKS, type Run } from './runs';

/** How a format writes text and looks. */
interface Writer {
  escape(text: string): string;
  readonly marks: Readonly<Record<Mark, readonly [before: string, after: string]>>;
  /** A web address in the text. */
  link(url: string): string;
}

const BARE: readonly [string, string] = ['', ''];
const NO_MARKS = { bold: BARE, italic: BARE, underline: BARE, smallCaps: BARE, sup: BARE, sub: BARE };

const WRITERS: Readonly<Record<OutputFormat, Writer>> = {
  text: { escape: (text) => text, marks: NO_MARKS, link: (url) => url },
  html: {
    escape: escapeHtml,
    marks: {
      bold: ['<b>', '</b>'],
      italic: ['<i>', '</i>'],
      underline: ['<u>', '</u>'],
      smallCaps: ['<span style="font-variant:small-caps">', '</span>'],
      sup: ['<sup>', '</sup>'],
      sub: ['<sub>', '</sub>'],
    },
    link: (url) => `<a href="${escapeHtml(linkTarget(url) ?? '')}">${escapeHtml(url)}</a>`,
  },
  markdown: {
    escape: escapeInMarkdown,
    marks: { ...NO_MARKS, bold: ['**', '**'], italic: ['*', '*'], sup: ['^', '^'], sub: ['~', '~'] },
    link: (url) => `[${escapeMarkdown(url)}](${linkTarget(url) ?? ''})`,
  },
  latex: {
    escape: escapeInLatex,
    marks: {
      bold: ['\\textbf{', '}'],
      italic: ['\\emph{', '}'],
      underline: ['\\underline{', '}'],
      smallCaps: ['\\textsc{', '}'],
      sup: ['\\textsuperscript{', '}'],
      sub: ['\\textsubscript{', '}'],
    },
    link: escapeInLatex,
  },
  typst: {
    escape: escapeInTypst,
    marks: {
      bold: ['#strong[', ']'],
      italic: ['#emph[', ']'],
      underline: ['#underline[', ']'],
      smallCaps: ['#smallcaps[', ']'],
      sup: ['#super[', ']'],
      sub: ['#sub[', ']'],
    },
    link: (url) => `#link("${url.replace(/[\\"]/g, '\\$&')}")`,
  },
};

/** Runs written in a format. All their text is escaped for it; web addresses become links where a format has them. */
export function writeRuns(runs: readonly Run[], format: OutputFormat): string {
  return write(runs, MARKS, WRITERS[format]);
}

/** Runs that share a mark get it together, so that no mark ends where the next begins. */
function write(runs: readonly Run[], marks: readonly Mark[], writer: Writer): string {
  if (marks.length === 0) return runs.map(({ text }) => writeText(text, writer)).join('');
  const [mark, ...rest] = marks;
  let result = '';
  for (let at = 0; at < runs.length;) {
    const marked = runs[at].marks.has(mark);
    let end = at + 1;
    while (end < runs.length && runs[end].marks.has(mark) === marked) end++;
    const inner = write(runs.slice(at, end), rest, writer);
    result += marked ? wrap(inner, writer.marks[mark]) : inner;
    at = end;
  }
  return result;
}

/** Blanks at the ends stay outside of marks, which Markdown would else not take. */
function wrap(text: string, [before, after]: readonly [string, string]): string {
  const start = text.length - text.trimStart().length;
  const inner = text.trim();
  return inner === '' ? text : text.slice(0, start) + before + inner + after + text.slice(start + inner.length);
}

const URL = /https?:\/\/[^\s<>"'\u201c\u201d]+[^\s<>"'\u201c\u201d.,;:!?)\]}]/g;

function writeText(text: string, writer: Writer): string {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(URL)) {
    result += writer.escape(text.slice(at, match.index)) + writer.link(match[0]);
    at = match.index + match[0].length;
  }
  return result + writer.escape(text.slice(at));
}

/** Escaped with the blanks at its ends, which part it from its neighbours. */
function escapeInMarkdown(text: string): string {
  const start = /^\s/.test(text) ? ' ' : '';
  if (text.trim() === '') return start;
  // What is no maths of ours is only text here.
  const escaped = escapeMarkdown(text).replace(/(?<!\\)\$/g, '\\$');
  return start + escaped + (/\s$/.test(text) ? ' ' : '');
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\u00a0': '~',
};

function escapeInLatex(text: string): string {
  return text.replace(/[\\{}$&#%_~^\u00a0]/g, (sign) => LATEX[sign] ?? `\\${sign}`);
}

function escapeInTypst(text: string): string {
  return text.replace(/[\\*_`$#@<>[\]~"'=/+-]/g, '\\$&').replaceAll('\u00a0', '~');
}
