import assert from 'node:assert/strict';
import { CitationIndex } from '../../../../src/citations/index/citationIndex';
import { knownSyntax } from '../../../../src/citations/syntaxes';
import { fileNameOf, relativePath } from '../../../../src/workspace/uri';
import { MemoryWorkspace, ROOT } from '../../support/memoryWorkspace';

type Files = Readonly<Record<string, string | Uint8Array>>;

function indexOf(workspace: MemoryWorkspace): CitationIndex {
  return new CitationIndex({ syntaxOf: (uri, text) => knownSyntax('', fileNameOf(uri), () => text) }, workspace);
}

/** The places that cite `doe`, as `path:line`, with the cell of a notebook. */
async function placesIn(workspace: MemoryWorkspace | CitationIndex): Promise<string[]> {
  const index = workspace instanceof CitationIndex ? workspace : indexOf(workspace);
  const places = await index.placesOf(['doe']);
  return places.map(({ uri, range, cell }) => {
    const at = cell === undefined ? '' : `#${cell}`;
    return `${relativePath(ROOT, uri)}${at}:${range.start.line + 1}`;
  });
}

const cell = (source: unknown, type = 'markdown') => ({ cell_type: type, metadata: {}, source });
const notebook = (...cells: unknown[]) => JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 });

describe('Who cites what in an odd project', () => {
  const cites = (what: string, files: Files, ...expected: string[]) =>
    it(what, async () => assert.deepEqual(await placesIn(new MemoryWorkspace(files)), expected));

  cites(
    'whose files have extensions in capitals',
    { 'A.MD': '@doe', 'B.TEX': '\\cite{doe}', 'C.Rmd': '@doe' },
    'A.MD:1',
    'B.TEX:1',
    'C.Rmd:1',
  );
  cites(
    'whose names have signs of addresses',
    { 'a #1 (b) 100%.md': '@doe', 'é?.typ': '@doe' },
    'é?.typ:1',
    'a #1 (b) 100%.md:1',
  );
  cites(
    'of other encodings',
    {
      'a.md': Buffer.from('\uFEFFÜ\r\n@doe', 'utf16le'),
      'b.tex': Buffer.from('M\xfc\n\\cite{doe}', 'latin1'),
      'c.typ': Buffer.from('\uFEFF@doe'),
    },
    'a.md:2',
    'b.tex:2',
    'c.typ:1',
  );
  cites(
    'of empty files, of bytes and of folders that look like files',
    { 'a.md': '', 'b.md': Buffer.from([0, 1, 2, 0, 255]), 'c.md/x.md': '@doe' },
    'c.md/x.md:1',
  );
  cites('with line breaks of all kinds', { 'a.md': 'a\rb\r\nc\n@doe' }, 'a.md:4');
  cites(
    'with notebooks whose cells are one text, several or none',
    { 'a.ipynb': notebook(cell('x\n@doe'), cell(['y\n', '@doe\n']), cell([]), cell(null), {}) },
    'a.ipynb#0:2',
    'a.ipynb#1:2',
  );
  cites('with code and output of notebooks', {
    'a.ipynb': notebook(cell('"@doe"', 'code'), cell('@doe', 'raw'), {
      ...cell('1', 'code'),
      outputs: [{ text: '@doe' }],
    }),
  });
  cites('with notebooks that are none', {
    'a.ipynb': '{',
    'b.ipynb': '[]',
    'c.ipynb': '{"cells": {"a": "@doe"}}',
    'd.ipynb': 'null',
  });
  cites('with attachments that name the key', {
    'a.ipynb': notebook({
      ...cell('![](attachment:a@doe.png)'),
      attachments: { 'a@doe.png': { 'image/png': '@doe' } },
    }),
  });
  cites(
    'with parts that nobody takes in',
    { 'main.tex': '\\input{a}', 'a.tex': '\\cite{doe}', 'old/b.tex': '\\cite{doe}' },
    'a.tex:1',
    'old/b.tex:1',
  );
  cites(
    'with text behind the end of a document',
    { 'a.tex': '\\cite{doe}\n\\end{document}\n\\cite{doe}', 'b.tex': '\\cite{doe}\n\\endinput\n\\cite{doe}' },
    'a.tex:1',
    'b.tex:1',
  );
  cites(
    'with shortcodes of Quarto',
    { '_part.qmd': '@doe', 'a.qmd': '{{< include _part.qmd >}}\n{{< video x@doe >}}\n@fig-doe' },
    '_part.qmd:1',
  );
  cites('with files of a tool', { 'node_modules/x/a.md': '@doe', 'a.md': '@doe' }, 'a.md:1');
  cites('with keys in other forms of accents', { 'a.md': '@doe\u0301 @doe' }, 'a.md:1');

  it('follows files that are renamed, deleted, hidden and typed into', async () => {
    const workspace = new MemoryWorkspace({ 'a.md': '@doe', 'sub/b.tex': '\\cite{doe}' });
    const index = indexOf(workspace);
    assert.deepEqual(await placesIn(index), ['a.md:1', 'sub/b.tex:1']);
    const after = async (change: () => void) => {
      change();
      await workspace.clock.pass(5000);
      return placesIn(index);
    };
    assert.deepEqual(await after(() => workspace.rename('sub', 'other')), ['a.md:1', 'other/b.tex:1']);
    assert.deepEqual(await after(() => workspace.rename('a.md', 'a.typ')), ['a.typ:1', 'other/b.tex:1']);
    assert.deepEqual(await after(() => workspace.type('a.typ', '// @doe')), ['other/b.tex:1']);
    assert.deepEqual(await after(() => workspace.close('a.typ')), ['a.typ:1', 'other/b.tex:1']);
    assert.deepEqual(await after(() => workspace.write('other/b.tex', 'x\n\\cite{doe}')), ['a.typ:1', 'other/b.tex:2']);
    workspace.hidden = ['other/**'];
    assert.deepEqual(await after(() => workspace.changeSetting('search.exclude')), ['a.typ:1']);
    assert.deepEqual(await after(() => workspace.delete('a.typ')), []);
  });
});
