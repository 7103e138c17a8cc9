import type { LiveIndex } from '../index/liveIndex';
import { inverseDocumentFrequency } from '../index/weights';
import type { PaperTerms, TermReader } from './terms';

/** The library counts as so many papers beside few candidates, and as ever fewer beside more of them. */
const LIBRARY_PAPERS = 900;
const FEW = 30;

/**
 * By term: how rare it is. That is measured among the candidates, as what is usual in the library is what its user works on, not what
 * says nothing. Few candidates do not tell, so the library helps out.
 */
export function raritiesAmong(candidates: readonly PaperTerms[], reader: TermReader, index: LiveIndex): Float32Array {
  const holders = new Float64Array(reader.size);
  for (const { terms } of candidates) for (const term of terms) holders[term]++;
  const { documents } = index.statistics;
  const share = documents === 0 ? 0 : LIBRARY_PAPERS / (FEW + candidates.length) / documents;
  const all = candidates.length + share * documents;
  return Float32Array.from(holders, (count, term) => {
    const stem = reader.stems[term];
    const known = share === 0 || stem === '' ? -1 : index.lexicon.terms.find(stem);
    const inLibrary = known < 0 ? 0 : Math.min(documents, index.frequency(known));
    const frequency = Math.min(all, count + share * inLibrary);
    return inverseDocumentFrequency(frequency, all);
  });
}
