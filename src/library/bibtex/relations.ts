import type { PaperRelation } from '../model/relation';
import { splitList } from './lists';

/** Fields that name other entries by their keys (biblatex manual, 2.2.3 and 3.4). */
const KINDS = ['crossref', 'xdata', 'xref', 'related', 'entryset'] as const;

/** The relations that an entry states; undefined where there are none. */
export function relationsOf(fields: ReadonlyMap<string, string>): readonly PaperRelation[] | undefined {
  if (!KINDS.some((kind) => fields.has(kind))) return undefined;
  const type = fields.get('relatedtype')?.trim();
  const relations = KINDS.flatMap((kind) =>
    splitList(fields.get(kind) ?? '').map((to): PaperRelation =>
      kind === 'related' && type ? { kind, to, type } : { kind, to },
    ),
  );
  return relations.length > 0 ? relations : undefined;
}
