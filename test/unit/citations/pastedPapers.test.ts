import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pastedPapers } from '../../../src/citations/pastedPapers';

/** The papers that a text names, each on one line. */
function pasted(text: string): string[] {
  return pastedPapers(text).map((paper) =>
    paper.kind === 'bibtex'
      ? ['bibtex', paper.key, paper.doi, paper.arxiv, paper.title].join('|')
      : Object.values(paper).join(' '),
  );
}

describe('Pasted identifiers', () => {
  const cases: [text: string, ...papers: string[]][] = [
    ['10.1145/3292500.3330701', 'doi 10.1145/3292500.3330701'],
    [' doi:10.1093/NAR/22.22.4673. ', 'doi 10.1093/nar/22.22.4673'],
    ['DOI: 10.1000/a', 'doi 10.1000/a'],
    ['https://doi.org/10.1016/S0140-6736(05)67728-8', 'doi 10.1016/s0140-6736(05)67728-8'],
    ['http://dx.doi.org/10.1000%2Fa', 'doi 10.1000/a'],
    ['https://dl.acm.org/doi/abs/10.1145/3292500.3330701?download=true', 'doi 10.1145/3292500.3330701'],
    ['(10.1000/a)'],
    ['10.1000/a)', 'doi 10.1000/a'],
    ['10.1000/a[1]].', 'doi 10.1000/a[1]'],
    ['1706.03762', 'arxiv 1706.03762'],
    ['arXiv:1706.03762v5', 'arxiv 1706.03762'],
    ['https://arxiv.org/abs/1706.03762', 'arxiv 1706.03762'],
    ['https://arxiv.org/pdf/1706.03762v2.pdf', 'arxiv 1706.03762'],
    ['10.48550/arXiv.1706.03762', 'arxiv 1706.03762'],
    ['https://doi.org/10.48550/arXiv.1706.03762', 'arxiv 1706.03762'],
    ['math.GT/0309136', 'arxiv math.GT/0309136'],
    ['hep-th/9901001v2', 'arxiv hep-th/9901001'],
    ['10.1000/a, 1706.03762\n10.1000/b', 'doi 10.1000/a', 'arxiv 1706.03762', 'doi 10.1000/b'],
    ['@article{key, doi = {10.1000/A}, title = {The {BERT} paper}}', 'bibtex|key|10.1000/a||The BERT paper'],
    [
      '@misc{a,\n  eprint = "1706.03762",\n}\n\n@string{x = "y"}\n@book{b, title="T"}',
      'bibtex|a||1706.03762|',
      'bibtex|b|||T',
    ],
    ['ISBN: 978-3-16-148410-0', 'isbn 9783161484100'],
    ['0-8044-2957-X', 'isbn 080442957X'],
    ['PMID: 31452104 PMID: 123', 'pmid 31452104', 'pmid 123'],
    ['PMC6612345, 10.1000/a.', 'pmcid PMC6612345', 'doi 10.1000/a'],
    ['https://www.nature.com/articles/s41586-020-2649-2', 'doi 10.1038/s41586-020-2649-2'],
    ['978-3-16-148410-1'],
    ['https://openalex.org/W2741809807', 'openalex W2741809807'],
    ['31452104'],
    ['see 10.1000/a'],
    ['2020.12345 people'],
    ['https://example.org/'],
    ['@someone said'],
    ['just text'],
    ['10.1000/'],
    ['https://x.org/%E0%A4%A/10.1000/a', 'doi 10.1000/a'],
    [''],
  ];
  for (const [text, ...papers] of cases) it(JSON.stringify(text), () => assert.deepEqual(pasted(text), papers));

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string(),
        (text) => Array.isArray(pastedPapers(`@a{${text}`)) && Array.isArray(pastedPapers(text)),
      ),
    );
  });
});
