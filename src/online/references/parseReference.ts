import type { Description } from '../found';

/** Longer lines are no references. */
const LONGEST = 3000;

const YEAR = String.raw`(?:1[5-9]\d\d|20\d\d)`;
/** `Vaswani, A., & Shazeer, N. (2017). Title …`, also with month and day. */
const YEAR_IN_PARENTHESES = new RegExp(
  String.raw`^(.{2,1500}?)[.,]?\s*\((${YEAR})[a-z]?(?:,[^()]{0,40})?\)[.,:]?\s+(.+)$`,
  'u',
);
/** `Vaswani, Ashish, and Noam Shazeer. 2017. “Title …` */
const YEAR_AFTER_AUTHORS = new RegExp(String.raw`^(.{2,1500}?)[.,]\s+(${YEAR})[a-z]?[.,:]\s+(.+)$`, 'u');

/** Quotes as languages pair them. A title ends with the sign that its opening one asks for, as others stand in it. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '«': '»',
  '„': '“”',
  '‘': '’',
  '»': '«',
  '”': '”',
};
const OPENING = new RegExp(`(?<=^|[\\s(.,])[${Object.keys(PAIRS).join('')}](?=\\S)`, 'gu');
/** Signs that stand within words too, and for other things than the end. */
const SIGNS_OF_WORDS = ['’', '"'];

/**
 * What a reference as people write it says of its paper: APA, MLA, Chicago, IEEE and Vancouver style. The title is as it stands, authors
 * are family names. Undefined where no title can be told from the rest.
 */
export function parseReference(reference: string): Description | undefined {
  const line = reference.slice(0, LONGEST).replace(/\s+/g, ' ').trim();
  const quoted = quotedTitle(line);
  if (quoted) {
    const { before, title, behind } = quoted;
    const year = lastYear(behind) ?? lastYear(before);
    return describe(title, before.replace(new RegExp(String.raw`\(?${YEAR}[a-z]?\)?\.?\s*$`), ''), year);
  }
  for (const form of [YEAR_IN_PARENTHESES, YEAR_AFTER_AUTHORS]) {
    const [, authors, year, rest] = form.exec(line) ?? [];
    if (rest !== undefined && looksLikeAuthors(authors)) return describe(firstSentence(rest), authors, Number(year));
  }
  return vancouver(line);
}

/** `Vaswani A, Shazeer N, et al. Title. Journal. 2017;3(2):1-2.` */
function vancouver(line: string): Description | undefined {
  const [, authors, rest] =
    /^((?:[^.]|\.(?=,|-|\p{Lu}\.))(?:[^.]|\.(?=[,-]|\s?\p{Lu}\.|\s?&|\s?and\b)){1,1500})\.\s+(.+)$/u.exec(line) ?? [];
  if (rest === undefined || !looksLikeAuthors(authors)) return undefined;
  const title = firstSentence(rest);
  return describe(title, authors, lastYear(rest.slice(title.length)));
}

/** The first stretch in quotes that is long enough for a title, and what stands before and behind it. */
function quotedTitle(line: string): { before: string; title: string; behind: string } | undefined {
  for (const { 0: opening, index } of line.matchAll(OPENING)) {
    if (index > 1500) return undefined;
    const closing = PAIRS[opening];
    const ends = SIGNS_OF_WORDS.includes(closing)
      ? [String.raw`(?:[,.?!][${closing}](?=[\s,.]|$)|[${closing}](?=[,.]|$))`, String.raw`[${closing}](?=\s)`]
      : [String.raw`[,.?!]?[${closing}](?=[\s,.;:)]|$)`];
    for (const end of ends) {
      const [, title, behind] = new RegExp(`^(.{8,600}?)${end}(.*)$`, 'u').exec(line.slice(index + 1)) ?? [];
      if (title !== undefined) return { before: line.slice(0, index), title, behind };
    }
  }
  return undefined;
}

function describe(title: string, authors: string, year: number | undefined): Description | undefined {
  const plain = title
    .replace(/\s*\[(?:J|C|M|D|R|preprint|internet|online)[^\]]{0,20}\]\s*$/i, '')
    .replace(/[.,;:\s]+$/, '');
  if (!/\p{L}.*\p{L}/u.test(plain)) return undefined;
  const families = familyNames(authors);
  return { title: plain, ...(families.length > 0 && { authors: families }), ...(year !== undefined && { year }) };
}

/** A title up to the full stop, question or exclamation mark that ends it; not within `vs.`, `St.`, `3.5`, `U.S.`. */
function firstSentence(text: string): string {
  for (const { index, 0: mark } of text.matchAll(
    /[.?!](?=\s+(?:\p{Lu}|\p{N}|\[|\(|arXiv|https?:|doi|In\b))|[.?!]$/gu,
  )) {
    const before = text.slice(0, index);
    if (mark === '.' && /(?:\b(?:vs|St|Dr|Mr|Mrs|No|vol|cf|i\.e|e\.g)|\b\p{Lu})$/u.test(before)) continue;
    if (mark === '.' && before.trim().length >= 3) return before;
    // Behind a question there may be a subtitle, which is told from a journal by what follows it: no volume or year.
    const subtitle = /^\s+[^.\d,;]{5,200}(?=\.\s+\D)/u.exec(text.slice(index + 1))?.[0] ?? '';
    if (before.trim().length >= 3) return before + mark + subtitle;
  }
  return text;
}

/** Whether a stretch before a title reads like names: none of its parts has many words, and it begins with a name. */
function looksLikeAuthors(text: string): boolean {
  if (!/^[\p{Lu}\p{Lo}]|^(?:van|von|de|der|di|du|la|le|el|al|d'|')/u.test(text)) return false;
  return names(text).every((name) => name.split(' ').length <= 6);
}

function names(text: string): string[] {
  return (
    text
      .replace(/\bet\s+al\.?|\band others\b|\(\s*eds?\.?\s*\)|\beds?\.$/gi, '')
      .split(/\s*[,;&]\s*|\s+(?:and|und|et|y)\s+/u)
      .map((name) => name.replace(/^(?:and|…|\.\.\.)\s+/, '').trim())
      // The full stop behind the last name is the sentence's.
      .map((name) => name.replace(/(?<=\s\p{Lu}\p{Ll}+)\.$/u, ''))
      .filter((name) => /\p{L}/u.test(name))
  );
}

/** One or more initials: `A.`, `J. K.`, `J.-P.`, `AB`. */
const INITIALS = /^(?:(?:\p{Lu}\p{Ll}\.|\p{Lu}\.?)[\s-]?){1,4}$/u;
const ONLY_CAPITALS = /^\p{Lu}{1,3}$/u;

/** The family names of a stretch of names in any of the usual orders. */
function familyNames(authors: string): string[] {
  const families = withoutGiven(names(authors), authors)
    .filter((name) => !isInitials(name) && !/^(?:Jr|Sr|I{1,3}|IV)\.?$/.test(name))
    .map((name) => {
      const words = name.replace(/\.$/, '').split(' ');
      // `A. Vaswani`: the initials go first; `Vaswani A`: last; `Noam Shazeer`: the last word is the family's.
      const plain = words.filter(
        (word, i) => !(isInitials(word) || (i === words.length - 1 && i > 0 && ONLY_CAPITALS.test(word))),
      );
      const hadInitials = plain.length < words.length;
      return hadInitials ? plain.join(' ') : (plain.at(-1) ?? '');
    })
    .filter((name) => /\p{L}{2}/u.test(name));
  return [...new Set(families)].slice(0, 20);
}

/** Without the given name of a first author whose family name comes first: `LeCun, Yann, and Yoshua Bengio`. */
function withoutGiven(all: readonly string[], authors: string): readonly string[] {
  const [first = '', second = '', ...others] = all;
  const isByComma = authors.slice(first.length).trimStart().startsWith(',');
  if (!isByComma || isInitials(second) || words(first).some(isInitials)) return all;
  const isOneName = words(second).length === 1 || words(first).length === 1;
  const areWhole = others.length === 0 || others.some((name) => words(name).length > 1);
  return isOneName && areWhole ? [first, ...others] : all;
}

/** The words of a name that are no initials; a part of initials alone counts as they are. */
function words(name: string): string[] {
  const each = name.split(' ').filter(Boolean);
  const full = each.filter((word) => !isInitials(word));
  return full.length > 0 && !isInitials(each[0]) && !ONLY_CAPITALS.test(each[each.length - 1]) ? full : each;
}

function isInitials(text: string): boolean {
  return INITIALS.test(text) && (/\./.test(text) || ONLY_CAPITALS.test(text) || /^\p{Lu}(?:[\s-]\p{Lu})*$/u.test(text));
}

/** The year of a stretch: the one in parentheses or behind the last comma is meant rather than one of a page or a name. */
function lastYear(text: string): number | undefined {
  const stated = [...text.matchAll(new RegExp(String.raw`(?<![\d.:/-])(${YEAR})(?![\d/:])(?!-\d)`, 'g'))];
  const found = stated.at(-1)?.[1];
  return found === undefined ? undefined : Number(found);
}
