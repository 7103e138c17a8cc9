import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compress, decompress } from '#platform/compression';
import type { CslName } from '../../../src/library/model/csl';
import type { Paper } from '../../../src/library/model/paper';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { PackReader } from '../../../src/library/packed/packReader';
import { contentHash, packPapers, paperCount } from '../../../src/library/packed/pack';
import { OpenPack } from '../../../src/library/packed/openPack';
import { PackedPaper } from '../../../src/library/packed/packedPaper';
import { placesOf } from '../../../src/library/packed/places';
import { anyText, paper, plainPaper } from './papers';
import { cases } from '../support/cases';

/** The papers out of as many packs as it takes. */
function packedAndOpened(papers: readonly Paper[]): PackedPaper[] {
  const reader = new PackReader(decompress);
  const places = placesOf(papers);
  const opened: PackedPaper[] = [];
  while (opened.length < papers.length) {
    const pack = packPapers(papers, opened.length, compress);
    const open = new OpenPack(structuredClone(pack), reader);
    for (let i = 0; i < paperCount(pack); i++) opened.push(new PackedPaper(open, i, places, opened.length));
  }
  return opened;
}

const plain = (papers: readonly Paper[]): unknown => JSON.parse(JSON.stringify(papers.map(plainPaper)));
/** Texts with characters that a pack could stumble over. */
const text = fc.oneof(
  anyText,
  fc.array(fc.constantFrom('\0', '\x1b', '\x1e', '\x1f', '"', 'a'), { maxLength: 4 }).map((all) => all.join('')),
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const name: fc.Arbitrary<CslName> = fc.record(
  { family: text, given: text, literal: text, 'non-dropping-particle': text },
  { requiredKeys: [] },
);
const anyPaper = fc
  .record({
    statedKey: optional(text),
    aliases: fc.array(text, { maxLength: 3 }),
    type: text,
    title: text,
    authors: fc.array(name, { maxLength: 3 }),
    moreAuthors: fc.constantFrom(true, undefined),
    year: optional(fc.integer({ min: -3000, max: 3000 })),
    venue: optional(text),
    abstract: optional(text),
    keywords: fc.array(text, { maxLength: 3 }),
    url: optional(text),
    language: optional(text),
    files: optional(fc.array(fc.record({ path: text, title: text }, { requiredKeys: ['path'] }), { maxLength: 2 })),
  })
  .map(({ title, ...more }) => paper(title, more));

describe('Packed papers', () => {
  it('say what the papers said, whatever that was', () => {
    fc.assert(
      fc.property(fc.array(anyPaper, { maxLength: 5 }), (papers) => {
        const opened = packedAndOpened(papers);
        assert.deepEqual(plain(opened), plain(papers));
        assert.deepEqual(opened.map((each) => each.contentHash), papers.map(contentHash)); // prettier-ignore
      }),
      { numRuns: cases(60) },
    );
  });

  it('give BibTeX records back, also those of entries that do not end', () => {
    const { papers } = bibtexReader.read(
      `@string{j = "J"}\n${Array.from({ length: 70 }, (_, i) => `@article{k${i}, title = {T${i}}, journal = j # " x"}`).join('\n')}\n@book{open, title = {Never`,
    );
    assert.equal(papers.length, 71);
    assert.deepEqual(plain(packedAndOpened(papers)), plain(papers));
  });

  it('say the same where they are compressed', () => {
    const papers = Array.from({ length: 64 }, (_, i) => paper(`T${i}`, { abstract: `About ${i}` }));
    const pack = packPapers(papers, 0, compress);
    const open = new OpenPack(pack, new PackReader(decompress));
    const few = packPapers(papers, 0);
    assert.ok(pack.bodies.length < few.bodies.length / 2);
    assert.equal(new PackedPaper(open, 63, placesOf(papers), 63).abstract, 'About 63');
    assert.deepEqual(pack.hashes, few.hashes);
  });

  it('say the same in letters of every script', () => {
    const title = '\ufeffЖизнь 日本語 𝒳 naïve \ud800 half';
    const [opened] = packedAndOpened([paper(title, { authors: [{ literal: '王小明' }, { given: 'Ó' }] })]);
    assert.equal(opened.title, title);
    assert.deepEqual(opened.authors, [{ literal: '王小明' }, { given: 'Ó' }]);
  });

  it('are told apart by their content, and not by their place', () => {
    const [a, b] = packedAndOpened([paper('Same'), paper('Same', { year: 2000 })]);
    const moved = a.movedTo(Int32Array.of(7, 0, 8, 1), 0);
    assert.notEqual(a.contentHash, b.contentHash);
    assert.equal(moved.contentHash, a.contentHash);
    assert.deepEqual(moved.range, { start: { line: 7, character: 0 }, end: { line: 8, character: 1 } });
    assert.equal(moved.movedTo(Int32Array.of(7, 0, 8, 1), 0), moved);
  });
});
