import { inverseDocumentFrequency } from '../index/weights';
import type { PaperTerms, TermReader } from './terms';

/** The library counts as so many papers beside few candidates, and as ever fewer beside more of them. */
const LIBRARY_PAPERS = 900;
const FEW = 30;

/**
 * By term: how rare it is. That is measured among the candidates, as what is usual in the library is what its user works on, not what
 * says nothing. Few candidates do not tell, so the library helps out.
 */
export function raritiesAmong(candidates: readonly PaperTerms[], reader: TermReader, documents: number): Float32Array {
  const holders = new Float64Array(reader.size);
  for (const { terms } of candidates) for (let i = 0; i < terms.length; i++) holders[terms[i]]++;
  const share = documents === 0 ? 0 : LIBRARY_PAPERS / (FEW + candidates.length) / documents;
  const all = candidates.length + share * documents;
  const rarities = new Float32Array(holders.length);
  for (let term = 0; term < holders.length; term++) {
    const inLibrary = Math.min(documents, reader.frequency(term));
    const frequency = Math.min(all, holders[term] + share * inLibrary);
    rarities[term] = inverseDocumentFrequency(frequency, all);
  }
  return rarities;
}
