/** Numbers of documents, in 16 bits where these suffice: half the memory to go through. */
export type DocumentNumbers = Uint16Array | Uint32Array;

/** A column for numbers below `count`. */
export function documentNumbers(length: number, count: number): DocumentNumbers {
  return count <= 0x10000 ? new Uint16Array(length) : new Uint32Array(length);
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
  readonly counts: Uint16Array;
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
 * @param place the place of each of the stream's terms in the result; below `termCount`
 */
export function invert({ terms, counts, ends, fieldCount }: EntryStream, place: Uint32Array, termCount: number) {
  const bucketEnds = countBuckets(terms, ends, fieldCount, place, termCount);
  const documents = documentNumbers(terms.length, ends.length / fieldCount);
  const sortedCounts = new Uint16Array(terms.length);
  const cursor = bucketEnds.starts;
  let entry = 0;
  for (let i = 0; i < ends.length; i++) {
    const field = i % fieldCount;
    const document = (i - field) / fieldCount;
    for (const end = ends[i]; entry < end; entry++) {
      const at = cursor[place[terms[entry]] * fieldCount + field]++;
      documents[at] = document;
      sortedCounts[at] = counts[entry];
    }
  }
  return { ...bucketEnds.runColumns, documents, counts: sortedCounts } satisfies PostingColumns;
}

/** Where each bucket (a term and a field) starts, and the runs of the buckets that hold anything. */
function countBuckets(
  terms: Uint32Array,
  ends: Uint32Array,
  fieldCount: number,
  place: Uint32Array,
  termCount: number,
): { starts: Uint32Array; runColumns: Pick<PostingColumns, 'runs' | 'field' | 'from'> } {
  const starts = new Uint32Array(termCount * fieldCount);
  let entry = 0;
  for (let i = 0; i < ends.length; i++) {
    const field = i % fieldCount;
    for (const end = ends[i]; entry < end; entry++) starts[place[terms[entry]] * fieldCount + field]++;
  }
  let runCount = 0;
  for (const size of starts) if (size > 0) runCount++;
  const runs = new Uint32Array(termCount + 1);
  const field = new Uint8Array(runCount);
  const from = new Uint32Array(runCount + 1);
  let run = 0;
  let start = 0;
  for (let bucket = 0; bucket < starts.length; bucket++) {
    const size = starts[bucket];
    if (bucket % fieldCount === 0) runs[bucket / fieldCount] = run;
    starts[bucket] = start;
    if (size === 0) continue;
    field[run] = bucket % fieldCount;
    from[run++] = start;
    start += size;
  }
  runs[termCount] = run;
  from[run] = start;
  return { starts, runColumns: { runs, field, from } };
}
