import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, literature, until, write, remove } from '../support';
import { ASCIIDOC, edited, inDocument, LATEX, type Language, MARKDOWN, ORG, QUARTO, REST, TYPST } from './marked';

const KNUTH = 'knuth1984texbook';
const VASWANI = 'vaswani2017attention';
const SMITH = 'smith2020:deep-x';

const keyOf = ({ command }: vscode.CompletionItem) => command?.arguments?.[0] as string;

async function papersAt(document: vscode.TextDocument, cursor: vscode.Position, trigger?: string, resolve = 0) {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    cursor,
    trigger,
    resolve,
  );
  const items = list.items.filter((item) => item.command?.command === 'literatureNotes._cited');
  return { list, items: items.sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1)) };
}

describe('Completion of citekeys', () => {
  before(literature);
  after(closeEditors);

  const completes = (language: Language, before: string, key: string, after: string) =>
    it(`makes ${before} in ${language.name} to ${after}`, () =>
      inDocument(language, before, async ({ document }, cursor) => {
        const { items } = await papersAt(document, cursor);
        const item = items.find((one) => keyOf(one) === key);
        assert.ok(item, `offered: ${items.map(keyOf).join(' ')}`);
        const range = 'replacing' in item.range! ? item.range.replacing : item.range!;
        assert.equal(edited(document, [new vscode.TextEdit(range, item.insertText as string)]), after);
        assert.equal(item.kind, vscode.CompletionItemKind.Reference);
      }));

  completes(MARKDOWN, 'As [@|].', KNUTH, `As [@${KNUTH}].`);
  completes(MARKDOWN, 'As [@|', KNUTH, `As [@${KNUTH}`);
  completes(MARKDOWN, 'As @kn|', KNUTH, `As @${KNUTH}`);
  completes(MARKDOWN, 'As [@kn|uth].', KNUTH, `As [@${KNUTH}].`);
  completes(MARKDOWN, 'As [@a; |].', KNUTH, `As [@a; @${KNUTH}].`);
  completes(MARKDOWN, 'As {cite:p}`kn|`', KNUTH, `As {cite:p}\`${KNUTH}\``);
  completes(MARKDOWN, 'As [@smith2020:de|].', SMITH, `As [@${SMITH}].`);
  completes(QUARTO, 'As [@|].', KNUTH, `As [@${KNUTH}].`);
  completes(LATEX, 'As \\cite{|}', KNUTH, `As \\cite{${KNUTH}}`);
  completes(LATEX, 'As \\cite{|', KNUTH, `As \\cite{${KNUTH}`);
  completes(LATEX, 'As \\parencite[see][3]{a,kn|}', KNUTH, `As \\parencite[see][3]{a,${KNUTH}}`);
  completes(LATEX, 'As \\cite{smi|th2020, a}', SMITH, `As \\cite{${SMITH}, a}`);
  completes(TYPST, 'As @kn|', KNUTH, `As @${KNUTH}`);
  completes(TYPST, 'As #cite(<|>)', KNUTH, `As #cite(<${KNUTH}>)`);
  completes(ORG, 'As [cite:@|]', KNUTH, `As [cite:@${KNUTH}]`);
  completes(ORG, 'As [cite:see @a p. 3; |]', KNUTH, `As [cite:see @a p. 3; @${KNUTH}]`);
  completes(REST, 'As :cite:p:`a,|`', KNUTH, `As :cite:p:\`a,${KNUTH}\``);
  completes(ASCIIDOC, 'As cite:[|]', KNUTH, `As cite:[${KNUTH}]`);

  completes(MARKDOWN, 'As [@vaswani 2017|].', VASWANI, `As [@${VASWANI}].`);
  completes(MARKDOWN, 'As [@doi:10.5555/3295|].', VASWANI, `As [@${VASWANI}].`);
  completes(MARKDOWN, 'As [@10.5555/3295222|].', VASWANI, `As [@${VASWANI}].`);
  completes(MARKDOWN, 'As @attention need|', VASWANI, `As @${VASWANI}`);
  completes(MARKDOWN, 'As [#attention need|] and [#abc;]', VASWANI, `As [#${VASWANI}] and [#abc;]`);
  completes(MARKDOWN, 'As [#attention need|]', VASWANI, `As [#${VASWANI}]`);
  completes(MARKDOWN, 'As {% cite attention need| %}', VASWANI, `As {% cite ${VASWANI} %}`);
  completes(LATEX, 'As \\cite{attention need|}', VASWANI, `As \\cite{${VASWANI}}`);
  completes(TYPST, 'As @vaswani 2017|', VASWANI, `As @${VASWANI}`);
  completes(ORG, 'As [cite:@attention need|]', VASWANI, `As [cite:@${VASWANI}]`);
  completes(REST, 'As :cite:p:`attention need|`', VASWANI, `As :cite:p:\`${VASWANI}\``);
  completes(ASCIIDOC, 'As cite:[attention need|]', VASWANI, `As cite:[${VASWANI}]`);

  it('is at home in a Markdown cell of a notebook', async () => {
    const cell = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, 'As [@kn].', 'markdown');
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([cell]));
    const { document } = notebook.cellAt(0);
    await until('the papers', async () => (await papersAt(document, new vscode.Position(0, 7))).items.length > 0);
  });

  const silent = (what: string, language: Language, text: string) =>
    it(`is silent ${what}`, () =>
      inDocument(language, text, async ({ document }, cursor) => {
        assert.deepEqual((await papersAt(document, cursor)).items.map(keyOf), []);
      }));
  silent('in prose', MARKDOWN, 'knu|');
  silent('in the sentence behind a key', MARKDOWN, `@${VASWANI} need attention|`);
  silent('where no paper has all words', MARKDOWN, '@attention palimpsest|');
  silent('in a code span', MARKDOWN, 'Code `[@kn|]`.');
  silent('in an e-mail address', MARKDOWN, 'Write to me@kn|');
  silent('in a LaTeX comment', LATEX, '% \\cite{kn|}');
  silent('in a Typst string', TYPST, '#let a = "@kn|"');

  const offered = (what: string, language: Language, text: string, keys: string[]) =>
    it(what, () =>
      inDocument(language, text, async ({ document }, cursor) => {
        const found = (await papersAt(document, cursor)).items.map(keyOf);
        assert.deepEqual(found.slice(0, keys.length), keys);
      }),
    );
  offered('finds by a word of the title', MARKDOWN, '[@waters|]', [SMITH]);
  offered('finds by an author without the accents', LATEX, '\\cite{lammermann|}', [SMITH]);
  offered('finds by year', LATEX, '\\cite{1984|}', [KNUTH]);
  offered('finds by keyword', TYPST, '@transformer|', ['vaswani2017attention']);
  offered('offers what the document cites first', MARKDOWN, `[@${SMITH}] and then [@|]`, [SMITH]);
  offered('offers the best match before what is cited', MARKDOWN, `[@${SMITH}] [@attention is all you ne|]`, [VASWANI]);

  it('shows who, when and what, and the key behind it', () =>
    inDocument(MARKDOWN, '[@vaswani|]', async ({ document }, cursor) => {
      const [{ label }] = (await papersAt(document, cursor)).items;
      assert.deepEqual(label, { label: 'Vaswani+ 2017\u2003Attention Is All You Need' });
    }));

  it('tells papers by their keys whose rows would look the same', async () => {
    const api = await literature();
    const title = 'A Rather Long Title about the Same Thing, Part';
    const twin = (n: number) => `@book{twin${n}, author = {Ann Twin}, year = 1999, title = {${title} ${n}}}\n`;
    await write('twins.bib', twin(1) + twin(2));
    await until('the list', () => api.entry('twin2'));
    await inDocument(MARKDOWN, '[@twin|]', async ({ document }, cursor) => {
      const labels = (await papersAt(document, cursor)).items.map(({ label }) => label);
      assert.deepEqual(labels, [
        { label: 'Twin 1999\u2003twin1', description: `${title} 1` },
        { label: 'Twin 1999\u2003twin2', description: `${title} 2` },
      ]);
    });
    await remove('twins.bib');
    await until('the end', () => !api.entry('twin2'));
  });

  it('offers words behind a blank that is typed', () =>
    inDocument(MARKDOWN, '@vaswani |', async ({ document }, cursor) => {
      assert.deepEqual((await papersAt(document, cursor, ' ')).items.map(keyOf), [VASWANI]);
    }));

  it('does not offer what the citation has already', () =>
    inDocument(LATEX, `\\cite{${KNUTH},|}`, async ({ document }, cursor) => {
      const labels = (await papersAt(document, cursor)).items.map(keyOf);
      assert.ok(labels.length > 2 && !labels.includes(KNUTH));
    }));

  it('matches key, title, authors, year and keywords in VS Code', () =>
    inDocument(MARKDOWN, '[@|]', async ({ document }, cursor) => {
      const { items } = await papersAt(document, cursor);
      const text = items.find((item) => keyOf(item) === 'vaswani2017attention')?.filterText ?? '';
      for (const part of ['vaswani2017attention', 'All You Need', 'Noam Shazeer', '2017', 'sequence models']) {
        assert.ok(text.includes(part), `${part} in ${text}`);
      }
    }));

  it('asks again at every letter, and describes a paper when it is looked at, title first, abstract last', () =>
    inDocument(MARKDOWN, '[@vas|]', async ({ document }, cursor) => {
      const { list } = await papersAt(document, cursor);
      assert.ok(list.isIncomplete);
      assert.equal(list.items[0].documentation, undefined);
      const { items } = await papersAt(document, cursor, undefined, 5);
      const { value } = items[0].documentation as vscode.MarkdownString;
      assert.match(
        value,
        /^\*\*Attention Is All You Need\*\*\n\nAshish Vaswani, [^]*2017\n\nVaswani, A\., [^\n]*\n\nvaswani2017attention\n\nA network that/,
      );
    }));

  it('needs a separator before a blank', () =>
    inDocument(LATEX, `\\cite{${KNUTH} |`, async ({ document }, cursor) => {
      assert.deepEqual((await papersAt(document, cursor, ' ')).items, []);
    }));

  it('is never longer than 100 papers', async () => {
    const api = await literature();
    const many = Array.from({ length: 250 }, (_, i) => `@misc{many${i},\n  title = {Paper ${i}}\n}\n`);
    await write('many.bib', many.join('\n'));
    await until('the list', () => api.entry('many249'));
    await inDocument(MARKDOWN, '[@|]', async ({ document }, cursor) => {
      assert.equal((await papersAt(document, cursor)).items.length, 100);
    });
    await inDocument(MARKDOWN, '[@many249|]', async ({ document }, cursor) => {
      assert.equal(keyOf((await papersAt(document, cursor)).items[0]), 'many249');
    });
    await remove('many.bib');
    await until('the end', () => !api.entry('many249'));
  });

  describe('where no other extension completes citations', () => {
    const setting = () => vscode.workspace.getConfiguration('literatureNotes');
    const mode = (value: string | undefined) =>
      setting().update('completion.enabled', value, vscode.ConfigurationTarget.Workspace);
    before(() => mode('whereNoOther'));
    after(() => mode(undefined));

    it('has a stand-in for one that does in LaTeX', () =>
      assert.ok(vscode.extensions.getExtension('James-Yu.latex-workshop')));

    const papers = (language: Language, marked: string, are: boolean) =>
      it(`${are ? 'offers papers' : 'is silent'} in ${language.name}`, () =>
        inDocument(language, marked, async ({ document }, cursor) => {
          assert.equal((await papersAt(document, cursor)).items.length > 0, are);
        }));
    papers(LATEX, '\\cite{|}', false);
    papers(MARKDOWN, '[@|]', true);
    papers(TYPST, '@kn|', true);

    it('offers papers in LaTeX where the language has a setting of its own', async () => {
      const latex = vscode.workspace.getConfiguration('literatureNotes', { languageId: 'latex' });
      await latex.update('completion.enabled', 'always', vscode.ConfigurationTarget.Workspace, true);
      await inDocument(LATEX, '\\cite{|}', async ({ document }, cursor) => {
        assert.ok((await papersAt(document, cursor)).items.length > 0);
      });
      await latex.update('completion.enabled', undefined, vscode.ConfigurationTarget.Workspace, true);
    });
  });

  it('can be switched off', async () => {
    const setting = vscode.workspace.getConfiguration('literatureNotes');
    await setting.update('completion.enabled', 'never', vscode.ConfigurationTarget.Workspace);
    await inDocument(MARKDOWN, '[@|]', async ({ document }, cursor) => {
      assert.deepEqual((await papersAt(document, cursor)).items, []);
    });
    await setting.update('completion.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    await (await literature()).ready();
  });
});
