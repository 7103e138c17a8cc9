import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { Library } from '../../../src/library/library';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { CitationDrop } from '../../../src/vscode/citing/inserting/dropProvider';
import { CitationPaste } from '../../../src/vscode/citing/inserting/pasteProvider';
import { RecentPapers } from '../../../src/vscode/citing/completing/recentPapers';
import { References } from '../../../src/vscode/formatting/references';
import { threadStarter } from '../../../src/vscode/host/threads';
import { PaperNode } from '../../../src/vscode/papers/papersNode';
import { PapersDrop } from '../../../src/vscode/papers/papersDrop';
import { NO_COMMANDS } from '../noCommands';
import { closeEditors, literature, read, workspaceFile } from '../support';
import { ASCIIDOC, edited, inDocument, LATEX, type Language, MARKDOWN, ORG, REST, TYPST } from './marked';
import { memory } from './memory';

const never = new vscode.CancellationTokenSource().token;
const KNUTH = 'knuth1984texbook';
const SMITH = 'smith2020:deep-x';

describe('Papers', () => {
  let library: Library;
  const { extensionUri } = vscode.extensions.getExtension('literature-notes.literature-notes')!;
  const references = new References(
    {
      get shown() {
        return library;
      },
    },
    () => threadStarter(extensionUri)('cslWorker'),
  );
  const asService = () => ({ own: library, shown: library, isSource: () => false });

  before(async () => {
    await literature();
    library = new Library();
    const uri = workspaceFile('refs.bib');
    library.setSource(uri.toString(), bibtexReader.read(await read(uri)));
  });
  after(() => {
    references.dispose();
    return closeEditors();
  });

  const textAfter = (
    document: vscode.TextDocument,
    cursor: vscode.Position,
    { insertText, additionalEdit }: vscode.DocumentDropEdit | vscode.DocumentPasteEdit,
  ) =>
    edited(document, [
      vscode.TextEdit.insert(cursor, insertText as string),
      ...(additionalEdit?.get(document.uri) ?? []),
    ]);

  describe('dragged from the tree', () => {
    const drop = (document: vscode.TextDocument, cursor: vscode.Position, keys: readonly string[]) => {
      const data = new vscode.DataTransfer();
      const rows = keys.map((key) => new PaperNode(library.get(key)!, undefined));
      new PapersDrop().handleDrag(rows, data);
      const provider = new CitationDrop(asService(), new RecentPapers(memory()), references, NO_COMMANDS);
      return provider.provideDocumentDropEdits(document, cursor, data, never);
    };

    const cites = (language: Language, before: string, keys: string[], after: string) =>
      it(`are cited in ${language.name}: ${after}`, () =>
        inDocument(language, before, async ({ document }, cursor) => {
          const [edit] = await drop(document, cursor, keys);
          assert.equal(textAfter(document, cursor, edit), after);
        }));
    cites(MARKDOWN, 'As |.', [KNUTH, SMITH], `As [@${KNUTH}; @${SMITH}].`);
    cites(MARKDOWN, `As [@${KNUTH}|].`, [SMITH], `As [@${KNUTH}; @${SMITH}].`);
    cites(LATEX, 'As |.', [KNUTH, SMITH], `As \\cite{${KNUTH},${SMITH}}.`);
    cites(LATEX, `\\cite{${KNUTH}}|`, [SMITH], `\\cite{${KNUTH},${SMITH}}`);
    cites(TYPST, 'As |.', [KNUTH], `As @${KNUTH}.`);
    cites(ORG, 'As |.', [KNUTH], `As [cite:@${KNUTH}].`);
    cites(REST, 'As |.', [KNUTH], `As :cite:p:\`${KNUTH}\`.`);
    cites(ASCIIDOC, 'As |.', [KNUTH], `As cite:[${KNUTH}].`);
    cites({ name: 'plain text', language: 'plaintext' }, 'As |.', [KNUTH], `As [@${KNUTH}].`);

    const isWrittenOut = (style: string, before: string, expected: RegExp) =>
      it(`can be written out as references in ${style} instead`, () =>
        inDocument(MARKDOWN, `${before}|`, async ({ document }, cursor) => {
          const [, reference] = await drop(document, cursor, [SMITH, KNUTH]);
          assert.match(reference.insertText as string, expected);
        }));
    isWrittenOut('the chosen style', '', /^Knuth, D\. E\. \(1984\)\. .*\nLämmermann, T\. \(2020\)\. .*$/);
    isWrittenOut(
      'the style of the document',
      '---\ncsl: mla.csl\n---\n',
      /^Knuth, Donald E\. .*, 1984\.\nLämmermann, Tim\. “.*$/,
    );

    it('are nothing but papers of the library', () =>
      inDocument(MARKDOWN, '|', async ({ document }, cursor) => {
        for (const text of ['["nobody2020"]', '{"a": 1}', 'text', '[1, null]']) {
          const data = new vscode.DataTransfer();
          data.set('application/vnd.literature-notes.citekeys', new vscode.DataTransferItem(text));
          const provider = new CitationDrop(asService(), new RecentPapers(memory()), references, NO_COMMANDS);
          assert.deepEqual(await provider.provideDocumentDropEdits(document, cursor, data, never), []);
        }
      }));
  });

  describe('pasted', () => {
    const paste = (document: vscode.TextDocument, cursor: vscode.Position, text: string) => {
      const data = new vscode.DataTransfer();
      data.set('text/plain', new vscode.DataTransferItem(text));
      const range = new vscode.Range(cursor, cursor);
      const context = { only: undefined, triggerKind: vscode.DocumentPasteTriggerKind.Automatic };
      return new CitationPaste(asService(), NO_COMMANDS).provideDocumentPasteEdits(
        document,
        [range],
        data,
        context,
        never,
      );
    };

    const offers = (language: Language, before: string, text: string, after: string) =>
      it(`as ${text} can be cited in ${language.name}, after the plain text`, () =>
        inDocument(language, before, async ({ document }, cursor) => {
          const [edit] = await paste(document, cursor, text);
          assert.equal(textAfter(document, cursor, edit), after);
          assert.deepEqual(edit.yieldTo, [vscode.DocumentDropOrPasteEditKind.Text]);
        }));
    offers(MARKDOWN, 'As |.', 'https://doi.org/10.5555/3295222', 'As [@vaswani2017attention].');
    offers(LATEX, 'As |.', 'arXiv:1706.03762', 'As \\cite{vaswani2017attention}.');
    offers(TYPST, 'As |.', '10.1000/deep(2020)x', `As @${SMITH}.`);
    offers(ORG, 'As |.', '@book{any, title = {The {\\TeX}book}}', `As [cite:@${KNUTH}].`);

    it('as anything else are text', () =>
      inDocument(MARKDOWN, '|', async ({ document }, cursor) => {
        for (const text of ['Attention Is All You Need', '10.5555/none', 'https://example.com']) {
          assert.deepEqual(await paste(document, cursor, text), []);
        }
      }));
  });
});
