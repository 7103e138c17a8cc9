import { Cooperation } from '../../base/cooperate';

/*
 * Zotero's public list of retracted papers, after Retraction Watch's data: a line is `d` and the beginning of the SHA-1 hash of a DOI in lower
 * case, or `p` and the beginning of a PubMed number, then a blank and a date.
 */

const LINE = /^(?:d[0-9a-f]{2,40}|p[0-9]{1,12}) \S/;
/** So much of a list may be lines of another form: less is an oddity of the list, more another text. */
const MOST_ODD = 0.01;

/** The list as it is asked. */
export interface PrefixList {
  /** With the letter before them. */
  readonly prefixes: ReadonlySet<string>;
  /** How long they are without the letter; most lists have one length a kind. */
  readonly lengths: { readonly d: readonly number[]; readonly p: readonly number[] };
}

/** So many lines are read before others are let in. */
const FEW = 1000;

/**
 * The prefixes of a list, read without holding the event loop; undefined where a text is no such list, as where a network sent something of
 * its own.
 */
export async function readPrefixList(text: string, cooperation = new Cooperation()): Promise<PrefixList | undefined> {
  const prefixes = new Set<string>();
  const lengths = { d: new Set<number>(), p: new Set<number>() };
  let odd = 0;
  let count = 0;
  for (const line of linesOf(text)) {
    if (++count % FEW === 0) await cooperation.yieldIfDue();
    if (line === '') continue;
    if (!LINE.test(line)) {
      odd++;
      continue;
    }
    const prefix = line.slice(0, line.indexOf(' '));
    prefixes.add(prefix);
    lengths[prefix.startsWith('d') ? 'd' : 'p'].add(prefix.length - 1);
  }
  if (prefixes.size === 0 || odd > (prefixes.size + odd) * MOST_ODD) return undefined;
  return { prefixes, lengths: { d: [...lengths.d], p: [...lengths.p] } };
}

function* linesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const at = text.indexOf('\n', from);
    const end = at < 0 ? text.length : at;
    yield text.slice(from, text[end - 1] === '\r' ? end - 1 : end);
    from = end + 1;
  }
}

/** The prefixes of a list that a value begins with: a hash for `d`, a number for `p`. */
export function prefixesOf({ prefixes, lengths }: PrefixList, kind: 'd' | 'p', value: string): string[] {
  return lengths[kind].map((length) => kind + value.slice(0, length)).filter((prefix) => prefixes.has(prefix));
}
