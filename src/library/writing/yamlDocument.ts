import { isMap, isScalar, isSeq, type Document, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { yamlDocument } from '../../base/yamlDocument';
import type { EditRefusal } from './editRefusal';

/** The list of items in a YAML text. */
export interface YamlItems {
  readonly document: Document.Parsed;
  /** Undefined where there is no list yet: an empty text, or `references:` without a value. */
  readonly list: YAMLSeq | undefined;
  /** The pair whose value the list is, or is to be; undefined where the list is all there is. */
  readonly pair: Pair | undefined;
}

/** A node with its place: offsets of its start, of the end of its value, and of its end with what trails it. */
export type Placed = readonly [start: number, valueEnd: number, nodeEnd: number];

/** Finds the items of a text; a refusal where the YAML is broken or holds something else. */
export function yamlItems(text: string): YamlItems | EditRefusal {
  const document = yamlDocument(text, { uniqueKeys: false });
  const [error] = document.errors;
  if (error) return { code: 'broken-source', place: { start: error.pos[0], end: error.pos[1] } };
  const { contents } = document;
  if (contents === null) return { document, list: undefined, pair: undefined };
  if (isSeq(contents)) return { document, list: contents, pair: undefined };
  const pair = isMap(contents)
    ? contents.items.find(({ key }) => isScalar(key) && key.value === 'references')
    : undefined;
  if (pair === undefined) return broken(text);
  const list = isSeq(pair.value) ? pair.value : undefined;
  const empty = pair.value === null || (isScalar(pair.value) && pair.value.value === null);
  return list || empty ? { document, list, pair } : broken(text);
}

/** The item of a list that stands at an offset. */
export function itemAt(
  { list }: YamlItems,
  at: number,
): { readonly index: number; readonly item: YAMLMap } | undefined {
  const index = list?.items.findIndex((node) => isPlaced(node) && node.range[0] <= at && at < node.range[1]) ?? -1;
  const item = list?.items[index];
  return isMap(item) ? { index, item } : undefined;
}

/** Where a node stands; every node that was parsed has a place. */
export function placeOf(node: unknown): Placed {
  return isPlaced(node) ? node.range : [0, 0, 0];
}

/** A node of a parsed text. */
export function isPlaced(node: unknown): node is { readonly range: Placed } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function broken(text: string): EditRefusal {
  return { code: 'broken-source', place: { start: 0, end: text.length } };
}
