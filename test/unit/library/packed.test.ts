import assert from 'node:assert/strict';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import type { CslName } from '../../../src/library/csl';
import type { Draft } from '../../../src/library/entry';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { Bodies } from '../../../src/library/packed/bodies';
import { contentHash, packDrafts } from '../../../src/library/packed/pack';
import { OpenPack } from '../../../src/library/packed/openPack';
import { PackedDraft } from '../../../src/library/packed/packedDraft';
import { placesOf } from '../../../src/library/packed/places';
import { anyText, draft, plainDraft } from './drafts';

/** The drafts out of as many packs as it takes. */
function packedAndOpened(drafts: readonly Draft[]): PackedDraft[] {
  const bodies = new Bodies((bytes) => inflateRawSync(bytes));
  const places = placesOf(drafts);
  const opened: PackedDraft[] = [];
  while (opened.length < drafts.length) {
    const pack = packDrafts(drafts, opened.length, (bytes) => new Uint8Array(deflateRawSync(bytes)));
    const open = new OpenPack(structuredClone(pack), bodies);
    for (let i = 0; i < pack.rows.length; i++) opened.push(new PackedDraft(open, i, places, opened.length));
  }
  return opened;
}

const plain = (drafts: readonly Draft[]): unknown => JSON.parse(JSON.stringify(drafts.map(plainDraft)));
/** Texts with the characters that mean something inside a pack. */
const text = fc.oneof(
  anyText,
  fc.array(fc.constantFrom('\0', '\x1b', '\x1e', '\x1f', '"', 'a'), { maxLength: 4 }).map((all) => all.join('')),
);
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const name: fc.Arbitrary<CslName> = fc.record(
  { family: text, given: text, literal: text, 'non-dropping-particle': text },
  { requiredKeys: [] },
);
const anyDraft = fc
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
  })
  .map(({ title, ...more }) => draft(title, more));

describe('Packed drafts', () => {
  it('say what the drafts said, whatever that was', () => {
    fc.assert(
      fc.property(fc.array(anyDraft, { maxLength: 5 }), (drafts) => {
        const opened = packedAndOpened(drafts);
        assert.deepEqual(plain(opened), plain(drafts));
        assert.deepEqual(opened.map((each) => each.contentHash), drafts.map(contentHash)); // prettier-ignore
      }),
      { numRuns: 60 },
    );
  });

  it('give BibTeX records back, also those of entries that do not end', () => {
    const { drafts } = bibtexReader.read(
      `@string{j = "J"}\n${Array.from({ length: 70 }, (_, i) => `@article{k${i}, title = {T${i}}, journal = j # " x"}`).join('\n')}\n@book{open, title = {Never`,
    );
    assert.equal(drafts.length, 71);
    assert.deepEqual(plain(packedAndOpened(drafts)), plain(drafts));
  });

  it('say the same where they are so many that they are compressed', () => {
    const drafts = Array.from({ length: 20_000 }, (_, i) => draft(`T${i}`, { abstract: `About ${i}` }));
    const deflate = (bytes: Uint8Array) => new Uint8Array(deflateRawSync(bytes));
    const pack = packDrafts(drafts, 0, deflate);
    const open = new OpenPack(pack, new Bodies((bytes) => inflateRawSync(bytes)));
    const few = packDrafts(drafts.slice(0, 64), 0, deflate);
    assert.ok(pack.bodies.length < few.bodies.length / 2);
    assert.equal(new PackedDraft(open, 63, placesOf(drafts), 63).abstract, 'About 63');
    assert.deepEqual(pack.hashes, few.hashes);
  });

  it('are told apart by their content, and not by their place', () => {
    const [a, b] = packedAndOpened([draft('Same'), draft('Same', { year: 2000 })]);
    const moved = a.movedTo(Int32Array.of(7, 0, 8, 1), 0);
    assert.notEqual(a.contentHash, b.contentHash);
    assert.equal(moved.contentHash, a.contentHash);
    assert.deepEqual(moved.range, { start: { line: 7, character: 0 }, end: { line: 8, character: 1 } });
    assert.equal(moved.movedTo(Int32Array.of(7, 0, 8, 1), 0), moved);
  });
});
