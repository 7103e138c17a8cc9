import type { Corpus } from '../corpus';
import type { SearchDocument } from '../contract';
import type { RankRequest, Slot } from '../protocol';
import type { PaperTerms, PaperText, TermReader } from './terms';

/** So many papers at most tell what a user works on, those that tell most. Twice as many told no more. */
const MOST_OWN = 500;
/** So many of them may be merely listed. */
const MOST_LISTED = 200;
/** What is listed tells so much of what is used, all together … */
const LISTED = 0.1;
/** … and more where less than so many papers were used, so much for each that lacks. */
const ENOUGH_USED = 10;
const FOR_LACKING = 2;
/** A note says more of a paper in its first so many characters than after them. */
const NOTE_LENGTH = 2000;

/** So many of them also tell which words go together. */
const WITH_PAIRS = 300;

/** A paper of the library with what it tells of what its user works on. */
export interface ProfilePaper {
  readonly said: PaperTerms;
  readonly slot: Slot;
  /** Above 0; below for a paper that the user does not care for. */
  readonly weight: number;
  readonly isUsed: boolean;
}

/** The papers of the library that tell what a user works on, those that were used first. */
export function profileOf(
  corpus: Corpus,
  { slots, weights }: RankRequest['interests'],
  reader: TermReader,
): ProfilePaper[] {
  const order = [...slots.keys()].sort((a, b) => Math.abs(weights[b]) - Math.abs(weights[a]) || slots[a] - slots[b]);
  const known = order.filter((i) => corpus.find(slots[i]) !== undefined && weights[i] !== 0).slice(0, MOST_OWN);
  const papers = known.map((i) => ({
    slot: slots[i],
    weight: weights[i],
    paper: corpus.document(corpus.find(slots[i])!),
  }));
  // By weight and citekey: in which order they came does not matter.
  papers.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.paper.id < b.paper.id ? -1 : 1));
  const used = papers.map(({ slot, weight, paper }, rank): ProfilePaper => {
    return { said: reader.read(ownText(paper), rank < WITH_PAIRS), slot, weight, isUsed: true };
  });
  return [...used, ...listedPapers(corpus, new Set(slots), used, reader)];
}

/** Papers that nothing was done with. */
function listedPapers(corpus: Corpus, named: ReadonlySet<Slot>, used: readonly ProfilePaper[], reader: TermReader) {
  const documents: number[] = [];
  const { alive, size } = corpus.index;
  const most = Math.min(MOST_LISTED, MOST_OWN - used.length);
  for (let document = size - 1; document >= 0 && documents.length < most; document--) {
    if (alive[document] === 1 && !named.has(corpus.slot(document))) documents.push(document);
  }
  const liked = used.filter(({ weight }) => weight > 0);
  const lacking = Math.max(0, ENOUGH_USED - liked.length);
  const together = LISTED * liked.reduce((sum, { weight }) => sum + weight, 0) + FOR_LACKING * lacking;
  const papers = documents.map((document) => ({ slot: corpus.slot(document), paper: corpus.document(document) }));
  // By citekey: in which order they came does not matter.
  papers.sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
  return papers.map(({ slot, paper }, rank): ProfilePaper => {
    return {
      said: reader.read(ownText(paper), used.length + rank < WITH_PAIRS),
      slot,
      weight: together / papers.length,
      isUsed: false,
    };
  });
}

function ownText({ title, abstract = '', keywords, note }: SearchDocument): PaperText {
  const text = note ? `${abstract} . ${note.text.slice(0, NOTE_LENGTH)}` : abstract;
  return { title, abstract: text, keywords: note ? [...keywords, ...note.tags] : keywords };
}
