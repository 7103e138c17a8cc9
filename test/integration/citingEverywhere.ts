import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { inDocument, LATEX, type Language, QUARTO, TYPST } from './citing/marked';
import { closeEditors, literature, until } from './support';

/** A paper of a workspace. */
export interface KnownPaper {
  readonly key: string;
  /** Of its title. */
  readonly word: string;
  /** The name of the file that it stands in. */
  readonly file: string;
}

/** VS Code asks all who tell of a word and waits for them; its own Markdown support may still be starting. */
const HOVER_MS = 60_000;
const ASK_AGAIN_MS = 2000;

function hoversAt(document: vscode.TextDocument, at: vscode.Position): Thenable<vscode.Hover[]> {
  return vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at);
}

function nothingYet(): Promise<never[]> {
  return new Promise((resolve) => setTimeout(() => resolve([]), ASK_AGAIN_MS));
}

/** What helps with citing does so in this workspace: completion, hover, definition and problems, each in three languages. */
export function citesInDocuments({ key, word, file }: KnownPaper): void {
  describe('In a document', () => {
    before(literature);
    after(closeEditors);

    const places: [language: Language, before: string, after: string][] = [
      // Not Markdown: VS Code waits for its own Markdown support, which may not start in a new window, before it tells anything.
      [QUARTO, 'As [@', '].'],
      [LATEX, 'As \\cite{', '}.'],
      [TYPST, 'As @', ' says.'],
    ];
    for (const [language, start, end] of places) {
      const middle = key.slice(0, 4);
      const rest = key.slice(4);

      it(`a citekey is completed in ${language.name}`, () =>
        inDocument(language, `${start}${middle}|${end}`, async ({ document }, cursor) => {
          const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            cursor,
          );
          assert.ok(items.some(({ insertText }) => insertText === key));
        }));

      it(`a citekey tells of its paper in ${language.name}`, function () {
        this.timeout(2 * HOVER_MS);
        return inDocument(language, `${start}${middle}|${rest}${end}`, async ({ document }, cursor) => {
          let hovers: readonly vscode.Hover[] = [];
          await until(
            'the hover',
            async () => (hovers = await Promise.race([hoversAt(document, cursor), nothingYet()])).length > 0,
            HOVER_MS,
          );
          assert.equal(document.getText(hovers[0].range), key);
          assert.match((hovers[0].contents[0] as vscode.MarkdownString).value, new RegExp(word));
        });
      });

      it(`a citekey leads to its entry in ${language.name}`, () =>
        inDocument(language, `${start}${middle}|${rest}${end}`, async ({ document }, cursor) => {
          const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
            'vscode.executeDefinitionProvider',
            document.uri,
            cursor,
          );
          const paths = found.map((place) => ('targetUri' in place ? place.targetUri : place.uri).path);
          assert.deepEqual(
            paths.map((path) => path.split('/').pop()),
            [file],
          );
        }));

      it(`an unknown citekey is reported in ${language.name}`, () =>
        inDocument(language, `${start}nobody2020${end} ${start}${key}${end}|`, async ({ document }) => {
          const problems = () =>
            vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Literature Notes');
          await until('the problem', () => problems().length > 0);
          assert.deepEqual(
            problems().map(({ code, range }) => `${code as string} ${document.getText(range)}`),
            ['unknown-key nobody2020'],
          );
        }));
    }
  });
}
