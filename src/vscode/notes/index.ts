import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { lazyCommand } from '../host/command';
import { LazyFixes } from '../host/lazyFixes';
import { OwnFile } from '../host/ownFile';
import type { FeatureContext } from '../shell/feature';
import { AgreedMemory } from './agreedMemory';
import { NewNotes } from './newNotes';
import { NoteChanges } from './noteChanges';
import { KeptStates } from './reading/keptStates';
import type { StateCommand } from './reading/setState';
import { NotesView } from './view/notesView';
import { noteWriting } from './writing';

/** Documents that can be notes. */
const NOTES: vscode.DocumentSelector = [{ pattern: '**/*.{md,markdown}' }];

/** A note for every paper. */
export function notes({ services, storage, own, commands }: FeatureContext): void {
  own(...noteWriting(services));
  const { library, notes, search, choice, following, log, lastChange, comparison, citations, paperCitations } =
    services;
  const changes = new NoteChanges(notes, lastChange);
  const agreed = new AgreedMemory(new OwnFile(vscode.Uri.joinPath(storage, 'notes.json'), log));
  const kept = new KeptStates(library, notes, changes);
  const newNotes = new NewNotes({ library, notes, search, agreed, kept });
  // Commands that few use each time are loaded when they are first run.
  const quoting = { notes, choice, newNotes, changes };
  const updating = { library, notes, choice, changes, agreed, comparison };
  const stateCommand = (name: StateCommand) =>
    lazyCommand(`literatureNotes.${name}`, async () => {
      const { stateCommands } = await import('./reading/setState');
      return stateCommands(notes, choice, newNotes, changes, kept)[name];
    });
  const view = new NotesView(
    {
      notes,
      citations: paperCitations,
      finder: citations,
      paperOf: (key) => library.shown.get(key),
      titleOf: (key) => library.shown.get(key)?.title,
    },
    library.onDidChange,
    paperCitations.onDidSettle,
  );
  choice.watchKeyed(() => view.rows.take());
  choice.watchTree(view.view);
  own(
    agreed,
    new LazyFixes(async () => new (await import('./noteFixes')).NoteFixes(notes)).register(NOTES),
    view,
    library.onDidChange(({ added, removed }) =>
      inBackground(notes.relink([...added, ...removed].map(({ citekey }) => citekey))),
    ),
  );
  commands(
    lazyCommand(
      'literatureNotes.openNote',
      async () => new (await import('./openNote')).OpenNote(notes, choice, newNotes),
    ),
    { id: 'literatureNotes._takeFocusedNote', execute: () => view.rows.takeFocused() },
    lazyCommand('literatureNotes.previewTemplate', async () => {
      const { PreviewTemplate } = await import('./templatePreview');
      const preview = new PreviewTemplate({ library, search, choice, following, log });
      own(preview);
      return preview;
    }),
    lazyCommand('literatureNotes.linkNote', async () => {
      return new (await import('./linkNote')).LinkNote(notes, choice, changes);
    }),
    lazyCommand('literatureNotes.fixNoteKeys', async () => {
      return new (await import('./fixNoteKeys')).FixNoteKeys(notes, changes);
    }),
    lastChange,
    stateCommand('setStatus'),
    stateCommand('setRating'),
    stateCommand('setPriority'),
    stateCommand('editTags'),
    lazyCommand('literatureNotes.updateNotes', async () => new (await import('./updateNotes')).UpdateNotes(updating)),
    lazyCommand('literatureNotes.insertQuote', async () => new (await import('./quoting')).InsertQuote(quoting)),
    lazyCommand('literatureNotes.addToNote', async () => new (await import('./quoting')).AddToNote(quoting)),
  );
}
