import { applyEdits, type TextEdit } from '../base/textEdit';
import { completionAt, type KeyPlace } from './completion';
import { itemPlaceAt } from './itemPlace';
import type { CitationToWrite, FoundCitation, Syntax } from './syntax';

/** So far around a cursor what a citation lacks is looked for. */
const REACH = 200;

/** What to do to cite at a place of a text. */
export interface Insertion {
  /** None where all keys are cited there already. */
  readonly edits: readonly TextEdit[];
  /** Where the cursor goes, as an offset into the text after the edits: behind the citation. */
  readonly cursor: number;
}

/**
 * The found citation with this offset inside or at its edge, the innermost. Where two touch, the one that starts at the
 * offset loses.
 */
export function citationAt(found: readonly FoundCitation[], offset: number): FoundCitation | undefined {
  let around: FoundCitation | undefined;
  for (const citation of found) {
    const { start, end } = citation.range;
    if (start > offset) break;
    if (offset <= end && (!around || end <= around.range.end)) around = citation;
  }
  return around;
}

/** Where in a text something is cited. */
export interface CitingPlace {
  /** The citation that takes further items. */
  readonly around?: FoundCitation;
  /** Where else a new one goes. */
  readonly at: number;
  /** What stands before the new one, to keep it apart. */
  readonly before: '' | ' ';
}

/** The place to cite at an offset: in the citation that is there, or on its own; behind a link that leads to its paper, not in it. */
export function citingPlaceAt(found: readonly FoundCitation[], offset: number): CitingPlace {
  const link = found.find(({ isLink, range }) => isLink && range.start < offset && offset < range.end);
  if (link) return { at: link.range.end, before: ' ' };
  const around = citationAt(
    found.filter(({ isLink }) => !isLink),
    offset,
  );
  return { around, at: offset, before: '' };
}

/**
 * The edits that cite these keys at an offset. Inside or at the edge of a citation they are added to it, without those
 * already there; one that is only begun is filled; else one new citation is written, in the syntax's default form or the one that `how` asks for.
 *
 * @example insertionAt('as [@a] says', 5, ['b'], pandoc) // makes it "as [@a; @b] says"
 */
export function insertionAt(
  text: string,
  offset: number,
  keys: readonly string[],
  syntax: Syntax,
  how: Omit<CitationToWrite, 'items'> = {},
): Insertion {
  const unique = [...new Set(keys)];
  const cursor = Math.min(Math.max(offset, 0), text.length);
  if (unique.length === 0) return { edits: [], cursor };
  const { around, at, before } = citingPlaceAt(syntax.find(text), cursor);
  const place = emptyPlace(text, { around, at }, syntax);
  if (place) return filled(text, place, unique, syntax);
  if (around) return extended(text, around, unique, syntax, cursor);
  const citation = { ...how, items: unique.map((key) => ({ key })) };
  const newText = before + (syntax.formatAt?.(text, at, citation) ?? syntax.format(citation));
  return { edits: [{ start: at, end: at, newText }], cursor: at + newText.length };
}

/** The same for several cursors at once: cursors in one citation add to it once. Edits do not overlap. */
export function insertionsAt(
  text: string,
  offsets: readonly number[],
  keys: readonly string[],
  syntax: Syntax,
  how: Omit<CitationToWrite, 'items'> = {},
): TextEdit[] {
  const edits = new Map<string, TextEdit>();
  for (const offset of offsets) {
    for (const edit of insertionAt(text, offset, keys, syntax, how).edits) {
      edits.set(`${edit.start}-${edit.end}`, edit);
    }
  }
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

/** The place for a key in a citation that is only begun, `\cite{a, |}`, `[@|]`, or that an item makes one, `[see |]`. */
function emptyPlace(text: string, { around, at }: Omit<CitingPlace, 'before'>, syntax: Syntax): KeyPlace | undefined {
  const isBegun = !around || isLacking(text, at, syntax);
  const place = isBegun ? completionAt(text, at, syntax) : undefined;
  if (place && place.range.start === place.range.end) return place;
  // Behind the last separator a key is due that is added like any other.
  const isLast = around && /;\s*$/.test(text.slice(Math.max(0, at - REACH), at)) && text[at] === ']';
  return isLast ? undefined : itemPlaceAt(text, at, syntax);
}

/** Whether a key is lacking at an offset: behind a mark or separator, or between two. */
function isLacking(text: string, at: number, { completion, comments }: Syntax): boolean {
  const start = text.slice(Math.max(0, at - REACH), at);
  const written = comments ? start.replace(comments, '') : start;
  const before = completion.joins !== undefined && written.endsWith(completion.joins) ? written.slice(0, -1) : written;
  const behind = text.slice(at, at + REACH);
  if (completion.blankParts) return /\s$/.test(before) && /^(?:\s|-?%\})/.test(behind);
  return /[,@{<`]\s*$/.test(before) || (/;\s*$/.test(before) && /^\s*;/.test(behind));
}

/**
 * Where the cursor goes that stands at an offset of a citation which these edits add to: behind it, as an offset into the text after the
 * edits. Undefined where it stays: in a citation that is only begun, and outside of any.
 */
export function cursorBehind(
  text: string,
  offset: number,
  edits: readonly TextEdit[],
  syntax: Syntax,
): number | undefined {
  const { around, at } = citingPlaceAt(syntax.find(text), offset);
  if (!around || edits.length === 0) return undefined;
  if (emptyPlace(text, { around, at }, syntax)) return undefined;
  const { end } = around.range;
  return applyEdits(
    text.slice(0, end),
    edits.filter((edit) => edit.end <= end),
  ).length;
}

/** Fills a citation that is only begun: `\cite{|}`, `[@|]`. */
function filled(text: string, place: KeyPlace, keys: readonly string[], syntax: Syntax): Insertion {
  const missing = keys.filter((key) => !place.others.includes(key));
  if (missing.length === 0) return { edits: [], cursor: place.range.start };
  const [first, ...rest] = missing;
  const edit = place.edit(first);
  const cursor = edit.start + edit.newText.length;
  const next = applyEdits(text, [edit]);
  const around = rest.length > 0 ? citationAt(syntax.find(next), cursor) : undefined;
  const more = around ? syntax.addKeys(next, around, rest) : [];
  const here = more.filter(({ start }) => start === cursor).map((one) => one.newText);
  const newText = edit.newText + here.join('');
  const growth = edit.newText.length - (edit.end - edit.start);
  const further = more
    .filter(({ start }) => start > cursor)
    .map((one) => ({ start: one.start - growth, end: one.end - growth, newText: one.newText }));
  return { edits: [{ ...edit, newText }, ...further], cursor: edit.start + newText.length };
}

function extended(
  text: string,
  citation: FoundCitation,
  keys: readonly string[],
  syntax: Syntax,
  at: number,
): Insertion {
  const edits = syntax.addKeys(text, citation, keys, at);
  const growth = applyEdits(text, edits).length - text.length;
  return { edits, cursor: citation.range.end + growth };
}
