import assert from 'node:assert/strict';
import { itemNear } from '../../../src/citations/itemNear';
import { SYNTAXES } from '../../../src/citations/syntaxes';

describe('The paper that one means at the cursor in a citation', () => {
  const means = (marked: string, key: string | undefined, syntax = SYNTAXES.pandoc) =>
    it(`is ${key ?? 'none'} at ${marked}`, () => {
      const offset = marked.indexOf('|');
      const found = itemNear(syntax.find(marked.replace('|', '')), offset);
      assert.equal(found?.item.key, key);
    });
  means('As [@a|].', 'a');
  means('As [@a]|.', 'a');
  means('As |[@a].', 'a');
  means('As [see |@a].', 'a');
  means('As [@a, p. 3|; @b].', 'a');
  means('As [@a, p. 3; @b, p. 4|].', 'b');
  means('As [@a; @b|].', 'b');
  means('As @a| says.', 'a');
  means('As @a [p. 3|] says.', 'a');
  means('[@a]|[@b]', 'a');
  means('As| [@a].', undefined);
  means('As [@a] |.', undefined);
  means('', undefined);
  means('\\cite[see \\cite{b}|]{a}', 'b', SYNTAXES.latex);
  means('\\ci|te[see \\cite{b}]{a}', 'a', SYNTAXES.latex);
  means('\\cite[see \\cite{b}, too|]{a}', 'a', SYNTAXES.latex);
  means('@a|[p.~3]', 'a', SYNTAXES.typst);
  means('@a[p.~3|]', 'a', SYNTAXES.typst);
});
