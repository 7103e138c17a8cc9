import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, remove, until, write } from '../support';
import { inDocument, LATEX, type Language, MARKDOWN, ORG, TYPST } from './marked';

const KNUTH = 'knuth1984texbook';

describe('Insert Citation with Details', () => {
  before(literature);
  after(closeEditors);

  /** Answers every question with what is offered first: no details, the first form. */
  const cites = (language: Language, before: string, after: string) =>
    it(`makes ${before} in ${language.name} to ${after}`, () =>
      inDocument(language, before, async (editor) => {
        let done = false;
        const running = vscode.commands.executeCommand('literatureNotes.insertCitationWithDetails', KNUTH);
        void running.then(() => (done = true));
        await until('the citation', async () => {
          if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          await new Promise((resolve) => setTimeout(resolve, 100));
          return done;
        });
        assert.equal(editor.document.getText(), after.replace('|', ''));
        await until('the cursor', () => editor.document.offsetAt(editor.selection.active) === after.indexOf('|'));
      }));
  cites(MARKDOWN, 'As |.', `As [@${KNUTH}]|.`);
  cites(MARKDOWN, 'As [see @a|, p. 3].', `As [see @a, p. 3; @${KNUTH}]|.`);
  cites(LATEX, 'As |.', `As \\cite{${KNUTH}}|.`);
  cites(TYPST, 'As |.', `As @${KNUTH}|.`);
  cites(ORG, 'As |.', `As [cite:@${KNUTH}]|.`);
});

describe('A citekey that a language cannot write', () => {
  const ODD = '10.1000/abc_def%123';
  before(async () => {
    const api = await literature();
    await write('odd.csl.json', JSON.stringify([{ id: ODD, type: 'book', title: 'Odd Signs' }]));
    await until('the paper', () => api.entry(ODD));
  });
  after(async () => {
    await closeEditors();
    await vscode.commands.executeCommand('notifications.clearAll');
    await remove('odd.csl.json');
  });

  const inserts = (language: Language, after: string) =>
    it(`makes As . in ${language.name} to ${after}`, () =>
      inDocument(language, 'As |.', async ({ document }) => {
        await vscode.commands.executeCommand('literatureNotes.insertCitation', ODD);
        assert.equal(document.getText(), after);
      }));
  inserts(MARKDOWN, `As [@${ODD}].`);
  inserts(TYPST, `As #cite(label("${ODD}")).`);
  inserts(LATEX, 'As .');

  it('is named to who asks for a citation of it', async () => {
    const api = await literature();
    assert.throws(() => api.formatCitation(['a', ODD], 'latex'), new RegExp(`“${ODD}”.* LaTeX cannot write`));
    assert.equal(api.formatCitation([ODD], 'markdown'), `[@${ODD}]`);
  });

  it('is not turned into another one for the clipboard', () =>
    inDocument(MARKDOWN, `As [@${ODD}|].`, async () => {
      await vscode.env.clipboard.writeText('before');
      await vscode.commands.executeCommand('literatureNotes.copyCitationsAs', 'latex');
      assert.equal(await vscode.env.clipboard.readText(), 'before');
    }));

  it('is offered where one types, and leaves the text as it is', () =>
    inDocument(LATEX, 'As \\cite{odd signs|}.', async ({ document }, cursor) => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        cursor,
      );
      const ours = items.filter(({ command }) => command?.command.startsWith('literatureNotes.'));
      assert.deepEqual(
        ours.map(({ command }) => command?.command),
        ['literatureNotes._notWritable'],
      );
      assert.equal(ours[0].insertText, 'odd signs');
    }));
});

describe('Copy Citations As', () => {
  before(literature);
  after(closeEditors);

  const copies = (language: Language, text: string, to: string, after: string) =>
    it(`turns ${text} of ${language.name} into ${after}`, () =>
      inDocument(language, `${text}|`, async (editor) => {
        await vscode.commands.executeCommand('editor.action.selectAll');
        await until('the selection', () => !editor.selection.isEmpty);
        await vscode.commands.executeCommand('literatureNotes.copyCitationsAs', to);
        assert.equal(await vscode.env.clipboard.readText(), after);
      }));
  copies(MARKDOWN, 'As [see @a, p. 3; @b] says.', 'latex', 'As \\cites[see][p.~3]{a}{b} says.');
  copies(MARKDOWN, '[@a, p. 3]', 'typst', '@a[p.~3]');
  copies(LATEX, 'As \\textcite[3]{a} says.', 'pandoc', 'As @a [3] says.');
  copies(TYPST, '@a[p.~3]', 'org', '[cite:@a p. 3]');
  copies(ORG, '[cite:see @a p. 3]', 'pandoc', '[see @a, p. 3]');

  copies(LATEX, 'As \\cite[see \\cite{b}]{a} says, \\nocite{c}.', 'pandoc', 'As [@a; see @b] says, \\nocite{c}.');

  it('takes the innermost citation at the cursor', () =>
    inDocument(LATEX, 'As \\cite[see \\cite{b|}]{a}.', async () => {
      await vscode.commands.executeCommand('literatureNotes.copyCitationsAs', 'pandoc');
      assert.equal(await vscode.env.clipboard.readText(), '[@b]');
    }));

  it('copies nothing that would be shown and was not', () =>
    inDocument(LATEX, 'As \\nocite{a|}.', async () => {
      await vscode.env.clipboard.writeText('before');
      await vscode.commands.executeCommand('literatureNotes.copyCitationsAs', 'pandoc');
      assert.equal(await vscode.env.clipboard.readText(), 'before');
    }));

  it('takes the citation at the cursor where nothing is selected', () =>
    inDocument(MARKDOWN, 'As [@a|] and [@b].', async () => {
      await vscode.commands.executeCommand('literatureNotes.copyCitationsAs', 'latex');
      assert.equal(await vscode.env.clipboard.readText(), '\\cite{a}');
    }));

  it('copies nothing where there is no citation', () =>
    inDocument(MARKDOWN, 'As `[@a|]` says.', async () => {
      await vscode.env.clipboard.writeText('before');
      await vscode.commands.executeCommand('literatureNotes.copyCitationsAs', 'latex');
      assert.equal(await vscode.env.clipboard.readText(), 'before');
    }));
});
