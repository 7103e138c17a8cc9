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
    ];
    await write('support.csl.json', JSON.stringify(items));
    await until('the list', async () => (await api.search('strikes')).length > 0);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove('support.csl.json');
    await remove('support.md');
    await until('the end', () => !api.entry('strikes2023'));
  });

  it('gives the papers that speak of a text, with the sentence', async () => {
    const [first] = await find('title:x OR -users "of platforms (coordinate to change the learner');
    assert.equal(first.citekey, 'strikes2023');
    assert.match(first.sentence, /^Users who coordinate change/);
    assert.ok(first.score > 0);
  });

  it('gives none for a text that no paper speaks of', async () => assert.deepEqual(await find('zzyzx qwxyz'), []));

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
