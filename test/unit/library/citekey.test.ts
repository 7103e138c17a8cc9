import assert from 'node:assert/strict';
import { makeCitekey, normaliseTitle, significantWords, paperHash } from '../../../src/library/keys/citekey';
import type { CslName } from '../../../src/library/model/csl';
import { paper } from './papers';

describe('A made citekey', () => {
  const key = (title: string, author?: CslName, year?: number) =>
    makeCitekey(paper(title, { authors: author ? [author] : [], year }));

  it('is family name, year and first significant word', () => {
    assert.equal(key('Attention Is All You Need', { family: 'Vaswani' }, 2017), 'vaswani2017attention');
    assert.equal(key('The Lämmer', { family: 'Lämmermann' }, 1999), 'lammermann1999lammer');
    assert.equal(key('WaveNet', { family: 'Oord', 'non-dropping-particle': 'van den' }, 2016), 'vandenoord2016wavenet');
    assert.equal(key('GPT-4 Technical Report', { literal: 'The OpenAI Group' }, 2023), 'openai2023gpt4');
  });

  it('is three significant words where the author or the year is not known', () => {
    assert.equal(key('Pointer Networks'), 'pointernetworks');
    assert.equal(key('Transformers learn in-context by gradient descent'), 'transformerslearnincontext');
    assert.equal(key('Pointer Networks', { family: 'Vinyals' }), 'pointernetworks');
    assert.equal(key('Pointer Networks', { family: '李' }, 2015), 'pointernetworks');
    assert.equal(key('To Be or Not to Be'), 'tobeor');
  });

  it('is a hash for a title without Latin letters', () => {
    assert.match(key('注意力就是你所需要的'), /^paper-[0-9a-z]{6}$/);
    assert.equal(key('注意力'), key(' 注意力! '));
    assert.notEqual(key('注意力'), key('注意'));
    assert.match(key(''), /^paper-[0-9a-z]{6}$/);
  });
});

describe('Titles', () => {
  it('are the same without case, diacritics, punctuation and spacing', () => {
    assert.equal(normaliseTitle('  Über—Graphs:  A  Survey. '), 'uber graphs a survey');
    assert.equal(paperHash({ title: 'A b-C' }), paperHash({ title: 'a B c' }));
  });

  it('keep hyphened words glued', () => {
    assert.deepEqual(significantWords('Can GPT-3.5 do in-context learning?'), ['gpt35', 'incontext', 'learning']);
  });
});
