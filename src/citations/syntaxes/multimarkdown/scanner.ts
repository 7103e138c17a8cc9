import type { Mutable } from '../../../base/mutable';
import type { OffsetRange } from '../../../base/position';
import { FoundItem } from '../../foundItem';
import { MOST_ITEMS, type CitationForm, type FoundCitation } from '../../syntax';
import { MarkdownScanner } from '../markdown/scanner';
import { codeAt, isBlank, NEWLINE, oneOf } from '../shared/characters';
import { trimmed } from '../shared/pieces';
import { Stretches } from '../shared/stretches';
import { passedIn } from './passed';

/** How long a label may be, and a locator before the next one. */
const LONGEST = 200;

interface Pair {
  readonly open: number;
  readonly close: number;
}

/** A citation that others may join. */
interface Growing extends FoundCitation {
  readonly range: Mutable<OffsetRange>;
  readonly items: FoundItem[];
}

/** The citations of a text in MultiMarkdown; those that touch are one. `links` are labels that lead to an address. */
export function findMultiMarkdown(text: string, links: ReadonlySet<string>): FoundCitation[] {
  const found: Growing[] = [];
  const passed = new Stretches(passedIn(text));
  const open: number[] = [];
  let last: Pair | undefined;
  let count = 0;
  let depth = 0;
  const read = (at: number): void => {
    const label = labelAt(text, at);
    if (!label || passed.has(at) || links.has(text.slice(at + 2, label.keyEnd))) return;
    const before = last?.close === at - 1 && codeAt(text, last.open + 1) !== HASH ? last : undefined;
    if (codeAt(text, (before?.open ?? at) - 1) === EXCLAMATION) return;
    const note = before && trimmed(text, before.open + 1, before.close);
    const isNotCited =
      note !== undefined && /^not cited$/i.test(text.slice(note.start, Math.min(note.end, note.start + 10)));
    const form: CitationForm = isNotCited ? 'nocite' : label.narrative ? 'narrative' : 'parenthetical';
    const range = { start: before?.open ?? at, end: label.end };
    const key = { start: at + 2, end: label.keyEnd };
    const item = new FoundItem(text, key, range, undefined, isNotCited ? undefined : note);
    const previous = found.at(-1);
    if (previous?.range.end === range.start && previous.form === form) {
      previous.items.push(item);
      previous.range.end = range.end;
    } else found.push({ range: { ...range }, form, items: [item] });
    count++;
  };
  new MarkdownScanner(text, {
    isDone: () => count >= MOST_ITEMS,
    open(at) {
      if (codeAt(text, at + 1) === HASH) read(at);
      if (depth++ < DEEPEST) open.push(at);
    },
    close(at) {
      const start = depth > 0 && --depth < DEEPEST ? open.pop() : undefined;
      last = start === undefined ? undefined : { open: start, close: at };
    },
    paragraphEnd() {
      open.length = 0;
      depth = 0;
      last = undefined;
    },
    key: () => undefined,
    separator: () => undefined,
  }).scan();
  return found;
}

/** So deep brackets are looked at; nobody nests them so, but hostile text does. */
const DEEPEST = 1000;

const HASH = 35;
const CARET = 94;
const EXCLAMATION = 33;
const OPEN = 91;
const CLOSE = 93;
const SEMICOLON = 59;
const COLON = 58;
const PARENTHESIS = 40;

const endsKey = oneOf(' \t\r\n\v\f[];`<>\\{}');

/** The label `[#key]`, `[#key;]` or `[#key][]` at `at`; undefined where it is none, or part of a link or definition. */
function labelAt(text: string, at: number): { keyEnd: number; end: number; narrative: boolean } | undefined {
  let keyEnd = at + 2;
  while (keyEnd < text.length && keyEnd - at < LONGEST && !endsKey(text.charCodeAt(keyEnd))) keyEnd++;
  const narrative = text.charCodeAt(keyEnd) === SEMICOLON;
  const close = narrative ? keyEnd + 1 : keyEnd;
  if (keyEnd === at + 2 || codeAt(text, close) !== CLOSE) return undefined;
  const next = codeAt(text, close + 1);
  // `[[#heading]]` is a wiki's link but in a note, `^[[#key]]`; `[#12](address)` and `[#12][name]` are links.
  const isWiki = next === CLOSE && codeAt(text, at - 1) === OPEN && codeAt(text, at - 2) !== CARET;
  if (isWiki || next === PARENTHESIS) return undefined;
  if (next === COLON && startsLine(text, at)) return undefined;
  if (next !== OPEN) return { keyEnd, end: close + 1, narrative };
  if (codeAt(text, close + 2) === CLOSE) {
    const isNext = text.startsWith('[#', close + 3);
    return { keyEnd, end: isNext ? close + 1 : close + 3, narrative };
  }
  return codeAt(text, close + 2) === HASH || isNoteOfNext(text, close + 1)
    ? { keyEnd, end: close + 1, narrative }
    : undefined;
}

/** Whether the bracket at `open` belongs to the label behind it: `[#a][p. 3][#b]`. */
function isNoteOfNext(text: string, open: number): boolean {
  let end = open + 1;
  while (end < text.length && end - open < LONGEST && text.charCodeAt(end) !== CLOSE) end++;
  return text.startsWith('][#', end);
}

/** Whether only blanks and quote marks stand before `at` on its line, of which a definition has few. */
function startsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (at - before < 12 && (isBlank(codeAt(text, before)) || codeAt(text, before) === 62) /* > */) before--;
  return before < 0 || codeAt(text, before) === NEWLINE;
}
