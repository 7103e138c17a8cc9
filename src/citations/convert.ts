import type { OffsetRange } from '../base/position';
import { applyEdits, type TextEdit } from '../base/textEdit';
import type { CitationToWrite, CiteItem, FoundCitation, Syntax } from './syntax';

/**
 * A citation in another syntax, with its form, prefixes, locators and suffixes as far as that has them. Between Markdown
 * and Typst this is Pandoc's own mapping: `[@k, p. 3]` and `@k[p.~3]`, `@k` and the form "prose", `[-@k]` and "year".
 */
export function convertCitation(citation: CitationToWrite, from: Syntax, to: Syntax, around?: Around): string {
  const { form, items } = citation;
  const converted =
    from.id === to.id ? citation : { form, items: items.flatMap((item) => convertItem(item, from, to)) };
  return around && to.formatBetween ? to.formatBetween(around.before, around.after, converted) : to.format(converted);
}

/** What stands right before and behind a citation. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** What of a text stands around a range. */
export function around(text: string, { start, end }: OffsetRange): Around {
  return { before: text.slice(Math.max(0, start - NEAR), start), after: text.slice(end, end + NEAR) };
}

const NEAR = 100;

/** Whether a citation can be written anew: a link stays a link, and a quotation one. */
export function isConvertible({ isLink, holdsMore }: FoundCitation): boolean {
  return !isLink && !holdsMore;
}

/** Whether a syntax has the form of a citation: what is not to be shown stays as it is where it would be. */
export function hasFormIn({ form }: FoundCitation, to: Syntax): boolean {
  return form !== 'nocite' || !to.showsAllCited;
}

/** Those that are written anew in another syntax; one in a note goes with that. */
function convertible(text: string, from: Syntax, to: Syntax): FoundCitation[] {
  return from.find(text).filter((one) => isConvertible(one) && !one.isInner && hasFormIn(one, to));
}

/** The citations of a text in another syntax, each as it is written there, in order. */
export function convertedCitations(text: string, from: Syntax, to: Syntax): string[] {
  return convertible(text, from, to).map((citation) =>
    convertCitation(citation, from, to, around(text, citation.range)),
  );
}

/** A text with its citations in another syntax; all else stays as it is. */
export function convertText(text: string, from: Syntax, to: Syntax): string {
  const edits: TextEdit[] = convertible(text, from, to).map((citation) => ({
    ...citation.range,
    newText: convertCitation(citation, from, to, around(text, citation.range)),
  }));
  return applyEdits(text, edits);
}

/**
 * A cite item in another syntax, with what stands around its key. What that cites becomes a citation in it again where the
 * other syntax has such, else items of their own: `\cite[see \cite{b}]{a}` is `[@a; see @b]`.
 */
function convertItem(item: CiteItem, from: Syntax, to: Syntax): CiteItem[] {
  const { key, locator, between, suppressAuthor } = item;
  const [before, behind] = [notePieces(item.prefix, from), notePieces(item.suffix, from)];
  const own = {
    key,
    locator: plainNote(locator, from, to),
    ...(between !== undefined && { between }),
    suppressAuthor,
  };
  if (to.notes.cite) return [{ ...own, prefix: citingNote(before, from, to), suffix: citingNote(behind, from, to) }];
  const lead = apartItems(before, from, to);
  const tail = apartItems(behind, from, to);
  const all = [...lead.items, { ...own, prefix: lead.rest }, ...tail.items];
  // What follows a citation that was in the note stands behind its item now.
  const last = all[all.length - 1];
  return [...all.slice(0, -1), { ...last, suffix: joined(last.suffix, tail.rest) }];
}

/** A note as the texts around what it cites: one text more than citations. */
interface NotePieces {
  readonly texts: readonly string[];
  readonly cited: readonly FoundCitation[];
}

function notePieces(note = '', from: Syntax): NotePieces {
  const cited = from.notes.cite ? from.find(note).filter(({ isInner }) => !isInner) : [];
  const ends = [0, ...cited.map(({ range }) => range.end)];
  return { cited, texts: ends.map((end, i) => note.slice(end, cited.at(i)?.range.start)) };
}

function plainNote(note: string | undefined, from: Syntax, to: Syntax): string | undefined {
  return note && to.notes.write(from.notes.plain(note));
}

/** A note that cites what it did. */
function citingNote({ texts, cited }: NotePieces, from: Syntax, to: Syntax): string | undefined {
  const parts = texts.map((text) => plainNote(text, from, to) ?? '');
  const written = cited.map((citation, i) =>
    convertCitation(citation, from, to, { before: parts[i], after: parts[i + 1] }),
  );
  return parts.map((part, i) => part + (written.at(i) ?? '')).join('') || undefined;
}

/** What a note cites as items, each with the text before it, and the text behind them all. */
function apartItems({ texts, cited }: NotePieces, from: Syntax, to: Syntax): { items: CiteItem[]; rest?: string } {
  if (cited.length === 0) return { items: [], rest: plainNote(texts[0], from, to) };
  const parts = texts.map((text) => to.notes.write(withoutSeparators(from.notes.plain(text))) || undefined);
  const items: CiteItem[] = [];
  cited.forEach(({ form, items: inner }, i) => {
    const [first, ...others] = inner.flatMap((item) => convertItem(item, from, to));
    const previous = items.at(-1);
    // An author and the year behind it are one item.
    if (form === 'year' && others.length === 0 && previous?.key === first.key && !parts[i]) {
      items[items.length - 1] = { ...previous, ...first, prefix: previous.prefix };
    } else items.push({ ...first, prefix: joined(parts[i], first.prefix, ' ') }, ...others);
  });
  return { items, rest: parts[cited.length] };
}

/** A text without what parts it from a citation beside it; what is left without words goes. */
function withoutSeparators(text: string): string {
  const words = text.replace(/^[\s,;]+|[\s,;]+$/g, '');
  return /[\p{L}\p{N}]/u.test(words) ? words : '';
}

function joined(one: string | undefined, other: string | undefined, by = ', '): string | undefined {
  return one && other ? one + by + other : one || other;
}
