import assert from 'node:assert/strict';
import { clusterOf } from '../../../../src/citations/csl/clusterOf';
import { SYNTAXES, type SyntaxId } from '../../../../src/citations/syntaxes';

describe('A citation of a document', () => {
  const isAlone = (syntax: SyntaxId, text: string, expected: boolean) =>
    it(`is ${expected ? 'its number alone' : 'behind its author'} in styles of numbers: ${text} (${syntax})`, () => {
      const [found] = SYNTAXES[syntax].find(text);
      const { form, numberAlone = false } = clusterOf(text, found, SYNTAXES[syntax]);
      assert.deepEqual([form, numberAlone], ['narrative', expected]);
    });

  // Pandoc names no author there.
  isAlone('pandoc', '@smith says', true);
  isAlone('pandoc', '@smith [p. 3] says', true);
  isAlone('pandoc', '{cite:t}`smith` says', false);
  isAlone('myst', '@smith says', false);
  isAlone('latex', '\\textcite{smith} says', false);
  isAlone('typst', '#cite(<smith>, form: "prose") says', false);
  isAlone('org', '[cite/t:@smith] says', false);
  isAlone('rst', ':cite:t:`smith` says', false);
});
