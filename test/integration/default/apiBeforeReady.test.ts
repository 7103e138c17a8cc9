import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { createApi, type ApiParts } from '../../../src/vscode/shell/api';

describe('The API before all is read', () => {
  it('knows no note of a paper, and the notes from then on', async () => {
    const uri = vscode.Uri.parse('file:///notes/a.md');
    const note = { uri: uri.toString(), citekeys: ['a'], title: 'A', status: 'read', tags: [] };
    let beReady = (): void => undefined;
    const ready = new Promise<void>((resolve) => (beReady = resolve));
    const notes = { noteUri: () => uri, notesOf: () => [note], noteOf: () => note, stateOf: () => note };
    const api = createApi({ library: { shown: {} }, notes, ready } as unknown as ApiParts);
    assert.deepEqual([api.noteUri('a'), api.note('a')], [undefined, undefined]);
    beReady();
    await ready;
    assert.equal(api.noteUri('a')?.toString(), uri.toString());
    assert.deepEqual([api.note('a')?.uri.toString(), api.note('a')?.status], [uri.toString(), 'read']);
  });
});
