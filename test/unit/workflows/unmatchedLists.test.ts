import assert from 'node:assert/strict';
import { looksLikeList, UnmatchedLists } from '../../../src/workflows/unmatchedLists';
import { MemoryWorkspace } from '../support/memoryWorkspace';

const RIS = 'TY  - JOUR\nTI  - A\nER  - \n';
const CSL = JSON.stringify([{ id: 'a', type: 'article-journal', title: 'A' }]);

describe('Files that look like paper lists', () => {
  const looks = (name: string, text: string, isList: boolean) =>
    it(`${name} ${isList ? 'does' : 'does not'}: ${text.slice(0, 40)}`, () =>
      assert.equal(looksLikeList(name, text), isList));
  looks('library.ris', RIS, true);
  looks('export.json', CSL, true);
  looks('export.json', JSON.stringify({ items: [{ title: 'A', type: 'book' }] }, null, 2), true);
  looks('refs.yaml', 'references:\n- id: a\n  type: book\n  title: A\n', true);
  looks('more.bibtex', '% mine\n@article{a, title = {A}}\n', true);
  looks('package.json', CSL, false);
  looks('data.json', '[{"type": "number", "title": "x"}]', false);
  looks('schema.json', '{"title": "x", "type": "object"}', false);
  looks('empty.bib', '% nothing yet\n@comment{x}\n', false);
  looks('ci.yml', 'jobs:\n  - title: A\n    type: book\n', false);
  looks('notes.txt', RIS, false);
  looks('library.ris', '', false);

  it('are found where they are no sources, and followed', async () => {
    const workspace = new MemoryWorkspace({ 'a.ris': RIS, 'b.json': CSL, 'c.ris': RIS, 'node.json': '{}' });
    const { changes, log, clock } = workspace;
    const lists = new UnmatchedLists((uri) => uri.endsWith('/c.ris'), { files: workspace, changes, log, clock });
    assert.deepEqual(await lists.all(), [workspace.uri('a.ris'), workspace.uri('b.json')]);
    lists.dispose();
  });
});
