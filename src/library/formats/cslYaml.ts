import { isMap, isNode, isScalar, type Document, type YAMLMap } from 'yaml';
import { LineIndex } from '../../base/lineIndex';
import type { OffsetRange, Range } from '../../base/position';
import { type Step, UNCOUNTED } from '../../base/steps';
import { ExpansionBudget } from './expansionBudget';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';
import type { Reader, ReadResult } from './reader';
import { isTextVariable } from './cslVariables';
import { readCslItem } from './cslJson';
import { markupOfMarkdown, RICH_FIELDS } from './markdownMarkup';
import type { ItemReading } from './jsonReading';
import { withoutDeep } from './deepMembers';
import { documentRanges } from '../../base/yamlStream';
import { YamlAliases } from './yamlAliases';
import { withMerged } from './yamlMerges';
import { parseYamlItems } from './yamlItems';

/**
 * Reads CSL-YAML: pandoc's `references:` list, or a list alone, in each of a text's documents; a document may be an item, too. Keys `<<`
 * merge. A broken item costs itself alone.
 */
export const cslYamlReader: Reader = {
  format: 'csl-yaml',

  detect(fileName, text) {
    if (/^references:[ \t]*(?:$|\[)/m.test(text.slice(0, 100_000))) return /\.ya?ml$/i.test(fileName) ? 1 : 0.7;
    return /\.ya?ml$/i.test(fileName) ? 0.5 : 0;
  },

  read(text, step = UNCOUNTED) {
    try {
      return new YamlReading(text, step).read();
    } catch {
      // The parser recurses; what nests too deep for it is no list of references.
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
      return { papers: [], problems: [{ code: 'too-deep', severity: 'error', range }] };
    }
  },
};

/** An item with CSL's markup, and without the line ends of blocks (`title: >`). */
function withMarkup(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const item = { ...value } as Record<string, unknown>;
  for (const [name, text] of Object.entries(item)) if (typeof text === 'string') item[name] = text.trimEnd();
  for (const name of RICH_FIELDS) if (typeof item[name] === 'string') item[name] = markupOfMarkdown(item[name]);
  return item;
}

/** The members of an item with numbers as they are written, where CSL has text: `007`, `1.10`. */
function withWrittenNumbers(value: unknown, { items }: YAMLMap): Record<string, unknown> {
  const item = value as Record<string, unknown>;
  for (const { key, value: node } of items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (isScalar(node) && typeof node.value === 'number' && node.source !== undefined && isTextVariable(name))
      item[name] = node.source;
  }
  return item;
}

const REFERENCES = /^references:/m;

/** What one item came to, and the members that its aliases would make longer than they may be. */
interface TakenItem {
  readonly range: Range;
  readonly reading: ItemReading;
  readonly tooLong: readonly string[];
}

class YamlReading {
  readonly #text: string;
  readonly #step: Step;
  readonly #lines: LineIndex;
  readonly #budget: ExpansionBudget;
  #aliases = new YamlAliases();
  readonly #problems: SourceProblem[] = [];

  constructor(text: string, step: Step) {
    this.#text = text;
    this.#step = step;
    this.#lines = new LineIndex(text);
    this.#budget = new ExpansionBudget(text.length);
  }

  read(): ReadResult {
    const documents = documentRanges(this.#text);
    const read = documents.map((range, index) => this.#readDocument(range, index > 0));
    const taken = read.flatMap((items) => items ?? []);
    const isForeign = taken.every(({ reading }) => reading === 'foreign');
    if (isForeign && (taken.length > 0 || read.every((items) => items === undefined))) return this.#notCsl();
    const papers = taken.flatMap((item, index) => this.#take(item, index));
    return { papers, problems: this.#problems };
  }

  /** @param isFurther whether it stands behind another one: then it may be anything, such as the text of a page */
  #readDocument({ start, end }: OffsetRange, isFurther: boolean): TakenItem[] | undefined {
    const text = this.#text.slice(start, end);
    const list = parseYamlItems(text, this.#step);
    if (list === undefined) return undefined;
    this.#aliases = new YamlAliases();
    for (const pair of list.before) this.#aliases.settle(pair);
    const known = this.#problems.length;
    const taken: TakenItem[] = [];
    for (const { document, items, shift } of list.parsed) {
      this.#tellErrors(document, start + shift);
      for (const item of items) taken.push(this.#readItem(item, document, start + shift));
    }
    if (!isFurther || taken.some(({ reading }) => reading !== 'foreign') || REFERENCES.test(text)) return taken;
    this.#problems.length = known;
    return undefined;
  }

  #tellErrors({ errors }: Document.Parsed, shift: number): void {
    for (const { pos, message } of errors) {
      const range = this.#lines.range({ start: pos[0] + shift, end: pos[1] + shift });
      this.#problems.push({ code: 'invalid-yaml', severity: 'error', range, reason: message });
    }
  }

  #readItem(item: unknown, document: Document.Parsed, shift: number): TakenItem {
    this.#step();
    const range = this.#lines.range(this.#rangeOf(item, shift));
    const tooLong: string[] = [];
    const unknown: string[] = [];
    const { node, weight } = this.#aliases.settle(item, ({ key }, size) => {
      if (Number.isFinite(size) && this.#budget.take(size)) return true;
      (Number.isFinite(size) ? tooLong : unknown).push(String(key));
      return false;
    });
    // An item that is an alias itself.
    const isNamed = node !== item && !this.#budget.take(weight);
    const reading = isMap(node) && !isNamed ? this.#readMap(node, document) : 'foreign';
    if (typeof reading === 'string') return { range, reading, tooLong };
    return { range, tooLong, reading: { ...reading, dropped: [...(reading.dropped ?? []), ...unknown] } };
  }

  #readMap(map: YAMLMap, document: Document.Parsed): ItemReading {
    try {
      const { kept, dropped } = withoutDeep(withMerged(map, (each) => withWrittenNumbers(each.toJS(document), each)));
      const reading = readCslItem(withMarkup(kept), 'csl-yaml');
      return typeof reading === 'string' ? reading : { ...reading, dropped: [...(reading.dropped ?? []), ...dropped] };
    } catch {
      // What is nested too deep for the library.
      return 'foreign';
    }
  }

  #take({ range, reading, tooLong }: TakenItem, index: number): Paper[] {
    if (typeof reading === 'string') {
      this.#problems.push({ code: 'item-without-title', severity: 'warning', range, index });
      return [];
    }
    for (const name of tooLong) this.#problems.push({ code: 'too-much-text', severity: 'warning', range, name });
    if (reading.dropped?.length) {
      this.#problems.push({ code: 'wrong-field-type', severity: 'warning', range, fields: reading.dropped });
    }
    return [{ ...reading.paper, range }];
  }

  /** The node without the line end after it. */
  #rangeOf(item: unknown, shift: number): OffsetRange {
    const [start, valueEnd] = (isNode(item) && item.range) || [0, 0];
    const text = this.#text.slice(start + shift, valueEnd + shift);
    return { start: start + shift, end: start + shift + text.trimEnd().length };
  }

  #notCsl(): ReadResult {
    if (this.#problems.length > 0) return { papers: [], problems: this.#problems };
    const range = this.#lines.range({ start: 0, end: 0 });
    return { papers: [], problems: [{ code: 'not-csl', severity: 'warning', range }] };
  }
}
