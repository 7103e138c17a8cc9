import { range } from '../../../src/base/position';
import type { Entry } from '../../../src/library/model/entry';

/** An entry with the given fields and no others. */
export function entry(fields: Partial<Entry> & { citekey: string }): Entry {
  return {
    aliases: [],
    type: 'article',
    title: '',
    authors: [],
    keywords: [],
    source: { uri: 'file:///w/papers.txt', range: range(0, 0, 0, 0) },
    record: { format: 'text-list' },
    ...fields,
  };
}
