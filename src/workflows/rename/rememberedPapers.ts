import { Cooperation } from '../../base/cooperate';
import type { Entry } from '../../library/model/entry';
import { type KnownEntry, signsOf } from './movedKeys';

/** A paper that documents cite, as it is remembered between sessions. Plain data. */
export interface RememberedPaper {
  readonly citekey: string;
  readonly title: string;
  readonly doi?: string;
  readonly year?: number;
  /** The family name of the first author. */
  readonly author?: string;
  /** Whether the user has been told that the paper has another citekey now. */
  readonly isTold?: true;
}

/** What is known of papers and their citations now. */
export interface CitedNow {
  /** All keys that are cited. */
  keys(): readonly string[];
  /** The paper of a key, where one has it for sure. */
  paperOf(key: string): Entry | undefined;
  /** Whether a key means any paper, or several. */
  isKnown(key: string): boolean;
  /** Whether the user has been told of the citekey that a paper has instead. */
  isTold(key: string): boolean;
}

/** Papers that are gone, and those that they may be now. */
export interface Vanished {
  readonly removed: readonly KnownEntry[];
  readonly added: readonly Entry[];
}

/** More is not remembered. */
const MOST = 20_000;

/** What to remember: the cited papers as they are, and those that are cited and gone as they were. By citekey. */
export async function papersToRemember(
  before: readonly RememberedPaper[],
  cited: CitedNow,
): Promise<RememberedPaper[]> {
  const cooperation = new Cooperation();
  const known = new Map(before.map((paper) => [paper.citekey, paper]));
  const papers = new Map<string, RememberedPaper>();
  for (const key of cited.keys()) {
    await cooperation.yieldIfDue();
    const entry = cited.paperOf(key);
    const gone = cited.isKnown(key) ? undefined : known.get(key);
    if (entry) papers.set(entry.citekey, remembered(entry));
    else if (gone) papers.set(key, cited.isTold(key) ? { ...gone, isTold: true } : gone);
  }
  return [...papers.values()].sort((a, b) => (a.citekey < b.citekey ? -1 : 1)).slice(0, MOST);
}

/** Of remembered papers those whose key is cited and means nothing any more, with the papers of now that share a sign with them. */
export async function vanishedPapers(
  before: readonly RememberedPaper[],
  cited: Pick<CitedNow, 'keys' | 'isKnown'>,
  entries: readonly Entry[],
): Promise<Vanished> {
  const keys = new Set(cited.keys());
  const gone = before.filter(({ citekey }) => keys.has(citekey) && !cited.isKnown(citekey));
  const removed = gone.map(({ author, ...paper }) => ({
    ...paper,
    authors: author === undefined ? [] : [{ family: author }],
  }));
  const signs = new Set(removed.flatMap(signsOf));
  const added: Entry[] = [];
  const cooperation = new Cooperation();
  for (const entry of signs.size > 0 ? entries : []) {
    if (signsOf(entry).some((sign) => signs.has(sign))) added.push(entry);
    await cooperation.yieldIfDue();
  }
  return { removed, added };
}

function remembered({ citekey, title, doi, year, authors }: Entry): RememberedPaper {
  const [first] = authors;
  const author = first?.family ?? first?.literal;
  return { citekey, title, ...(doi && { doi }), ...(year !== undefined && { year }), ...(author && { author }) };
}

/** The papers of a file of the extension's own; what is none is left out. */
export function rememberedIn(value: unknown): RememberedPaper[] {
  return Array.isArray(value) ? value.filter(isRemembered) : [];
}

function isRemembered(value: unknown): value is RememberedPaper {
  if (typeof value !== 'object' || value === null) return false;
  const { citekey, title, doi, year, author, isTold } = value as Readonly<Record<string, unknown>>;
  const isText = (field: unknown) => field === undefined || typeof field === 'string';
  return (
    typeof citekey === 'string' &&
    typeof title === 'string' &&
    isText(doi) &&
    isText(author) &&
    (year === undefined || typeof year === 'number') &&
    (isTold === undefined || isTold === true)
  );
}
