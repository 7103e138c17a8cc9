import type { OffsetRange } from '../base/position';
import { findFrontMatter } from './frontMatterBlock';

/** What may stand right before and behind a key that is alone: `[[@key]]`, `"key"`, `key, other`. */
const BESIDE = /^[\s"',;[\]{}()@]?$/;

/** How far into an Org file its keywords and properties go at most, in characters. */
const HEAD = 8192;

/**
 * Where in the head of a note one of its own keys stands at an offset; the end of a key counts as at it. The head is the front matter,
 * or, in Org, what stands before the first heading.
 * @param keys the citekeys that the note is about, in composed form (NFC)
 */
export function keyInHead(
  text: string,
  keys: readonly string[],
  offset: number,
  isOrg: boolean,
): (OffsetRange & { readonly key: string }) | undefined {
  const { start: top, end } = isOrg ? orgHead(text) : (frontMatter(text) ?? { start: 0, end: 0 });
  if (offset < top || offset > end) return undefined;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(lineStart, next < 0 ? text.length : next);
  const at = offset - lineStart;
  for (const key of keys) {
    // A file may have it decomposed.
    for (const form of new Set([key, key.normalize('NFD')])) {
      for (let start = line.indexOf(form); start >= 0; start = line.indexOf(form, start + 1)) {
        const stop = start + form.length;
        const isAlone =
          BESIDE.test(line.slice(Math.max(0, start - 1), start)) && BESIDE.test(line.slice(stop, stop + 1));
        if (isAlone && start <= at && at <= stop) return { key, start: lineStart + start, end: lineStart + stop };
      }
    }
  }
  return undefined;
}

function frontMatter(text: string): OffsetRange | undefined {
  const block = findFrontMatter(text);
  return block?.closed ? block.fields : undefined;
}

function orgHead(text: string): OffsetRange {
  const top = text.slice(0, HEAD);
  return { start: 0, end: /^\*+[ \t]/m.exec(top)?.index ?? top.length };
}
