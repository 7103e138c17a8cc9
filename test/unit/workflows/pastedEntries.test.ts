import assert from 'node:assert/strict';
import { Library } from '../../../src/library/library';
import { readText } from '../../../src/library/formats/readers';
import { pastedEntries } from '../../../src/workflows/pastedEntries';

const BIB = `
@article{deep2020, title = {Deep Waters of {\\"O}stersund}, doi = {10.1000/Deep.1}, ids = {waters}}
@misc{all2017, title = {Attention Is All You Need}, eprint = {1706.03762}, eprinttype = {arxiv}}
@book{book, title = {A Book}, isbn = {3-16-148410-X}, pmid = {31452104}, pmcid = {PMC6612345}}
@misc{knots, title = {Knots}, eprint = {math.GT/0309136}, eprinttype = {arxiv}}
`;

describe('A pasted text', () => {
  const library = new Library();
  library.setSource('file:///a.bib', readText('a.bib', BIB));
  const names = (what: string, text: string, keys: string[]) =>
    it(`${keys.length > 0 ? 'names' : 'names no'} paper: ${what}`, () =>
      assert.deepEqual(
        pastedEntries(text, library).map((entry) => entry.citekey),
        keys,
      ));

  names('a DOI in any case', '10.1000/deep.1', ['deep2020']);
  names('the address of a DOI', 'https://doi.org/10.1000/deep.1', ['deep2020']);
  names('an arXiv identifier', 'arXiv:1706.03762v2', ['all2017']);
  names('an arXiv address', 'https://arxiv.org/pdf/1706.03762.pdf', ['all2017']);
  names('an ISBN in its other form', 'ISBN 978-3-16-148410-0', ['book']);
  names('a number of PubMed', 'PMID: 31452104', ['book']);
  names('a number of PubMed Central', 'PMC6612345', ['book']);
  names('an old arXiv identifier without its class', 'arXiv:math/0309136v2', ['knots']);
  names('several', '10.1000/deep.1, 1706.03762', ['deep2020', 'all2017']);
  names('the same twice', '1706.03762 https://arxiv.org/abs/1706.03762', ['all2017']);
  names('BibTeX with its key', '@misc{all2017,\n title = {Other spelling}\n}', ['all2017']);
  names('BibTeX with a further key', '@misc{waters,\n title = {Waters}\n}', ['deep2020']);
  names('BibTeX with its DOI', '@misc{x,\n doi = {10.1000/deep.1}\n}', ['deep2020']);
  names('BibTeX with its title', '@misc{x,\n title = {{Attention is All You Need}}\n}', ['all2017']);
  names('BibTeX with its key, but of another DOI', '@misc{deep2020,\n doi = {10.1000/other}\n}', []);
  names('an identifier that no library has', 'https://openalex.org/W2741809807', []);
  names('one of two is unknown', '10.1000/deep.1 10.1000/other', []);
  names('a sentence', 'See 10.1000/deep.1 for more', []);
  names('nothing', '', []);
});
