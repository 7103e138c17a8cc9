import type { RankablePaper } from '../../../src/search/digest/contract';
import { Corpus } from '../../../src/search/corpus';
import { rankPapers } from '../../../src/search/digest/rank';
import type { SearchDocument } from '../../../src/search/contract';
import type { RankReply } from '../../../src/search/protocol';
import { interestsOf } from '../../../src/workflows/newPapers/interests';
import type { Scene } from './scene';

/** The candidates of a scene as our ranking orders them. */
export function rankScene(scene: Scene): RankReply {
  const corpus = new Corpus();
  for (const [slot, paper] of scene.library.entries()) corpus.put(slot, asDocument(paper.used.id, paper));
  corpus.commit();
  const slots = new Map(scene.library.map(({ used }, slot) => [used.id, slot]));
  const interests = interestsOf(
    scene.library.map(({ used }) => used),
    scene.now,
  );
  return rankPapers(corpus, {
    candidates: scene.candidates.map(({ gain: _gain, ...paper }) => paper),
    unwanted: scene.unwanted,
    interests: {
      slots: Uint32Array.from(interests, ({ id }) => slots.get(id)!),
      weights: Float32Array.from(interests, ({ weight }) => weight),
    },
  });
}

export function asDocument(
  id: string,
  { title, abstract, authors = [], keywords = [] }: RankablePaper,
): SearchDocument {
  return { id, title, abstract, authors, keywords, aliases: [], type: 'article', source: 'papers.bib' };
}
