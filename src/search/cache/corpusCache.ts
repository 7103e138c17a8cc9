import type { CorpusParts } from '../corpus';
import { Dictionary } from '../index/dictionary';
import { Lexicon } from '../index/lexicon';
import { Vocabulary } from '../index/vocabulary';
import { TABLE_VERSION } from '../../library/model/fields';
import { PAPER_SCHEMA } from '../paperSchema';
import { DocumentStore } from '../store/documentStore';
import { FacetTable } from '../store/facets';
import { Facts } from '../store/facts';
import type { NewLog } from '../store/byteLog';
import { type Column, type Container, decodeContainer, encodeContainer, writtenTail } from '../../base/cache/container';
import type { Checksum, StoredFile } from '../../base/cache/storedFile';
import type { DamageCheck, Tail } from '../../base/cache/tail';
import { joinedTexts, splitTexts } from './texts';

/** The number is to be raised whenever the columns, or what the analyzers make of a text, change. */
const VERSION = (4 ^ TABLE_VERSION) >>> 0;

/** A corpus as its cache file has it, with the papers' citekeys and fingerprints. */
export interface CachedCorpus {
  readonly parts: CorpusParts;
  readonly ids: readonly string[];
  readonly fingerprints: Float64Array;
}

/** The chunks of the cache file of a corpus. `ids` and `fingerprints` are by document. */
export function encodeCorpus({ parts, ids, fingerprints }: CachedCorpus, checksum: Checksum): Iterable<Uint8Array> {
  const { segment, lexicon, store, facts } = parts;
  const { words, terms } = lexicon;
  const { names, ...factColumns } = facts.columns();
  const columns: Record<string, Column> = {
    ...prefixed('postings', { ...segment.postings }),
    lengths: segment.lengths,
    totals: segment.totals,
    ...prefixed('sequences', { ...segment.sequences }),
    ...prefixed('words', { letters: words.base.letters, offsets: words.base.offsets }),
    ...prefixed('terms', { letters: terms.base.letters, offsets: terms.base.offsets }),
    ...prefixed('wordUses', Object.fromEntries(lexicon.uses.entries())),
    ...prefixed('wordTerms', Object.fromEntries(lexicon.wordTerms.entries())),
    ...prefixed('facts', factColumns),
    names: joinedTexts(names),
    ids: joinedTexts(ids),
    fingerprints,
    ends: store.ends,
  };
  return encodeContainer(VERSION, new Map(Object.entries(columns)), store.log, checksum);
}

/** What reading a cache file takes. */
export interface Decoding extends DamageCheck {
  /** Makes the log that the texts of the file begin. */
  readonly newLog: NewLog;
}

/**
 * The corpus of a cache file, over the bytes of the file; undefined where the file cannot be used. The texts stay in the file,
 * which the corpus keeps open.
 */
export function decodeCorpus(file: StoredFile, decoding: Decoding): CachedCorpus | undefined {
  const container = decodeContainer(file, VERSION, decoding);
  if (!container) return undefined;
  try {
    return corpusOf(container, decoding);
  } catch {
    return undefined; // a column is missing
  }
}

/** The texts of a cache file that was just written from a corpus. */
export function writtenTexts(file: StoredFile, damage: DamageCheck): Tail | undefined {
  return writtenTail(file, VERSION, damage);
}

function corpusOf({ columns, tail }: Container, { newLog }: Decoding): CachedCorpus {
  const get = <A extends Column>(name: string): A => {
    const column = columns.get(name);
    if (!column) throw new Error(`No column ${name}`);
    return column as A;
  };
  const dictionary = (name: string): Vocabulary =>
    new Vocabulary(new Dictionary(get<Uint16Array>(`${name}.letters`), get<Uint32Array>(`${name}.offsets`)));
  const ids = splitTexts(get<Uint8Array>('ids'));
  const wordTerms = PAPER_SCHEMA.analyzers.map((_, analyzer) => get<Int32Array>(`wordTerms.${analyzer}`));
  const wordUses = PAPER_SCHEMA.analyzers.map((_, analyzer) => get<Uint32Array>(`wordUses.${analyzer}`));
  const parts: CorpusParts = {
    segment: {
      count: ids.length,
      postings: {
        runs: get('postings.runs'),
        field: get('postings.field'),
        from: get('postings.from'),
        documents: get('postings.documents'),
        counts: get('postings.counts'),
      },
      lengths: get('lengths'),
      totals: get('totals'),
      sequences: { ends: get('sequences.ends'), words: get('sequences.words') },
    },
    lexicon: new Lexicon(dictionary('words'), dictionary('terms'), wordTerms, wordUses),
    store: new DocumentStore(newLog(tail), get('ends')),
    facts: factsOf(get),
    facets: new FacetTable(),
    slots: Uint32Array.from(ids, (_, i) => i),
  };
  return { parts, ids, fingerprints: get('fingerprints') };
}

function factsOf(get: <A extends Column>(name: string) => A): Facts {
  return Facts.of({
    years: get('facts.years'),
    has: get('facts.has'),
    types: get('facts.types'),
    sources: get('facts.sources'),
    names: splitTexts(get('names')),
  });
}

function prefixed(prefix: string, columns: Record<string, Column>): Record<string, Column> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [`${prefix}.${name}`, column]));
}
