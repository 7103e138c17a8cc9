import assert from 'node:assert/strict';
import { CitingNotebooks, keysInNotebook } from '../../../src/workflows/citingNotebooks';
import { MemoryWorkspace } from '../support/memoryWorkspace';

const notebook = (...cells: readonly (readonly [type: string, source: unknown])[]) =>
  JSON.stringify({ cells: cells.map(([cell_type, source]) => ({ cell_type, source })) });

describe('The keys of a notebook', () => {
  const has = (what: string, text: string, ...keys: string[]) =>
    it(what, () => assert.deepEqual(keysInNotebook(text), keys));

  has('are those of its Markdown cells', notebook(['markdown', 'See [@a; @b].'], ['code', '"[@c]"']), 'a', 'b');
  has('are found over the lines of a cell', notebook(['markdown', ['See [see\n', '@a, p. 3] and @a.']]), 'a');
  has('are none in code of Markdown', notebook(['markdown', '`[@a]`']));
  for (const text of ['', '{', 'null', '[]', '{"cells": 3}', '{"cells": [3, null, {"cell_type": "markdown"}]}'])
    has(`are none in ${text || 'nothing'}`, text);

  it('tell which notebooks cite a key, as they are changed', async () => {
    const workspace = new MemoryWorkspace({ 'a.ipynb': notebook(['markdown', '@a']), 'b.ipynb': notebook() });
    const notebooks = new CitingNotebooks(workspace);
    assert.deepEqual(await notebooks.with(['b', 'a']), [workspace.uri('a.ipynb')]);
    workspace.write('b.ipynb', notebook(['markdown', '@a']));
    await workspace.clock.pass(1000);
    assert.equal((await notebooks.with(['a'])).length, 2);
  });
});
