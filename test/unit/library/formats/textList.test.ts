import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textListReader } from '../../../../src/library/formats/textList';
import { anyText } from '../papers';
import { cases } from '../../support/cases';

const titles = (text: string) => textListReader.read(text).papers.map((paper) => paper.title);
const problems = (text: string) =>
  textListReader.read(text).problems.map((problem) => `${problem.range.start.line + 1}: ${problem.code}`);

const A = 'Alpha Networks\nWe study alpha.\n';
const B = 'Beta Fields: What Are They?\nWe study beta.\n';
const C = 'Gamma Rays\nWe study gamma.\n';

describe('The text list reader', () => {
  it('reads title and abstract in turn', () => {
    const { papers } = textListReader.read(A + B);
    assert.deepEqual(
      papers.map((paper) => [paper.title, paper.abstract]),
      [
        ['Alpha Networks', 'We study alpha.'],
        ['Beta Fields: What Are They?', 'We study beta.'],
      ],
    );
    assert.deepEqual(papers[1].range, { start: { line: 2, character: 0 }, end: { line: 3, character: 14 } });
  });

  it('reads lines that do not tell titles from abstracts by position', () => {
    assert.deepEqual(titles('One\nabout one\nTwo\nabout two'), ['One', 'Two']);
  });

  it('does not mind blank lines, line endings and spaces', () => {
    assert.deepEqual(titles(`\n\n  ${(A + B).replaceAll('\n', '  \r\n\r\n')}`), titles(A + B));
    assert.deepEqual(titles((A + B).replaceAll('\n', '\r')), titles(A + B));
  });

  it('leaves out banner lines and the glued button text', () => {
    const page = `Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\nSubscribe${A}`;
    assert.deepEqual(titles(page), ['Alpha Networks']);
    assert.equal(textListReader.read(page).papers[0].range.start.character, 'Subscribe'.length);
    assert.deepEqual(titles(`${A}Subscribers of Journals\nA study.`), ['Alpha Networks', 'Subscribers of Journals']);
    assert.deepEqual(titles(A + page), ['Alpha Networks', 'Alpha Networks']);
  });

  it('loses only the paper whose abstract is missing', () => {
    assert.deepEqual(titles(`${A}Lost Title\n${B}`), ['Alpha Networks', 'Beta Fields: What Are They?']);
    assert.deepEqual(problems(`${A}Lost Title\n${B}`), ['3: title-without-abstract']);
    assert.deepEqual(problems(`Lost\nGone\n${A}${B}`), ['1: title-without-abstract', '2: title-without-abstract']);
  });

  it('tells of a list that breaks off', () => {
    assert.deepEqual(problems(`${A}${B}Gamma Rays`), ['5: title-without-abstract']);
    assert.deepEqual(problems('Lonely title'), ['1: title-without-abstract']);
  });

  it('tells of an abstract that belongs to no title', () => {
    const stray = `${'A long stray sentence. '.repeat(30)}\n`;
    assert.deepEqual(titles(A + stray + C), ['Alpha Networks', 'Gamma Rays']);
    assert.deepEqual(problems(A + stray + C), ['3: abstract-without-title']);
  });

  it('reads who wrote a paper where a line says so', () => {
    const authors = (text: string) =>
      textListReader
        .read(text)
        .papers.map((paper) => paper.authors.map(({ family, literal }) => family ?? literal).join());
    assert.deepEqual(authors(`Alpha Networks\nAuthors: Ann Smith, Jo van den Berg and Li Wu\nWe study alpha.\n${B}`), [
      'Smith,Berg,Wu',
      '',
    ]);
    assert.deepEqual(authors(`${A}**Authors:** Smith, Ann; Doe, Jo.\n${B}`), ['Smith,Doe', '']);
    assert.deepEqual(authors(`${A}\n**Author**: Plato\n${B}`), ['Plato', '']);
    assert.deepEqual(problems(`${A}Authors: Ann Smith\n${B}`), []);
    assert.deepEqual(titles(`Authors: Ann Smith\n${A}`), ['Alpha Networks']);
    assert.deepEqual(titles('Authors and Readers: A Study\nWe study both.\n'), ['Authors and Readers: A Study']);
  });

  it('throws at nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyText, fc.constantFrom('\r', '\n', A, B))), (parts) => {
        const { papers, problems } = textListReader.read(parts.join(''));
        assert.ok(papers.length * 2 + problems.length <= parts.join('\n').split(/[\r\n]/).length);
      }),
      { numRuns: cases(50) },
    );
  });
});
