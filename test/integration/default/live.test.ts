import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, remove, until, workspaceFile, write } from '../support';

const bib = (...keys: string[]) =>
  keys.map((key) => `@article{${key},\n  title = {On ${key}},\n  year = 2020\n}\n`).join('\n');

describe('A paper list that changes', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));
  afterEach(closeEditors);

  const has = (...keys: string[]) => keys.every((key) => api.entry(key));

  it('counts as it stands in the editor, before it is saved', async () => {
    const uri = await write('live.bib', bib('typed2020'));
    await until('the list', () => has('typed2020'));
    const editor = await vscode.window.showTextDocument(uri);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), bib('unsaved2021')));
    await until('the entry that is not saved', () => has('typed2020', 'unsaved2021'));
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('its end', () => !has('unsaved2021'));
    await remove('live.bib');
    await until('the end of the list', () => !has('typed2020'));
  });

  it('keeps its papers while it is empty or cut off for a moment', async () => {
    await write('export.bib', bib('a2020', 'b2020'));
    await until('the list', () => has('a2020', 'b2020'));
    await write('export.bib', '');
    await write('marker.csl.json', JSON.stringify([{ id: 'marker2020', title: 'Marker' }]));
    await until('a list saved later', () => has('marker2020'));
    assert.ok(has('a2020', 'b2020'), 'the papers are still there');
    await write('export.bib', bib('a2020', 'b2020').slice(0, -8));
    await write('marker.csl.json', JSON.stringify([{ id: 'marker2021', title: 'Marker' }]));
    await until('a list saved later', () => has('marker2021'));
    assert.ok(has('a2020', 'b2020'), 'the papers are still there');
    await write('export.bib', bib('a2020', 'c2020'));
    await until('the finished export', () => has('a2020', 'c2020') && !has('b2020'));
    await remove('export.bib');
    await remove('marker.csl.json');
    await until('the end', () => !has('a2020') && !has('marker2021'));
  });

  it('costs a broken entry only itself', async () => {
    await write('broken.bib', `${bib('good2020')}@article{bad2020,\n  title = {No end\n\n${bib('fine2021')}`);
    await until('the others', () => has('good2020', 'fine2021'));
    const uri = workspaceFile('broken.bib').toString();
    const problem = api.problems().find((each) => each.uri.toString() === uri);
    assert.equal(problem?.range.start.line, 5);
    await remove('broken.bib');
    await until('the end', () => !has('good2020'));
  });

  it('offers to insert a missing comma', async () => {
    const uri = await write('comma.bib', '@article{comma2020,\n  title = {No Comma}\n  year = 2020\n}\n');
    await until('the paper', () => has('comma2020'));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until('the problem', () => vscode.languages.getDiagnostics(uri).length > 0);
    const [diagnostic] = vscode.languages.getDiagnostics(uri);
    assert.equal(diagnostic.code, 'missing-comma');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      diagnostic.range,
      undefined,
      10,
    );
    const fix = actions.find(({ title }) => title === 'Insert “,”');
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), '@article{comma2020,\n  title = {No Comma},\n  year = 2020\n}\n');
    await until('no problem', () => vscode.languages.getDiagnostics(uri).length === 0);
    await closeEditors();
    await remove('comma.bib');
    await until('the end', () => !has('comma2020'));
  });

  /** The actions for the first problem of a source with a code, with their edits. */
  const mendings = async (uri: vscode.Uri, code: string): Promise<vscode.CodeAction[]> => {
    await vscode.workspace.openTextDocument(uri);
    const found = () => vscode.languages.getDiagnostics(uri).find((diagnostic) => diagnostic.code === code);
    await until(code, found);
    return vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, found()!.range, undefined, 10);
  };

  it('offers another key for one that stands twice, or to remove the entry', async () => {
    const first = '% mine\n@article{twice2020,\n  title = {First Words},\n}\n';
    const second = '\n@article{twice2020,\n  title = {Other Words},\n}\n';
    const uri = await write('twice.bib', first + second);
    await until('the paper', () => has('twice2020'));
    const document = await vscode.workspace.openTextDocument(uri);
    const [change, drop] = await mendings(uri, 'duplicate-key');
    assert.deepEqual(
      [change.title, drop.title],
      ['Change the citekey of this entry to “twice2020a”', 'Remove this entry'],
    );
    await vscode.workspace.applyEdit(change.edit!);
    assert.equal(document.getText(), first + second.replace('twice2020', 'twice2020a'));
    await until('both papers', () => has('twice2020', 'twice2020a'));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    const again = await mendings(uri, 'duplicate-key');
    await vscode.workspace.applyEdit(again[1].edit!);
    assert.equal(document.getText(), first);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
    await remove('twice.bib');
    await until('the end', () => !has('twice2020'));
  });

  it('offers to add the fields that an entry lacks', async () => {
    const settings = vscode.workspace.getConfiguration('literatureNotes');
    await settings.update('problems.missingField', 'information', vscode.ConfigurationTarget.Workspace);
    const uri = await write(
      'lacks.bib',
      '@article{lacks2020,\n  title   = {Lacks},\n  author  = {Doe, Jane},\n  volume  = {2}\n}\n',
    );
    const [add] = await mendings(uri, 'missing-field');
    assert.equal(add.title, 'Add journal and year to fill in');
    await vscode.workspace.applyEdit(add.edit!);
    const document = await vscode.workspace.openTextDocument(uri);
    assert.match(document.getText(), / {2}volume {2}= \{2\},\n {2}journal = \{\},\n {2}year {4}= \{\}\n\}/);
    await settings.update('problems.missingField', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await closeEditors();
    await remove('lacks.bib');
    await until('the end', () => !has('lacks2020'));
  });

  it("can be the user's own, beside those of the workspace, which win", async () => {
    const folder = await mkdtemp(join(tmpdir(), 'own-'));
    await writeFile(join(folder, 'mine.bib'), bib('mine2020', 'both2020'));
    await write('ours.csl.json', JSON.stringify([{ id: 'both2020', title: 'Ours' }]));
    const settings = vscode.workspace.getConfiguration('literatureNotes');
    await settings.update('userSources', [`${folder}/*.bib`], vscode.ConfigurationTarget.Global);
    await until('the own list', () => has('mine2020', 'both2020'));
    assert.equal(api.entry('both2020')?.title, 'Ours');
    await settings.update('userSources', undefined, vscode.ConfigurationTarget.Global);
    await remove('ours.csl.json');
    await until('the end', () => !has('mine2020') && !has('both2020'));
    await rm(folder, { recursive: true });
  });
});
