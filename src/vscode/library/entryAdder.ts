import * as vscode from 'vscode';
import { mapCooperatively } from '../../base/cooperate';
import { planOf } from '../../base/editPlan';
import { fileNameOf } from '../../workspace/uri';
import type { Entry } from '../../library/model/entry';
import { isRefusal } from '../../library/writing/editRefusal';
import { type Ask, carryOut, type Instead } from '../host/carryOut';
import { toRange } from '../host/convert';
import { isTooLargeToEdit, openToEdit } from '../host/planStates';
import { choose, tell } from '../host/tell';
import { asBibtex } from './asBibtex';
import { refusalSentence } from './editRefusalSentences';
import { leftOutSentence } from './leftOutSentence';
import type { LibraryService, WritableSource } from './libraryService';

/** Adds entries at the end of a source, in its own style, as one edit that can be undone. It saves nothing. */
export class EntryAdder {
  readonly #library: Pick<LibraryService, 'own' | 'planChange' | 'writableSources'>;
  readonly #ask: Ask;

  constructor(library: Pick<LibraryService, 'own' | 'planChange' | 'writableSources'>, ask: Ask = choose) {
    this.#library = library;
    this.#ask = ask;
  }

  /** @returns the citekeys under which they were added; undefined where they were not: the user was told why, and could copy them instead */
  async add(entries: readonly Entry[], source: WritableSource): Promise<readonly string[] | undefined> {
    const [{ keyIn }, { writtenEntry }] = await Promise.all([
      import('../../library/writing/legalKey'),
      import('../../library/writing/writtenEntry'),
    ]);
    const instead = copying(entries);
    const keys = entries.map(({ citekey }) => [citekey, keyIn(source.format, citekey)] as const);
    const renamed = keys.filter(([citekey, key]) => key !== undefined && key !== citekey);
    const taken = renamed.find(([, key = '']) => this.#library.own.resolve(key));
    if (taken)
      return this.#addNone(
        refusalSentence({ code: 'key-taken', key: taken[1]! }, fileNameOf(source.uri.toString())),
        instead,
      );
    if (await isTooLargeToEdit(source.uri))
      return this.#addNone(refusalSentence({ code: 'too-large' }, fileNameOf(source.uri.toString())), instead);
    const document = await openToEdit(source.uri);
    const { version } = document;
    const written = await mapCooperatively(entries, (entry) => writtenEntry(entry, source.format));
    const edits = await this.#library.planChange(document, { kind: 'add', entries: written });
    if (isRefusal(edits)) return this.#addNone(refusalSentence(edits, fileNameOf(source.uri.toString())), instead);
    if (!(await carryOut(planOf(source.uri.toString(), { version }, edits), instead, this.#ask))) return undefined;
    const last = document.lineAt(document.lineCount - 1).range.end;
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(last, last) });
    for (const [citekey, key = ''] of renamed) {
      const sentence = vscode.l10n.t('“{0}” cannot be a citekey there; the entry was added as “{1}”.', citekey, key);
      tell(sentence);
    }
    await this.#tellLeftOut(entries, source);
    return keys.map(([citekey, key]) => key ?? citekey);
  }

  /**
   * Makes an entry of a source say what another one says; fields that we do not write ourselves stay.
   * @returns whether that was done; where not, the user was told why
   */
  async replace({ source: { uri, range } }: Entry, entry: Entry): Promise<boolean> {
    const { writtenEntry } = await import('../../library/writing/writtenEntry');
    const instead = copying([entry]);
    const source = this.sources().find((each) => each.uri.toString() === uri);
    const name = fileNameOf(uri);
    if (source === undefined) return this.#refuse(refusalSentence({ code: 'not-written' }, name), instead);
    if (await isTooLargeToEdit(source.uri)) return this.#refuse(refusalSentence({ code: 'too-large' }, name), instead);
    const document = await openToEdit(source.uri);
    const { version } = document;
    const at = document.offsetAt(toRange(range).start);
    const written = writtenEntry(entry, source.format);
    const edits = await this.#library.planChange(document, { kind: 'replaceEntry', at, entry: written });
    if (isRefusal(edits)) return this.#refuse(refusalSentence(edits, name), instead);
    if (!(await carryOut(planOf(uri, { version }, edits), instead, this.#ask))) return false;
    await vscode.window.showTextDocument(document, { selection: toRange({ start: range.start, end: range.start }) });
    await this.#tellLeftOut([entry], source);
    return true;
  }

  async #tellLeftOut(entries: readonly Entry[], { uri, format }: WritableSource): Promise<void> {
    const sentence = await leftOutSentence(entries, format, fileNameOf(uri.toString()));
    if (sentence !== undefined) tell(sentence);
  }

  async #addNone(sentence: string, instead: Instead): Promise<undefined> {
    await this.#refuse(sentence, instead);
  }

  async #refuse(sentence: string, instead: Instead): Promise<false> {
    if ((await this.#ask(sentence, [instead.action])) === instead.action) await instead.execute();
    return false;
  }

  /** The sources that can take entries, the workspace's first. */
  sources(): WritableSource[] {
    return this.#library.writableSources();
  }
}

function copying(entries: readonly Entry[]): Instead {
  return {
    action: vscode.l10n.t('Copy as BibTeX'),
    execute: async () => vscode.env.clipboard.writeText(await asBibtex(entries)),
  };
}
