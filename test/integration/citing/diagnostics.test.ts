import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, remove, until, workspaceFile, write } from '../support';
import { ASCIIDOC, edited, inDocument, LATEX, type Language, MARKDOWN, ORG, QUARTO, REST, TYPST } from './marked';

const problemsOf = ({ uri }: vscode.TextDocument) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Literature Notes');

/** Waits for the problems of a document; each as code and text. */
async function problemsIn(document: vscode.TextDocument, count: number): Promise<string[]> {
  await until(`${count} problems`, () => problemsOf(document).length === count);
  return problemsOf(document).map(({ code, range }) => `${code as string} ${document.getText(range)}`);
}

/** A document that surely has a problem, written after another: when its problem is shown, the other has been checked too. */
async function afterCheck(): Promise<void> {
  await inDocument(LATEX, '\\cite{sentinel1}|', async ({ document }) => void (await problemsIn(document, 1)));
}

const fixesAt = (document: vscode.TextDocument, range: vscode.Range) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    10,
  );

describe('Problems with citations', () => {
  before(literature);
  after(closeEditors);

  const reports = (language: Language, text: string, problems: string[]) =>
    it(`${language.name}: ${text.replaceAll('\n', '↵')}`, () =>
      inDocument(language, `${text}|`, async ({ document }) => {
        assert.deepEqual(await problemsIn(document, problems.length), problems);
      }));
  reports(MARKDOWN, 'As [see @nobody2020, p. 3].', ['unknown-key nobody2020']);
  reports(MARKDOWN, '---\nbibliography: refs.bib\n---\nAs @nobody2020 says.', ['unknown-key nobody2020']);
  reports(QUARTO, '[@knuth1984texbook; @nobody2020]', ['unknown-key nobody2020']);
  reports(LATEX, '\\cite{attention2017,nobody2020}', ['alias-key attention2017', 'unknown-key nobody2020']);
  reports(LATEX, '\\cite{knuth1984texbook, knuth1984texbook}', ['repeated-key knuth1984texbook']);
  reports(TYPST, 'As @nobody2020 says, @sec. = A <sec>', ['unknown-key nobody2020']);
  reports(MARKDOWN, '[@doi:10.5555/3295222; @doi:10.5555/none]', ['unknown-key doi:10.5555/none']);
  reports(ORG, '[cite:@nobody2020]', ['unknown-key nobody2020']);
  reports(REST, ':cite:p:`nobody2020`', ['unknown-key nobody2020']);
  reports(ASCIIDOC, 'cite:[nobody2020(3)]', ['unknown-key nobody2020']);

  it('are not told anew where they are the same, as that would close the list of their fixes', () =>
    inDocument(MARKDOWN, 'As [@nobody2020].|', async ({ document }) => {
      await problemsIn(document, 1);
      const [told] = problemsOf(document);
      const settings = vscode.workspace.getConfiguration('literatureNotes');
      try {
        // Any setting has all documents checked again.
        await settings.update('papers.row', 'title', vscode.ConfigurationTarget.Global);
        await afterCheck();
        assert.equal(problemsOf(document)[0], told);
      } finally {
        await settings.update('papers.row', undefined, vscode.ConfigurationTarget.Global);
      }
    }));

  it('are told anew where the text was away and came back meanwhile, as their marks went with it', () =>
    inDocument(MARKDOWN, 'As [@nobody2020].|', async (editor) => {
      const { document } = editor;
      await problemsIn(document, 1);
      const [told] = problemsOf(document);
      const text = document.getText();
      await editor.edit((edit) => edit.delete(new vscode.Range(0, 0, 1, 0)));
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
      await until('the problem is told again', () => problemsOf(document).some((each) => each !== told));
      assert.equal(problemsOf(document).length, 1);
    }));

  const silent = (what: string, language: Language, text: string) =>
    it(`are not reported for ${what}`, () =>
      inDocument(language, `${text}|`, async ({ document }) => {
        await afterCheck();
        assert.deepEqual(
          problemsOf(document).map(({ message }) => message),
          [],
        );
      }));
  silent('a mention in Markdown', MARKDOWN, 'Thanks to @somebody.');
  silent('a link in Markdown', MARKDOWN, '[@somebody](https://example.com) and [@k][1]\n\n[1]: https://example.com');
  silent('a cross-reference of Quarto', QUARTO, 'See [@fig-plot].');
  silent('a document whose bibliography is not read', MARKDOWN, '---\nbibliography: ../far.bib\n---\n[@nobody2020]');
  silent('a link of a changelog', MARKDOWN, 'By [@somebody].\n\n[@somebody]: https://example.com');
  silent('a link to a note', MARKDOWN, 'See [[@somebody2020]].');
  silent('entries of filecontents', LATEX, '\\begin{filecontents}{a.bib}\n@misc{own,}\n\\end{filecontents}\\cite{own}');
  silent('an entry of the document itself', LATEX, '\\cite{own} \\bibitem{own} Text');

  it('do not judge what a project’s own pages mention', async () => {
    await write('_quarto.yml', 'bibliography: refs.bib\n');
    await write('README.md', 'Thanks @somebody2020.');
    await write('chapter.qmd', 'As @nobody2020 says.');
    const open = (path: string) => vscode.workspace.openTextDocument(workspaceFile(path));
    const [readme, chapter] = [await open('README.md'), await open('chapter.qmd')];
    assert.deepEqual(await problemsIn(chapter, 1), ['unknown-key nobody2020']);
    assert.deepEqual(problemsOf(readme), []);
    for (const path of ['_quarto.yml', 'README.md', 'chapter.qmd']) await remove(path);
  });

  it('know the labels of other Typst files', async () => {
    await write('labels.typ', '= Somewhere else <sec:far>');
    await inDocument(TYPST, 'See @sec:far and @nobody2020.|', async ({ document }) => {
      assert.deepEqual(await problemsIn(document, 1), ['unknown-key nobody2020']);
    });
    await remove('labels.typ');
  });

  it('follow what is typed and what the library takes in', () =>
    inDocument(MARKDOWN, 'As [@later2024].|', async ({ document }) => {
      await problemsIn(document, 1);
      await write('later.bib', '@misc{later2024, title = {Later}}\n');
      await problemsIn(document, 0);
      await remove('later.bib');
      await problemsIn(document, 1);
    }));

  describe('of the key that is being typed', () => {
    const type = (text: string) => vscode.commands.executeCommand('type', { text });
    const typing = (language: Language, marked: string, act: (editor: vscode.TextEditor) => Promise<void>) =>
      inDocument(language, marked, async (editor) => {
        await problemsIn(editor.document, 2);
        await type('d');
        // The other key shows that the document was checked after the letter.
        assert.deepEqual(await problemsIn(editor.document, 1), ['unknown-key sentinel1']);
        await act(editor);
      });
    const both = ['unknown-key sentinel1', 'unknown-key nobod'];

    for (const [language, marked] of [
      [MARKDOWN, '[@sentinel1] and [@nobo|]'],
      [LATEX, '\\cite{sentinel1} and \\cite{nobo|}'],
      [TYPST, '@sentinel1 and @nobo|'],
      [ORG, '[cite:@sentinel1] and [cite:@nobo|]'],
    ] as const) {
      it(`wait until the cursor leaves it in ${language.name}`, () =>
        typing(language, marked, async ({ document }) => {
          await vscode.commands.executeCommand('cursorHome');
          assert.deepEqual(await problemsIn(document, 2), both);
        }));
    }

    it('wait until the document is saved', () =>
      typing(QUARTO, '[@sentinel1] and [@nobo|]', async ({ document }) => {
        await document.save();
        assert.deepEqual(await problemsIn(document, 2), both);
      }));

    it('wait on where VS Code saves by itself', async () => {
      const files = vscode.workspace.getConfiguration('files');
      await files.update('autoSaveDelay', 100, vscode.ConfigurationTarget.Workspace);
      await files.update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Workspace);
      try {
        await typing(QUARTO, '[@sentinel1] and [@nobo|]', async ({ document }) => {
          await until('the save', () => !document.isDirty);
          await new Promise((resolve) => setTimeout(resolve, 1000));
          assert.deepEqual(await problemsIn(document, 1), ['unknown-key sentinel1']);
        });
      } finally {
        await files.update('autoSave', undefined, vscode.ConfigurationTarget.Workspace);
        await files.update('autoSaveDelay', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });

    it('wait until another document is looked at', () =>
      typing(QUARTO, '[@sentinel1] and [@nobo|]', async ({ document }) => {
        await inDocument(MARKDOWN, '|', async () => assert.deepEqual(await problemsIn(document, 2), both));
      }));

    it('come back with the cursor only where something is typed', () =>
      typing(MARKDOWN, '[@sentinel1] and [@nobo|]', async ({ document }) => {
        await vscode.commands.executeCommand('cursorHome');
        await problemsIn(document, 2);
        await vscode.commands.executeCommand('cursorEnd');
        await vscode.commands.executeCommand('cursorLeft');
        await write('other.bib', '@misc{other2024, title = {Other}}\n');
        await until('the list', async () => (await literature()).entry('other2024'));
        assert.deepEqual(await problemsIn(document, 2), both);
        await remove('other.bib');
      }));
  });

  it('have the severity of the setting', async () => {
    const setting = vscode.workspace.getConfiguration('literatureNotes');
    await setting.update('problems.unknownKey', 'error', vscode.ConfigurationTarget.Workspace);
    await setting.update('problems.repeatedKey', 'none', vscode.ConfigurationTarget.Workspace);
    await inDocument(LATEX, '\\cite{nobody2020,knuth1984texbook,knuth1984texbook}|', async ({ document }) => {
      await problemsIn(document, 1);
      assert.deepEqual(
        problemsOf(document).map(({ severity }) => severity),
        [vscode.DiagnosticSeverity.Error],
      );
    });
    for (const name of ['problems.unknownKey', 'problems.repeatedKey']) {
      await setting.update(name, undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  const fixes = (language: Language, text: string, title: string, after: string) =>
    it(`“${title}” mends ${text}`, () =>
      inDocument(language, `${text}|`, async ({ document }) => {
        await problemsIn(document, 1);
        const actions = await fixesAt(document, problemsOf(document)[0].range);
        const action = actions.find((one) => one.title === title);
        assert.ok(action, actions.map((one) => one.title).join(', '));
        assert.equal(edited(document, action.edit!.get(document.uri)), after);
      }));
  const KNUTH = 'knuth1984texbook';
  fixes(MARKDOWN, '[see @knuth1984texbok, p. 3]', `Replace with “${KNUTH}”`, `[see @${KNUTH}, p. 3]`);
  fixes(LATEX, '\\cite[3]{knuht1984texbook}', `Replace with “${KNUTH}”`, `\\cite[3]{${KNUTH}}`);
  fixes(TYPST, '@knuth1984texbok[p.~3]', `Replace with “${KNUTH}”`, `@${KNUTH}[p.~3]`);
  fixes(REST, ':cite:t:`knuth1984texbok`', `Replace with “${KNUTH}”`, `:cite:t:\`${KNUTH}\``);
  fixes(ASCIIDOC, 'cite:[knuth1984texbok(3)]', `Replace with “${KNUTH}”`, `cite:[${KNUTH}(3)]`);
  fixes(ORG, '[cite:@knuth1984texbok]', `Replace with “${KNUTH}”`, `[cite:@${KNUTH}]`);
  fixes(LATEX, '\\cite{attention2017}', 'Replace with “vaswani2017attention”', '\\cite{vaswani2017attention}');
  fixes(LATEX, `\\cite{${KNUTH},${KNUTH}}`, `Remove the repeated “${KNUTH}”`, `\\cite{${KNUTH}}`);
  fixes(MARKDOWN, `[@${KNUTH}; @${KNUTH}]`, `Remove the repeated “${KNUTH}”`, `[@${KNUTH}]`);

  it('offer to look online for an unknown paper, and to add it from the clipboard', () =>
    inDocument(MARKDOWN, '[@nobody2020]|', async ({ document }) => {
      await problemsIn(document, 1);
      const actions = await fixesAt(document, problemsOf(document)[0].range);
      assert.deepEqual(
        actions.map(({ command }) => command?.command),
        ['literatureNotes._lookForKey', 'literatureNotes.addEntryFromClipboard'],
      );
    }));
});
