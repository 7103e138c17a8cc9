import type { OffsetRange } from '../../../base/position';
import type { FoundItem } from '../../foundItem';
import { MOST_ITEMS, PROBE, type CitationForm, type CiteItem, type FoundCitation, type Syntax } from '../../syntax';
import { removeListItem } from '../shared/edits';
import { isBehindOpening } from '../shared/probing';
import { detailOf, missingKeys } from '../shared/pieces';
import { LONGEST } from './call';
import { Groups } from './groups';
import { typstHeadings } from './headings';
import { citedItem } from './item';
import { isPlainReference, referenceEnd, writeLabel } from './label';
import { isMailAddress } from './lexemes';
import { TypstScanner } from './scanner';
import { skippedInTypst } from './skipped';
import { typstBibliography, typstParts } from './bibliography';
import { typstNotes } from './notes';

/**
 * Typst (reference of `ref` and `cite`): `@k`, `@k[p.~7]`, `#cite(<k>, form: "prose")`, `#cite(label("a/b"))`.
 * Citations that follow one another are one group, as Typst sets them. `@x` is none where the text has a label `<x>`.
 */
export const typst: Syntax = {
  id: 'typst',
  languages: ['typst'],
  extensions: ['typ'],
  completedBy: { 'myriad-dreamin.tinymist': ['typst'], 'nvarner.typst-lsp': ['typst'] },
  completion: {
    starts: ['@', 'cite', 'ref', 'attribution'],
    probes: [PROBE, `${PROBE}>`, `${PROBE}>)`, `<${PROBE}>`, `<${PROBE}>)`],
    triggers: ['@', '<', '(', ' '],
    // Arguments stand in any order.
    accepts: (probed, offset, probe) =>
      probe.startsWith(PROBE) ||
      isBehindOpening(probed, offset) ||
      /,\s{0,40}$/.test(probed.slice(Math.max(0, offset - 41), offset)),
  },
  bibliography: typstBibliography,
  parts: typstParts,
  notes: typstNotes,
  // Behind a colon it is a part of an address.
  comments: /(?<![:/])\/\/[^\r\n]*/g,
  labels: { extensions: ['typ'], in: (text) => typstLabels(text).map(({ name }) => name) },

  find(text) {
    if (!text.includes('@') && !text.includes('<') && !text.includes('cite') && !text.includes('label')) return [];
    const groups = new Groups(text);
    const labels = new Set<string>();
    const references: FoundItem[] = [];
    new TypstScanner(text, {
      isDone: () => groups.count >= MOST_ITEMS,
      reference(start, end, key, supplement) {
        const item = citedItem(text, key, { start, end }, supplement, false);
        references.push(item);
        groups.add(item, 'parenthetical', true);
      },
      call({ keyRange, range, form, supplement, isEscaped }, inMarkup) {
        groups.add(citedItem(text, keyRange, range, supplement, isEscaped), form, inMarkup);
      },
      label: (key) => labels.add(text.slice(key.start, key.end)),
    }).scan();
    const { found } = groups;
    return labels.size > 0 && references.some((item) => labels.has(item.key)) ? withoutLabels(found, labels) : found;
  },

  skipped: skippedInTypst,
  headings: typstHeadings,

  format: ({ items, form = 'parenthetical' }) => write(items, form, ''),

  formatAt(text, offset, { items, form = 'parenthetical' }) {
    if (items.length === 1 && isLabelDue(text, offset)) return writeLabel(items[0].key);
    const written = write(items, form, text.slice(offset, offset + 100), text.charAt(offset - 1));
    return isCode(text, offset) ? `[${written}]` : written;
  },

  formatBetween: (before, after, { items, form = 'parenthetical' }) => write(items, form, after, before.slice(-1)),

  addKeys(text, citation, keys, offset = citation.range.end) {
    const added = missingKeys(citation.items, keys);
    if (added.length === 0) return [];
    if (text[citation.range.start] === 'c') {
      const { end } = citation.range;
      return [
        { start: end, end, newText: added.map((key) => ` + ${writeCall({ key }, citation.form).slice(1)}`).join('') },
      ];
    }
    const { at, isFirst, isLast } = placeAmong(citation.items, offset);
    const items = added.map((key) => ({ key }));
    const before = isFirst ? text.charAt(at - 1) : ' ';
    const written = write(items, citation.form, isLast ? text.slice(at, at + 100) : ' ', before);
    const behind = isLast || /\s/.test(text.charAt(at)) ? '' : ' ';
    return [{ start: at, end: at, newText: (isFirst ? '' : ' ') + written + behind }];
  },

  removeItem: (_text, citation, index) => removeListItem(citation, index),

  replaceKey(text, citation, index, key) {
    const item = citation.items[index];
    if (!item) return [];
    const { range, keyRange } = item;
    if (text[range.start] === '@') {
      if (canFollow(text.charAt(range.start - 1), key)) return [{ ...keyRange, newText: key }];
      const supplement = text.slice(keyRange.end, range.end);
      return [{ ...range, newText: `#cite(${writeLabel(key)}${supplement && `, supplement: ${supplement}`})` }];
    }
    if (text[keyRange.start - 1] === '<') {
      return [{ start: keyRange.start - 1, end: keyRange.end + 1, newText: writeLabel(key) }];
    }
    const start = text.lastIndexOf('label', keyRange.start);
    return [{ start, end: text.indexOf(')', keyRange.end) + 1, newText: writeLabel(key) }];
  },
};

/** Where among items, each with its own mark, another one goes: behind the one before an offset, or before the first. */
function placeAmong(items: readonly FoundItem[], offset: number) {
  const index = items.findLastIndex(({ range }) => range.start < offset);
  const at = index < 0 ? items[0].range.start : items[index].range.end;
  return { at, isFirst: index < 0, isLast: index === items.length - 1 };
}

/** Whether a label at an offset is what something cites: an argument of `cite` or `ref`, the attribution of a quote. */
function isLabelDue(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST), offset);
  if (!/[(,:]\s{0,20}$/.test(before) || !/\b(?:cite|ref|attribution)\s{0,20}[(:]/.test(before)) return false;
  const probed = `${text.slice(0, offset)}<${PROBE}>${text.slice(offset)}`;
  return typst.find(probed).some(({ items }) => items.some(({ keyRange }) => keyRange.start === offset + 1));
}

/** Whether an expression is due at an offset, where `@` means nothing but a block of content does. */
function isCode(text: string, offset: number): boolean {
  const cites = (probe: string): boolean => {
    const probed = `${text.slice(0, offset)}${probe}${text.slice(offset)}`;
    return typst.find(probed).some(({ items }) => items.some(({ keyRange }) => keyRange.start === offset + 2));
  };
  return !cites(` @${PROBE} `) && cites(`[@${PROBE}]`);
}

/** The labels that a text sets (`= Introduction <intro>`), with their ranges. */
export function typstLabels(text: string): { readonly name: string; readonly range: OffsetRange }[] {
  const labels: { name: string; range: OffsetRange }[] = [];
  if (!text.includes('<')) return labels;
  const label = (range: OffsetRange): void => void labels.push({ name: text.slice(range.start, range.end), range });
  new TypstScanner(text, { reference() {}, call() {}, label }).scan();
  return labels;
}

/** The citations without the references to labels of the document. */
function withoutLabels(found: readonly FoundCitation[], labels: ReadonlySet<string>): FoundCitation[] {
  return found.flatMap((citation) => {
    const items = citation.items.filter((item) => !labels.has(item.key));
    if (items.length === citation.items.length) return [citation];
    if (items.length === 0) return [];
    return [{ ...citation, items, range: { start: items[0].range.start, end: items[items.length - 1].range.end } }];
  });
}

/**
 * Where the text that follows would go on the label, or that before would be the beginning of an address, the longer form is needed.
 * @param next the text that will follow
 * @param before the character before
 */
function write(items: readonly CiteItem[], form: CitationForm, next: string, before = ''): string {
  const plain = form === 'parenthetical' || form === 'footnote';
  const parts = items.map((item, i) => {
    const follows = i === items.length - 1 ? next : ' ';
    const prefix = item.prefix ? `${item.prefix} ` : '';
    const stands = i === 0 && prefix === '' && form !== 'footnote' ? before : ' ';
    const reference = plain && !item.suppressAuthor && canFollow(stands, item.key);
    return prefix + (reference ? writeReference(item, form === 'footnote' ? ']' : follows) : writeCall(item, form));
  });
  const text = parts.join(' ');
  return form === 'footnote' && text ? `#footnote[${text}]` : text;
}

/** Whether `@key` refers behind this character: `word@doe.etal` is an address of mail. */
function canFollow(before: string, key: string): boolean {
  const text = `${before}@${key}`;
  return isPlainReference(key) && !isMailAddress(text, before.length, text.length);
}

function writeReference(item: CiteItem, next: string): string {
  const supplement = writeSupplement(item);
  if (supplement) return `@${item.key}${supplement}`;
  const joins = next.startsWith('[') || referenceEnd(item.key + next, 0) > item.key.length;
  return joins ? writeCall(item, 'parenthetical') : `@${item.key}`;
}

function writeCall(item: CiteItem, form: CitationForm): string {
  const named = item.suppressAuthor && form !== 'nocite' ? 'year' : form;
  const value = {
    parenthetical: '',
    footnote: '',
    narrative: '"prose"',
    year: '"year"',
    author: '"author"',
    nocite: 'none',
  }[named];
  const supplement = writeSupplement(item);
  return `#cite(${writeLabel(item.key)}${value && `, form: ${value}`}${supplement && `, supplement: ${supplement}`})`;
}

function writeSupplement(item: CiteItem): string {
  const text = detailOf(item);
  return text && `[${cites(text) ? text : text.replace(/[[\]]/g, '\\$&')}]`;
}

/** Whether a supplement cites itself, so that its brackets are markup; they close one another. */
function cites(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]]/g)) {
    depth += bracket === '[' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0 && /(?<!\\)[@#]/.test(text);
}
