import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, until } from '../support';

describe('A workspace of two folders', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));

  const folders = () => vscode.workspace.workspaceFolders ?? [];
  const inFolder = (name: string, path: string) => {
    const folder = folders().find((each) => each.name === name);
    assert.ok(folder);
    return vscode.Uri.joinPath(folder.uri, path);
  };

  const textFile = async (folder: string, path: string, text: string) => {
    const uri = inFolder(folder, path);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return uri;
  };

  it('reads the lists of both', () => {
    assert.equal(folders().length, 2);
    assert.ok(api.entry('sparsemapspatient'));
    assert.equal(api.entry('second2020')?.title, 'From the Second Folder');
  });

  it('keeps a note in the folder of its paper', async () => {
    await vscode.commands.executeCommand('literatureNotes.openNote', 'second2020');
    assert.equal(api.noteUri('second2020')?.toString(), inFolder('second', 'notes/second2020.md').toString());
    await closeEditors();
    await vscode.workspace.fs.delete(inFolder('second', 'notes'), { recursive: true });
    await until('no note', () => !api.noteUri('second2020'));
  });

  it('formats by styles of both folders', async () => {
    const csl = (name: string) =>
      new TextEncoder().encode(
        `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>${name}</title></info>` +
          `<citation><layout><text variable="title"/></layout></citation>` +
          `<bibliography><layout prefix="${name}: "><text variable="title"/></layout></bibliography></style>`,
      );
    const settings = vscode.workspace.getConfiguration('literatureNotes');
    await vscode.workspace.fs.writeFile(inFolder('second', 'styles/mine.csl'), csl('Second'));
    const reads = async (expected: string, style?: string) =>
      assert.match((await api.formatReferences(['second2020'], { style }))[0].text, new RegExp(`^${expected}`));
    try {
      await reads('Second: From', 'styles/mine.csl');
      await reads('Second: From', 'second/styles/mine.csl');
      // It is the last that is offered, before the first.
      await settings.update('citationStyle', 'acm', vscode.ConfigurationTarget.Workspace);
      await until('a style is chosen', async () => {
        let isOpen = true;
        void vscode.commands.executeCommand('literatureNotes.chooseStyle').then(() => (isOpen = false));
        // Where the list comes between the two, another style is taken, and it is opened again.
        while (isOpen) {
          await vscode.commands.executeCommand('workbench.action.quickOpenSelectPrevious');
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        }
        return vscode.workspace.getConfiguration('literatureNotes').get('citationStyle') === 'second/styles/mine.csl';
      });
      await reads('Second: From');
      await vscode.workspace.fs.writeFile(inFolder('first', 'styles/mine.csl'), csl('First'));
      await reads('First: From', 'styles/mine.csl');
      await reads('Second: From', 'second/styles/mine.csl');
      const document = await vscode.workspace.openTextDocument(
        await textFile('second', 'paper.md', '---\ncsl: styles/mine.csl\n---\n\n[@second2020]'),
      );
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('literatureNotes.copyReference', 'second2020');
      assert.match(await vscode.env.clipboard.readText(), /^Second: /);
    } finally {
      await settings.update('citationStyle', undefined, vscode.ConfigurationTarget.Workspace);
      await closeEditors();
      for (const name of ['first', 'second'])
        await vscode.workspace.fs
          .delete(inFolder(name, 'styles'), { recursive: true })
          .then(undefined, () => undefined);
      await vscode.workspace.fs.delete(inFolder('second', 'paper.md')).then(undefined, () => undefined);
    }
  });

  it('takes the entry of the first folder where a key stands in both', async () => {
    const list = (title: string) => new TextEncoder().encode(JSON.stringify([{ id: 'both2021', title }]));
    await vscode.workspace.fs.writeFile(inFolder('second', 'both.csl.json'), list('Second'));
    await vscode.workspace.fs.writeFile(inFolder('first', 'both.csl.json'), list('First'));
    await until('the entry', () => api.entry('both2021')?.title === 'First');
    await until('the report', () =>
      api.problems().some(({ code, uri }) => code === 'duplicate-key' && uri.path.includes('/second/')),
    );
    for (const name of ['first', 'second']) await vscode.workspace.fs.delete(inFolder(name, 'both.csl.json'));
    await until('the end', () => !api.entry('both2021'));
  });
});
