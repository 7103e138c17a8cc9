import type { Paper } from './entry';

/** Whether two papers say the same; where they stand does not count. One record makes one paper. */
export function samePaper(a: Paper, b: Paper): boolean {
  if (a.contentHash !== undefined && b.contentHash !== undefined) return a.contentHash === b.contentHash;
  return (
    a === b ||
    a.record === b.record ||
    (a.title === b.title &&
      a.statedKey === b.statedKey &&
      a.abstract === b.abstract &&
      a.year === b.year &&
      a.venue === b.venue &&
      a.type === b.type &&
      a.doi === b.doi &&
      a.arxiv === b.arxiv &&
      a.url === b.url &&
      a.language === b.language &&
      a.moreAuthors === b.moreAuthors &&
      samePlain(a.authors, b.authors) &&
      samePlain(a.keywords, b.keywords) &&
      samePlain(a.aliases, b.aliases) &&
      samePlain(a.record, b.record))
  );
}

/** Equality of plain data by content. A field that is undefined equals one that is not there. */
export function samePlain(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) {
    if (!Array.isArray(b) || a.length !== b.length) return false;
    for (let i = 0; i < a.length; i++) if (!samePlain(a[i], b[i])) return false;
    return true;
  }
  return !Array.isArray(b) && sameFields(a, b);
}

function sameFields(a: object, b: object): boolean {
  for (const key in a) if (!samePlain(a[key as never], b[key as never])) return false;
  for (const key in b) if (a[key as never] === undefined && b[key as never] !== undefined) return false;
  return true;
}
