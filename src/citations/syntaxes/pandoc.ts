import type { TextEdit } from '../../base/textEdit';
import { readsAsLocator } from '../locator';
import type { CitationToWrite, CiteItem, FoundCitation, Syntax } from '../syntax';
import { CitationGrouping } from './markdown/grouping';
import { writeKey } from './markdown/key';
import { nociteOf } from './markdown/nocite';
import { MarkdownScanner } from './markdown/scanner';
import { removeListItem } from './shared/edits';
import { missingKeys } from './shared/pieces';

/**
 * Pandoc's Markdown, also of Quarto, R Markdown and Jupyter (Pandoc manual, "Citation syntax").
 * `[see @a, p. 3; @b]`, `@a [p. 3]`, `[-@a]`, `@{odd key}`.
 */
export const pandoc: Syntax = {
  id: 'pandoc',

  find(text) {
    if (!text.includes('@')) return [];
    const grouping = new CitationGrouping(text);
    const nocite = nociteOf(text);
    if (nocite) grouping.add(nocite);
    new MarkdownScanner(text, grouping).scan();
    return grouping.result();
  },

  format(citation) {
    const { form = 'parenthetical', items } = citation;
    if (items.length === 0) return '';
    if (form === 'nocite') return items.map((item) => writeKey(item.key)).join(', ');
    if (form === 'narrative') return narrative(items);
    const group = writeGroup(items, form === 'year');
    return form === 'footnote' ? `^[${group}]` : group;
  },

  addKeys(text, citation, keys) {
    const added = missingKeys(citation.items, keys).map(writeKey);
    if (added.length === 0) return [];
    const last = citation.items[citation.items.length - 1].range.end;
    if (citation.form === 'nocite') return [insert(last, added.map((key) => `, ${key}`).join(''))];
    if (!hasBracket(text, citation)) return [insert(last, ` [${added.join('; ')}]`)];
    const tail = text.slice(last, citation.range.end);
    const separator = tail.indexOf(';');
    if (separator < 0) return [insert(last, added.map((key) => `; ${key}`).join(''))];
    const space = /\s/.test(tail[separator + 1]) ? 1 : 0;
    return [insert(last + separator + 1 + space, (space ? '' : ' ') + added.join('; '))];
  },

  removeItem(text, citation, index) {
    const { items, range } = citation;
    const leadsBracket = items.length > 1 && text[range.start] !== '[' && text[range.start] !== '^';
    if (!leadsBracket || citation.form === 'nocite' || index > 1) return removeListItem(citation, index);
    const bracket = text.indexOf('[', items[0].keyRange.end);
    const ownsBracket = bracket < items[0].range.end;
    if (index === 0) {
      const end = ownsBracket ? items[1].range.start : bracket;
      return [{ start: items[0].range.start, end, newText: ownsBracket ? '[' : '' }];
    }
    if (ownsBracket) return removeListItem(citation, index);
    if (items.length === 2) return [{ start: items[0].range.end, end: range.end, newText: '' }];
    return [{ start: items[1].range.start, end: items[2].range.start, newText: '' }];
  },

  replaceKey(text, citation, index, key) {
    const item = citation.items[index];
    if (!item) return [];
    const braced = text[item.keyRange.start - 1] === '{';
    const start = item.keyRange.start - (braced ? 2 : 1);
    const end = item.keyRange.end + (braced ? 1 : 0);
    return [{ start, end, newText: writeKey(key) }];
  },
};

function insert(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

function hasBracket(text: string, { range }: FoundCitation): boolean {
  return text[range.end - 1] === ']';
}

function writeGroup(items: readonly CiteItem[], year: boolean): string {
  return `[${items.map((item) => writeItem(item, year)).join('; ')}]`;
}

/** The first key in the text, with what is its own and the others in brackets behind it. */
function narrative([first, ...rest]: CitationToWrite['items']): string {
  const own = afterKey(first).replace(/^, /, '');
  const inside = [own, ...rest.map((item) => writeItem(item, false))].filter((part) => part !== '').join('; ');
  const prefix = first.prefix ? `${first.prefix} ` : '';
  return `${prefix}${first.suppressAuthor ? '-' : ''}${writeKey(first.key)}${inside && ` [${inside}]`}`;
}

function writeItem(item: CiteItem, year: boolean): string {
  const prefix = item.prefix ? `${item.prefix} ` : '';
  return `${prefix}${year || item.suppressAuthor ? '-' : ''}${writeKey(item.key)}${afterKey(item)}`;
}

/** Locator and suffix with the comma before them. A locator that would not be read as one goes into braces. */
function afterKey({ locator, suffix }: CiteItem): string {
  const place = locator && (readsAsLocator(locator, suffix) ? locator : `{${locator}}`);
  if (!place && suffix && readsAsLocator(suffix)) return ` {} ${suffix}`;
  return [place && `, ${place}`, suffix && `, ${suffix}`].filter(Boolean).join('');
}
