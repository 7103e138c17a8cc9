import type { CslItem, CslName } from '../../library/model/csl';
import { findIsbn } from '../../library/model/isbn';
import { findPmcid, findPmid } from '../../library/model/pubmed';
import type { Entry } from '../../library/model/entry';
import type { StatableField } from '../../library/writing/editableField';
import type { FieldChange } from '../../library/writing/sourceChange';
import { statedField } from '../../library/writing/statedField';
import { namesToLatex, textToLatex } from '../../library/writing/toLatex';
import { withProtection } from './titleProtection';

/** The change that makes the source of an entry state a field as a record has it; undefined where it cannot. */
export function changeTo(entry: Entry, field: StatableField, item: CslItem): FieldChange | undefined {
  const stated = statedField(entry, field);
  const value = recordValue(item, field);
  if (!stated || value === undefined) return undefined;
  if (field === 'authors') {
    const names = item.author ?? [];
    return stated.change(stated.form === 'latex' ? namesToLatex(names, false) : names.map(nameLine).join('\n'));
  }
  if (field === 'year') return stated.change(/-/.test(stated.text) || stated.name === 'date' ? dateText(item) : value);
  if (stated.form !== 'latex') return stated.change(value);
  if (field === 'title') return stated.change(withProtection(value, stated.text));
  return stated.change(field === 'pages' ? textToLatex(value).replace(/(?<=\d)[-–](?=\d)/g, '--') : textToLatex(value));
}

/** A field of a record as plain text; undefined where it says nothing. */
export function recordValue(item: CslItem, field: StatableField): string | undefined {
  switch (field) {
    case 'authors':
      return item.author && item.author.length > 0 ? item.author.map(nameLine).join('; ') : undefined;
    case 'year':
      return dateParts(item)[0];
    case 'title':
      return item.title?.replace(/<\/?(?:i|b|sub|sup|sc)>/g, '');
    case 'venue':
      return text(item['container-title']);
    case 'issue':
      return text(item.issue);
    case 'pages':
      return text(item.page);
    case 'doi':
      return item.DOI;
    case 'url':
      return item.URL;
    case 'volume':
      return text(item.volume);
    case 'abstract':
      return item.abstract;
    case 'publisher':
      return text(item.publisher);
    case 'isbn':
      return findIsbn(text(item.ISBN) ?? '');
    case 'pmid':
      return findPmid(text(item.PMID) ?? '');
    case 'pmcid':
      return findPmcid(text(item.PMCID) ?? '');
    case 'keywords':
      return undefined;
  }
}

function nameLine(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}

function dateParts({ issued }: CslItem): string[] {
  const parts = issued?.['date-parts']?.[0] ?? [];
  return parts.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0')));
}

function dateText(item: CslItem): string {
  return dateParts(item).join('-');
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
