import { editBetween, type TextEdit } from '../../base/textEdit';
import type { Annotation } from '../../library/model/annotation';
import {
  annotationEntry,
  type AnnotationEntry,
  type AnnotationWords,
  isEdited,
  linesOf,
  readEntry,
  struckEntry,
} from './annotationEntry';

/** Before the annotations of a note; a template may have it, and the end, where they are to be. */
const BEGIN = /^<!-- zotero annotations -->$/;
/** Behind them: with the ids of those that were written, so that one that the user took out stays away. */
const END = /^<!-- \/zotero annotations((?: \w{1,40})*) -->$/;

/** What is needed to write annotations into a note. */
export interface MergedAnnotations {
  /** In the order of the document. */
  readonly annotations: readonly Annotation[];
  /** Whether these are all that there are: what is in the note and not among them is gone. */
  readonly areAll: boolean;
  readonly words: AnnotationWords & { /** Above the block where a note has none yet. */ readonly heading: string };
}

/** A stretch of the block: an annotation, or the user's own lines. */
type Piece = { readonly entry: AnnotationEntry } | { readonly own: readonly string[] };

/** What stands between the signs of the block, and which annotations are known to it. */
interface Block {
  readonly inside: readonly string[];
  /** The ids of those that were written as they are there: what is not inside any more, the user took out. */
  readonly known: ReadonlySet<string>;
}

/**
 * The edit that brings the annotations in a note up to date; undefined where there is nothing to do. Each is told by its id: its text
 * is replaced where it changed, a new one comes behind the one before it, one that is gone is struck through, and one that the user took
 * out stays away. Whatever the user wrote between them, or into them, stays.
 * @returns `unclosed` where the block has no end, or there are two: nothing can be done then
 */
export function mergeAnnotations(note: string, merged: MergedAnnotations): TextEdit | 'unclosed' | undefined {
  const eol = note.includes('\r\n') ? '\r\n' : '\n';
  const lines = note.split(/\r?\n/);
  const begins = placesOf(lines, BEGIN);
  const ends = placesOf(lines, END);
  if (begins.length === 0 && ends.length === 0) return firstBlock(note, merged, eol);
  const [[begin], [end]] = [begins, ends];
  if (begins.length !== 1 || ends.length !== 1 || end < begin) return 'unclosed';
  const inside = lines.slice(begin + 1, end);
  const after = mergedBlock({ inside, known: knownIn(lines[end]) }, merged);
  const last = lines[end].replace(lines[end].trim(), endLine(after.known));
  if ([...after.inside, last].join('\n') === [...inside, lines[end]].join('\n')) return undefined;
  const [from, to] = [offsetOf(note, begin + 1), offsetOf(note, end) + lines[end].length];
  const edit = editBetween(note.slice(from, to), after.inside.map((line) => line + eol).join('') + last);
  return { ...edit, start: from + edit.start, end: from + edit.end };
}

/** A block at the end of a note that has none. */
function firstBlock(note: string, merged: MergedAnnotations, eol: string): TextEdit | undefined {
  if (merged.annotations.length === 0) return undefined;
  const { inside, known } = mergedBlock({ inside: [], known: new Set() }, merged);
  const block = [`## ${merged.words.heading}`, '', '<!-- zotero annotations -->', ...inside, endLine(known)].join(eol);
  const filled = note.trimEnd();
  const before = filled === '' ? '' : eol + eol;
  return { start: filled.length, end: note.length, newText: `${before}${block}${eol}` };
}

function placesOf(lines: readonly string[], sign: RegExp): number[] {
  return lines.flatMap((line, i) => (sign.test(line.trim()) ? [i] : []));
}

function knownIn(line: string): Set<string> {
  return new Set(END.exec(line.trim())?.[1].split(' ').filter(Boolean));
}

function endLine(known: ReadonlySet<string>): string {
  return `<!-- ${['/zotero annotations', ...[...known].sort()].join(' ')} -->`;
}

function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let i = 0; i < line; i++) at = text.indexOf('\n', at) + 1;
  return at;
}

function mergedBlock({ inside, known }: Block, { annotations, areAll, words }: MergedAnnotations): Block {
  const pieces = piecesOf(inside);
  const wanted = new Map(annotations.map((annotation) => [annotation.id, annotationEntry(annotation, words)]));
  const updated = pieces.flatMap((piece): Piece[] => {
    if (!('entry' in piece)) return [piece];
    const now = wanted.get(piece.entry.id);
    if (now) return replaced(piece.entry, now);
    return [{ entry: areAll && !piece.entry.isGone ? struckEntry(piece.entry) : piece.entry }];
  });
  const after = withAdded(updated, additions(updated, wanted, known));
  return {
    inside: after.flatMap((piece) => ('entry' in piece ? linesOf(piece.entry) : piece.own)),
    known: knownAfter(known, after),
  };
}

/** What is new, by the id of the entry of the note behind which it comes; undefined for what comes before all. */
type Additions = ReadonlyMap<string | undefined, readonly AnnotationEntry[]>;

function additions(
  pieces: readonly Piece[],
  wanted: ReadonlyMap<string, AnnotationEntry>,
  known: ReadonlySet<string>,
): Additions {
  const there = new Set(pieces.map((piece) => ('entry' in piece ? piece.entry.id : undefined)));
  const added = new Map<string | undefined, AnnotationEntry[]>();
  let before: string | undefined;
  for (const [id, entry] of wanted) {
    if (there.has(id)) before = id;
    else if (!known.has(id)) {
      if (!added.has(before)) added.set(before, []);
      added.get(before)!.push(entry);
    }
  }
  return added;
}

/** Each new entry, with empty lines around it, stands behind its forerunner and all that the user wrote below that. */
function withAdded(pieces: readonly Piece[], added: Additions): Piece[] {
  const after: Piece[] = [];
  const addBehind = (id: string | undefined) => {
    for (const entry of added.get(id) ?? []) {
      const above = after.at(-1);
      const isApart = above !== undefined && 'own' in above && above.own.at(-1)?.trim() === '';
      after.push(...(isApart ? [] : [{ own: [''] }]), { entry }, { own: [''] });
    }
  };
  let behind: string | undefined;
  for (const piece of pieces) {
    if ('entry' in piece) {
      addBehind(behind);
      behind = piece.entry.id;
    }
    after.push(piece);
  }
  addBehind(behind);
  return after;
}

/** One that is struck through is known no more: the user may take it out, and yet wants it where it comes back in Zotero. */
function knownAfter(known: ReadonlySet<string>, pieces: readonly Piece[]): Set<string> {
  const after = new Set(known);
  for (const piece of pieces) {
    if (!('entry' in piece)) continue;
    const { id, isGone } = piece.entry;
    if (isGone) after.delete(id);
    else after.add(id);
  }
  return after;
}

/** What the user made of lines of ours stays below those that take their place. */
function replaced(entry: AnnotationEntry, now: AnnotationEntry): Piece[] {
  if (entry.hash === now.hash && !entry.isGone) return [{ entry }];
  return isEdited(entry) ? [{ entry: now }, { own: ['', ...entry.lines] }] : [{ entry: now }];
}

function piecesOf(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  const known = new Set<string>();
  let own: string[] = [];
  let quote: string[] = [];
  for (const line of lines) {
    if (!/^ {0,3}>/.test(line)) {
      for (const quoted of quote) own.push(quoted);
      own.push(line);
      quote = [];
      continue;
    }
    quote.push(line);
    const entry = readEntry(quote);
    // A copy of an entry is the user's.
    if (!entry || known.has(entry.id)) continue;
    known.add(entry.id);
    if (own.length > 0) pieces.push({ own });
    pieces.push({ entry });
    [own, quote] = [[], []];
  }
  for (const quoted of quote) own.push(quoted);
  if (own.length > 0) pieces.push({ own });
  return pieces;
}
