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

/** Around the annotations of a note; a template may have them where they are to be. */
const BEGIN = '<!-- zotero annotations -->';
const END = '<!-- /zotero annotations -->';

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

/**
 * The edit that brings the annotations in a note up to date; undefined where there is nothing to do. Each is told by its id: its text
 * is replaced where it changed, a new one comes behind the one before it, and one that is gone is struck through. Whatever the user
 * wrote between them, or into them, stays.
 * @returns `unclosed` where the block has no end, or there are two: nothing can be done then
 */
export function mergeAnnotations(note: string, merged: MergedAnnotations): TextEdit | 'unclosed' | undefined {
  const eol = note.includes('\r\n') ? '\r\n' : '\n';
  const lines = note.split(/\r?\n/);
  const begins = placesOf(lines, BEGIN);
  const ends = placesOf(lines, END);
  if (begins.length === 0 && ends.length === 0) {
    if (merged.annotations.length === 0) return undefined;
    const filled = note.trimEnd();
    const block = [`## ${merged.words.heading}`, '', BEGIN, ...mergedLines([], merged), END].join(eol);
    const before = filled === '' ? '' : eol + eol;
    return { start: filled.length, end: note.length, newText: `${before}${block}${eol}` };
  }
  if (begins.length !== 1 || ends.length !== 1 || ends[0] < begins[0]) return 'unclosed';
  const inside = lines.slice(begins[0] + 1, ends[0]);
  const after = mergedLines(inside, merged);
  if (after.join('\n') === inside.join('\n')) return undefined;
  const [start, end] = [offsetOf(note, begins[0] + 1), offsetOf(note, ends[0])];
  const {
    start: from,
    end: to,
    newText,
  } = editBetween(note.slice(start, end), after.map((line) => line + eol).join(''));
  return { start: start + from, end: start + to, newText };
}

function placesOf(lines: readonly string[], sign: string): number[] {
  return lines.flatMap((line, i) => (line.trim() === sign ? [i] : []));
}

function offsetOf(text: string, line: number): number {
  let at = 0;
  for (let i = 0; i < line; i++) at = text.indexOf('\n', at) + 1;
  return at;
}

function mergedLines(inside: readonly string[], { annotations, areAll, words }: MergedAnnotations): string[] {
  const pieces = piecesOf(inside);
  const wanted = new Map(annotations.map((annotation) => [annotation.id, annotationEntry(annotation, words)]));
  const updated = pieces.flatMap((piece): Piece[] => {
    if (!('entry' in piece)) return [piece];
    const now = wanted.get(piece.entry.id);
    if (now) return replaced(piece.entry, now);
    return [{ entry: areAll && !piece.entry.isGone ? struckEntry(piece.entry) : piece.entry }];
  });
  let before: string | undefined;
  for (const [id, entry] of wanted) {
    if (!updated.some((piece) => 'entry' in piece && piece.entry.id === id)) insert(updated, entry, before);
    before = id;
  }
  return updated.flatMap((piece) => ('entry' in piece ? linesOf(piece.entry) : piece.own));
}

/** What the user made of lines of ours stays below those that take their place. */
function replaced(entry: AnnotationEntry, now: AnnotationEntry): Piece[] {
  if (entry.hash === now.hash && !entry.isGone) return [{ entry }];
  return isEdited(entry) ? [{ entry: now }, { own: ['', ...entry.lines] }] : [{ entry: now }];
}

/** Puts an entry, with empty lines around it, behind another one and all that the user wrote below that. */
function insert(pieces: Piece[], entry: AnnotationEntry, before: string | undefined): void {
  const isEntry = (piece: Piece) => 'entry' in piece;
  const behind = pieces.findIndex((piece) => 'entry' in piece && piece.entry.id === before);
  const next = pieces.findIndex((piece, i) => i > behind && isEntry(piece));
  const at = next < 0 ? pieces.length : next;
  const above = at === 0 ? undefined : pieces[at - 1];
  const isApart = above !== undefined && 'own' in above && above.own.at(-1)?.trim() === '';
  pieces.splice(at, 0, ...(isApart ? [] : [{ own: [''] }]), { entry }, { own: [''] });
}

function piecesOf(lines: readonly string[]): Piece[] {
  const pieces: Piece[] = [];
  const known = new Set<string>();
  let own: string[] = [];
  let quote: string[] = [];
  for (const line of lines) {
    if (!/^ {0,3}>/.test(line)) {
      own.push(...quote, line);
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
  own.push(...quote);
  if (own.length > 0) pieces.push({ own });
  return pieces;
}
