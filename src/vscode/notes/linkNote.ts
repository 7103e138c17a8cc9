import * as vscode from 'vscode';
import type { ChosenPapers } from '../choosing/paperChoice';
import { titleAbout } from '../choosing/titleAbout';
import { pick } from '../host/ask';
import type { Command } from '../host/command';
import { tell } from '../host/tell';
import type { NoteChanges } from './noteChanges';
import { hiddenSentence, noteSentence } from './noteSentences';
import type { NotesService } from './notesService';

/** Makes a Markdown file the note of a paper, by the citekey in its front matter. The file comes as second argument, or is chosen. */
export class LinkNote implements Command {
  readonly id = 'literatureNotes.linkNote';
  readonly #notes: NotesService;
  readonly #chosen: ChosenPapers;
  readonly #changes: NoteChanges;

  constructor(notes: NotesService, chosen: ChosenPapers, changes: NoteChanges) {
    this.#notes = notes;
    this.#chosen = chosen;
    this.#changes = changes;
  }

  async execute(...args: unknown[]): Promise<void> {
    const given = fileOf(args[1]) ?? fileOfRow(args[0]);
    const title = vscode.l10n.t('Link Existing Note');
    // Of a file without a paper, it is for the user to say which it is about.
    const [entry] = await this.#chosen.papers(args, { title, many: false, asks: given !== undefined });
    if (!entry) return;
    const uri = given ?? (await this.#chooseFile(entry.citekey, titleAbout(title, [entry])));
    if (!uri) return;
    if (!/\.(?:md|markdown)$/i.test(uri.path)) {
      return tell(vscode.l10n.t('Only a Markdown file can be linked to a paper.'), 'warning');
    }
    const name = vscode.workspace.asRelativePath(uri);
    if (!vscode.workspace.getWorkspaceFolder(uri)) {
      return tell(
        vscode.l10n.t('“{0}” lies outside of the workspace. Move it into one of its folders first.', name),
        'warning',
      );
    }
    const planned = await this.#notes.planLink(uri, entry.citekey);
    if ('problem' in planned) return tell(noteSentence(planned.problem), 'warning');
    if (planned.plan.edits.length === 0) {
      return tell(vscode.l10n.t('“{0}” is a note of “{1}” already.', name, entry.citekey));
    }
    await this.#changes.carryOut(planned.plan, {
      doing: vscode.l10n.t('Linking a note'),
      done: () =>
        this.#notes.isNote(uri)
          ? vscode.l10n.t('“{0}” is a note of “{1}” now.', name, entry.citekey)
          : hiddenSentence(uri),
    });
  }

  async #chooseFile(citekey: string, title: string): Promise<vscode.Uri | undefined> {
    const items = (await this.#notes.linkableFiles()).map((uri) => ({
      label: uri.path.split('/').pop()!,
      description: vscode.workspace.asRelativePath(vscode.Uri.joinPath(uri, '..')),
      uri,
    }));
    if (items.length === 0) tell(vscode.l10n.t('The workspace has no Markdown file to link.'));
    const placeHolder = vscode.l10n.t('The file that becomes a note of “{0}”', citekey);
    return items.length === 0 ? undefined : (await pick(items, { title, placeHolder, matchOnDescription: true }))?.uri;
  }
}

/** The file of an argument: a URI, or its text. */
function fileOf(value: unknown): vscode.Uri | undefined {
  if (value instanceof vscode.Uri) return value;
  return typeof value === 'string' && /^[a-z][\w+.-]+:/i.test(value) ? vscode.Uri.parse(value) : undefined;
}

/** The file of a row of the Reading Notes view that is about no paper. */
function fileOfRow(value: unknown): vscode.Uri | undefined {
  const isRow = typeof value === 'object' && value !== null && 'uri' in value && !('entry' in value);
  return isRow ? fileOf(value.uri) : undefined;
}
