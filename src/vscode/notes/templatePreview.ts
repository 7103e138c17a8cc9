import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { localDay } from '../../notes/localDay';
import type { DocumentFacts, FollowingParts } from '../../workspace/documentFacts';
import type { ChosenPapers, PaperChoice } from '../choosing/paperChoice';
import type { Command } from '../host/command';
import type { Log } from '../host/log';
import { folderSettings } from '../host/settings';
import type { LibraryService } from '../library/libraryService';
import type { SearchService } from '../../search/contract';
import { followTemplate } from './templateFacts';
import { isTemplate, type NoteTemplate, settledTemplate } from './noteTemplate';

const SCHEME = 'literature-notes-preview';

/** What previewing templates takes. */
export interface TemplatePreviewParts {
  readonly library: LibraryService;
  readonly search: Pick<SearchService, 'related'>;
  readonly choice: ChosenPapers & Pick<PaperChoice, 'onDidChangeSelection'>;
  readonly following: FollowingParts;
  readonly log: Log;
}

/** What is previewed. */
interface Previewed {
  readonly uri: vscode.Uri;
  readonly folder: vscode.WorkspaceFolder;
  readonly template: NoteTemplate;
  readonly text: DocumentFacts<string> | undefined;
  citekey: string;
}

/**
 * Shows beside what a template makes of a paper, while the template is written: a document that cannot be edited. It follows
 * the template as it is typed, and the paper that is selected.
 */
export class PreviewTemplate implements Command, vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly id = 'literatureNotes.previewTemplate';
  readonly #parts: TemplatePreviewParts;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: vscode.Disposable[];
  #previewed: Previewed | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(parts: TemplatePreviewParts) {
    this.#parts = parts;
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
      parts.choice.onDidChangeSelection(([citekey]) => this.#showPaper(citekey)),
      parts.library.onDidChange(() => this.#refresh()),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.toString() === this.#previewed?.uri.toString()) this.#forget();
      }),
    ];
  }

  async execute(...args: unknown[]): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const [entry] = await this.#parts.choice.papers(args, { title: vscode.l10n.t('Preview Template'), many: false });
    if (!entry) return;
    const folder = this.#parts.library.folderOf(entry.source.uri) ?? vscode.workspace.workspaceFolders?.[0];
    if (!folder) return;
    const isMeant = document !== undefined && vscode.workspace.isTrusted && isTemplate(document, folder);
    const template = isMeant ? { uri: document.uri } : settledTemplate(entry, folder);
    this.#forget();
    this.#previewed = await this.#follow(template, folder, entry);
    const shown = await vscode.workspace.openTextDocument(this.#previewed.uri);
    this.#refresh();
    await vscode.window.showTextDocument(shown, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  async #follow(template: NoteTemplate, folder: vscode.WorkspaceFolder, entry: Entry): Promise<Previewed> {
    const name = template.uri?.path.split('/').at(-1) ?? vscode.l10n.t('Built-in template');
    const path = `/${vscode.l10n.t('Preview of {0}', name.replace(/\.\w+$/, ''))}.md`;
    const text = template.uri && followTemplate(template.uri, this.#parts.following);
    text?.onDidChange(() => this.#refresh());
    await text?.start();
    const uri = vscode.Uri.from({ scheme: SCHEME, path, query: template.uri?.toString() });
    return { uri, folder, template, text, citekey: entry.citekey };
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const previewed = this.#previewed;
    if (!previewed || uri.toString() !== previewed.uri.toString()) return '';
    try {
      return await this.#contentOf(previewed);
    } catch (error) {
      this.#parts.log.error('Previewing a template', error);
      return vscode.l10n.t('The preview could not be made. The log tells why.');
    }
  }

  async #contentOf({ folder, template, text, citekey }: Previewed): Promise<string> {
    const { library, search } = this.#parts;
    const entry = library.shown.get(citekey);
    if (!entry) return vscode.l10n.t('No paper of the library has the citekey “{0}”.', citekey);
    const written = template.uri && text?.get(template.uri.toString());
    if (template.uri && written === undefined) return vscode.l10n.t('The template is empty, or cannot be read.');
    // Templates and YAML are loaded with the first preview.
    const [{ renderNote }, { allValues, relatedBySearch }, { noteSentence }] = await Promise.all([
      import('../../notes/template'),
      import('./paperValues'),
      import('./noteSentences'),
    ]);
    const occasion = { created: localDay(new Date()), selection: vscode.l10n.t('The text that is selected') };
    const values = await allValues(entry, occasion, written ?? '', relatedBySearch(search, library.shown));
    const note = renderNote(written, values, folderSettings(folder.uri).notes.names);
    if (note.text !== undefined) return note.text;
    const line = note.problem.range.start.line + 1;
    return vscode.l10n.t('Line {0} of the template: {1}', line, noteSentence(note.problem));
  }

  #showPaper(citekey: string | undefined): void {
    if (!this.#previewed || citekey === undefined) return;
    this.#previewed.citekey = citekey;
    this.#refresh();
  }

  #refresh(): void {
    if (this.#previewed) this.#changed.fire(this.#previewed.uri);
  }

  #forget(): void {
    this.#previewed?.text?.dispose();
    this.#previewed = undefined;
  }

  dispose(): void {
    this.#forget();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }
}
