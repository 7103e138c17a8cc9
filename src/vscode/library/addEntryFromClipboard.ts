import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { Library } from '../../library/library';
import { pick } from '../host/ask';
import { offer, tell } from '../host/tell';
import type { EntryAdder } from './entryAdder';
import type { LibraryService, WritableSource } from './libraryService';
import type { Command } from '../host/command';
import { localNumber } from '../host/number';

/** Adds the entries on the clipboard (BibTeX, RIS, CSL-JSON) to a source that the user picks. */
export class AddEntryFromClipboard implements Command {
  readonly id = 'literatureNotes.addEntryFromClipboard';
  readonly #library: LibraryService;
  readonly #adder: EntryAdder;

  constructor(library: LibraryService, adder: EntryAdder) {
    this.#library = library;
    this.#adder = adder;
  }

  async execute(): Promise<void> {
    const entries = await entriesIn(await vscode.env.clipboard.readText());
    if (entries.length === 0) {
      return tell(vscode.l10n.t('The clipboard holds no entry. Copy one as BibTeX, RIS or CSL-JSON first.'));
    }
    const fresh = entries.filter((entry) => !this.#library.own.resolve(entry.citekey));
    if (fresh.length === 0) {
      return this.#offerToReplace(entries);
    }
    const source = await this.#pickSource();
    if (!source) return;
    if (!(await this.#adder.add(fresh, source))) return;
    if (fresh.length < entries.length) {
      tell(
        vscode.l10n.t(
          '{0} of {1} entries were left out: their citekeys are taken.',
          localNumber(entries.length - fresh.length),
          localNumber(entries.length),
        ),
      );
    }
  }

  /** Where the library has the entry already, the one on the clipboard may be the better one. */
  async #offerToReplace([entry, ...others]: readonly Entry[]): Promise<void> {
    const sentence = vscode.l10n.t('The citekey “{0}” is in the library already.', entry.citekey);
    const meaning = this.#library.own.resolve(entry.citekey);
    if (others.length > 0 || !meaning || !('entry' in meaning)) return tell(sentence);
    if (await offer(sentence, vscode.l10n.t('Replace It'), 'information')) {
      await this.#adder.replace(meaning.entry, entry);
    }
  }

  async #pickSource(): Promise<WritableSource | undefined> {
    const sources = this.#adder.sources();
    if (sources.length === 0) {
      const add = vscode.l10n.t('Add Paper List…');
      const sentence = vscode.l10n.t('There is no paper list yet that could take the entry.');
      if (await offer(sentence, add, 'information')) {
        await vscode.commands.executeCommand('literatureNotes.addPaperList');
      }
      return undefined;
    }
    if (sources.length === 1) return sources[0];
    const items = sources.map((source) => ({ label: vscode.workspace.asRelativePath(source.uri), source }));
    const placeHolder = vscode.l10n.t('Add the entry to');
    return (await pick(items, { placeHolder }))?.source;
  }
}

/** The entries of a text in any format that states them as such; a text list is no entry. */
async function entriesIn(text: string): Promise<readonly Entry[]> {
  const { readText } = await import('../../library/formats/readers');
  const reading = readText('', text);
  if (reading.format === undefined || reading.format === 'text-list') return [];
  const library = new Library();
  library.setSource('clipboard:', reading);
  return library.entries();
}
