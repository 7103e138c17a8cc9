import type { Entry } from '../model/entry';

/** Papers by their DOIs, the first of those that share one. */
export function papersByDoi(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const byDoi = new Map<string, Entry>();
  for (const entry of entries) {
    const doi = entry.doi?.toLowerCase();
    if (doi !== undefined && !byDoi.has(doi)) byDoi.set(doi, entry);
  }
  return byDoi;
}
