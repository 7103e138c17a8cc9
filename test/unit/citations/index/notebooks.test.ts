import assert from 'node:assert/strict';
import { CitationIndex } from '../../../../src/citations/index/citationIndex';
import { markdownCells } from '../../../../src/citations/index/notebookCells';
import { knownSyntax } from '../../../../src/citations/syntaxes';
import { fileNameOf } from '../../../../src/workspace/uri';
import { MemoryWorkspace } from '../../support/memoryWorkspace';

type Cell = readonly [type: string, source: unknown, more?: object];
const notebook = (...cells: readonly Cell[]) =>
  JSON.stringify({
    metadata: { cells: [['no cell']], text: '\\"{' },
    cells: cells.map(([cell_type, source, more]) => ({ ...more, cell_type, source })),
    nbformat: 4,
  });

describe('The Markdown cells of a notebook', () => {
  const has = (what: string, text: string, ...expected: readonly (readonly [cell: number, text: string])[]) =>
    it(what, () =>
      assert.deepEqual(
        markdownCells(text).map(({ cell, text: source }) => [cell, source]),
        expected,
      ),
    );
  has('are those of that type, by their number', notebook(['code', '"[@c]"'], ['markdown', 'See.']), [1, 'See.']);
  has('are put together of their lines', notebook(['markdown', ['One\n', 3, 'two']]), [0, 'One\ntwo']);
  const output = { outputs: [{ data: { 'text/plain': ['"cell_type": "markdown"', '}]', '\\'] } }] };
  has('are told from what outputs say', notebook(['code', '{[', output], ['markdown', '"]}']), [1, '"]}']);
  has('are found in a file that is indented', JSON.stringify(JSON.parse(notebook(['markdown', 'a'])), null, 1), [
    0,
    'a',
  ]);
  for (const text of [
    '',
    '{',
    'null',
    '[]',
    '{"cells": 3}',
    '{"cells": [3, null, {"cell_type": "markdown"}]}',
    '{"cells": [{"cell_type": "markdown", "source": "a',
  ])
    has(`are none in ${text || 'nothing'}`, text);
});

describe('Who cites what in notebooks', () => {
  const indexOf = (workspace: MemoryWorkspace) =>
    new CitationIndex({ syntaxOf: (uri, text) => knownSyntax('', fileNameOf(uri), () => text) }, workspace);
  const placesIn = async (index: CitationIndex, key: string) =>
    (await index.placesOf([key])).map(
      ({ uri, cell, range }) => `${fileNameOf(uri)} ${cell} ${range.start.line}:${range.start.character}`,
    );

  it('is known of their Markdown cells, by cell', async () => {
    const text = notebook(['markdown', 'By [see\n@a, p. 3].'], ['code', '"[@a]"'], ['markdown', '`[@a]` and @a.']);
    const index = indexOf(new MemoryWorkspace({ 'a.ipynb': text }));
    assert.deepEqual(await placesIn(index, 'a'), ['a.ipynb 0 1:1', 'a.ipynb 2 0:12']);
    assert.equal((await index.placesOf(['a']))[0].locator, 'p. 3');
  });

  it('is known of their links to notes, by cell', async () => {
    const text = notebook(
      ['markdown', 'See @a.'],
      ['code', '[a](notes/a.md)'],
      ['markdown', 'See [a](notes/a.md), [[a]].'],
    );
    const index = indexOf(new MemoryWorkspace({ 'x/a.ipynb': text }));
    const links = await index.linksTo(['a'], ['file:///ws/x/notes/a.md']);
    assert.deepEqual(
      links.map(({ cell, range }) => [cell, range.start.character]),
      [
        [2, 23],
        [2, 14],
      ],
    );
  });

  it('is followed, also in notebooks with large pictures', async () => {
    const workspace = new MemoryWorkspace({ 'a.ipynb': notebook() });
    const index = indexOf(workspace);
    assert.deepEqual(await placesIn(index, 'a'), []);
    workspace.write('a.ipynb', notebook(['code', 'x', { image: 'A'.repeat(6 * 1024 * 1024) }], ['markdown', '@a']));
    await workspace.clock.pass(2000);
    assert.deepEqual(await placesIn(index, 'a'), ['a.ipynb 1 0:1']);
  });
});
