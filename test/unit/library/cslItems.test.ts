import assert from 'node:assert/strict';
import { addToLibrary, readLibrary } from '../../cases';

const first = (fileName: string, text: string) => readLibrary(fileName, text).entries[0];

describe('Items of CSL', () => {
  const yaml = (text: string) => first('x.yaml', text);

  it('in YAML keep numbers as they are written, and no line ends of blocks', () => {
    const { citekey, csl } = yaml('references:\n- id: 007\n  title: >\n    A\n    B\n  issue: 04\n  edition: 1.10\n');
    assert.deepEqual([citekey, csl.title, csl.issue, csl.edition], ['007', 'A B', '04', '1.10']);
  });
  it('may have a single name without a list', () => {
    assert.deepEqual(
      yaml('references:\n- id: a\n  title: T\n  author:\n    family: Ito\n    given: [E., M.]\n').csl.author,
      [{ family: 'Ito', given: 'E. M.' }],
    );
  });
  it('that are not cited by their key get one that .bib files can hold', () => {
    const added = addToLibrary('x.bib', '', [{ id: '@ito2001', type: 'book', title: 'T' }]);
    assert.match(added as string, /^@book\{ito2001,/);
  });
});
