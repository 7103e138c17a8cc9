import assert from 'node:assert/strict';
import { engineWith, paper, type TestEngine } from './papers';

const papers = [
  paper('devlin2014', 'Fast and robust joint models', { authors: ['Jacob Devlin'], year: 2014 }),
  paper('devlin2019bert', 'BERT: Pre-training of Deep Bidirectional Transformers', {
    authors: ['Jacob Devlin', 'Ming-Wei Chang'],
    year: 2019,
  }),
  paper('attention', 'Attention Is All You Need', { arxiv: '1706.03762', doi: '10.5555/3295222', year: 2017 }),
  paper('licht', 'Die Erzeugung des Lichtes', { doi: '10.1002/andp.19053221004', year: 1905 }),
  paper('longer', 'Another one', { doi: '10.1002/andp.190532210045', arxiv: '1706.03763' }),
  paper('book', 'A book', { isbn: '9783161484100', year: 2010 }),
  paper('older', 'An older book', { isbn: '0262033844', abstract: '978 3 16 148410 0 31452104' }),
  paper('odd', 'A book of odd digits', { isbn: '080442957X' }),
  paper('cells', 'On cells', { pmid: '31452104', pmcid: 'PMC6612345' }),
  paper('short', 'An early number', { pmid: '123', pmcid: 'PMC123' }),
  paper('strings', 'Strings', { arxiv: 'hep-th/9901001' }),
  paper('knots', 'Knots', { arxiv: 'math.GT/0309136' }),
  paper('nature', 'Nature', { doi: '10.1038/s41586-020-2649-2' }),
  paper('al', 'Al dente', { authors: ['Et Al'], year: 2019, abstract: 'https arxiv org pdf' }),
];

describe('what people paste', () => {
  let engine: TestEngine;
  before(async () => (engine = await engineWith(...papers)));
  const finds = (pasted: string, first: string, ...more: string[]): void =>
    void it(`${pasted.replace(/\n/g, '⏎')} → ${first}`, () => {
      const found = engine.find(pasted);
      assert.equal(found[0], first);
      if (more.length > 0 || /^https?:\S+$/.test(pasted)) assert.deepEqual(found, [first, ...more]);
    });

  finds('(Devlin et al., 2019)', 'devlin2019bert');
  finds('Devlin et al. (2019)', 'devlin2019bert');
  finds('[Devlin et al., 2014]', 'devlin2014');
  finds('Devlin & Chang, 2019', 'devlin2019bert');
  finds('arXiv:1706.03762v5', 'attention');
  finds('https://arxiv.org/pdf/1706.03762.pdf', 'attention');
  finds('https://arxiv.org/abs/1706.03762v1', 'attention');
  finds('doi:10.1002/andp.19053221004.', 'licht');
  finds('https://doi.org/10.1002/andp.19053221004', 'licht');
  finds('https://doi.org/10.5555%2F3295222', 'attention');
  finds('arxiv: 1706.03762, doi:10.1002/andp.19053221004', 'attention', 'licht');
  finds('BERT: Pre-training of\nDeep Bidirectional Transformers.', 'devlin2019bert');
  finds('“Attention Is All You Need,”', 'attention');
  finds('doi:10.1002/andp.1905 ', 'licht', 'longer');
  finds('[@devlin2019bert]', 'devlin2019bert');

  const findsOnly = (id: string, ...pasted: string[]): void => {
    for (const text of pasted)
      it(`${text.replace(/\n/g, '⏎')} → ${id} alone`, () => assert.deepEqual(engine.find(text), [id]));
  };
  findsOnly(
    'book',
    '978-3-16-148410-0',
    '9783161484100',
    '978 3 16 148410 0',
    'ISBN: 978-3-16-148410-0',
    'ISBN-13: 9783161484100.',
  );
  findsOnly(
    'book',
    '978\u20113\u201116\u2011148410\u20110',
    '3-16-148410-X',
    'isbn:9783161484100',
    'isbn 3 16 148410 X',
    ' 978–3–16–148410–0\n',
  );
  findsOnly('older', '0-262-03384-4', '0262033844', 'ISBN 0 262 03384 4', '978-0-262-03384-8', 'isbn:02620');
  findsOnly('odd', '0-8044-2957-X', '080442957x', 'ISBN-10: 0-8044-2957-X', 'ISBN10 080442957X');
  findsOnly(
    'cells',
    'PMID: 31452104',
    'PMID 31452104',
    'pmid:31452104',
    'https://pubmed.ncbi.nlm.nih.gov/31452104/',
    'pubmed.ncbi.nlm.nih.gov/31452104',
  );
  findsOnly(
    'cells',
    'PMC6612345',
    'PMCID: PMC6612345',
    'https://pmc.ncbi.nlm.nih.gov/articles/PMC6612345/',
    'https://europepmc.org/article/PMC/PMC6612345',
  );
  findsOnly('short', 'PMID: 123', 'PMID:123', 'PMC123', 'pmcid:PMC123', 'PMCID PMC123');
  findsOnly(
    'strings',
    'hep-th/9901001',
    'arXiv:hep-th/9901001v2',
    'arXiv hep-th/9901001',
    'https://arxiv.org/abs/hep-th/9901001',
  );
  findsOnly(
    'knots',
    'math.GT/0309136',
    'math/0309136',
    'arXiv:math.GT/0309136v1',
    'https://arxiv.org/pdf/math/0309136',
  );
  findsOnly(
    'nature',
    'https://www.nature.com/articles/s41586-020-2649-2',
    'https://www.nature.com/articles/s41586-020-2649-2.pdf',
  );
  findsOnly(
    'licht',
    'https://onlinelibrary.wiley.com/doi/full/10.1002/andp.19053221004',
    'https://onlinelibrary.wiley.com/doi/abs/10.1002/andp.19053221004?x=1',
    'DOI 10.1002/andp.19053221004',
  );
  finds('ISBN: 978-3-16-148410-0, PMID: 31452104; math.GT/0309136', 'book', 'cells', 'knots');

  it('takes a bare number for a word', () => assert.ok(engine.find('31452104').includes('older')));

  it('finds nothing for an identifier of no paper', () =>
    assert.deepEqual(engine.find('https://doi.org/10.1002/andp.1'), []));
});
