import type { SearchDocument } from '../contract';
import type { Corpus } from '../corpus';
import type { RankReply, RankRequest, SlotReason } from '../protocol';
import { type PaperVector, PaperVectors, similarity } from '../ranking/paperVector';
import { NEAREST_TOLD, type Band, type RankablePaper } from './contract';

/** Papers in the order in which they matter to a user. */
export function rankPapers(corpus: Corpus, { candidates, interests, unwanted = [] }: RankRequest): RankReply {
  const vectors = new PaperVectors(corpus.index);
  const liked: { slot: number; weight: number; vector: PaperVector }[] = [];
  for (const [i, slot] of interests.slots.entries()) {
    const document = corpus.find(slot);
    if (document === undefined) continue;
    liked.push({ slot, weight: interests.weights[i], vector: vectors.of(corpus.document(document)) });
  }
  const disliked = unwanted.map((paper) => vectors.of(asDocument(paper)));
  const all = candidates.map((candidate, index) => {
    const vector = vectors.of(asDocument(candidate));
    const near = liked.map(({ slot, weight, vector: other }) => {
      const likeness = similarity(vector, other);
      return { slot, likeness, part: likeness * weight };
    });
    const likes = near.reduce((sum, { part }) => sum + part, 0) / Math.max(1, liked.length);
    const dislikes = disliked.reduce((most, other) => Math.max(most, similarity(vector, other)), 0);
    const score = likes - dislikes;
    near.sort((a, b) => b.likeness - a.likeness || a.slot - b.slot);
    const slots = near.filter(({ likeness }) => likeness > 0.05).slice(0, NEAREST_TOLD);
    const reasons: SlotReason[] = slots.length > 0 ? [{ kind: 'like', slots: slots.map(({ slot }) => slot) }] : [];
    const band: Band = score > 0.3 ? 'likely' : score > 0.1 ? 'maybe' : 'other';
    return { index, score, band, reasons };
  });
  return all.sort((a, b) => b.score - a.score || a.index - b.index);
}

function asDocument({ title, abstract, authors = [], keywords = [] }: RankablePaper): SearchDocument {
  return { id: '', source: '', type: '', aliases: [], title, abstract, authors, keywords };
}
