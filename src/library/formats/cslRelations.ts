import type { CslItem } from '../model/csl';
import { findDoi } from '../../base/identifiers/doi';
import type { PaperRelation } from '../model/relation';

/** So many relations of one paper are kept. */
const MOST = 100;

/**
 * The papers that an item is a version of. CSL has no variable for them; items from Crossref keep its `relation`:
 * `{"is-preprint-of": [{"id-type": "doi", "id": "10.1000/x"}]}`.
 */
export function cslRelations({ relation }: CslItem): readonly PaperRelation[] | undefined {
  if (typeof relation !== 'object' || relation === null || Array.isArray(relation)) return undefined;
  const relations = Object.entries(relation as Record<string, unknown>).flatMap(([type, others]) =>
    (Array.isArray(others) ? (others as unknown[]) : [])
      .map(doiOf)
      .filter((doi) => doi !== undefined)
      .map((doi): PaperRelation => ({ kind: 'related', to: `doi:${doi}`, type })),
  );
  return relations.length > 0 ? relations.slice(0, MOST) : undefined;
}

function doiOf(other: unknown): string | undefined {
  const id = typeof other === 'object' && other !== null ? (other as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? findDoi(id) : undefined;
}
