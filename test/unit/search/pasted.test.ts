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

  it('finds nothing for an identifier of no paper', () =>
    assert.deepEqual(engine.find('https://doi.org/10.1002/andp.1'), []));
});
