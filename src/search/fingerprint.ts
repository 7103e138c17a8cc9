import { hash53 } from '../base/hash';
import type { SearchDocument } from './contract';

/** A number that tells whether two documents are the same to the search. */
export function documentFingerprint(document: SearchDocument): number {
  const { contentHash, note, source } = document;
  const listed = contentHash === undefined ? listedValues(document) : [String(contentHash), source];
  return hash53([...listed, note ? `\u0003${note.text}\u0002${note.tags.join('\u0002')}` : ''].join('\u0001'));
}

/** All that the search uses of what a list says of a paper, except its id, as texts in a fixed order. */
function listedValues(document: SearchDocument): string[] {
  return [
    document.title,
    document.authors.join('\u0002'),
    String(document.year ?? ''),
    document.venue ?? '',
    document.abstract ?? '',
    document.keywords.join('\u0002'),
    document.aliases.join('\u0002'),
    document.type,
    document.source,
    document.doi ?? '',
    document.arxiv ?? '',
    document.language ?? '',
  ];
}
