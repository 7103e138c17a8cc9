import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/base/textEdit';
import { LineIndex } from '../../../../src/base/lineIndex';
import { Library } from '../../../../src/library/library';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';
import type { FormatId } from '../../../../src/library/formats/reader';
import { READERS } from '../../../../src/library/formats/readers';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import type { FieldValue, SourceChange } from '../../../../src/library/writing/sourceChange';
import { bibSource, jsonSource, risSource, yamlSource, type RandomSource } from './sources';
import { cases } from '../../support/cases';

const FORMATS: readonly { format: FormatId; sources: fc.Arbitrary<RandomSource>; field: string; own: string }[] = [
  { format: 'bibtex', sources: bibSource, field: 'doi', own: 'note' },
  { format: 'csl-json', sources: jsonSource, field: 'DOI', own: 'note' },
  { format: 'csl-yaml', sources: yamlSource, field: 'DOI', own: 'note' },
  { format: 'ris', sources: risSource, field: 'DO', own: 'N1' },
];

/** Tries a rule on a few random cases. */
function check<T>(property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns: cases(20) });
}

/** The text after a change; fails where it is refused. */
function changed(format: FormatId, text: string, change: SourceChange): string {
  const edits = changeSource(format, text, change);
  assert.ok(!isRefusal(edits), `${JSON.stringify(edits)} for ${JSON.stringify(change)} of\n${text}`);
  return applyEdits(text, edits);
}

/** What breaks files. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '}',
        '{',
        '"',
        "'",
        ',',
        '=',
        '#',
        '%',
        '\\',
        '@',
        '\n',
        '\r\n',
        '\t',
        ' ',
        '\u2028',
        '\0',
        '$',
        '&',
        '~',
        '`',
        '|',
        '>',
        '- ',
        ': ',
      ),
      fc.constantFrom(
        '}\n@string{jan={x}}\n@misc{y',
        'ER  - \n',
        'TY  - BOOK',
        '@misc(a,\n',
        '*a',
        '&a',
        '!!js',
        '---\n',
        '...',
        '# c',
        ']',
        '},{',
        'é',
        '\u0085',
      ),
      fc.stringMatching(/^[a-z]{1,4}$/),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** An entry with odd fields, as another source states it. */
function entryWith(format: FormatId, { title, venue, abstract, year, name }: Readonly<Record<string, string>>) {
  const item = {
    id: 'added',
    type: 'article-journal',
    title: `T ${title}`,
    'container-title': venue,
    abstract,
    issued: { literal: year },
    author: [{ family: name, given: name }, { literal: name }],
  };
  const library = new Library();
  library.setSource('x', read('csl-json', JSON.stringify([item])));
  return writtenEntry(library.entries()[0], format);
}

function read(format: FormatId, text: string) {
  return READERS.find((reader) => reader.format === format)!.read(text);
}

/** The paper that stands at an offset. */
function paperAt(format: FormatId, text: string, at: number) {
  const { line, character } = new LineIndex(text).position(at);
  return read(format, text).papers.find(
    ({ range }) => range.start.line === line && range.start.character === character,
  );
}

/** The records of all papers but the one that stands at an offset. */
function others(format: FormatId, text: string, at: number) {
  const target = paperAt(format, text, at);
  assert.ok(target, text);
  return read(format, text)
    .papers.filter(
      ({ range }) =>
        range.start.line !== target.range.start.line || range.start.character !== target.range.start.character,
    )
    .map(({ record }) => record);
}

/** What a source says, entry by entry. */
function said(format: FormatId, text: string) {
  const { papers, problems } = read(format, text);
  return {
    papers: papers.map(({ range: _, ...paper }) => ({
      ...paper,
      record: 'item' in paper.record ? paper.record : null,
    })),
    problems: problems.map(({ code }) => code),
  };
}

describe('Changing a source', () => {
  for (const { format, sources, field, own } of FORMATS) {
    const targets = sources.chain(({ text, starts }) =>
      fc.record({ text: fc.constant(text), at: fc.constantFrom(...starts) }),
    );
    const value: fc.Arbitrary<FieldValue> = fc.constantFrom('10.1000/xyz', 'a, b; c', '3');

    describe(`in ${format}`, () => {
      it('gives a key and takes it back with every byte', () => {
        check(
          fc.property(targets, ({ text, at }) => {
            const key = text.slice(at).match(/key\d/)![0];
            const there = changed(format, text, { kind: 'replaceKey', at, key: 'other2020' });
            assert.notEqual(there, text);
            assert.equal(changed(format, there, { kind: 'replaceKey', at, key }), text);
          }),
        );
      });

      it('sets a new field and removes it with every byte', () => {
        check(
          fc.property(targets, value, ({ text, at }, newValue) => {
            const there = changed(format, text, { kind: 'setFields', at, fields: [[field, newValue]] });
            assert.equal(changed(format, there, { kind: 'setFields', at, fields: [[field, undefined]] }), text);
          }),
        );
      });

      it('removes a field and sets it again', () => {
        check(
          fc.property(targets, ({ text, at }) => {
            const fields = [[own, 'plain']] as const;
            const set = changed(format, text, { kind: 'setFields', at, fields });
            const without = changed(format, set, { kind: 'setFields', at, fields: [[own, undefined]] });
            assert.deepEqual(
              said(format, changed(format, without, { kind: 'setFields', at, fields })),
              said(format, set),
            );
          }),
        );
      });

      it('removes an entry and leaves the others as they are', () => {
        check(
          fc.property(sources, fc.nat(), ({ text, starts }, n) => {
            const index = n % starts.length;
            const after = changed(format, text, { kind: 'removeEntry', at: starts[index] });
            assert.deepEqual(
              said(format, after).papers,
              said(format, text).papers.filter((_, i) => i !== index),
            );
          }),
        );
      });

      it('holds any text as a value, and nothing else changes', () => {
        check(
          fc.property(targets, hostile, ({ text, at }, newValue) => {
            const after = changed(format, text, { kind: 'setFields', at, fields: [[own, newValue]] });
            assert.deepEqual(others(format, after, at), others(format, text, at));
          }),
        );
      });

      it('takes a key or refuses it, and nothing else changes', () => {
        check(
          fc.property(targets, hostile, ({ text, at }, key) => {
            const edits = changeSource(format, text, { kind: 'replaceKey', at, key });
            if (isRefusal(edits)) return;
            const after = applyEdits(text, edits);
            assert.equal(paperAt(format, after, at)?.statedKey, key.normalize('NFC'));
            assert.deepEqual(others(format, after, at), others(format, text, at));
          }),
        );
      });

      it('takes an entry of any fields, and nothing else changes', () => {
        check(
          fc.property(
            sources,
            fc.record({ title: hostile, venue: hostile, abstract: hostile, year: hostile, name: hostile }),
            ({ text }, fields) => {
              const entry = entryWith(format, fields);
              const edits = changeSource(format, text, { kind: 'add', entries: [entry] });
              if (isRefusal(edits)) return assert.equal(edits.code, 'not-there', fields.title);
              const [before, after] = [said(format, text), said(format, applyEdits(text, edits))];
              assert.deepEqual(after.papers.slice(0, -1), before.papers);
              assert.deepEqual(after.problems, before.problems);
            },
          ),
        );
      });
    });
  }
});
