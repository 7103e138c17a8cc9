import { asciiWord } from '../base/fold';
import { plainArxiv } from '../base/identifiers/arxivId';
import { isbnForms } from '../library/model/isbn';
import type { Library } from '../library/library';
import { familyName } from '../library/model/display';
import type { Entry } from '../library/model/entry';
import type { IdentifierKind } from '../library/model/identifier';
import type { PaperFields } from '../library/model/fields';

/** What can tell which paper of the library is meant. */
export type TellingFact = 'doi' | 'arxiv' | 'isbn' | 'pmid' | 'pmcid' | 'title';

const IDENTIFIERS = ['doi', 'arxiv', 'isbn', 'pmid', 'pmcid'] as const;
const FACTS = [...IDENTIFIERS, 'title'] as const;
/** So many papers are looked at in one step. */
const AT_ONCE = 100;

/** The papers of a library by what can tell which one is meant, as the library is now. */
export class OwnPapers {
  readonly #library: Pick<Library, 'entries'>;
  readonly #by = new Map<TellingFact, Map<string, Entry[]>>();

  constructor(library: Pick<Library, 'entries'>) {
    this.#library = library;
  }

  /** Looks at all papers, in steps: what is asked for after that is there at once. */
  *looking(): Generator<undefined, void> {
    const places = FACTS.map((fact) => [fact, new Map<string, Entry[]>()] as const);
    let count = 0;
    for (const entry of this.#library.entries()) {
      if (++count % AT_ONCE === 0) yield;
      for (const [fact, entries] of places) place(entries, fact, entry);
    }
    for (const [fact, entries] of places) this.#by.set(fact, entries);
  }

  /** The paper with such a fact. */
  with(fact: TellingFact, value: string | undefined): Entry | undefined {
    return this.#all(fact, value).at(-1);
  }

  /** The paper that another one is: one of its identifiers is the same, or its title with an author, and nothing speaks against it. */
  same(paper: Partial<PaperFields>): Entry | undefined {
    for (const fact of IDENTIFIERS) {
      const found = this.with(fact, paper[fact]);
      if (found) return found;
    }
    return this.#all('title', paper.title).find((entry) => mayBeSame(entry, paper));
  }

  #all(fact: TellingFact, value: string | undefined): readonly Entry[] {
    const wanted = value && normal(fact, value);
    if (!wanted) return [];
    let entries = this.#by.get(fact);
    if (!entries) {
      entries = new Map();
      for (const entry of this.#library.entries()) place(entries, fact, entry);
      this.#by.set(fact, entries);
    }
    return entries.get(wanted) ?? [];
  }
}

/** Whether a kind of identifier is one that papers of a library have. */
export function isTelling(kind: IdentifierKind): kind is TellingFact & IdentifierKind {
  return IDENTIFIERS.some((each) => each === kind);
}

function place(entries: Map<string, Entry[]>, fact: TellingFact, entry: Entry): void {
  const key = normal(fact, entry[fact] ?? '');
  if (key === '') return;
  const others = entries.get(key);
  if (others) others.push(entry);
  else entries.set(key, [entry]);
}

/** Whether two papers of one title can be one: they share an author where both name some, and their years are not far apart. */
function mayBeSame(a: Partial<PaperFields>, b: Partial<PaperFields>): boolean {
  const [left, right] = [a, b].map(({ authors = [] }) => authors.map((name) => asciiWord(familyName(name))));
  const share = left.length === 0 || right.length === 0 || left.some((name) => right.includes(name));
  return share && (a.year === undefined || b.year === undefined || Math.abs(a.year - b.year) <= 3);
}

/** Identifiers in the one form that all their forms have in common, a title as its letters and digits. */
function normal(fact: TellingFact, value: string): string {
  if (fact === 'title') return asciiWord(value);
  if (fact === 'arxiv') return plainArxiv(value);
  return fact === 'isbn' ? isbnForms(value).sort().at(-1)! : value.toLowerCase();
}
