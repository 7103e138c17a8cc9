import assert from 'node:assert/strict';
import { readLibrary } from '../../../cases';

const times = (count: number, text: string) => text.repeat(count);

describe('Lists that nobody would write', () => {
  /** @param expected the titles, the first ones of many, and the codes of the problems, each once */
  const reads = (what: string, name: string, text: string, ...expected: readonly string[]) =>
    it(`${what}: ${expected.join(', ') || 'nothing'}`, () => {
      const { entries, problems } = readLibrary(name, text);
      const titles = entries.slice(0, 3).map(({ csl }) => csl.title?.replace(/<[^>]*>/g, '').slice(0, 20) ?? '');
      assert.deepEqual([...titles, ...new Set(problems.map(({ code }) => code))], expected);
      assert.equal(({} as Record<string, unknown>).title, undefined, 'no object has what a list says');
    });

  reads('braces in braces', 'x.bib', `@book{a, title = {${times(5000, '{')}x${times(5000, '}')}}}`, 'x', 'too-deep');
  reads('a text of very many parts', 'x.bib', `@book{a, title = ${times(5000, '"x" # ')}"y"}`, times(20, 'x'));
  // More than a call of a function takes.
  const names = `${times(150_000, 'b # ')}b`;
  reads(
    'a text of more names than there can be',
    'x.bib',
    `@book{a, title = {T}, note = ${names}}`,
    'T',
    'unknown-string',
  );
  reads('an abbreviation of as many', 'x.bib', `@string{c = ${names}}@book{a, title = {T}}`, 'T', 'unknown-string');
  reads('an abbreviation of itself', 'x.bib', '@string{a = a}@book{b, title = a}', 'a', 'unknown-string');
  reads(
    'abbreviations of each other',
    'x.bib',
    '@string{a = b}@string{b = a}@book{c, title = a}',
    'b',
    'unknown-string',
  );
  reads('a parent of itself', 'x.bib', '@book{a, crossref = {a}, title = {T}}', 'T', 'undefined-crossref');
  reads(
    'parents of each other',
    'x.bib',
    '@book{a, crossref={b}, title={A}}@book{b, crossref={a}, title={B}}',
    'A',
    'B',
  );
  reads(
    'parts of each other',
    'x.bib',
    '@book{a, xdata={b}}@xdata{b, xdata={b}, title={B}}',
    'B',
    'undefined-crossref',
  );
  reads('a set of itself', 'x.bib', '@set{s, entryset={s,s,a}}@book{a,title={A}}', '', 'A');
  reads('a year of digits', 'x.bib', `@book{a, year={${times(5000, '9')}}, title={T}}`, 'T');
  reads('a date beyond dates', 'x.bib', '@book{a, date={9999999-99-99/..}, title={T}}', 'T');
  reads('one field very often', 'x.bib', `@book{a, ${times(5000, 'title = {V}, ')}}`, 'V', 'duplicate-field');
  reads(
    'members of every object',
    'x.bib',
    '@book{__proto__, title={A}}@book{constructor, toString={x}, title={B}}',
    'A',
    'B',
  );
  reads('an abbreviation called so', 'x.bib', '@string{__proto__ = {x}}@book{a, title=__proto__}', 'x');
  reads('a type called so', 'x.bib', '@__proto__{a, title={T}}', 'T');
  reads('signs alone', 'x.bib', times(100_000, '@'));
  reads('comments alone', 'x.bib', times(20_000, '@comment'));

  reads('brackets without end', 'x.json', times(100_000, '['), 'invalid-json');
  reads(
    'a member deeper than any',
    'x.json',
    `[{"id":"a","title":"T","x":${times(5e4, '[')}${times(5e4, ']')}}]`,
    'invalid-json',
  );
  reads('a key that is an object', 'x.json', '[{"id":{"toString":1},"title":"T"}]', 'not-csl');
  reads('names of every kind', 'x.json', '[{"id":"a","title":"T","author":[{"family":{"x":1}},null,1,"s"]}]', 'T');
  reads(
    'dates of every kind',
    'x.json',
    '[{"id":"a","title":"T","issued":{"date-parts":[[null,{}]]}}]',
    'T',
    'wrong-field-type',
  );
  reads('what would be of every object', 'x.json', '[{"__proto__":{"title":"P"},"id":"a","title":"T"}]', 'T');
  reads('halves of characters', 'x.json', `[{"id":"a","title":"x${times(9, '\\ud800')}"}]`, `x${times(9, '\ud800')}`);

  reads('an alias of what it is in', 'x.yaml', 'references: &r\n- {id: a, title: A, x: *r}\n', 'A', 'wrong-field-type');
  reads('a merge of what it is in', 'x.yaml', 'references:\n- &x {id: a, title: T, <<: *x}\n', 'T', 'wrong-field-type');
  reads('lists in lists', 'x.yaml', `${times(5000, '- ')}x`, 'invalid-yaml');
  reads('a function', 'x.yaml', '!!js/function "x"\n', 'not-csl');
  reads('bytes for a list', 'x.yaml', 'references: !!binary aGk=\n', 'not-csl');
  reads('a tab before the list', 'x.yaml', 'references:\n\t- id: a\n', 'invalid-yaml');

  reads('starts without end', 'x.ris', times(20_000, 'TY  - '), '', 'missing-end');
  reads('a title of a megabyte', 'x.txt', times(1_000_000, 'x'), 'abstract-without-title');
  reads('lines without text', 'x.txt', times(300_000, '\n'));
});
