import * as vscode from 'vscode';
import { EMPTY_PLAN, type FileEdits, madeForText } from '../../base/editPlan';
import type { Entry } from '../../library/model/entry';
import { mergeAnnotations } from '../../notes/annotations/mergeAnnotations';
import { type Annotated, annotationsAmong } from '../../online/zotero/annotations';
import { matchedItems } from '../../workflows/refreshing/matchedItems';
import { citekeysOf } from '../choosing/paperArguments';
import { agreeToPlan } from '../host/agreeToPlan';
import { currentText } from '../host/currentText';
import { offer, tell } from '../host/tell';
import { NoteChanges } from '../notes/noteChanges';
import type { Services } from '../shell/services';
import type { LiveSource } from './liveSources';
import { offerToFollow } from './offerToFollow';
import { seenLibraries } from './seenLibraries';
import { localNumber } from '../host/number';
import { allOf } from '../host/wordList';

/** A paper that can have annotations in its note. */
interface PaperNote {
  readonly entry: Entry;
  readonly uri: vscode.Uri;
}

/** Brings annotations of items of Zotero into the notes of their papers. */
export class AnnotationUpdate {
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** @returns the citekeys of the papers whose notes changed */
  async run(args: readonly unknown[]): Promise<readonly string[]> {
    const { choice, live } = this.#services;
    const copies = live.followed().filter(({ followed }) => followed.server === 'zotero');
    if (copies.length === 0) {
      offerToFollow();
      return [];
    }
    const title = vscode.l10n.t('Update Annotations');
    const entries = await choice.papers(this.#about(args), { title, many: true });
    if (entries.length === 0) return [];
    await live.look?.();
    const annotated = await this.#annotated(entries, copies);
    const isAtOnce = isSure(args[1]);
    const known = entries.filter(({ citekey }) => annotated.has(citekey));
    return this.#update(await this.#notesOf(known, isAtOnce), annotated, isAtOnce);
  }

  /** Where no paper is given or selected, the one whose note is in front. */
  #about(args: readonly unknown[]): readonly unknown[] {
    const { notes, choice } = this.#services;
    const editor = vscode.window.activeTextEditor?.document.uri;
    if (citekeysOf(args).length > 0 || !editor) return args;
    const note = notes.noteAt(editor);
    const isMeant = note !== undefined && (args[0] instanceof vscode.Uri || choice.selected().length === 0);
    return isMeant ? [note.citekey] : args;
  }

  /** The annotations of papers by citekey. The user is told of those that no item is, or several. */
  async #annotated(entries: readonly Entry[], copies: readonly LiveSource[]): Promise<Map<string, Annotated>> {
    const { library } = this.#services;
    const items = (await Promise.all(copies.map(({ copy }) => library.papersOf(copy)))).flat();
    const others = matchedItems(
      entries.filter(({ origin }) => origin === undefined),
      items,
    );
    const origins = new Map(
      [...others.matched, ...others.renamed].map(({ entry, item }): [string, string | undefined] => [
        entry.citekey,
        item.origin,
      ]),
    );
    const keys = new Map<string, string>();
    for (const { citekey, origin = origins.get(citekey) } of entries) {
      const key = /^zotero:.*\/items\/(\w+)$/.exec(origin ?? '')?.[1];
      if (key !== undefined) keys.set(key, citekey);
    }
    const found = new Map<string, Annotated>();
    const seen = await seenLibraries(copies);
    for (const [key, annotated] of await annotationsAmong(seen, [...keys.keys()])) found.set(keys.get(key)!, annotated);
    this.#tellOthers(entries, found, others.ambiguous);
    return found;
  }

  #tellOthers(entries: readonly Entry[], found: ReadonlyMap<string, Annotated>, ambiguous: readonly Entry[]): void {
    const unknown = entries.filter((entry) => !found.has(entry.citekey) && !ambiguous.includes(entry));
    const sentences = [
      ambiguous.length > 0 ? vscode.l10n.t('Several items could be meant by {0}.', namesOf(ambiguous)) : '',
      unknown.length > 0 ? vscode.l10n.t('Not in Zotero: {0}.', namesOf(unknown)) : '',
    ].filter(Boolean);
    if (sentences.length > 0) tell(sentences.join(' '), 'warning');
  }

  /**
   * The notes of papers that can be written. One that is asked for alone is made where it is missing, if the user likes, and is there
   * to be asked.
   */
  async #notesOf(entries: readonly Entry[], isAtOnce: boolean): Promise<readonly PaperNote[]> {
    const { notes } = this.#services;
    const [first] = entries;
    if (!isAtOnce && entries.length === 1 && notes.noteOf(first.citekey) === undefined) {
      const make = vscode.l10n.t('Make Note');
      if (!(await offer(vscode.l10n.t('“{0}” has no note yet.', first.citekey), make, 'information'))) return [];
      await vscode.commands.executeCommand('literatureNotes.openNote', first.citekey);
    }
    const whole = entries.flatMap((entry) => {
      const note = notes.noteOf(entry.citekey);
      const canHave = note !== undefined && note.linkedBy !== 'heading' && !note.uri.endsWith('.org');
      return canHave ? [{ entry, uri: vscode.Uri.parse(note.uri) }] : [];
    });
    const without = entries.length - whole.length;
    if (without > 0) tell(vscode.l10n.t('Papers without a Markdown note of their own: {0}.', without));
    return whole;
  }

  async #update(
    papers: readonly PaperNote[],
    annotated: ReadonlyMap<string, Annotated>,
    isAtOnce: boolean,
  ): Promise<readonly string[]> {
    const { notes, lastChange, comparison } = this.#services;
    const edits: FileEdits[] = [];
    const broken: string[] = [];
    for (const { entry, uri } of papers) {
      const text = await currentText(uri);
      if (text === undefined) continue;
      const edit = mergeAnnotations(text, { ...annotated.get(entry.citekey)!, words: wordsOfNotes() });
      if (edit === 'unclosed') broken.push(vscode.workspace.asRelativePath(uri));
      else if (edit) edits.push({ uri: uri.toString(), madeFor: madeForText(text), edits: [edit] });
    }
    if (broken.length > 0) {
      const named = allOf(broken);
      tell(
        vscode.l10n.t('The annotations in {0} have no end, or stand there twice. Mend that first.', named),
        'warning',
      );
    }
    if (edits.length === 0) {
      if (papers.length > broken.length) tell(vscode.l10n.t('No annotation changed in Zotero.'));
      return [];
    }
    const plan = { ...EMPTY_PLAN, edits };
    const title = vscode.l10n.t('Update Annotations');
    const action = vscode.l10n.t('Update {0} notes', localNumber(edits.length));
    if (edits.length > 1 && !isAtOnce && !(await agreeToPlan(plan, comparison, { title, action }))) return [];
    const done = await new NoteChanges(notes, lastChange).carryOut(plan, {
      doing: vscode.l10n.t('Updating notes'),
      done: (files) =>
        files === 1
          ? vscode.l10n.t('1 note was updated.')
          : vscode.l10n.t('{0} notes were updated.', localNumber(files)),
    });
    return papers.filter(({ uri }) => done.includes(uri.toString())).map(({ entry }) => entry.citekey);
  }
}

function wordsOfNotes() {
  return {
    heading: vscode.l10n.t('Annotations'),
    open: vscode.l10n.t('In Zotero'),
    page: (label: string) => vscode.l10n.t('p. {0}', label),
  };
}

/** So many citekeys are named in a sentence. */
const NAMED = 5;

function namesOf(entries: readonly Entry[]): string {
  return allOf(
    entries.map(({ citekey }) => citekey),
    NAMED,
  );
}

function isSure(how: unknown): boolean {
  return typeof how === 'object' && how !== null && (how as { confirm?: unknown }).confirm === false;
}
