import { isMap, isSeq, type Document, type Node, type YAMLSeq } from 'yaml';
import { LineIndex } from '../../base/lineIndex';
import type { OffsetRange } from '../../base/position';
import { type Step, UNCOUNTED } from '../../base/steps';
import { yamlDocument } from '../../base/yamlDocument';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';
import type { Reader, ReadResult } from './reader';
import { readCslItem } from './cslJson';
import { markupOfMarkdown, RICH_FIELDS } from './markdownMarkup';
import type { ItemReading } from './jsonReading';

/** So many times may a file's aliases be followed in one item; more is an attack on memory. */
const MOST_ALIASES = 100;

/** Reads CSL-YAML: pandoc's `references:` list, or a list alone. A broken item costs itself alone. */
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

function withMarkup(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const item = { ...value } as Record<string, unknown>;
  for (const name of RICH_FIELDS) if (typeof item[name] === 'string') item[name] = markupOfMarkdown(item[name]);
  return item;
}

class YamlReading {
  readonly #text: string;
  readonly #step: Step;
  readonly #document: Document.Parsed;
  readonly #lines: LineIndex;
  readonly #papers: Paper[] = [];
  readonly #problems: SourceProblem[] = [];

  constructor(text: string, step: Step) {
    this.#text = text;
    this.#step = step;
    this.#document = yamlDocument(text, { uniqueKeys: false }, step);
    this.#lines = new LineIndex(text);
  }

  read(): ReadResult {
    for (const { pos, message } of this.#document.errors) {
      const range = this.#lines.range({ start: pos[0], end: pos[1] });
      this.#problems.push({ code: 'invalid-yaml', severity: 'error', range, reason: message });
    }
    const items = this.#items();
    if (items === undefined) return this.#notCsl();
    const readings = items.items.map((node) => [node as Node, this.#readItem(node as Node)] as const);
    if (readings.length > 0 && readings.every(([, reading]) => reading === 'foreign')) return this.#notCsl();
    readings.forEach(([node, reading], index) => this.#take(node, reading, index));
    return { papers: this.#papers, problems: this.#problems };
  }

  #items(): YAMLSeq | undefined {
    const { contents } = this.#document;
    const items: unknown = isMap(contents) ? contents.get('references', true) : contents;
    return isSeq(items) ? items : undefined;
  }

  #readItem(node: Node): ItemReading {
    this.#step();
    try {
      return readCslItem(withMarkup(node.toJS(this.#document, { maxAliasCount: MOST_ALIASES })), 'csl-yaml');
    } catch {
      return 'foreign';
    }
  }

  #take(node: Node, reading: ItemReading, index: number): void {
    const range = this.#lines.range(this.#rangeOf(node));
    if (typeof reading === 'string') {
      this.#problems.push({ code: 'item-without-title', severity: 'warning', range, index });
      return;
    }
    this.#papers.push({ ...reading.paper, range });
    if (reading.dropped?.length) {
      this.#problems.push({ code: 'wrong-field-type', severity: 'warning', range, fields: reading.dropped });
    }
  }

  /** The node without the line end after it. */
  #rangeOf(node: Node): OffsetRange {
    const [start, valueEnd] = node.range ?? [0, 0];
    return { start, end: start + this.#text.slice(start, valueEnd).trimEnd().length };
  }

  #notCsl(): ReadResult {
    if (this.#problems.length > 0) return { papers: [], problems: this.#problems };
    const range = this.#lines.range({ start: 0, end: 0 });
    return { papers: [], problems: [{ code: 'not-csl', severity: 'warning', range }] };
  }
}
