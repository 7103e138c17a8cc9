import { isMap, isScalar, isSeq, type Document, type Pair, type YAMLSeq } from 'yaml';
import type { Step } from '../../base/steps';
import { yamlDocument } from '../../base/yamlDocument';
import { divideList, type DividedList } from './yamlList';

/** Items that were parsed together, and what is wrong with their text, which begins `shift` characters behind that of the file. */
export interface ParsedItems {
  readonly document: Document.Parsed;
  readonly items: readonly unknown[];
  readonly shift: number;
}

/** The items of a YAML text. */
export interface YamlItems {
  /** What stands before the list, and may be named in it. */
  readonly before: readonly Pair[];
  readonly parsed: Iterable<ParsedItems>;
}

/**
 * The items of pandoc's `references:` list, of a list alone, or the one that a document is. Where the text can be divided they are parsed a few at a time, as
 * a text and all its nodes take a hundred times its memory. Undefined where the text is no such list, and no broken one.
 *
 * @param step called with each line
 * @param pieceLength characters from which on items are parsed apart
 */
export function parseYamlItems(text: string, step: Step, pieceLength?: number): YamlItems | undefined {
  const parse = (part: string) => yamlDocument(part, { uniqueKeys: false }, step);
  const list = divideList(text, pieceLength);
  const outline = list && parse(list.outline);
  if (list && outline && isWhole(outline, list)) {
    return { before: pairsBefore(outline), parsed: parsePieces(text, list, parse) };
  }
  const document = parse(text);
  const items = itemsOf(document)?.items ?? loneItem(document);
  if (items.length === 0 && itemsOf(document) === undefined && document.errors.length === 0) return undefined;
  return { before: pairsBefore(document), parsed: [{ document, items, shift: 0 }] };
}

function* parsePieces(
  text: string,
  { pieces }: DividedList,
  parse: (text: string) => Document.Parsed,
): Generator<ParsedItems> {
  for (const { start, end } of pieces) {
    const document = parse(text.slice(start, end));
    yield { document, items: isSeq(document.contents) ? document.contents.items : [], shift: start };
  }
}

/** Whether nothing is wrong around a list, and it is the list of items. */
function isWhole(outline: Document.Parsed, { at }: DividedList): boolean {
  const [item] = itemsOf(outline)?.items ?? [];
  return outline.errors.length === 0 && isScalar(item) && item.range?.[0] === at;
}

function itemsOf({ contents }: Document.Parsed): YAMLSeq | undefined {
  const items: unknown = isMap(contents) ? contents.get('references', true) : contents;
  return isSeq(items) ? items : undefined;
}

/** The items of a document that is one itself: a map that states its key. */
function loneItem({ contents }: Document.Parsed): readonly unknown[] {
  const isItem = isMap(contents) && contents.has('id') && (contents.has('type') || contents.has('title'));
  return isItem ? [contents] : [];
}

function pairsBefore({ contents }: Document.Parsed): readonly Pair[] {
  if (!isMap(contents)) return [];
  const at = contents.items.findIndex(({ key }) => isScalar(key) && key.value === 'references');
  return contents.items.slice(0, Math.max(at, 0));
}
