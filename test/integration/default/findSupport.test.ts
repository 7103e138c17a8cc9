import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { literature, remove, until, write } from '../support';

interface Support {
  readonly citekey: string;
  readonly sentence: string;
  readonly score: number;
}

describe('Find Support', () => {
  const find = (text?: string) => vscode.commands.executeCommand<Support[]>('literatureNotes.findSupport', text);

  let api: LiteratureNotesApi;

  before(async () => {
    api = await literature();
    const items = [
      {
        id: 'strikes2023',
        title: 'Data strikes',
        abstract: 'We look at platforms. Users who coordinate change what [x](command:y) $(bug) the learner does.',
      },
      { id: 'whales,2023', title: 'Whales', abstract: 'Humpback whales sing underneath the polar ice for hours.' },
    ];
    await write('support.csl.json', JSON.stringify(items));
    await until('the list', async () => (await api.search('strikes')).length > 0);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove('support.csl.json');
    await remove('support.md');
    await remove('support.tex');
    await until('the end', () => !api.entry('strikes2023'));
  });

  it('gives the papers that speak of a text, with the sentence', async () => {
    const [first] = await find('title:x OR -users "of platforms (coordinate to change the learner');
    assert.equal(first.citekey, 'strikes2023');
    assert.match(first.sentence, /^Users who coordinate change/);
    assert.ok(first.score > 0);
  });

  it('gives none for a text that no paper speaks of', async () => assert.deepEqual(await find('zzyzx qwxyz'), []));

  it('cites nothing by a key that the language cannot write, as another paper could be meant', async () => {
    const [odd, plain] = ['Humpback whales sing underneath the polar ice.', 'Users coordinate to change the learner'];
    const uri = await write('support.tex', `${odd}\n\n${plain}.\n`);
    const editor = await vscode.window.showTextDocument(uri);
    const accept = () => vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    editor.selection = new vscode.Selection(0, 3, 0, 3);
    assert.equal((await find())[0].citekey, 'whales,2023');
    await accept();
    editor.selection = new vscode.Selection(2, 3, 2, 3);
    assert.equal((await find())[0].citekey, 'strikes2023');
    await until('the other citation', async () => {
      await accept();
      return editor.document.getText().includes('\\cite{');
    });
    assert.equal(editor.document.getText(), `${odd}\n\n${plain} \\cite{strikes2023}.\n`);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('takes what is selected in the editor, and cites what is chosen behind it', async () => {
    const text = 'Users coordinate [@nobody2000] to change the learner. More.\n';
    const uri = await write('support.md', text);
    const editor = await vscode.window.showTextDocument(uri);
    editor.selection = new vscode.Selection(0, 0, 0, text.indexOf('. More'));
    const [first] = await find();
    assert.equal(first.citekey, 'strikes2023');
    await until('the list', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return editor.document
        .getText()
        .startsWith('Users coordinate [@nobody2000] to change the learner [@strikes2023]. More.');
    });
  });
});
