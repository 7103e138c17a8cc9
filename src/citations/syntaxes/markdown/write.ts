import { readsAsLocator, splitLocator } from '../../locator';
import type { CitationToWrite, CiteItem } from '../../syntax';
import { roleOf, writeRoleItems } from '../shared/role';
import { plainKeyEnd, writeKey } from './key';

/** A citation in Pandoc's form. Pandoc has no citation of the author alone: that is written as narrative. */
export function writePandoc({ form = 'parenthetical', items }: CitationToWrite): string {
  if (items.length === 0) return '';
  if (form === 'nocite') return items.map((item) => writeKey(item.key)).join(', ');
  if (form === 'narrative' || form === 'author') return narrative(items);
  const group = `[${items.map((item) => writeItem(item, form === 'year')).join('; ')}]`;
  return form === 'footnote' ? `^[${group}]` : group;
}

/** A new citation in Pandoc's form for a place in a text; in brackets that are there for it, it needs none. */
export function writeInto(before: string, after: string, citation: CitationToWrite): string {
  const written = writePandoc(citation);
  const isInBrackets = /(?:^|[^[\]!^\\])\[$/.test(before) && /^\](?![[(:{])/.test(after) && /^\[[^[]*\]$/.test(written);
  return isInBrackets ? written.slice(1, -1) : writeApart(before, after, citation);
}

/**
 * A citation in Pandoc's form in the place of another one: it says the same whatever words, links, hyphens and brackets stand around
 * it. One in the text that these would make a group of, or one without its author, becomes a span.
 */
export function writeBetween(before: string, after: string, citation: CitationToWrite): string {
  const written = writePandoc(citation);
  const isInText = /^[^[^]/.test(written) && citation.form !== 'nocite';
  const isInBrackets = /\[[^[\]]*$/.test(before) && /^[^[\]]*\]/.test(after);
  if (isInText && (isInBrackets || before.endsWith('-'))) return `[${written}]{}`;
  return writeApart(before, after, citation);
}

function writeApart(before: string, after: string, citation: CitationToWrite): string {
  const written = writePandoc(citation);
  if (written === '' || citation.form === 'nocite') return written;
  if (!written.startsWith('[') && !written.startsWith('^') && /[\p{L}\p{N}]$/u.test(before)) {
    return ` ${writeApart('', after, citation)}`;
  }
  if (/[\]!^\\]$/.test(before) && written.startsWith('[')) return ` ${writeApart('', after, citation)}`;
  if (/^[[({]/.test(after)) return `${written} `;
  const key = /^-?@([^{[\]\s][^[\]\s]*)$/.exec(written)?.[1];
  return key !== undefined && plainKeyEnd(key + after, 0) > key.length ? written.replace(/@(.*)$/, '@{$1}') : written;
}

/** A citation as a role of MyST that stays apart from code and from what would escape it. */
export function writeRoleBetween(before: string, after: string, citation: CitationToWrite): string {
  const written = writeMyst(citation);
  return written && `${before === '\\' ? ' ' : ''}${written}${after === '`' ? ' ' : ''}`;
}

/** A citation as a role of MyST. */
export function writeMyst({ items, form = 'parenthetical', command }: CitationToWrite): string {
  return items.length > 0 ? `{${command ?? roleOf(form)}}\`${writeRoleItems(items, '; ')}\`` : '';
}

/** The first key in the text, with what is its own and the others in brackets behind it. */
function narrative([first, ...rest]: CitationToWrite['items']): string {
  const own = afterKey(first).replace(/^, | (?=\{\})/, '');
  const inside = [own, ...rest.map((item) => writeItem(item, false))].filter((part) => part !== '').join('; ');
  const prefix = first.prefix ? `${first.prefix} ` : '';
  return `${prefix}${first.suppressAuthor ? '-' : ''}${writeKey(first.key)}${inside && ` [${inside}]`}`;
}

function writeItem(item: CiteItem, year: boolean): string {
  const prefix = item.prefix ? `${item.prefix} ` : '';
  return `${prefix}${year || item.suppressAuthor ? '-' : ''}${writeKey(item.key)}${afterKey(item)}`;
}

/** Locator and suffix with the comma before them. A locator that would not be read as one goes into braces. */
function afterKey({ locator, suffix, between = ', ' }: CiteItem): string {
  const place = locator && (readsAsLocator(locator, suffix, between) ? locator : `{${locator}}`);
  if (!place && suffix && startsLikeLocator(suffix)) return ` {} ${suffix}`;
  return [place && `, ${place}`, suffix && `${place ? between : ', '}${suffix}`].filter(Boolean).join('');
}

function startsLikeLocator(suffix: string): boolean {
  return splitLocator(suffix, 0, suffix.length).locator !== undefined;
}
