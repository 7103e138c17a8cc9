import { Corpus } from '../../../../src/search/corpus';
import type { RankablePaper } from '../../../../src/search/digest/contract';
import { rankPapers } from '../../../../src/search/digest/rank';
import { parseQuery } from '../../../../src/search/query/parser';
import { Searcher } from '../../../../src/search/ranking/searcher';
import { supportingDocuments } from '../../../../src/search/ranking/support';
import { draftSentence } from '../../../../src/workflows/draftSentence';
import { type Family } from './family';

/** Ranks papers by a library of one paper, which all that comes is like. */
const rank = (papers: (times: number) => readonly RankablePaper[]) => {
  const corpus = new Corpus();
  const fields = { authors: [], keywords: [], aliases: [], type: 'article', source: 'a.bib' };
  corpus.put(0, { id: 'a', title: 'ab cd', abstract: 'ab cd ef', ...fields });
  corpus.commit();
  return (times: number) => {
    const candidates = papers(times);
    const interests = { slots: Uint32Array.of(0), weights: Float32Array.of(1) };
    return () =>
      rankPapers(corpus, {
        candidates,
        unwanted: candidates,
        interests,
        followed: { authors: ['A B1'], words: ['ab cd'] },
      });
  };
};
export const RANKED: readonly Family[] = [
  ['new papers that are alike', rank((n) => Array.from({ length: n }, () => ({ title: 'ab cd', abstract: 'cd ab' })))],
  [
    'new papers with words of their own',
    rank((n) => Array.from({ length: n }, (_, i) => ({ title: `ab x${i} y${i}` }))),
  ],
  ['words of a new paper', rank((n) => [{ title: 'ab', abstract: 'ab cd '.repeat(n) }])],
  ['authors of a new paper', rank((n) => [{ title: 'ab', authors: Array.from({ length: n }, (_, i) => `A B${i}`) }])],
];

export const QUERIES: readonly Family[] = ['ab ', 'a OR ', '|', 'a~', '深', '(a OR ', '-a ', 'title:a ', '"a b" '].map(
  (piece): Family => [`\`${piece}\` in the search box`, (times) => () => parseQuery(piece.repeat(times))],
);

const supported = (piece: string) => (times: number) => {
  const corpus = new Corpus();
  const abstract = piece.repeat(times);
  corpus.put(0, { id: 'a', title: 'A', authors: [], keywords: [], aliases: [], type: 'book', source: 'a', abstract });
  corpus.commit();
  const searcher = new Searcher(corpus);
  return () => [
    draftSentence(abstract, { start: times, end: times }, []),
    supportingDocuments(corpus, searcher, abstract, 20),
  ];
};
export const SUPPORT: readonly Family[] = [
  ['one word in what supports', supported('graph ')],
  ['sentences in what supports', supported('Graphs grow. ')],
  ['lines in what supports', supported('graph\n\n')],
  ['abbreviations in what supports', supported('e.g. ')],
  ['signs in what supports', supported('?!" ')],
];
