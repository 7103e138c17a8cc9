import type { OffsetRange } from '../../base/position';
import type { SearchField } from '../contract';
import { matchesGlob } from '../index/glob';
import { isNear } from '../index/nearWords';
import type { Node, Part, WordNode } from '../query/ast';
import { wordsOf } from '../query/words';
import { SHORTEST_TWO_TYPOS, SHORTEST_TYPO } from '../ranking/settings';
import { isStopWord, stem } from '../text/analysis';

/** A word of a text that matches a word of a query. */
export interface FoundWord extends OffsetRange {
  readonly word: WordNode;
}

/** The words that a query asks for, without those that it excludes. */
export function wantedWords(parts: readonly Part[]): WordNode[] {
  return parts.filter((part) => part.presence !== 'not').flatMap((part) => wordsOfNode(part.node));
}

function wordsOfNode(node: Node): WordNode[] {
  switch (node.kind) {
    case 'word':
      return [node];
    case 'phrase':
      return [...node.words];
    case 'filter':
      return [];
    case 'and':
      return wantedWords(node.parts);
    case 'or':
      return node.nodes.flatMap(wordsOfNode);
  }
}

/** How far a word may be from what was typed: as the search finds it without guessing, or with a typo. */
export type Closeness = 'close' | 'typo';

/** The words of a text that match any of the words, in order. */
export function findMatches(
  text: string,
  field: SearchField,
  wanted: readonly WordNode[],
  closeness: Closeness,
): FoundWord[] {
  const inField = wanted.filter((word) => !word.fields || word.fields.includes(field));
  if (inField.length === 0) return [];
  const matchers = inField.map((word) => ({ word, matches: matcherOf(word, closeness) }));
  return wordsOf(text).flatMap(({ text: found, start, end }) => {
    const match = matchers.find(({ matches }) => matches(found));
    return match ? [{ word: match.word, start, end }] : [];
  });
}

/** Whether a word says so little that it is not marked unless nothing else was typed. */
export function saysLittle(word: WordNode): boolean {
  return word.match === 'word' && isStopWord(word.text);
}

function matcherOf(node: WordNode, closeness: Closeness): (word: string) => boolean {
  const { text, match, distance = 1 } = node;
  if (match === 'pattern') return (word) => matchesGlob(word, text);
  if (match === 'near') return (word) => isClose(word, text, distance);
  if (closeness === 'typo') return (word) => isTypo(word, text, match !== 'word');
  const stemmed = stem(text);
  const begins = match !== 'word';
  return (word) => word === text || (begins && word.startsWith(text)) || stem(word) === stemmed;
}

function isTypo(word: string, typed: string, begins: boolean): boolean {
  if (typed.length < SHORTEST_TYPO) return false;
  const distance = typed.length < SHORTEST_TWO_TYPOS ? 1 : 2;
  if (isClose(word, typed, distance)) return true;
  const isGlued = word.length >= SHORTEST_TYPO && (typed.startsWith(word) || typed.endsWith(word));
  return isGlued || (begins && isClose(word.slice(0, typed.length), typed, 1));
}

function isClose(word: string, typed: string, distance: number): boolean {
  return Math.abs(word.length - typed.length) <= distance && isNear(word, typed, distance);
}
