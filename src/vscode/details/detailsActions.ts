import * as vscode from 'vscode';
import type { CitedPlace } from '../../citations/index/citedPlace';
import type { InFile } from '../../citations/index/indexedFiles';
import type { Entry } from '../../library/model/entry';
import type { DetailsAction, FromDetails, ToDetails } from '../../webview/details/messages';
import { toggledTerm } from '../../workflows/queryTerms';
import { toRange } from '../host/convert';
import { untilHolds } from '../library/untilKnown';
import type { Services } from '../shell/services';
import { carryOutFix, type EntryProblem } from './entryProblems';
import type { FieldEditor } from './fieldEditor';
import { openPaperFile } from './openFile';
import { SHOW_CELL } from '../references/showPlace';

/** What the page can point at by a number. */
interface PointedAt {
  readonly places: readonly InFile<CitedPlace>[];
  readonly problems: readonly EntryProblem[];
}

/** The commands behind the buttons that need nothing but the paper. */
const COMMANDS: Readonly<Partial<Record<DetailsAction, string>>> = {
  cite: 'literatureNotes.insertCitation',
  note: 'literatureNotes.openNote',
  source: 'literatureNotes.revealInSource',
  citekey: 'literatureNotes.copyCitekey',
  bibtex: 'literatureNotes.copyAsBibtex',
  pdf: 'literatureNotes.openPdf',
};

/** The same for a paper of the web, which is added before. */
const GUEST_COMMANDS: Readonly<Partial<Record<DetailsAction, string>>> = {
  add: 'literatureNotes.addOnlinePaper',
  cite: 'literatureNotes.citeOnlinePaper',
  note: 'literatureNotes.noteOnlinePaper',
  open: 'literatureNotes.openOnlinePaper',
};

/** What is asked for beside more of what is shown. */
type Asked = Exclude<FromDetails, { readonly type: 'places' }>;

/** Does what is asked for in the details view. */
export class DetailsActions {
  readonly #services: Services;
  readonly #editor: FieldEditor;

  constructor(services: Services, editor: FieldEditor) {
    this.#services = services;
    this.#editor = editor;
  }

  /** @returns what the page is to be told */
  async carryOut(message: Asked, entry: Entry, { places, problems }: PointedAt): Promise<ToDetails[]> {
    const { citekey } = entry;
    const { session, details, library, notes } = this.#services;
    switch (message.type) {
      case 'action':
        return this.#act(message.action, entry);
      case 'search':
        return this.#search(message.query);
      case 'filter':
        return this.#search(toggledTerm(session.query, message.query));
      case 'file': {
        const file = entry.files?.[message.index];
        if (file) await openPaperFile(entry, file.path, library);
        return [];
      }
      case 'cited': {
        const place = places.at(message.index);
        if (place?.cell !== undefined)
          await vscode.commands.executeCommand(SHOW_CELL, vscode.Uri.parse(place.uri), place.cell);
        else if (place) await reveal(vscode.Uri.parse(place.uri), toRange(place.range));
        return [];
      }
      case 'problem': {
        const at = problems.at(message.index)?.problem;
        if (at) await reveal(at.uri, at.range);
        return [];
      }
      case 'fix': {
        const fix = problems.at(message.index)?.fixes.at(message.fix);
        if (fix) await carryOutFix(fix);
        return [];
      }
      case 'show':
        details.goOn(message.other);
        return [];
      case 'back':
        details.goBack();
        return [];
      case 'edit': {
        const { field } = message;
        const stated = this.#editor.stated(entry, field);
        if (typeof stated === 'string') return [{ type: 'refused', citekey, field, sentence: stated }];
        return [{ type: 'edit', citekey, field, stated }];
      }
      case 'save':
        return this.#save(entry, message);
      case 'status':
        await vscode.commands.executeCommand('literatureNotes.setStatus', citekey, message.status);
        return this.#known(() => (notes.stateOf(citekey)?.status ?? '') === message.status);
      case 'rating':
        await vscode.commands.executeCommand('literatureNotes.setRating', citekey, message.rating);
        return this.#known(() => (notes.noteOf(citekey)?.rating ?? 0) === message.rating);
      case 'tag': {
        const { tag, isOn } = message;
        const tags = () => notes.noteOf(citekey)?.tags ?? [];
        const others = tags().filter((other) => other !== tag);
        await vscode.commands.executeCommand('literatureNotes.editTags', citekey, isOn ? [...others, tag] : others);
        return this.#known(() => tags().includes(tag) === isOn);
      }
    }
  }

  /** Waits until what was written to a note is known, so that the next change begins with it. */
  async #known(holds: () => boolean): Promise<ToDetails[]> {
    await untilHolds(this.#services.notes.onDidChange, holds);
    return [];
  }

  async #act(action: DetailsAction, entry: Entry): Promise<ToDetails[]> {
    if (this.#services.details.guest) {
      const command = GUEST_COMMANDS[action];
      // The paper is the one that is shown.
      if (command) await vscode.commands.executeCommand(command);
      return [];
    }
    const command = COMMANDS[action];
    if (command) await vscode.commands.executeCommand(command, entry.citekey);
    const isCopy = action === 'citekey' || action === 'bibtex' || action === 'copied';
    return isCopy ? [{ type: 'say', sentence: vscode.l10n.t('Copied.') }] : [];
  }

  /** Searches for something, and goes on in the papers that are found. */
  async #search(query: string): Promise<ToDetails[]> {
    await this.#services.session.setQuery(query);
    await vscode.commands.executeCommand('literatureNotes.papers.focus');
    return [];
  }

  async #save(entry: Entry, { field, text }: Extract<FromDetails, { type: 'save' }>): Promise<ToDetails[]> {
    const { citekey } = entry;
    const outcome = await this.#editor.save(entry, field, text);
    if (outcome.kind === 'refused') return [{ type: 'refused', citekey, field, sentence: outcome.sentence }];
    const edited: ToDetails = { type: 'edited', citekey, field };
    if (outcome.kind === 'told') return [edited];
    const { library } = this.#services;
    await untilHolds(library.onDidChange, () => library.shown.get(citekey) !== entry);
    const file = vscode.workspace.asRelativePath(vscode.Uri.parse(entry.source.uri));
    return [edited, { type: 'say', sentence: vscode.l10n.t('Changed in {0}.', file) }];
  }
}

async function reveal(uri: vscode.Uri, selection: vscode.Range): Promise<void> {
  await vscode.window.showTextDocument(uri, { selection });
}
