import { citedItems } from '../../citations/index/citedItems';
import type { Syntax } from '../../citations/syntax';
import { isWritable } from '../../citations/writableKeys';
import { isBibKey } from '../../library/writing/legalKey';

/** Keys like a wanted one, from the nearest to the plainest. */
const PLAINER: readonly ((key: string) => string)[] = [
  (key) => key.replace(/\s+/g, ''),
  (key) => key.replace(/[\s"#%'(),={}\\~\p{C}]+/gu, ''),
  (key) => key.replace(/[^\p{L}\p{N}_:.-]+/gu, '').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
  (key) => key.normalize('NFD').replace(/[^A-Za-z0-9]+/g, ''),
  (key) => `key${key.normalize('NFD').replace(/[^A-Za-z0-9]+/g, '')}`,
];

/** The first of these syntaxes that cannot write a key; `bibtex` where a .bib file could not hold it. */
export function refusingSyntax(key: string, syntaxes: readonly Syntax[], inBibtex: boolean): string | undefined {
  if (inBibtex && !isBibKey(key)) return 'bibtex';
  return syntaxes.find((syntax) => !isWritable(key, syntax) || !isCitedBy(key, syntax))?.id;
}

/** Whether a citation by a key is one for all who read the syntax: `@fig:x` in Markdown is a cross-reference. */
function isCitedBy(key: string, syntax: Syntax): boolean {
  return citedItems(syntax.format({ items: [{ key }] }), syntax, '').length === 1;
}

/** A key like the wanted one that all of these can write and no other paper has. */
export function legalKeyLike(
  key: string,
  syntaxes: readonly Syntax[],
  inBibtex: boolean,
  isTaken: (key: string) => boolean,
): string {
  const base = PLAINER.map((plainer) => plainer(key.normalize('NFC'))).find(
    (plain) => plain !== '' && refusingSyntax(plain, syntaxes, inBibtex) === undefined,
  );
  const start = base ?? 'key';
  for (let number = 0; ; number++) {
    const tried = start + suffix(number);
    if (!isTaken(tried)) return tried;
  }
}

/** Nothing, `a` to `z`, then numbers. */
function suffix(number: number): string {
  if (number === 0) return '';
  return number <= 26 ? String.fromCharCode(96 + number) : `-${number - 25}`;
}
