import { LineIndex } from '../../base/lineIndex';
import { UNCOUNTED, type Step } from '../../base/steps';
import { findMoment } from '../model/moment';
import type { Paper } from '../model/paper';
import { pathOfLink, type PaperFile } from '../model/paperFile';
import type { SourceProblem } from '../model/problem';
import { paperOfCsl } from './cslPaper';
import { plainAbstract } from './jats';
import { findItemsArray, scanJsonArray, type JsonItem } from './jsonItems';
import type { Reader, ReadResult } from './reader';
import { cslOfZotero, plain, tagsOf, type ZoteroData } from './zoteroItem';

/**
 * Reads what was last seen of a library of Zotero: `{"zotero": {place, collections, …}, "items": [data, …]}`, the data of all kinds of
 * items as Zotero's API gives them. Attachments, notes and annotations become parts of the papers that they belong to.
 */
export const zoteroReader: Reader = {
  format: 'zotero',
  detect: (_fileName, text) => (/^\s*\{\s*"zotero"\s*:\s*\{/.test(text.slice(0, 200)) ? 1 : 0),
  read: (text, step = UNCOUNTED) => new ZoteroReading(text).read(step),
};

/** An item with where it stands. */
interface Placed {
  readonly data: ZoteroData;
  readonly at: JsonItem;
}

class ZoteroReading {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #problems: SourceProblem[] = [];
  /** What belongs to an item, by the item's key. */
  readonly #children = new Map<string, ZoteroData[]>();
  #place = 'library';
  #collections: ZoteroData = {};

  constructor(text: string) {
    this.#text = text;
    this.#lines = new LineIndex(text);
  }

  read(step: Step): ReadResult {
    const start = findItemsArray(this.#text, ['items']);
    if (start === undefined) return { papers: [], problems: [this.#invalid({ start: 0, end: 0, depth: 0 })] };
    this.#readHead(this.#text.slice(0, start));
    const { items, closed } = scanJsonArray(this.#text, start);
    const regular: Placed[] = [];
    for (const at of items) {
      const data = this.#parse(at);
      if (data) this.#sort(data, at, regular);
      step();
    }
    const papers: Paper[] = [];
    for (const { data, at } of regular) {
      const paper = this.#paper(data);
      const range = this.#lines.range(at);
      if (paper) papers.push({ ...paper, range });
      step();
    }
    return { papers, problems: this.#problems, incomplete: !closed };
  }

  #readHead(text: string): void {
    try {
      const { zotero } = JSON.parse(`${text}[]}`) as { zotero: { place?: unknown; collections?: unknown } };
      if (typeof zotero.place === 'string' && /^(?:library|groups\/\d+)$/.test(zotero.place))
        this.#place = zotero.place;
      if (typeof zotero.collections === 'object') this.#collections = zotero.collections as ZoteroData;
    } catch {
      // Then the items are read without it.
    }
  }

  #parse(at: JsonItem): ZoteroData | undefined {
    try {
      const data = JSON.parse(this.#text.slice(at.start, at.end)) as unknown;
      return typeof data === 'object' && data !== null ? (data as ZoteroData) : undefined;
    } catch {
      this.#problems.push(this.#invalid(at));
      return undefined;
    }
  }

  #sort(data: ZoteroData, at: JsonItem, regular: Placed[]): void {
    if (!CHILDREN.has(String(data.itemType))) return void regular.push({ data, at });
    const parent = plain(data.parentItem);
    if (parent === undefined) return;
    const known = this.#children.get(parent);
    if (known) known.push(data);
    else this.#children.set(parent, [data]);
  }

  #paper(data: ZoteroData): Omit<Paper, 'range'> | undefined {
    const item = cslOfZotero(data);
    const paper = paperOfCsl(item);
    if (paper.title === '' && paper.statedKey === undefined) return undefined;
    const key = plain(data.key);
    const children = key === undefined ? [] : (this.#children.get(key) ?? []);
    const files = children.map((child) => this.#file(child)).filter((file) => file !== undefined);
    const remarks = children.flatMap((child) => this.#remarks(child));
    const added = findMoment(plain(data.dateAdded) ?? '');
    const collections = this.#collectionsOf(data);
    return {
      ...paper,
      keywords: tagsOf(data),
      ...(added !== undefined && { added }),
      ...(files.length > 0 && { files: files.sort((a, b) => Number(isPdf(b)) - Number(isPdf(a))) }),
      ...(remarks.length > 0 && { remarks: remarks.join('\n') }),
      ...(collections.length > 0 && { collections }),
      ...(key !== undefined && /^\w+$/.test(key) && { origin: `zotero://select/${this.#place}/items/${key}` }),
      record: { format: 'csl-json', item },
    };
  }

  #file(data: ZoteroData): PaperFile | undefined {
    if (data.itemType !== 'attachment') return undefined;
    const [link, path, url, key] = [data.file, data.path, data.url, data.key].map(plain);
    const isLinked = data.linkMode === 'linked_url';
    const inside = key !== undefined && /^\w+$/.test(key) ? `zotero://open-pdf/${this.#place}/items/${key}` : undefined;
    const place = isLinked ? url : ((link && pathOfLink(link)) ?? path ?? inside ?? url);
    const [title, type] = [plain(data.title), plain(data.contentType)];
    return place === undefined ? undefined : { path: place, ...(title && { title }), ...(type && { type }) };
  }

  /** What people wrote: notes, and annotations of attachments. */
  #remarks(data: ZoteroData): string[] {
    const own = [plain(data.note), plain(data.annotationText), plain(data.annotationComment)]
      .filter((text) => text !== undefined)
      .map((text) => plainAbstract(text).normalize('NFC'));
    const key = plain(data.key);
    const below = data.itemType === 'attachment' && key !== undefined ? (this.#children.get(key) ?? []) : [];
    return [...own, ...below.flatMap((child) => (child.itemType === 'annotation' ? this.#remarks(child) : []))];
  }

  #collectionsOf({ collections }: ZoteroData): string[] {
    const keys: unknown[] = Array.isArray(collections) ? collections : [];
    const names = keys.map((key) => (typeof key === 'string' ? plain(this.#collections[key]) : undefined));
    return names.filter((name) => name !== undefined).map((name) => name.normalize('NFC'));
  }

  #invalid(at: JsonItem): SourceProblem {
    return { code: 'invalid-json', severity: 'error', range: this.#lines.range(at), reason: 'InvalidSymbol' };
  }
}

const CHILDREN = new Set(['attachment', 'note', 'annotation']);

function isPdf({ type }: PaperFile): boolean {
  return type === 'application/pdf';
}
