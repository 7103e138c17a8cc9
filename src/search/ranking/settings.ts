import type { SearchField } from '../contract';

/** How much a word counts by the field in which it stands. */
export const FIELD_BOOSTS: Readonly<Record<SearchField, number>> = {
  title: 4,
  abstract: 1,
  authors: 1.5,
  venue: 0.7,
  year: 1,
  keywords: 1.2,
  citekey: 1,
  note: 0.8,
  noteTags: 1.2,
};

/** The numbers of the ranking, found by trying on queries other than those that it is judged by. */
export const RANKING = {
  /** A word that is mostly a name, in running text: other words may happen to share its stem. */
  strangeStem: 0.2,
  /** A stop word in running text: it is one, and not the name that is spelt so. */
  stopWord: 0.3,
  /** A word that only begins as the typed one, relative to the typed word itself. */
  prefix: 0.6,
  /** How much each further letter of such a word takes away. */
  prefixDecay: 0.3,
  /** A word one edit away. */
  oneEdit: 0.5,
  /** A word two edits away. */
  twoEdits: 0.3,
  /** The two words that an unknown word is made of. */
  split: 0.5,
  /** So many of the best papers are looked at again with their titles. */
  titlesCompared: 80,
  /** So many where the query is long. */
  titlesOfLong: 30,
  /** What the share of the words that stand in the title adds. */
  inTitle: 1.5,
  /** What the share of the words that follow one another in the title adds. */
  inOrder: 0.5,
  /** What it adds that all words are names of the authors. */
  allNames: 1,
  /** What it adds that these stand in the order of the query. */
  namesInOrder: 0.25,
  /** What the full name of an author adds. */
  fullName: 0.5,
  /** A text that says so much of a title may be meant as the title … */
  titleSaid: 0.8,
  /** … and so may one of whose words so many stand in it. */
  saidInTitle: 0.6,
  /** What a title that begins with all words adds. */
  atStart: 2,
} as const;

/** Words shorter than this have too many near words for a typo to be guessed. */
export const SHORTEST_TYPO = 4;
/** A beginning that less than this share of the papers has may be a typo. */
export const RARE_BEGINNING = 0.001;
/** A beginning with so few occurrences may be a typo in any library. */
export const FEWEST_BEGINNINGS = 3;
/** From this length on a word may have two typos. */
export const SHORTEST_TWO_TYPOS = 7;

/** What a word with the same stem is worth in a title, relative to the typed word. */
export const SAME_STEM = 0.6;

/** What a word that begins as the typed one is worth in a title. */
export const BEGINS_SO = 0.8;

/** Where no more papers than this have all words, a title that has them but for a typo is found too. */
export const FEW_PAPERS = 3;
