import { range } from '../base/position';
import type { NoteClaims } from './claims';
import { type Found, plainTitle } from './lostNotes';
import type { Note, ReadNote } from './note';
import type { PaperLookup } from './paperLookup';
import type { NoteProblem } from './problem';

/** Which papers a file is about, as far as that can be told now. */
export interface NoteLinks {
  /** One for each paper; the whole file first, then its parts. */
  readonly notes: readonly Note[];
  /** The file as a note that is about no paper of the library. */
  readonly orphan?: Orphan;
  readonly problems: readonly NoteProblem[];
}

/** A note that no paper has. */
export interface Orphan {
  readonly uri: string;
  /** The citekey that it states or is named by. */
  readonly citekey: string;
  readonly title?: string;
  /** The papers that it may be about, where that are several. */
  readonly candidates: readonly string[];
}

const START = range(0, 0, 0, 0);

/**
 * Links a file to papers. A key that it states counts, known or not. Where no paper has it, the paper that the note's DOI,
 * arXiv identifier or title tells is linked as well, if that is one; of several none is.
 * @param found what else tells which papers a note with an unknown key is about
 */
export function linksOf(
  uri: string,
  read: ReadNote,
  papers: PaperLookup,
  found: (claims: NoteClaims) => Found | undefined,
): NoteLinks {
  const whole = read.claims ? linkWhole(uri, read, read.claims, papers, found) : NONE;
  const known = new Set(whole.notes.map(({ citekey }) => citekey));
  const parts: Note[] = [];
  const { mtime } = read;
  for (const { citekey, range, heading, text } of read.sections ?? []) {
    const key = papers.citekeyOf(citekey);
    if (key === undefined || known.has(key)) continue;
    known.add(key);
    parts.push({ uri, citekey: key, linkedBy: 'heading', citekeyRange: range, title: heading, tags: [], text, mtime });
  }
  return { ...whole, notes: [...whole.notes, ...parts], problems: [...read.problems, ...whole.problems] };
}

const NONE: NoteLinks = { notes: [], problems: [] };

function linkWhole(
  uri: string,
  { note }: ReadNote,
  claims: NoteClaims,
  papers: PaperLookup,
  found: (claims: NoteClaims) => Found | undefined,
): NoteLinks {
  const { stated } = claims;
  const base: Note = note ?? { uri, citekey: '', linkedBy: 'file-name', citekeyRange: START, tags: [], text: '' };
  const isPaper = (key: string) => papers.citekeyOf(key) !== undefined;
  const named = [...claims.named, ...listOf(claims.ifKnown)].find(isPaper) ?? titledKey(claims, papers);
  if (stated.length === 0 && named !== undefined) {
    return { notes: [{ ...base, citekey: papers.citekeyOf(named)! }], problems: [] };
  }
  const claimed = stated.length > 0 ? stated : claims.named.slice(0, 1);
  const notes = uniqueKeys(claimed.map((key) => papers.citekeyOf(key) ?? key)).map((citekey) => ({ ...base, citekey }));
  const lost = claimed.filter((key) => papers.citekeyOf(key) === undefined);
  if (lost.length === 0 || !papers.isReady || !claims.isMeant) return { notes, problems: [] };
  const other = claimed.length === 1 ? found(claims) : undefined;
  return lostLinks(base, notes, { lost, other, title: claims.title });
}

/** The key that a file is named by, where its title says the title of that paper. */
function titledKey({ titled, title }: NoteClaims, papers: PaperLookup): string | undefined {
  const citekey = titled === undefined ? undefined : papers.citekeyOf(titled);
  const ofPaper = citekey === undefined ? '' : plainTitle(papers.titleOf(citekey) ?? '');
  return ofPaper !== '' && plainTitle(title ?? '').includes(ofPaper) ? titled : undefined;
}

interface Lost {
  readonly lost: readonly string[];
  readonly other: Found | undefined;
  readonly title: string | undefined;
}

/** What a note is linked to, and what is wrong, where no paper has a key that it states. */
function lostLinks(base: Note, notes: readonly Note[], { lost, other, title }: Lost): NoteLinks {
  const place = { severity: 'warning', range: base.citekeyRange } as const;
  const [citekey] = lost;
  if (other?.citekeys.length === 1) {
    const [now] = other.citekeys;
    const healed: Note = { ...base, citekey: now, linkedBy: other.by };
    return { notes: [healed, ...notes], problems: [{ code: 'note-key-changed', citekey, now, ...place }] };
  }
  const candidates = other?.citekeys ?? [];
  const orphan: Orphan = { uri: base.uri, citekey, title: base.title ?? title, candidates };
  if (candidates.length > 1) {
    return { notes, orphan, problems: [{ code: 'note-key-ambiguous', citekey, candidates, ...place }] };
  }
  const problems = lost.map((key): NoteProblem => {
    return { code: 'orphan-note', citekey: key, severity: 'information', range: base.citekeyRange };
  });
  // A note that is about other papers as well is none without a paper.
  return notes.length > lost.length ? { notes, problems } : { notes, orphan, problems };
}

function listOf<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}

function uniqueKeys(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}
