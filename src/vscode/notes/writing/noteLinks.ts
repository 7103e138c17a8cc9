import * as vscode from 'vscode';
import { LineIndex } from '../../../base/lineIndex';
import { wikiLinksIn } from '../../../citations/index/wikiLinks';
import type { Entry } from '../../../library/model/entry';
import type { Note } from '../../../notes/note';
import { toRange } from '../../host/convert';
import { otherLinks } from './otherLinkers';
import type { NoteNames } from './noteNames';

/** Longer documents have no links made, in characters. */
const LARGEST = 1024 * 1024;

/** What links to notes lead to. */
export interface NoteLinksParts {
  readonly names: Pick<NoteNames, 'get'>;
  readonly entryOf: (citekey: string) => Entry | undefined;
  /** What is shown of a paper under the mouse. */
  readonly hoverOf: (entry: Entry, note: Note, document: vscode.TextDocument) => Promise<vscode.MarkdownString>;
}

/** Makes links of `[[name]]` that lead to papers' notes, and shows the paper under the mouse; silent where others do. */
export class NoteLinks implements vscode.DocumentLinkProvider, vscode.HoverProvider, vscode.DefinitionProvider {
  readonly #parts: NoteLinksParts;

  constructor(parts: NoteLinksParts) {
    this.#parts = parts;
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    return this.#linksIn(document).map(({ range, note }) => {
      const link = new vscode.DocumentLink(range, vscode.Uri.parse(note.uri));
      link.tooltip = vscode.l10n.t('Open Note');
      return link;
    });
  }

  async provideHover(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.Hover | undefined> {
    const link = this.#linkAt(document, position);
    const entry = link && this.#parts.entryOf(link.note.citekey);
    return entry && new vscode.Hover(await this.#parts.hoverOf(entry, link.note, document), link.range);
  }

  provideDefinition(document: vscode.TextDocument, position: vscode.Position): vscode.Location | undefined {
    const link = this.#linkAt(document, position);
    return link && new vscode.Location(vscode.Uri.parse(link.note.uri), new vscode.Position(0, 0));
  }

  #linkAt(document: vscode.TextDocument, position: vscode.Position) {
    if (!document.lineAt(position.line).text.includes('[[')) return undefined;
    return this.#linksIn(document).find(({ range }) => range.contains(position));
  }

  #linksIn(document: vscode.TextDocument): { range: vscode.Range; note: Note }[] {
    const text = document.getText();
    if (text.length > LARGEST || !text.includes('[[') || otherLinks()) return [];
    const lines = new LineIndex(text);
    return wikiLinksIn(text).flatMap(({ name, range }) => {
      const note = this.#parts.names.get(name);
      return note ? [{ range: toRange(lines.range(range)), note }] : [];
    });
  }
}
