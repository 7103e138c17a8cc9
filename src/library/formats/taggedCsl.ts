import type { CslItem } from '../model/csl';
import type { Paper } from '../model/paper';
import { checkCslItem } from './cslItem';
import { paperOfCsl } from './cslPaper';
import type { TaggedRecord } from './taggedText';

/** A record of tags, asked for what it says. */
export class Tags {
  readonly #values = new Map<string, string[]>();

  constructor(record: TaggedRecord) {
    for (const [tag, value] of record) {
      const values = this.#values.get(tag);
      if (values) values.push(value);
      else this.#values.set(tag, [value]);
    }
  }

  /** All values of the first of these tags that has any. */
  all(...tags: readonly string[]): readonly string[] {
    return tags.map((tag) => this.#values.get(tag)).find((values) => values !== undefined) ?? [];
  }

  first(...tags: readonly string[]): string | undefined {
    return this.all(...tags)[0];
  }
}

/** The paper of an item that a reader made; undefined where it says nothing by which people know one. */
export function paperOfItem(fields: Readonly<Record<string, unknown>>): Omit<Paper, 'range'> | undefined {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && !isEmpty(value));
  const item: CslItem = checkCslItem({ ...Object.fromEntries(said), ...keywords(fields.keyword) })?.item ?? {};
  const paper = paperOfCsl(item);
  const isPaper = paper.title !== '' || paper.authors.length > 0 || paper.doi !== undefined;
  return isPaper ? { ...paper, record: { format: 'csl-json', item } } : undefined;
}

/** Words that may have commas, as CSL has them in one text. */
function keywords(words: unknown): { readonly keyword?: string } {
  return Array.isArray(words) && words.length > 0 ? { keyword: words.join('; ') } : {};
}

function isEmpty(value: unknown): boolean {
  return value === '' || (Array.isArray(value) && value.length === 0);
}

/** First and last page, the last in full: `436-44` ends at 444. */
export function pages(stated: string | undefined): string | undefined {
  const [, start, end] = /^(\D*\d+)-(\d+)$/.exec(stated ?? '') ?? [];
  if (start === undefined || end.length >= start.length || /\D/.test(start)) return stated;
  return `${start}-${start.slice(0, start.length - end.length)}${end}`;
}
