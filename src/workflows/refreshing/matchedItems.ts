import type { Entry } from '../../library/model/entry';
import { FIELDS, type PaperFields } from '../../library/model/fields';
import type { Paper } from '../../library/model/paper';

/** An entry of a list with the item of another program that it is. */
export interface MatchedItem {
  readonly entry: Entry;
  readonly item: Paper;
}

/** The items that entries of a list are. */
export interface MatchedItems {
  readonly matched: readonly MatchedItem[];
  /** The item has another citekey than the entry: it was given a new one there. */
  readonly renamed: readonly MatchedItem[];
  /** Several items could be meant; none is guessed. */
  readonly ambiguous: readonly Entry[];
  /** No item is the entry: it was made by hand. */
  readonly unknown: readonly Entry[];
}

/** Which item each entry is: the one with its citekey, else the one with its DOI or arXiv number. */
export function matchedItems(entries: readonly Entry[], all: readonly Paper[]): MatchedItems {
  const items = distinct(all);
  const byKey = grouped(items, ({ statedKey }) => statedKey);
  const byNumber = grouped(items, numberOf);
  const taken = new Set(entries.map(({ citekey }) => citekey));
  const found = {
    matched: [] as MatchedItem[],
    renamed: [] as MatchedItem[],
    ambiguous: [] as Entry[],
    unknown: [] as Entry[],
  };
  for (const entry of entries) {
    const named = byKey.get(entry.citekey) ?? [];
    const number = numberOf(entry);
    // An item whose key another entry has is that entry.
    const same = (number === undefined ? [] : (byNumber.get(number) ?? [])).filter(
      ({ statedKey }) => statedKey === undefined || !taken.has(statedKey),
    );
    if (named.length === 1) found.matched.push({ entry, item: named[0] });
    else if (named.length > 1 || same.length > 1) found.ambiguous.push(entry);
    else if (same.length === 1)
      found[same[0].statedKey === undefined ? 'matched' : 'renamed'].push({ entry, item: same[0] });
    else found.unknown.push(entry);
  }
  return found;
}

/** An item as the entry that it would be under a key. */
export function itemAsEntry(item: Paper, { citekey, source }: Pick<Entry, 'citekey' | 'source'>): Entry {
  const fields = Object.fromEntries(FIELDS.map(({ name }) => [name, item[name]])) as unknown as PaperFields;
  return { ...fields, record: item.record, citekey, source };
}

/** Each item once, also where it is followed twice: as one of a library, and of a collection of it. */
function distinct(items: readonly Paper[]): Paper[] {
  const origins = new Set<string>();
  return items.filter(({ origin }) => {
    if (origin === undefined) return true;
    const isNew = !origins.has(origin);
    origins.add(origin);
    return isNew;
  });
}

/** Whether two papers have one DOI, or one arXiv number. */
export function isSameNumber(a: Pick<Paper, 'doi' | 'arxiv'>, b: Pick<Paper, 'doi' | 'arxiv'>): boolean {
  const number = numberOf(a);
  return number !== undefined && number === numberOf(b);
}

function numberOf({ doi, arxiv }: Pick<Paper, 'doi' | 'arxiv'>): string | undefined {
  return doi?.toLowerCase() ?? (arxiv && `arxiv:${arxiv}`);
}

function grouped(items: readonly Paper[], by: (item: Paper) => string | undefined): Map<string, Paper[]> {
  const groups = new Map<string, Paper[]>();
  for (const item of items) {
    const value = by(item);
    if (value !== undefined) groups.set(value, [...(groups.get(value) ?? []), item]);
  }
  return groups;
}
