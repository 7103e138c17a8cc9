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

  it('keep the marks behind them, as people see them', () => {
    const smith = { family: 'Smith', given: 'John' };
    check('Smith$^{1}$, John', { ...smith, family: 'Smith¹' });
    check('John Smith $^1$', { ...smith, family: 'Smith¹' });
    check(
      'Smith, John$^{1,\\ast}$ and Doe, Jane\\textsuperscript{b}',
      { ...smith, given: 'John¹,*' },
      { family: 'Doe', given: 'Janeᵇ' },
    );
    check('{The Team$^\\dagger$}', { literal: 'The Team†' });
    check(
      'John Smith (1) and Jane Doe (NASA Ames)',
      { ...smith, family: 'Smith (1)' },
      { family: 'Doe (NASA Ames)', given: 'Jane' },
    );
    check('Smith, John (1)', { ...smith, given: 'John (1)' });
    // What Unicode cannot raise stands there as it is.
    check('Smith, John$^{\\alpha}$', { ...smith, given: 'Johnα' });
  });

  it('are without the notes and marks that are for the article alone', () => {
    const smith = { family: 'Smith', given: 'John' };
    for (const note of [
      '\\thanks{MIT, and others}',
      '\\footnote{Dead}',
      '\\inst{1}',
      '\\IEEEauthorrefmark{1}',
      '\\corref{cor1}\\fnref{f}',
    ])
      check(`Smith, John${note}`, smith);
  });

  it('may have other signs between them, as programs write them', () => {
    const [ito, kato] = [
      { family: 'Ito', given: 'E.' },
      { family: 'Kato', given: 'F. G.' },
    ];
    for (const list of [
      'Ito, E., Kato, F. G.',
      'Ito, E. & Kato, F. G.',
      'Ito, E. \\& Kato, F. G.',
      'E. Ito, F. G. Kato',
    ])
      check(list, ito, kato);
    check('Ito E, Kato FG', { family: 'Ito', given: 'E' }, { family: 'Kato', given: 'FG' });
    check('E. Ito, F. G. Kato and H. Sato', ito, kato, { family: 'Sato', given: 'H.' });
    // By BibTeX's rules these are one.
    check('King, Jr., Martin', { family: 'King', suffix: 'Jr.', given: 'Martin' });
    check('Smith, Jones \\& Co.', { family: 'Smith', given: 'Jones & Co.' });
    check('Smith, John,', { family: 'Smith', given: 'John' });
  });

  it('may go on', () => {
    assert.deepEqual(parseNames('A. Alpha and others'), { names: [{ family: 'Alpha', given: 'A.' }], others: true });
    assert.equal(parseNames('A. Alpha and {others}').others, false);
  });
});
