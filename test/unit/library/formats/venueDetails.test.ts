import assert from 'node:assert/strict';
import { readText } from '../../../../src/library/formats/readers';
import { venueDetails } from '../../../../src/library/formats/venueDetails';

describe('Where in its venue a paper stands', () => {
  const stands = (name: string, text: string, expected: object) =>
    it(`in ${name}: ${JSON.stringify(expected)}`, () => {
      const [paper] = readText(name, text).papers;
      const { volume, issue, pages } = venueDetails(paper);
      assert.deepEqual(
        { volume, issue, pages },
        { volume: undefined, issue: undefined, pages: undefined, ...expected },
      );
    });
  stands('a.bib', '@article{a, title={T}, journal={J}, volume=322, number = {{10}}, pages={891--921}}', {
    volume: '322',
    issue: '10',
    pages: '891–921',
  });
  stands('b.bib', '@article{a, title={T}}', {});
  stands('c.ris', 'TY  - JOUR\nTI  - T\nVL  - 5\nIS  - 2\nSP  - 10\nEP  - 12\nER  - \n', {
    volume: '5',
    issue: '2',
    pages: '10–12',
  });
  stands('d.ris', 'TY  - JOUR\nTI  - T\nSP  - 10-12\nEP  - 12\nER  - \n', { pages: '10–12' });
  stands('e.json', JSON.stringify([{ id: 'a', title: 'T', type: 'book', volume: 3, page: '5', issue: { x: 1 } }]), {
    volume: '3',
    pages: '5',
  });
  stands(
    'papers.txt',
    'A Title of Some Length about Things\nAn abstract that goes on for long enough to be one.\n',
    {},
  );
});
