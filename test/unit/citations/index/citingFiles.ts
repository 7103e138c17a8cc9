import fc from 'fast-check';
import type { CitingFile } from '../../../../src/citations/index/citedPlace';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const position = fc.record({ line: fc.nat(9999), character: fc.nat(9999) }, { noNullPrototype: true });
const range = fc.record({ start: position, end: position }, { noNullPrototype: true });
const place = fc.record(
  { key: text, range, sentence: text, heading: text, locator: text, cell: fc.nat(99) },
  { requiredKeys: ['key', 'range', 'sentence'], noNullPrototype: true },
);
const link = fc.record(
  { name: text, range, sentence: text, path: text, cell: fc.nat(99) },
  { requiredKeys: ['name', 'range', 'sentence'], noNullPrototype: true },
);

/** What any document can say of papers. */
export const CITING_FILE: fc.Arbitrary<CitingFile> = fc.record(
  {
    syntax: fc.constantFrom('pandoc', 'latex'),
    labels: fc.array(text),
    places: fc.array(place),
    noteLinks: fc.array(link),
  },
  { noNullPrototype: true },
);
