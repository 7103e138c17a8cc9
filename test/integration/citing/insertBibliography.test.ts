import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, openMarked, read, remove, until, workspaceFile } from '../support';
import { ASCIIDOC, inDocument, MARKDOWN, ORG, REST } from './marked';

const VASWANI = 'vaswani2017attention';
const KNUTH = 'knuth1984texbook';
const insert = () => vscode.commands.executeCommand('literatureNotes.insertBibliography');
const settings = () => vscode.workspace.getConfiguration('literatureNotes');

describe('Insert Bibliography', () => {
  before(async () => void (await literature()));
  afterEach(closeEditors);

  it('puts the references of the document at the cursor, and refreshes them', () =>
    inDocument(MARKDOWN, `As [@${VASWANI}].\n\n# References\n\n|`, async (editor) => {
      const { document } = editor;
      await insert();
      const first = document.getText();
      assert.match(
        first,
        /# References\n\n<!-- literature: bibliography \w+ -->\n\nVaswani, A\.[^\n]*\n\n<!-- literature: end -->$/,
      );
      await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), `See @${KNUTH}. `));
      await insert();
      assert.match(document.getText(), /bibliography \w+ -->\n\nKnuth, [^\n]*\n\nVaswani, [^\n]*\n\n<!--/);
      assert.ok(document.getText().startsWith(`See @${KNUTH}. As [@${VASWANI}].\n\n# References\n\n<!-- lit`));
    }));

  for (const [language, comment] of [
    [ORG, '# '],
    [REST, '.. '],
    [ASCIIDOC, '// '],
  ] as const) {
    it(`writes ${language.name}`, () =>
      inDocument(language, `As cite:[${VASWANI}] [cite:@${VASWANI}] :cite:p:\`${VASWANI}\`.|`, async ({ document }) => {
        await insert();
        assert.ok(document.getText().includes(`\n\n${comment}literature: bibliography `), document.getText());
        assert.match(document.getText(), /Vaswani, A\./);
      }));
  }

  it('lists all papers where the document lists all', () =>
    inDocument(ORG, '[cite/n:@*]\n\n|', async ({ document }) => {
      await insert();
      assert.match(document.getText(), /Knuth, [^]*Vaswani, A\./);
    }));

  it('shows what was changed inside before it is replaced', () =>
    inDocument(MARKDOWN, `As [@${VASWANI}].\n\n|`, async (editor) => {
      const { document } = editor;
      await insert();
      const mine = document.getText().indexOf('Vaswani, A.');
      await editor.edit((builder) => builder.insert(document.positionAt(mine), 'MINE '));
      const inserting = insert();
      const apply = async () => {
        await vscode.commands.executeCommand('notification.acceptPrimaryAction');
        return !document.getText().includes('MINE');
      };
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.match(document.getText(), /MINE Vaswani/);
      await until('it to be replaced', apply);
      await inserting;
    }));

  it('refreshes on save where that is set, but not what was changed', async () => {
    await settings().update('bibliography.refreshOnSave', true, vscode.ConfigurationTarget.Workspace);
    try {
      const editor = await openMarked(`As [@${VASWANI}].\n\n|`, { path: 'saved.md' });
      const { document } = editor;
      await insert();
      await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), `See @${KNUTH}. `));
      await document.save();
      assert.match(await read(workspaceFile('saved.md')), /Knuth, [^\n]*\n\nVaswani, /);
      const mine = document.getText().indexOf('Vaswani, A.');
      await editor.edit((builder) => {
        builder.insert(document.positionAt(mine), 'MINE ');
        builder.delete(new vscode.Range(0, 0, 0, `See @${KNUTH}. `.length));
      });
      await document.save();
      assert.match(await read(workspaceFile('saved.md')), /Knuth, [^\n]*\n\nMINE Vaswani, /);
    } finally {
      await settings().update('bibliography.refreshOnSave', undefined, vscode.ConfigurationTarget.Workspace);
      await closeEditors();
      await remove('saved.md');
    }
  });
});
