import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { NotesTreeParts } from '../../../src/vscode/notes/view/notesRows';
import { NotesTree } from '../../../src/vscode/notes/view/notesTree';

describe('The tree of reading notes', () => {
  const [note, other, document, second] = ['note', 'other', 'document', 'second'].map((name) =>
    vscode.Uri.parse(`file:///${name}.md`),
  );
  const isNote = (uri: vscode.Uri) => [note, other].map(String).includes(uri.toString());
  let drawn = 0;
  const tree = new NotesTree({ notes: { isNote } } as unknown as NotesTreeParts);
  tree.onDidChangeTreeData(() => drawn++);
  after(() => tree.dispose());

  const drawnBy = (act: () => void) => {
    drawn = 0;
    act();
    return drawn;
  };

  it('is drawn anew where a note is gone to, or left', () => {
    tree.showMentionsOf(document);
    assert.equal(
      drawnBy(() => tree.showMentionsOf(note)),
      1,
    );
    assert.equal(
      drawnBy(() => tree.showMentionsOf(other)),
      1,
    );
    assert.equal(
      drawnBy(() => tree.showMentionsOf(document)),
      1,
    );
  });

  it('stays as it is from one document to another', () => {
    tree.showMentionsOf(document);
    assert.equal(
      drawnBy(() => tree.showMentionsOf(second)),
      0,
    );
    assert.equal(
      drawnBy(() => tree.showMentionsOf(undefined)),
      0,
    );
  });

  it('is drawn anew where it was out of sight', () => {
    assert.equal(
      drawnBy(() => tree.showAnew(second)),
      1,
    );
  });
});
