/** Numbers of documents, in 16 bits where these suffice: half the memory to go through. */
export type DocumentNumbers = Uint16Array | Uint32Array;

/** A column for numbers below `count`. */
export function documentNumbers(length: number, count: number): DocumentNumbers {
  return count <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
}

/** How often terms stand in fields, in 8 bits where these suffice. */
export type TermCounts = Uint8Array | Uint16Array;

/** A larger count is taken for this one. */
export const LARGEST_COUNT = 0xffff;

/** A column for counts up to `largest`. */
export function termCounts(length: number, largest: number): TermCounts {
  return largest <= 0xff ? new Uint8Array(length) : new Uint16Array(length);
}

/**
 * Which documents hold which terms, in columns. A term's postings lie together; within a term they are ordered by field,
 * and those of one field are a run, ordered by document.
 *
 *     term   ──runs──▶  first run of each term (one more than terms)
 *     run    ──field──▶ its field   ──from──▶ its first posting (one more than runs)
 *     posting ─▶ document (number within the segment), count (how often the term stands in that field)
 */
export interface PostingColumns {
  readonly runs: Uint32Array;
  readonly field: Uint8Array;
  readonly from: Uint32Array;
  readonly documents: DocumentNumbers;
  readonly counts: TermCounts;
}

/** Number of postings of a term over all fields: lunr's document frequency, which counts each field for itself. */
export function documentFrequency({ runs, from }: PostingColumns, term: number): number {
  return from[runs[term + 1]] - from[runs[term]];
}

/** A term as often as it stands in one field of one document, in the order in which documents were added. */
export interface EntryStream {
  readonly terms: Uint32Array;
  readonly counts: Uint16Array;
  /** Where the entries of each field of each document end: index is document × fields + field. */
  readonly ends: Uint32Array;
  readonly fieldCount: number;
}

/**
 * Sorts entries by term, field and document.
 * @param order the stream's terms in the order of the result
 */
export function invert({ terms, counts, ends, fieldCount }: EntryStream, order: Uint32Array): PostingColumns {
  const sizes = bucketSizes({ terms, counts, ends, fieldCount }, order);
  const { cursor, ...runColumns } = runsOf(sizes, fieldCount, order);
  const documents = documentNumbers(terms.length, ends.length / fieldCount);
  const sortedCounts = termCounts(terms.length, largestOf(counts, terms.length));
  let entry = 0;
  for (let i = 0, document = 0; i < ends.length; document++) {
    for (let field = 0; field < fieldCount; field++, i++) {
      for (const end = ends[i]; entry < end; entry++) {
        const at = cursor[terms[entry] * fieldCount + field]++;
        documents[at] = document;
        sortedCounts[at] = counts[entry];
      }
    }
  }
  return { ...runColumns, documents, counts: sortedCounts };
}

function largestOf(counts: Uint16Array, length: number): number {
  let largest = 0;
  for (let i = 0; i < length; i++) if (counts[i] > largest) largest = counts[i];
  return largest;
}

/** Number of entries in each bucket, which is a term and a field: index is term × fields + field. */
function bucketSizes({ terms, ends, fieldCount }: EntryStream, order: Uint32Array): Uint32Array {
  const sizes = new Uint32Array((order.reduce((a, b) => Math.max(a, b), -1) + 1) * fieldCount);
  let entry = 0;
  for (let i = 0; i < ends.length;) {
    for (let field = 0; field < fieldCount; field++, i++) {
      for (const end = ends[i]; entry < end; entry++) sizes[terms[entry] * fieldCount + field]++;
    }
  }
  return sizes;
}

/** The runs of the buckets that hold anything. The sizes become the place of the first posting of each: the cursor. */
function runsOf(sizes: Uint32Array, fieldCount: number, order: Uint32Array) {
  let runCount = 0;
  for (let bucket = 0; bucket < sizes.length; bucket++) if (sizes[bucket] > 0) runCount++;
  const runs = new Uint32Array(order.length + 1);
  const field = new Uint8Array(runCount);
  const from = new Uint32Array(runCount + 1);
  let run = 0;
  let start = 0;
  for (let place = 0; place < order.length; place++) {
    runs[place] = run;
    const first = order[place] * fieldCount;
    for (let one = 0; one < fieldCount; one++) {
      const size = sizes[first + one];
      if (size === 0) continue;
      sizes[first + one] = start;
      field[run] = one;
      from[run++] = start;
      start += size;
    }
  }
  runs[order.length] = run;
  from[run] = start;
  return { cursor: sizes, runs, field, from };
}
