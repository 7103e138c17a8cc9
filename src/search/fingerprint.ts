import { hash53 } from '../base/hash';
import { SEARCHED_FIELDS } from '../library/model/fields';
import type { SearchDocument } from './contract';

/** A number that tells whether two documents are the same to the search, but for their ids. */
export function documentFingerprint(document: SearchDocument): number {
  const { contentHash, source, note } = document;
  const listed = contentHash ?? SEARCHED_FIELDS.map(({ name }) => document[name]);
  return hash53(JSON.stringify([listed, source, note && [note.text, note.tags]]));
}
