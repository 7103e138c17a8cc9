import * as assert from 'node:assert/strict';
import { wordList } from '../../../src/base/wordList';

describe('Names in a sentence', () => {
  const reads = (language: string, names: string, all: string, one: string): Mocha.Test =>
    it(`${names || 'none'} in ${language}`, () => {
      const list = names.split(' ').filter(Boolean);
      assert.equal(wordList(list, language), all);
      assert.equal(wordList(list, language, 'disjunction'), one);
    });

  reads('en', '', '', '');
  reads('en', 'a', 'a', 'a');
  reads('en', 'a b', 'a and b', 'a or b');
  reads('en', 'a b c', 'a, b, and c', 'a, b, or c');
  reads('en-gb', 'a b c', 'a, b and c', 'a, b or c');
  reads('de', 'a b c', 'a, b und c', 'a, b oder c');
  reads('fr', 'a b c', 'a, b et c', 'a, b ou c');
  reads('ja', 'a b c', 'a、b、c', 'a、b、またはc');
  reads('zh-cn', 'a b', 'a和b', 'a或b');
});
