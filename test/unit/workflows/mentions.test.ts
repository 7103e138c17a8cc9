import assert from 'node:assert/strict';
import { CitationIndex } from '../../../src/citations/index/citationIndex';
import { SYNTAXES } from '../../../src/citations/syntaxes';
import { mentionsOf } from '../../../src/workflows/mentions';
import { MemoryWorkspace } from '../support/memoryWorkspace';

function indexOf(texts: Record<string, string>) {
  const workspace = new MemoryWorkspace(texts);
  return { workspace, index: new CitationIndex({ syntaxOf: () => SYNTAXES.pandoc }, workspace) };
}

describe('The mentions of a paper', () => {
  it('are its citations and the links to its notes, with the sentence, but for what its own notes say', async () => {
    const { workspace, index } = indexOf({
      'b.md': 'First. As [@k, p. 3] says. See [[my note|that]] too.\n',
      'c.md': 'By path: [that](notes/my%20note.md#x), not [this](my%20note.md).\n',
      'a.md': 'On [[@k]] and [[notes/k.md#Method]], not [[other]].\n',
      'notes/my note.md': 'This is [@k].\n',
    });
    const paper = { keys: ['k'], notes: [workspace.uri('notes/my note.md')] };
    const found = await mentionsOf(paper, index, (uri) => uri === workspace.uri('notes/my note.md'));
    assert.deepEqual(
      found.map(({ uri, range: { start }, sentence }) => [uri.split('/').pop(), start.character, sentence]),
      [
        ['a.md', 6, 'On [[@k]] and [[notes/k.md#Method]], not [[other]].'],
        ['a.md', 22, 'On [[@k]] and [[notes/k.md#Method]], not [[other]].'],
        ['b.md', 12, 'As [@k, p. 3] says.'],
        ['b.md', 33, 'See [[my note|that]] too.'],
        ['c.md', 22, 'By path: [that](notes/my%20note.md#x), not [this](my%20note.md).'],
      ],
    );
  });
});
