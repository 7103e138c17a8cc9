import assert from 'node:assert/strict';
import { identifierLinks } from '../../../src/workflows/identifierLinks';

describe('Links of identifiers', () => {
  const links = (text: string, ...expected: string[]) =>
    it(text.replaceAll('\n', '↵'), () =>
      assert.deepEqual(
        identifierLinks(text).map(({ range, url }) => `${text.slice(range.start, range.end)} ${url}`),
        expected,
      ),
    );

  links('@a{k, doi = {10.1000/xyz}, year = 2000}', '10.1000/xyz https://doi.org/10.1000/xyz');
  links('  DOI = "10.1000/a(b)c_d",', '10.1000/a(b)c_d https://doi.org/10.1000/a(b)c_d');
  links('[{"DOI": "10.1000/a<b>"}]', '10.1000/a<b> https://doi.org/10.1000/a%3Cb%3E');
  links('- DOI: 10.1000/xyz\n  id: a', '10.1000/xyz https://doi.org/10.1000/xyz');
  links('DO  - 10.1000/xyz\r\nER  - ', '10.1000/xyz https://doi.org/10.1000/xyz');
  links(
    '---\ndoi: "10.1000/xyz"\narxiv: 1706.03762\n---\n',
    '10.1000/xyz https://doi.org/10.1000/xyz',
    '1706.03762 https://arxiv.org/abs/1706.03762',
  );
  links('eprint = {1706.03762v5},\neprinttype = {arxiv}', '1706.03762v5 https://arxiv.org/abs/1706.03762');
  links('eprint = {math.GT/0309136}', 'math.GT/0309136 https://arxiv.org/abs/math.GT/0309136');
  links('eprint = {arXiv:1706.03762}', 'arXiv:1706.03762 https://arxiv.org/abs/1706.03762');
  links('eprint = {12345678}, doi = {none}, url = {https://doi.org/10.1000/xyz}');
  links('@book{10.1000/xyz, title = {doi 10.1000/xyz}}');
});
