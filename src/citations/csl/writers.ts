import { escapeHtml } from '../../base/html';
import { escapeMarkdown, escapeWholeMarkdown, linkTarget } from '../../base/markdown';
import type { OutputFormat } from './contract';
import { asciidoc, org, rst } from './plainMarkup';
import type { Seam, Span, Writer } from './writer';

const BARE: readonly [string, string] = ['', ''];
const NO_MARKS = { bold: BARE, italic: BARE, underline: BARE, smallCaps: BARE, sup: BARE, sub: BARE };

/** The writer of each format. */
export const WRITERS: Readonly<Record<OutputFormat, Writer>> = {
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
    // Pandoc's manual ("Superscripts and subscripts"): blanks in them are escaped.
    inside: (text, mark) => (mark === 'sup' || mark === 'sub' ? text.replaceAll(' ', '\\ ') : text),
    link: (url) => `[${escapeMarkdown(url)}](${linkTarget(url) ?? ''})`,
    seams: { opens: opensEmphasis, closes: closesEmphasis },
    // Lists of Pandoc (manual, "Extension: fancy_lists").
    paragraph: (text) =>
      text
        .replace(/^(?=\((?:\w{1,8}|@)\)(?:\s|$))/, '\\')
        .replace(/^([a-z]|[ivxlcdm]{1,8}|[A-Z](?=\)|\.$))(?=[.)](?:\s|$))/, '$1\\'),
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
    // Behind a call brackets would be more arguments, a dot a field, and a semicolon its end.
    seams: { opens: () => '', closes: (_span, { after }) => (/^(?:[([;]|\.\p{L})/u.test(after) ? ';' : '') },
    // Numbered lists.
    paragraph: (text) => text.replace(/^(\d{1,9})(?=\.(?:\s|$))/, '$1\\'),
  },
  org,
  rst,
  asciidoc,
};

/** Escaped with the blanks at its ends, which part it from its neighbours. Dollars are no maths here. */
function escapeInMarkdown(text: string): string {
  const start = /^\s/.test(text) ? ' ' : '';
  if (text.trim() === '') return start;
  return start + escapeWholeMarkdown(text) + (/\s$/.test(text) ? ' ' : '');
}

/** Parts two things in Markdown and is nothing itself. */
const COMMENT = '<!-- -->';

/** Punctuation, which keeps emphasis from beginning or ending between it and a letter (CommonMark 0.31, section 6.2). */
const isPunctuation = (sign: string) => /^[\p{P}\p{S}]$/u.test(sign);
const isLetter = (sign: string) => sign !== '' && !/\s/.test(sign) && !isPunctuation(sign);

function opensEmphasis(span: Span, { before, after, follows }: Seam): string {
  if (!EMPHASIS.has(span)) return '';
  // What begins right behind this one is parted from it by a comment.
  const next = after.startsWith('***') ? COMMENT[0] : (/^\**(.)/su.exec(after)?.[1] ?? '');
  const touches = follows !== undefined && before.endsWith('*');
  return touches || (isPunctuation(next) && isLetter(lastOf(before))) ? COMMENT : '';
}

function closesEmphasis(span: Span, { before, after }: Seam): string {
  if (!EMPHASIS.has(span)) return '';
  const last = lastOf(before.replace(/\*+$/, ''));
  return isPunctuation(last) && isLetter(firstOf(after)) ? COMMENT : '';
}

const EMPHASIS: ReadonlySet<Span> = new Set(['bold', 'italic']);

function firstOf(text: string): string {
  return /^./su.exec(text)?.[0] ?? '';
}

function lastOf(text: string): string {
  return /.$/su.exec(text.slice(-2))?.[0] ?? '';
}

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  '\u00a0': '~',
};

/** Signs that are printed otherwise, or mean something; two hyphens or quotes would be printed as one sign. */
function escapeInLatex(text: string): string {
  return text
    .replace(/[\\{}$&#%_~^<>|`\u00a0]/g, (sign) => LATEX[sign] ?? `\\${sign}`)
    .replace(/([-',])(?=\1)/g, '$1{}');
}

function escapeInTypst(text: string): string {
  return text.replace(/[\\*_`$#@<>[\]~"'=/+-]/g, '\\$&').replaceAll('\u00a0', '~');
}
