import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanChunks } from '../../../../src/library/bibtex/chunks';
import { cases } from '../../support/cases';

const starts = (text: string) =>
  scanChunks(text)
    .filter(({ kind }) => kind !== 'text')
    .map(
      ({ kind, start, closed }) =>
        `${kind} ${text.slice(start).match(/[^\s{(]*[{(]\s*([^,=\s}]*)/)?.[1]}${closed ? '' : '…'}`,
    );

/** Pieces that .bib files, sound and broken, are made of. */
export const bibText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@article{a,\n',
        '@book{b, ',
        '@string{s = "x"}',
        '@comment{',
        '@misc(',
        'title = {T}',
        ' year = 2000',
        ',\n',
        '}\n',
        '{',
        '}',
        '"',
        ')',
        '@',
        '\n',
        '\r\n',
        ' # ',
        '%',
        '\\',
      ),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

describe('The chunk scanner', () => {
  it('finds entries, strings, preambles and comments', () => {
    const text = 'note @x{y}\n@article{a,}\n  @Book (b, x = "(:" )\n@STRING{s = 1}@preamble{p}\n@comment{c}\n';
    assert.deepEqual(starts(text), ['entry a', 'entry b', 'string s', 'preamble p', 'comment c']);
  });

  it('starts nothing inside a balanced field', () => {
    assert.deepEqual(starts('@a{k, abstract = {see\n@book{x, title = {y}}\n}}\n@b{l,}'), ['entry k', 'entry l']);
    assert.deepEqual(starts('@a{k, note = "\n@book{x, y = 1}\n"}\n@b{l,}'), ['entry k', 'entry l']);
  });

  it('ends an entry without its brace where the next one starts', () => {
    assert.deepEqual(starts('@a{k,\n title = {x}\n\n@b{l,}'), ['entry k…', 'entry l']);
    assert.deepEqual(starts('@a{k,\n title = {x,\n year = 1}\n\n@b{l,}\n@c{m,}'), ['entry k…', 'entry l', 'entry m']);
    assert.deepEqual(starts('@a{k,\n title = {x,\n\n@b{l,}\n@c{m,}'), ['entry k…', 'entry l', 'entry m']);
    assert.deepEqual(starts('@a{k,\n title = "x,\n\n}\n@c{m,}'), ['entry k', 'entry m']);
  });

  it('does not let a brace too many in one entry make up for one that another lacks', () => {
    const entries = ['k', 'l', 'm', 'n', 'o'].map((key) => `@a{${key}, title = {x}}\n`);
    const text = entries.join('').replace('{x', '{{x') + '@b{p, title = {x}}}';
    assert.deepEqual(starts(text), ['entry k…', 'entry l', 'entry m', 'entry n', 'entry o', 'entry p']);
  });

  it('takes no e-mail address and no comment line for an entry', () => {
    assert.deepEqual(starts('me@home{x}\n% @book{a,}\n@ nothing\n@book{b,}'), ['entry b']);
  });

  it('cuts any text into chunks that join to it', () => {
    fc.assert(
      fc.property(bibText, (text) => {
        let end = 0;
        for (const chunk of scanChunks(text)) {
          assert.equal(chunk.start, end);
          assert.ok(chunk.end > chunk.start);
          end = chunk.end;
        }
        assert.equal(end, text.length);
      }),
      { numRuns: cases(300) },
    );
  });
});
