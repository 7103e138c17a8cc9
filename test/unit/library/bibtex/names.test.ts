import assert from 'node:assert/strict';
import { parseNames } from '../../../../src/library/bibtex/bibNames';
import type { CslName } from '../../../../src/library/model/csl';

describe('BibTeX names', () => {
  const check = (source: string, ...names: CslName[]) => assert.deepEqual(parseNames(source).names, names, source);

  it('are split at and outside braces', () => {
    check(
      'A. Alpha and B. Beta\n AND C. Gamma',
      { family: 'Alpha', given: 'A.' },
      { family: 'Beta', given: 'B.' },
      { family: 'Gamma', given: 'C.' },
    );
    check(
      '{Simon and Schuster} and Anders Andersen',
      { literal: 'Simon and Schuster' },
      { family: 'Andersen', given: 'Anders' },
    );
    check(' and  and ');
  });

  it('have first, von, last and junior parts', () => {
    check('Ludwig van Beethoven', { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' });
    check('van der Berg, Jr, Jan', { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der', suffix: 'Jr' });
    check("de la Vall{\\'e}e Poussin, Charles", {
      family: 'Vallée Poussin',
      given: 'Charles',
      'non-dropping-particle': 'de la',
    });
    check('Jean {\\`a} Marca', { family: 'Marca', given: 'Jean', 'non-dropping-particle': 'à' });
    check('{\\"O}zge Aks{\\i}n', { family: 'Aksın', given: 'Özge' });
    check('Donald~E. Knuth', { family: 'Knuth', given: 'Donald E.' });
    check('Aristotle', { family: 'Aristotle' });
    check('{van den} Oord, A.', { family: 'van den Oord', given: 'A.' });
  });

  it('may be bodies', () => {
    check('{World Health Organization}', { literal: 'World Health Organization' });
    check("{\\'E}mile Zola", { family: 'Zola', given: 'Émile' });
  });

  it('may be written part by part', () => {
    check('given=Jean, prefix=de la, prefix-i=d, family=Fontaine', {
      family: 'Fontaine',
      given: 'Jean',
      'non-dropping-particle': 'de la',
    });
    check('family={van Dyke}, given="Hans", suffix=Jr., useprefix=false, prefix=von', {
      family: 'van Dyke',
      given: 'Hans',
      'dropping-particle': 'von',
      suffix: 'Jr.',
    });
  });

  it('may go on', () => {
    assert.deepEqual(parseNames('A. Alpha and others'), { names: [{ family: 'Alpha', given: 'A.' }], others: true });
    assert.equal(parseNames('A. Alpha and {others}').others, false);
  });
});
