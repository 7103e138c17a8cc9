import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, remove, until, write } from '../support';

describe('A workspace without a paper list', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));

  const setting = (value: unknown) =>
    vscode.workspace
      .getConfiguration('literatureNotes')
      .update('sampleLibrary', value, vscode.ConfigurationTarget.Workspace);

  it('shows the sample library', () => {
    assert.equal(api.entries().length, 278);
    assert.ok(api.entries()[0].title?.startsWith('OneRec: Unifying Retrieve and Rank'));
  });

  it('searches it', async () => {
    const [hit] = await api.search('in-context gradient descent');
    assert.equal(api.entry(hit.citekey)?.title, 'Transformers learn in-context by gradient descent');
  });

  it('has no problems from it', () => {
    assert.deepEqual(api.problems(), []);
    assert.deepEqual(
      vscode.languages.getDiagnostics().filter(([uri]) => uri.path.endsWith('library.csl.json')),
      [],
    );
  });

  it('makes notes of its papers in the workspace folder', async () => {
    const [{ citekey }] = api.entries();
    await vscode.commands.executeCommand('literatureNotes.openNote', citekey);
    assert.ok(api.noteUri(citekey)?.path.endsWith(`/workspace/notes/${citekey}.md`));
    const text = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(
      text,
      /^> Summary by Literature Notes, not the abstract of the paper\.$/m,
      'it says whose summary it is',
    );
    await closeEditors();
    await remove('notes');
    await until('no note', () => !api.noteUri(citekey));
  });

  it('is empty where the sample is switched off', async () => {
    await setting('never');
    await until('no paper', () => api.entries().length === 0);
    assert.deepEqual(await api.search('gradient'), []);
    await setting(undefined);
    await until('the sample', () => api.entries().length === 278);
  });

  it('gives up the sample for a paper list, and shows it again when that is gone', async () => {
    await write('own.csl.json', JSON.stringify([{ id: 'own2024', title: 'Our Own' }]));
    await until('the list', () => api.entries().length === 1);
    await until('its paper in the search', async () => (await api.search('own'))[0]?.citekey === 'own2024');
    assert.deepEqual(await api.search('gradient descent'), []);
    await remove('own.csl.json');
    await until('the sample', () => api.entries().length === 278);
    await until('its papers in the search', async () => (await api.search('gradient descent')).length > 0);
  });
});
