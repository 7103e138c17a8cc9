import { escapeHtml } from '../../base/html';
import { escapeMarkdown, linkTarget } from '../../base/markdown';
import type { OutputFormat } from './contract';
import { asciidoc, org, rst } from './plainMarkup';
import type { Writer } from './writer';

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
    link: (url) => `[${escapeMarkdown(url)}](${linkTarget(url) ?? ''})`,
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
    // Numbered lists.
    paragraph: (text) => text.replace(/^(\d{1,9})(?=\.(?:\s|$))/, '$1\\'),
  },
  org,
  rst,
  asciidoc,
};

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
