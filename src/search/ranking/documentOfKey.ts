import type { Corpus } from '../corpus';
import { FIELDS } from '../fields';
import { placeOfTerm } from '../index/segment';
import { wordsOf } from '../query/words';

const CITEKEY = FIELDS.indexOf('citekey');

/** The document of the paper with a citekey, else of one that had it; undefined where there is none. */
export function documentOfKey(corpus: Corpus, key: string): number | undefined {
  let former: number | undefined;
  for (const document of holders(corpus, key)) {
    const { id, aliases } = corpus.document(document);
    if (id === key) return document;
    if (aliases.includes(key)) former ??= document;
  }
  return former;
}

/** The living documents with the rarest word of a key among their keys. */
function holders({ index }: Corpus, key: string): number[] {
  let fewest: number[] | undefined;
  for (const { text } of wordsOf(key)) {
    const term = index.lexicon.terms.find(text);
    const found: number[] = [];
    for (const { segment, first } of term < 0 ? [] : index.parts) {
      const place = placeOfTerm(segment, term);
      const { runs, field, from, documents } = segment.postings;
      if (place < 0) continue;
      for (let run = runs[place]; run < runs[place + 1]; run++) {
        if (field[run] !== CITEKEY) continue;
        for (let i = from[run]; i < from[run + 1]; i++) found.push(first + documents[i]);
      }
    }
    const living = found.filter((document) => index.alive[document] === 1);
    if (!fewest || living.length < fewest.length) fewest = living;
  }
  return fewest ?? [];
}
