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

/** The prefixes of a list; undefined where a text is no such list, as where a network sent something of its own. */
export function readPrefixList(text: string): PrefixList | undefined {
  const prefixes = new Set<string>();
  const lengths = { d: new Set<number>(), p: new Set<number>() };
  let odd = 0;
  for (const line of text.split(/\r?\n/)) {
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

/** The prefixes of a list that a value begins with: a hash for `d`, a number for `p`. */
export function prefixesOf({ prefixes, lengths }: PrefixList, kind: 'd' | 'p', value: string): string[] {
  return lengths[kind].map((length) => kind + value.slice(0, length)).filter((prefix) => prefixes.has(prefix));
}
