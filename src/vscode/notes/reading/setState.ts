import * as vscode from 'vscode';
import { READING_STAGES } from '../../../library/model/readingStage';
import type { ChosenPapers } from '../../choosing/paperChoice';
import { titleAbout } from '../../choosing/titleAbout';
import { changingList, inertItem, pick } from '../../host/ask';
import type { Command } from '../../host/command';
import { noteStatuses } from '../../host/settings';
import { tell } from '../../host/tell';
import type { NotesService } from '../notesService';
import type { NewNotes } from '../newNotes';
import type { NoteChanges } from '../noteChanges';
import type { KeptStates } from './keptStates';
import { ReadingState } from './readingState';

const BEST = 5;
const PRIORITIES: readonly string[] = ['high', 'medium', 'low'];

/** What the commands that set the state of papers take. */
export interface SetStateParts {
  readonly notes: NotesService;
  readonly chosen: ChosenPapers;
  readonly state: ReadingState;
}

export type StateCommand = 'setStatus' | 'setRating' | 'setPriority' | 'editTags';

/** The commands that set the state of papers, by what they set. */
export function stateCommands(
  notes: NotesService,
  chosen: ChosenPapers,
  ...others: readonly [NewNotes, NoteChanges, KeptStates]
): Readonly<Record<StateCommand, Command>> {
  const parts = { notes, chosen, state: new ReadingState(notes, ...others) };
  return {
    setStatus: new SetStatus(parts),
    setRating: new SetRating(parts),
    setPriority: new SetPriority(parts),
    editTags: new EditTags(parts),
  };
}

/** Sets the status of papers: the second argument, or what the user picks. An empty one is none. */
export class SetStatus implements Command {
  readonly id = 'literatureNotes.setStatus';
  constructor(readonly parts: SetStateParts) {}

  async execute(...args: unknown[]): Promise<void> {
    const { chosen, notes, state } = this.parts;
    const command = vscode.l10n.t('Set Status');
    const chosenPapers = await chosen.papers(args, { title: command, many: true });
    if (chosenPapers.length === 0) return;
    const title = titleAbout(command, chosenPapers);
    const current = chosenPapers.length === 1 ? notes.stateOf(chosenPapers[0].citekey)?.status : undefined;
    const used = notes.citekeys().map((key) => notes.noteOf(key)?.status ?? '');
    const known = [...noteStatuses(), ...READING_STAGES, ...used].filter((status) => status !== '');
    const items = [
      ...[...new Set(known)].map((status) => ({
        label: status,
        description: status === current ? vscode.l10n.t('current') : '',
        status,
      })),
      { label: vscode.l10n.t('No Status'), status: '' },
    ];
    const given = typeof args[1] === 'string' ? args[1].trim() : undefined;
    const status =
      given ?? (await pick(items, { title, placeHolder: vscode.l10n.t('The status of the reading') }))?.status;
    if (status === undefined) return;
    // To say that there is none takes no note.
    const isStated = (citekey: string) =>
      state.noteOf(citekey)?.status !== undefined || notes.keptStatusOf(citekey) !== undefined;
    const entries = chosenPapers.filter(({ citekey }) => status !== '' || isStated(citekey));
    if (entries.length > 0) await state.set(entries, { field: 'status', valueOf: () => status });
  }
}

/** Sets the rating of papers, from 0 to 5. */
export class SetRating implements Command {
  readonly id = 'literatureNotes.setRating';
  constructor(readonly parts: SetStateParts) {}

  async execute(...args: unknown[]): Promise<void> {
    const { chosen, state } = this.parts;
    const command = vscode.l10n.t('Set Rating');
    const entries = await chosen.papers(args, { title: command, many: true });
    if (entries.length === 0) return;
    const title = titleAbout(command, entries);
    const items = Array.from({ length: BEST + 1 }, (_, i) => BEST - i).map((rating) => ({
      label: String(rating),
      description: '★'.repeat(rating),
      rating,
    }));
    const given = typeof args[1] === 'number' ? args[1] : undefined;
    if (given !== undefined && !(given >= 0 && given <= BEST)) {
      return tell(vscode.l10n.t('A rating is a number from 0 to 5.'), 'warning');
    }
    const rating = given ?? (await pick(items, { title, placeHolder: vscode.l10n.t('How good the paper is') }))?.rating;
    if (rating !== undefined) await state.set(entries, { field: 'rating', valueOf: () => rating });
  }
}

/** Sets the priority of papers: the second argument, or what the user picks of those in use. An empty one is none. */
export class SetPriority implements Command {
  readonly id = 'literatureNotes.setPriority';
  constructor(readonly parts: SetStateParts) {}

  async execute(...args: unknown[]): Promise<void> {
    const { chosen, notes, state } = this.parts;
    const command = vscode.l10n.t('Set Priority');
    const chosenPapers = await chosen.papers(args, { title: command, many: true });
    if (chosenPapers.length === 0) return;
    const title = titleAbout(command, chosenPapers);
    const used = notes.citekeys().flatMap((key) => notes.noteOf(key)?.priority ?? []);
    const items = [
      ...[...new Set([...PRIORITIES, ...used.sort()])].map((priority) => ({ label: priority, priority })),
      { label: vscode.l10n.t('No Priority'), priority: '' },
    ];
    const given = typeof args[1] === 'string' || typeof args[1] === 'number' ? String(args[1]).trim() : undefined;
    const priority =
      given ?? (await pick(items, { title, placeHolder: vscode.l10n.t('How soon the paper is to be read') }))?.priority;
    if (priority === undefined) return;
    // To say that there is none takes no note.
    const entries = chosenPapers.filter(
      ({ citekey }) => priority !== '' || state.noteOf(citekey)?.priority !== undefined,
    );
    if (entries.length > 0) await state.set(entries, { field: 'priority', valueOf: () => priority });
  }
}

/** Sets the tags of papers: the second argument is a list of them; else the user ticks those in use and types new ones. */
export class EditTags implements Command {
  readonly id = 'literatureNotes.editTags';
  constructor(readonly parts: SetStateParts) {}

  async execute(...args: unknown[]): Promise<void> {
    const { chosen, notes, state } = this.parts;
    const given = tagsOf(args);
    const command = vscode.l10n.t('Edit Tags');
    const entries = await chosen.papers(args, { title: command, many: true });
    if (entries.length === 0) return;
    if (given) return state.set(entries, { field: 'tags', valueOf: () => given });
    const each = entries.map(({ citekey }) => state.noteOf(citekey)?.tags ?? []);
    const common = each[0].filter((tag) => each.every((tags) => tags.includes(tag)));
    const used = new Set([...common, ...notes.citekeys().flatMap((key) => notes.noteOf(key)?.tags ?? [])]);
    const ticked = await tick(titleAbout(command, entries), [...used].sort(), common);
    if (!ticked) return;
    const dropped = common.filter((tag) => !ticked.includes(tag));
    await state.set(entries, {
      field: 'tags',
      valueOf: (note) => [...new Set([...(note?.tags ?? []), ...ticked])].filter((tag) => !dropped.includes(tag)),
    });
  }
}

/** The tags of the arguments: a menu passes all selected rows in their place, of which the first argument is one. */
function tagsOf([first, second]: readonly unknown[]): string[] | undefined {
  const isList = Array.isArray(second) && !second.includes(first) && second.every((tag) => typeof tag === 'string');
  return isList ? second : undefined;
}

/** Has the user tick tags, and type new ones; undefined where that was cancelled. */
function tick(title: string, tags: readonly string[], ticked: readonly string[]): Promise<string[] | undefined> {
  const list = changingList<vscode.QuickPickItem & { tag: string }>(
    title,
    vscode.l10n.t('Tick tags, or type a new one'),
  );
  const itemOf = (tag: string) => inertItem({ label: tag, tag, alwaysShow: !tags.includes(tag) });
  const known = tags.map(itemOf);
  list.canSelectMany = true;
  list.items = known;
  list.selectedItems = known.filter(({ tag }) => ticked.includes(tag));
  list.onDidChangeValue((value) => {
    const typed = value.trim().replace(/^#/, '');
    const kept = [...list.selectedItems];
    const rest = known.filter((item) => !kept.includes(item));
    const isNew = typed !== '' && ![...kept, ...rest].some(({ tag }) => tag === typed);
    list.items = [...(isNew ? [itemOf(typed)] : []), ...kept, ...rest];
    list.selectedItems = kept;
  });
  return new Promise((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems.map(({ tag }) => tag));
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
