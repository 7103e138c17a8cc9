import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../../src/base/lineIndex';
import { applyEdits } from '../../../../src/base/textEdit';
import { bibFields, rangeInSource } from '../../../../src/library/bibtex/record';
import type { BibRecord } from '../../../../src/library/model/record';
import type { Paper } from '../../../../src/library/model/paper';
import { bibtexReader } from '../../../../src/library/formats/bibtex';
import type { SourceProblem } from '../../../../src/library/model/problem';
import { hostileSize } from '../../support/cases';
import { bibText } from '../bibtex/chunks.test';
import { cases } from '../../support/cases';

const read = (text: string) => bibtexReader.read(text);
const one = (text: string) => read(text).papers[0];
const keys = (text: string) => read(text).papers.map((paper) => paper.statedKey ?? '?');
const problems = (text: string) =>
  read(text).problems.map(({ code, range }) => `${range.start.line + 1}:${range.start.character + 1} ${code}`);
const record = (paper: Paper) => paper.record as BibRecord;

/** The text after the fixes of all its problems. */
function fixed(text: string): string {
  const lines = new LineIndex(text);
  const offset = (at: SourceProblem['range']['start']) => lines.lineStart(at.line) + at.character;
  const edits = read(text).problems.flatMap(({ fix = [] }) =>
    fix.map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText })),
  );
  return applyEdits(text, edits);
}

describe('The BibTeX reader', () => {
  it('reads what lists and search need', () => {
    const paper = one(`@InProceedings{vaswani2017,
      Title = {Attention Is {All} You Need}, author = {Vaswani, Ashish and others},
      booktitle = "Advances in {NeurIPS}", year = 2017, eprint = {1706.03762v5}, archivePrefix = {arXiv},
      doi = {10.1000/a\\_b}, keywords = {a, b}, ids = {old, older}, langid = {english}, url = {https://x.org/~me}}`);
    assert.deepEqual(JSON.parse(JSON.stringify({ ...paper, record: undefined, range: undefined })), {
      statedKey: 'vaswani2017',
      aliases: ['old', 'older'],
      type: 'paper-conference',
      title: 'Attention Is All You Need',
      authors: [{ family: 'Vaswani', given: 'Ashish' }],
      moreAuthors: true,
      year: 2017,
      venue: 'Advances in NeurIPS',
      keywords: ['a', 'b'],
      doi: '10.1000/a_b',
      arxiv: '1706.03762',
      url: 'https://x.org/~me',
      language: 'english',
    });
  });

  it('keeps every field as written, in order, with its range', () => {
    const text = '\n  @Article{k,\n  Title = {A {B}},\n  file = "x.pdf",\n  groups = foo # {bar},\n  TITLE = {C}\n}';
    const paper = one(text);
    assert.deepEqual(
      bibFields(record(paper)).map(({ name, raw, kind }) => [name, raw, kind]),
      [
        ['Title', '{A {B}}', 'braces'],
        ['file', '"x.pdf"', 'quotes'],
        ['groups', 'foo # {bar}', 'concatenation'],
        ['TITLE', '{C}', 'braces'],
      ],
    );
    const place = { uri: 'x', range: paper.range };
    assert.deepEqual(rangeInSource(record(paper), place, bibFields(record(paper))[1].valueRange).start, {
      line: 3,
      character: 9,
    });
    assert.deepEqual(rangeInSource(record(paper), place, { start: 0, end: 1 }).start, { line: 1, character: 2 });
    assert.equal(paper.title, 'A B');
  });

  it('joins strings and knows the months', () => {
    const paper = one(
      '@string{ASA = "Acoustical " # soc, soc = {Society}}\n@string{soc = {Society}}\n@article{k, journal = {J. } # asa, month = jan}',
    );
    assert.equal(paper.venue, 'J. Acoustical soc');
    assert.deepEqual(problems('@article{k, month = 3 # "~" # mar, journal = nowhere}'), ['1:46 unknown-string']);
  });

  it('tells of abbreviations that nobody has defined before, where they stand', () => {
    const tells = (text: string, ...expected: string[]) => assert.deepEqual(problems(text), expected);
    tells('@string{a = a}', '1:13 unknown-string');
    tells('\n@string{a = b}\n@string{b = a}', '2:13 unknown-string');
    tells('@string{a = "x" # c # jan # d}', '1:19 unknown-string', '1:29 unknown-string');
    tells('@string{a = "x"}\n@string{a = A # "y"}');
    tells('@string{a = a}\n@book{k, title = a, note = b}', '1:13 unknown-string', '2:28 unknown-string');
  });

  it('inherits by crossref and xdata, forward, in chains, without end', () => {
    const text = `@inproceedings{child, title = {Child}, crossref = {Parent}}
@xdata{place, publisher = {P}, xdata = {more}}
@proceedings{parent, title = {The Proceedings}, year = 2001, editor = {E. Ditor}, xdata = {place}}
@xdata{more, keywords = {x, y}}
@book{a, title = {A}, crossref = {b}}
@book{b, publisher = {Q}, crossref = {a}}
@book{lost, crossref = {nobody}}`;
    const [child, parent, a] = read(text).papers;
    assert.equal(child.venue, 'The Proceedings');
    assert.equal(child.year, 2001);
    assert.deepEqual(child.keywords, ['x', 'y']);
    assert.equal(record(child).resolved?.publisher, 'P');
    assert.equal(parent.venue, 'P');
    assert.equal(a.venue, 'Q');
    assert.deepEqual(keys(text), ['child', 'parent', 'a', 'b', 'lost']);
    assert.deepEqual(problems(text).at(-1), '7:24 undefined-crossref');
  });

  it('takes a title of many braces for a problem', () => {
    const many = hostileSize(1_000_000);
    const deep = `@a{k, title = {${'{'.repeat(many)}x${'}'.repeat(many)}}}\n@b{l, title = {L}}`;
    assert.deepEqual(problems(deep), ['1:7 too-deep']);
    assert.deepEqual(keys(deep), ['k', 'l']);
    const open = `@a{k, title = {${'{'.repeat(many)}}\n@b{l, title = {L}}`;
    assert.deepEqual(keys(open), ['k', 'l']);
  });

  describe('says what is wrong where, and loads the rest', () => {
    const after = '\n@misc{after, title = {After}}';
    const check = (text: string, problem: string, title: string, put?: string) => {
      assert.deepEqual(problems(text + after), [problem]);
      assert.deepEqual(
        read(text + after).papers.map((paper) => paper.title),
        [title, 'After'],
      );
      if (put !== undefined) assert.equal(fixed(text + after), put + after);
      if (put !== undefined) assert.deepEqual(problems(put + after), []);
    };

    it('a missing comma', () => {
      check('@a{k,\n title = {T}\n year = 2000}', '2:12 missing-comma', 'T', '@a{k,\n title = {T},\n year = 2000}');
      check('@a{k\n title = {T}}', '1:4 missing-comma', 'T', '@a{k,\n title = {T}}');
      check('@a{k title = {T}}', '1:4 missing-comma', 'T', '@a{k, title = {T}}');
    });

    it('a missing key', () => {
      check('@a{title = {The Title}}', '1:4 missing-key', 'The Title', '@a{title,title = {The Title}}');
      check('@a{,\n title = {The Title}}', '1:4 missing-key', 'The Title', '@a{title,\n title = {The Title}}');
    });

    it('an unbalanced brace or quote', () => {
      check(
        '@a{k,\n title = {T,\n year = 2000\n}',
        '2:10 unbalanced-brace',
        'T',
        '@a{k,\n title = {T},\n year = 2000\n}',
      );
      check(
        '@a{k,\n title = "T,\n year = 2000\n}',
        '2:10 unbalanced-quote',
        'T',
        '@a{k,\n title = "T",\n year = 2000\n}',
      );
      check('@a{k,\n title = {T}', '1:1 unbalanced-brace', 'T', '@a{k,\n title = {T}\n}');
      check(
        '@a{k,\n title = {T}},\n year = {2000}\n}',
        '2:13 extra-brace',
        'T',
        '@a{k,\n title = {T},\n year = {2000}\n}',
      );
    });

    it('text where none should be', () => {
      check('@a{k,\n title {T},\n title = {U}}', '2:2 unexpected-text', 'U');
      check('@a{k,\n title = "a "b" c",\n year = 2000}', '2:14 unexpected-text', 'a');
    });

    it('a field that stands twice', () => {
      check('@a{k,\n title = {T},\n Title = {U}}', '3:2 duplicate-field', 'T');
    });
  });

  it('loads all others of a file with one entry cut, doubled or damaged', () => {
    const entry = (i: number) =>
      `@article{k${i},\n  title = {Title ${i}},\n  author = "A. U. Thor",\n  year = ${2000 + i}\n}\n\n`;
    const file = [0, 1, 2, 3, 4].map(entry);
    const others = (text: string, without: number) => {
      const titles = new Set(read(text).papers.map(({ title }) => title));
      return [0, 1, 2, 3, 4].filter((i) => i !== without).every((i) => titles.has(`Title ${i}`));
    };
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.nat(60),
        fc.constantFrom('', '{', '}', '"', '@', ',', '}}', '\\'),
        fc.nat(3),
        (which, at, junk, cut) => {
          const victim = file[which];
          const damaged = victim.slice(0, at) + junk + victim.slice(at + cut);
          assert.ok(others(file.with(which, damaged).join(''), which), damaged);
          assert.ok(others(file.with(which, `${victim.slice(0, at)}\n`).join(''), which), `cut at ${at}`);
          assert.ok(others(file.with(which, victim.trimEnd() + victim).join(''), -1));
        },
      ),
      { numRuns: cases(150) },
    );
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(bibText, (text) => {
        const lines = new LineIndex(text).lineCount;
        for (const { range } of [...read(text).papers, ...read(text).problems]) {
          assert.ok(range.start.line <= range.end.line && range.end.line < lines);
        }
      }),
      { numRuns: cases(200) },
    );
  });
});
