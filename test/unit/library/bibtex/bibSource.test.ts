import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibSource } from '../../../../src/library/bibtex/bibSource';
import { bibText } from './chunks.test';
import { cases } from '../../support/cases';

const entry = (key: string, more = '') => `@article{${key},\n  title = {${key}}${more}\n}\n`;

describe('A BibTeX source read again', () => {
  it('keeps what did not change', () => {
    const source = new BibSource();
    const [a, b] = source.update(entry('a') + entry('b')).papers;
    const again = source.update(`${entry('new')}${entry('a')}${entry('b', ', year = 2000')}`).papers;
    assert.equal(again[1].record, a.record);
    assert.notEqual(again[2].record, b.record);
    assert.equal(again[1].range.start.line, 3);
    assert.equal(source.update(`${entry('new')}${entry('a')}`).papers[1], again[1]);
  });

  it('follows macros and parents', () => {
    const source = new BibSource();
    const child = '@incollection{c, title = {C}, crossref = {p}, note = m}\n';
    const parent = (title: string) => `@collection{p, title = {${title}}}\n`;
    const read = (text: string) => source.update(text).papers[0];
    assert.equal(read(child + parent('Old')).venue, 'Old');
    assert.equal(read(child + parent('New')).venue, 'New');
    const record = (text: string) => read(text).record as { resolved?: Record<string, string> };
    assert.equal(record(`${child}@string{m = {x}}`).resolved?.note, 'x');
    assert.equal(record(`${child}@string{m = {y}}`).resolved?.note, 'y');
    assert.deepEqual(
      source.update(child).problems.map(({ code }) => code),
      ['unknown-string', 'undefined-crossref'],
    );
  });

  it('tells of what an abbreviation lacks until it is there', () => {
    const source = new BibSource();
    const codes = (text: string, given?: ReadonlyMap<string, string>) =>
      source.update(text, given).problems.map(({ code }) => code);
    const text = '@string{long = short # "er"}\n';
    assert.deepEqual(codes(text), ['unknown-string']);
    assert.deepEqual(codes(`@string{short = "S"}\n${text}`), []);
    assert.deepEqual(codes(`${text}@string{short = "S"}\n`), ['unknown-string']);
    assert.deepEqual(codes(text, new Map([['short', 'S']])), []);
    assert.deepEqual(codes(text), ['unknown-string']);
  });

  it('is the same as one read anew', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(bibText, fc.nat(200), fc.nat(20)), { minLength: 1, maxLength: 5 }), (edits) => {
        const source = new BibSource();
        let text = entry('a') + entry('b') + entry('c') + entry('d');
        for (const [added, at, cut] of edits) {
          text = text.slice(0, at) + added + text.slice(at + cut);
          assert.deepEqual(source.update(text), new BibSource().update(text));
        }
      }),
      { numRuns: cases(100) },
    );
  });

  it('tells of a text that ends inside an entry', () => {
    assert.equal(new BibSource().update(entry('a')).incomplete, false);
    assert.equal(new BibSource().update(entry('a').slice(0, -3)).incomplete, true);
  });
});
