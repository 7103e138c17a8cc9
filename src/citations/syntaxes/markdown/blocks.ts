import { codeAt, isBlank, isLetter, lineEnd, NEWLINE, oneOf, skipSpace, skipSpaceBack } from '../shared/characters';
import { isRuleAt, markerEnd, mayBeNumber } from './lists';

/**
 * How a line, or what is left of it behind a marker, starts. `content` is the offset behind indentation, quote marks and (for
 * `container`) the marker; what belongs to a container is indented by `column`, and its text goes on in the column `next`. A
 * definition of a term or footnote starts a block wherever it stands.
 */
export type LineStart = { readonly indent: number; readonly content: number } & (
  | { readonly kind: 'blank' | 'text' | 'heading' }
  | { readonly kind: 'container'; readonly column: number; readonly next: number; readonly isDefinition: boolean }
  | { readonly kind: 'fence'; readonly fence: number }
  | { readonly kind: 'example' | 'definition'; readonly labelEnd: number }
);

const startsNoBlock = oneOf('@\\<{;$/"');

/** Whether a line without indentation is sure to start no block of its own; tells most lines without a closer look. */
export function startsPlainText(text: string, start: number): boolean {
  const code = codeAt(text, start);
  return startsNoBlock(code) || (isLetter(code) && !mayBeNumber(code, codeAt(text, start + 1)));
}

/**
 * Reads the start of the line at `start`, or of its rest, which begins in a `column` other than 0. `definition` is a link
 * reference definition, `[label]: address`; `heading` is each line behind which another block starts.
 */
export function blockStart(text: string, start: number, column: number): LineStart {
  let at = start;
  let indent = column;
  let code = codeAt(text, at);
  for (; code === 32 || code === 9 || (code === 62 /* > */ && indent - column < 4); code = codeAt(text, ++at)) {
    if (code === 32) indent++;
    else if (code === 9) indent += 4 - (indent % 4);
    else indent = column === 0 ? -1 : indent - 1;
  }
  indent = Math.max(indent, column);
  if (at >= text.length || code === 10 || code === 13) return { kind: 'blank', indent, content: at };
  const fence = fenceLength(text, at);
  if (fence > 0) return { kind: 'fence', indent, content: at, fence };
  const colons = code === 58 /* : */ ? rawFenceLength(text, at) : 0;
  if (colons > 0) return { kind: 'fence', indent, content: at, fence: colons };
  if (code === 91 /* [ */) return bracketStart(text, at, indent);
  if (code === 40 /* ( */ && codeAt(text, at + 1) === 64 /* @ */) return exampleStart(text, at, indent);
  const isRule = column === 0 && isRuleAt(text, at);
  const marker = isRule ? at : markerEnd(text, at);
  if (marker === at) return { kind: isRule || isHeading(text, at) ? 'heading' : 'text', indent, content: at };
  const next = indent + marker - at;
  const gap = blankColumns(text, marker, next);
  const isDefinition = code === 58 /* : */ || code === 126; /* ~ */
  return {
    kind: 'container',
    indent,
    content: marker,
    column: next + (gap > 0 && gap < 5 ? gap : 1),
    next,
    isDefinition,
  };
}

/** A heading, or the fence of a `:::` div. */
function isHeading(text: string, at: number): boolean {
  if (text.startsWith(':::', at)) return true;
  let end = at;
  while (codeAt(text, end) === 35 /* # */) end++;
  return end > at && end - at < 7 && isBlank(codeAt(text, end));
}

function skipBlanks(text: string, at: number): number {
  while (isBlank(codeAt(text, at))) at++;
  return at;
}

/** How many columns the blanks at `at` take, in a line's column. */
function blankColumns(text: string, at: number, column: number): number {
  let end = column;
  for (let i = at; isBlank(text.charCodeAt(i)); i++) end += text.charCodeAt(i) === 9 ? 4 - (end % 4) : 1;
  return end - column;
}

/** The number of fence characters at `at`, or 0 where no fenced block starts. */
function fenceLength(text: string, at: number): number {
  const code = codeAt(text, at);
  if (code !== TICK && code !== TILDE) return 0;
  const end = runEnd(text, at);
  if (end - at < 3) return 0;
  if (code === TILDE) return end - at;
  let info = end;
  while (info < text.length && text.charCodeAt(info) !== NEWLINE && text.charCodeAt(info) !== TICK) info++;
  return text.charCodeAt(info) === TICK && !hasOptions(text, end) ? 0 : end - at;
}

/** MyST directives whose body is no Markdown, where colons fence them. */
const RAW_DIRECTIVE =
  /^\{(?:code(?:-block|-cell)?|sourcecode|math|mermaid|raw|literalinclude|include|eval-rst|bibliography|toctree|graphviz)\}/;

/** The number of colons of a fence at `at` around a directive whose body is no Markdown, or 0. */
function rawFenceLength(text: string, at: number): number {
  const end = runEnd(text, at);
  return end - at > 2 && RAW_DIRECTIVE.test(text.slice(end, end + 20)) ? end - at : 0;
}

/** Whether all that follows a fence is `{…}`, the engine and options of a chunk (knitr), which may hold backticks. */
function hasOptions(text: string, start: number): boolean {
  const open = skipBlanks(text, start);
  if (codeAt(text, open) !== 123 /* { */) return false;
  const end = skipSpaceBack(text, lineEnd(text, open), open);
  return codeAt(text, end - 1) === 125; /* } */
}

const TICK = 96;
const TILDE = 126;

/** Behind the run of the character at `at`. */
function runEnd(text: string, at: number): number {
  const code = codeAt(text, at);
  let end = at + 1;
  while (codeAt(text, end) === code) end++;
  return end;
}

const endsLabel = oneOf(']\n');

/** A footnote's or a link's definition; a bracket that starts neither is text. */
function bracketStart(text: string, at: number, indent: number): LineStart {
  let close = at + 1;
  while (close < text.length && !endsLabel(text.charCodeAt(close))) close++;
  if (codeAt(text, close) !== 93 /* ] */ || codeAt(text, close + 1) !== 58 /* : */)
    return { kind: 'text', indent, content: at };
  const column = indent + 4;
  if (text[at + 1] === '^') {
    const content = skipBlanks(text, close + 2);
    return { kind: 'container', indent, content, column, next: column, isDefinition: true };
  }
  return { kind: 'definition', indent, content: at, labelEnd: close };
}

/** An item of Pandoc's numbered examples, `(@label) text`; the label is no key. */
function exampleStart(text: string, at: number, indent: number): LineStart {
  let end = at + 2;
  while (end < text.length && /[\w-]/.test(text[end])) end++;
  if (text[end] !== ')' || !isBlank(codeAt(text, end + 1))) return { kind: 'text', indent, content: at };
  return { kind: 'example', indent, content: at, labelEnd: end };
}

/** The end of the fenced block whose fence is at `open`: behind its closing line, or the end of the text. */
export function fenceEnd(text: string, open: number, length: number): number {
  const mark = codeAt(text, open);
  for (let line = lineEnd(text, open) + 1; line < text.length; line = lineEnd(text, line) + 1) {
    let at = line;
    while (isBlank(codeAt(text, at)) || codeAt(text, at) === 62 /* > */) at++;
    if (codeAt(text, at) !== mark) continue;
    const end = runEnd(text, at);
    const stop = lineEnd(text, line);
    if (end - at >= length && skipSpace(text, end, stop) === stop) return Math.min(stop + 1, text.length);
  }
  return text.length;
}

/** The end of YAML front matter at the start of the text: behind its closing line, or 0 where there is none. */
export function frontMatterEnd(text: string): number {
  if (!text.startsWith('---')) return 0;
  const open = lineEnd(text, 0);
  if (text.slice(0, Math.min(open, 10)).trimEnd() !== '---') return 0;
  for (let line = open + 1; line < text.length; line = lineEnd(text, line) + 1) {
    const first = text.charCodeAt(line);
    if (first !== 45 /* - */ && first !== 46 /* . */) continue;
    const stop = lineEnd(text, line);
    if (stop - line > 10) continue;
    const mark = text.slice(line, stop).trimEnd();
    if (mark === '---' || mark === '...') return Math.min(stop + 1, text.length);
  }
  return 0;
}

/** MyST directives whose body is Markdown (mystmd's directive reference). All others are taken as code. */
const PROSE_DIRECTIVES = new Set(
  (
    'admonition attention caution danger error hint important note seealso tip warning ' +
    'aside blockquote card cards dropdown epigraph figure grid grid-item grid-item-card list-table margin ' +
    'pull-quote sidebar tab-item tab-set table topic versionadded versionchanged deprecated div glossary ' +
    'prf:theorem prf:proof prf:lemma prf:definition prf:remark prf:corollary prf:example prf:proposition ' +
    'prf:algorithm prf:axiom prf:criterion prf:conjecture prf:observation prf:property prf:assumption ' +
    'exercise solution'
  ).split(' '),
);

/** Whether a fence's info string, from `start` to `end`, opens a MyST directive whose body is prose. */
export function opensProse(text: string, start: number, end: number): boolean {
  const info = text.slice(start, end).trimStart();
  const close = info.indexOf('}');
  return info.startsWith('{') && close > 0 && PROSE_DIRECTIVES.has(info.slice(1, close).trim());
}
