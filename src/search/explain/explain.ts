import type { OffsetRange } from '../../base/position';
import type { Explanation, SearchDocument, SearchField } from '../contract';
import { FIELDS } from '../fields';
import type { WordNode } from '../query/ast';
import { parseQuery } from '../query/parser';
import { runningText, textsOf } from '../ranking/phrase';
import { markedSentence, sentencesOf } from './sentence';
import { type Closeness, findMatches, type FoundWord, saysLittle, wantedWords } from './wordFinder';

/**
 * Why a query finds a paper; undefined where no word of it stands there. Words that stand nowhere in the paper are looked
 * for with a typo, as the search does with words that it does not know.
 */
export function explainDocument(document: SearchDocument, query: string): Explanation | undefined {
  const wanted = markedWords(query);
  const close = matchesIn(document, wanted, 'close');
  const met = new Set([...close.values()].flat().map((match) => match.word));
  const typos = matchesIn(
    document,
    wanted.filter((word) => !met.has(word)),
    'typo',
  );
  const matches = new Map(FIELDS.map((field) => [field, [...close.get(field)!, ...typos.get(field)!].sort(byStart)]));
  const fields = FIELDS.filter((field) => matches.get(field)!.length > 0);
  if (fields.length === 0) return undefined;
  return {
    id: document.id,
    fields,
    titleHighlights: matches.get('title')!.map(({ start, end }) => ({ start, end })),
    snippet: snippetOf(document, matches),
  };
}

/**
 * The words of a title that a query asks for, without asking the worker: for rows on the screen. A typo is marked only
 * where the title has nothing of the query otherwise.
 */
export function highlightTitle(title: string, query: string): OffsetRange[] {
  const wanted = markedWords(query);
  const close = findMatches(title, 'title', wanted, 'close');
  const found = close.length > 0 ? close : findMatches(title, 'title', wanted, 'typo');
  return found.map(({ start, end }) => ({ start, end }));
}

function markedWords(query: string): WordNode[] {
  const wanted = wantedWords(parseQuery(query).parts);
  const telling = wanted.filter((word) => !saysLittle(word));
  return telling.length > 0 ? telling : wanted;
}

function matchesIn(
  document: SearchDocument,
  wanted: readonly WordNode[],
  closeness: Closeness,
): Map<SearchField, FoundWord[]> {
  return new Map(
    FIELDS.map((field) => [
      field,
      textsOf(document, [field]).flatMap((text) => findMatches(text, field, wanted, closeness)),
    ]),
  );
}

/** The sentence with the most different words of the query, of the abstract or the note. */
function snippetOf(
  document: SearchDocument,
  matches: ReadonlyMap<SearchField, readonly FoundWord[]>,
): Explanation['snippet'] {
  let best: Explanation['snippet'];
  let bestCount = 0;
  for (const [field, text] of [
    ['abstract', runningText(document)],
    ['note', document.note?.text],
  ] as const) {
    for (const sentence of text ? sentencesOf(text) : []) {
      const inside = matches.get(field)!.filter(({ start, end }) => start >= sentence.start && end <= sentence.end);
      const count = new Set(inside.map((match) => match.word)).size;
      if (count <= bestCount) continue;
      bestCount = count;
      best = { field, ...markedSentence(text!, sentence, inside) };
    }
  }
  return best;
}

function byStart(a: OffsetRange, b: OffsetRange): number {
  return a.start - b.start;
}
