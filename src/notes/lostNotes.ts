import type { Clock } from '../base/clock';
import { Cooperation } from '../base/cooperate';
import { foldDiacritics } from '../base/fold';
import { arxivOf } from '../base/identifiers/arxivId';
import type { NoteClaims } from './claims';
import type { NoteLink } from './note';
import type { KnownPaper } from './paperLookup';

/** By what a note whose citekey no paper has is told to be about which papers. */
export interface Found {
  readonly by: NoteLink & ('doi' | 'arxiv' | 'title');
  /** Citekeys; more than one where it cannot be told which. */
  readonly citekeys: readonly string[];
}

/**
 * First headings of fewer letters are no titles of papers, as `Notes` and `Methods` are not; those of scripts with a sign for each
 * syllable or word count twice. A title that front matter states counts, however short it is.
 */
const SHORTEST_HEADING = 10;
const DENSE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]/gu;

/**
 * Finds the papers of notes that state a citekey no paper has. Only what such notes ask for is looked up, in one pass over the
 * papers: there are many papers and few lost notes, so no index of all papers is kept.
 */
export class LostNotes {
  readonly #clock: Clock | undefined;
  /** What is asked for, with the papers that answer to it. */
  #answers: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(clock?: Clock) {
    this.#clock = clock;
  }

  /** Whether all that these notes ask for has been looked up. */
  knows(claims: Iterable<NoteClaims>): boolean {
    for (const one of claims) if (signsOf(one).some(([, sign]) => !this.#answers.has(sign))) return false;
    return true;
  }

  /** Looks up what these notes ask for, without holding the event loop. */
  async lookUp(claims: Iterable<NoteClaims>, papers: readonly KnownPaper[]): Promise<void> {
    const answers = new Map<string, string[]>();
    for (const one of claims) for (const [, sign] of signsOf(one)) answers.set(sign, []);
    const cooperation = new Cooperation(this.#clock);
    const wantsTitles = [...answers.keys()].some((sign) => sign.startsWith('title:'));
    for (const [i, paper] of (answers.size > 0 ? papers : []).entries()) {
      for (const sign of signsOfPaper(paper, wantsTitles)) answers.get(sign)?.push(paper.citekey);
      if (i % 64 === 0) await cooperation.yieldIfDue();
    }
    this.#answers = answers;
  }

  /** The papers of a note by the strongest sign that any paper answers to; undefined where none does. */
  papersOf(claims: NoteClaims): Found | undefined {
    for (const [by, sign] of signsOf(claims)) {
      const citekeys = this.#answers.get(sign) ?? [];
      if (citekeys.length > 0) return { by, citekeys };
    }
    return undefined;
  }
}

function signsOf({ doi, arxiv, title, isHeading }: NoteClaims): [Found['by'], string][] {
  const plain = plainTitle(title ?? '');
  const signs: [Found['by'], string][] = [];
  if (doi !== undefined) signs.push(['doi', `doi:${doi}`]);
  if (arxiv !== undefined) signs.push(['arxiv', `arxiv:${arxiv}`]);
  const letters = plain.length + (plain.match(DENSE)?.length ?? 0);
  if (letters >= (isHeading ? SHORTEST_HEADING : 1)) signs.push(['title', `title:${plain}`]);
  return signs;
}

function signsOfPaper({ doi, arxiv, title }: KnownPaper, wantsTitles: boolean): string[] {
  const signs: string[] = [];
  if (doi !== undefined) signs.push(`doi:${doi.toLowerCase()}`);
  const preprint = arxiv ?? arxivOf(doi ?? '');
  if (preprint !== undefined) signs.push(`arxiv:${preprint.toLowerCase().replace(/v\d+$/, '')}`);
  if (wantsTitles) signs.push(`title:${plainTitle(title)}`);
  return signs;
}

/** The letters and digits of a title in any script, without accents, case and spaces. */
export function plainTitle(title: string): string {
  return foldDiacritics(title)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
