import type { OffsetRange } from '../../base/position';
import type { SearchDocument } from '../contract';
import type { Corpus } from '../corpus';
import { markedSentence, sentencesOf } from '../explain/sentence';
import { wordsOf } from '../query/words';
import { isEnglish, isStopWord } from '../text/analysis';
import type { Searcher } from './searcher';
import { WordRarities } from './wordRarities';

/** Words of a text that are looked for: more than a long paragraph has. */
const MOST_WORDS = 150;
/** So many papers are read for each that is listed: some speak of it nowhere but in their titles. */
const READ_FOR_ONE = 2;
/** A sentence must have this share of what the text's words are worth together, where the text has many. */
const LEAST_SHARE = 0.08;
/** What leads a line of Markdown without being words. */
const LINE_SIGNS = /^(?:\s|[#>*+|-])+/;

/** A document that speaks of a text, with the sentence that does. */
export interface SupportingDocument {
  readonly document: number;
  readonly field: 'abstract' | 'note';
  readonly sentence: string;
  readonly score: number;
}

/** The papers whose abstract or note speaks of what a text says, best first. Nothing in the text is an operator. */
export function supportingDocuments(
  corpus: Corpus,
  searcher: Searcher,
  text: string,
  limit: number,
): SupportingDocument[] {
  const words = tellingWords(text);
  if (words.length === 0) return [];
  const { documents, scores } = searcher.speakingOf(words, limit * READ_FOR_ONE);
  const rarities = new WordRarities(corpus.index);
  const found: SupportingDocument[] = [];
  for (const [rank, document] of documents.entries()) {
    const best = bestSentence(corpus.document(document), words, rarities);
    if (best) found.push({ document, score: scores[rank], ...best });
    if (found.length === limit) break;
  }
  return found;
}

function tellingWords(text: string): string[] {
  const words = wordsOf(text).map((word) => word.text);
  return [...new Set(words)].filter((word) => !isStopWord(word)).slice(0, MOST_WORDS);
}

/** The sentence of a paper's abstract or note whose words are worth most; undefined where none says anything of it. */
function bestSentence(
  paper: SearchDocument,
  words: readonly string[],
  rarities: WordRarities,
): Pick<SupportingDocument, 'field' | 'sentence'> | undefined {
  const stems = isEnglish(paper.language);
  const wanted = new Map(words.map((word) => rarities.of(word, stems)).map(({ term, rarity }) => [term, rarity]));
  wanted.delete(-1);
  const all = [...wanted.values()].reduce((sum, rarity) => sum + rarity, 0);
  let best: Pick<SupportingDocument, 'field' | 'sentence'> | undefined;
  let most = all * LEAST_SHARE;
  for (const [field, text] of [['abstract', paper.abstract] as const, ['note', paper.note?.text] as const]) {
    if (!text) continue;
    for (const place of sentencesOf(text)) {
      const { worth, matches } = match(
        text,
        place,
        (word) => rarities.of(word, stems || field === 'note').term,
        wanted,
      );
      if (worth <= most) continue;
      most = worth;
      best = { field, sentence: shown(text, place, matches) };
    }
  }
  return best;
}

/** What the wanted words of a sentence are worth together, each once, and where they stand. */
function match(
  text: string,
  { start, end }: OffsetRange,
  termOf: (word: string) => number,
  wanted: ReadonlyMap<number, number>,
): { worth: number; matches: OffsetRange[] } {
  const met = new Set<number>();
  const matches: OffsetRange[] = [];
  let worth = 0;
  for (const word of wordsOf(text.slice(start, end))) {
    const term = termOf(word.text);
    const rarity = wanted.get(term);
    if (rarity === undefined) continue;
    matches.push({ start: start + word.start, end: start + word.end });
    if (!met.has(term)) worth += rarity;
    met.add(term);
  }
  return { worth, matches };
}

/** A sentence in one line, a long one around its first match. */
function shown(text: string, place: OffsetRange, matches: readonly OffsetRange[]): string {
  return markedSentence(text, place, matches).text.replace(LINE_SIGNS, '').replace(/\s+/g, ' ');
}
