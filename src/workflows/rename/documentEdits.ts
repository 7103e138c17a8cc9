import type { Rename } from '../../base/editPlan';
import { applyEdits, type TextEdit } from '../../base/textEdit';
import { leadsTo, pathLinksIn } from '../../citations/index/pathLinks';
import { type CitedItem, citedItems } from '../../citations/index/citedItems';
import { wikiLinksIn } from '../../citations/index/wikiLinks';
import type { Syntax } from '../../citations/syntax';
import { fileNameOf } from '../../workspace/uri';
import { rewritten } from './rewrittenPath';

/** A key, or the name of a note, and what it is to be. */
export interface NewName {
  readonly from: string;
  readonly to: string;
}

/** How often a document cites a key. */
export function countOfCitations(text: string, syntax: Syntax, fileName: string, key: string): number {
  return itemsOf(text, syntax, fileName, key).length;
}

/**
 * The edits that make a document cite another key in the place of one; undefined where it would then be read as citing
 * something else. The key alone is exchanged where that will do, so that the same in reverse gives every character back.
 */
export function citationEdits(
  text: string,
  syntax: Syntax,
  fileName: string,
  { from, to }: NewName,
): readonly TextEdit[] | undefined {
  const items = itemsOf(text, syntax, fileName, from);
  if (items.length === 0) return [];
  const places = new Set(items.map(({ citation, index }) => citation.items[index].keyRange.start));
  const wanted = syntax
    .find(text)
    .flatMap((citation) => citation.items.map(({ key, keyRange }) => (places.has(keyRange.start) ? to : key)));
  const cited = citedKeys(text, syntax, fileName).map((key) => (key.normalize('NFC') === from ? to : key));
  const saysSo = (edits: readonly TextEdit[]) => {
    const after = applyEdits(text, edits);
    const read = syntax.find(after).flatMap((citation) => citation.items.map(({ key }) => key));
    // What is read there can still be taken for a cross-reference, or for what the document itself defines.
    return isSame(read, wanted) && isSame(citedKeys(after, syntax, fileName), cited);
  };
  const plain = items.map(({ citation, index }) => ({ ...citation.items[index].keyRange, newText: to }));
  if (saysSo(plain)) return plain;
  const quoted = items.flatMap(({ citation, index }) => syntax.replaceKey(text, citation, index, to));
  return saysSo(quoted) ? quoted : undefined;
}

function itemsOf(text: string, syntax: Syntax, fileName: string, key: string): CitedItem[] {
  const items = citedItems(text, syntax, fileName);
  return items.filter(({ citation, index }) => citation.items[index].key.normalize('NFC') === key);
}

function citedKeys(text: string, syntax: Syntax, fileName: string): string[] {
  return citedItems(text, syntax, fileName).map(({ citation, index }) => citation.items[index].key);
}

function isSame(keys: readonly string[], others: readonly string[]): boolean {
  return keys.length === others.length && keys.every((key, i) => key === others[i]);
}

/** The edits that make links to notes lead to other names. */
export function linkEdits(text: string, names: readonly NewName[]): readonly TextEdit[] {
  const newNames = new Map(names.map(({ from, to }) => [from, to]));
  return wikiLinksIn(text).flatMap(({ name, range }) => {
    const to = newNames.get(name);
    return to === undefined || to === name ? [] : [{ ...range, newText: to }];
  });
}

/** The edits that make links by path follow files that get other names. */
export function pathEdits(document: string, text: string, syntax: Syntax, renames: readonly Rename[]): TextEdit[] {
  if (renames.length === 0) return [];
  return pathLinksIn(text, syntax).flatMap(({ path, range }) => {
    const renamed = renames.find(({ from }) => leadsTo(path, document, from));
    if (!renamed) return [];
    const written = text.slice(range.start, range.end);
    const name = fileNameOf(renamed.to);
    const hasExtension = /\.(?:md|markdown|org)$/i.test(path);
    const newText = rewritten(written, hasExtension ? name : name.replace(/\.\w+$/, ''));
    return newText === written ? [] : [{ ...range, newText }];
  });
}
