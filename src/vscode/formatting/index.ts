import { lazyCommand } from '../host/command';
import type { FeatureContext } from '../shell/feature';
import type { Command } from '../host/command';
import { refreshOnSave } from './refreshOnSave';

/** References and citations as they read in a citation style. */
export function formatting({ services, own, commands }: FeatureContext): void {
  const { references, choice, library, following, drafts, comparison, log, bibliographies } = services;
  const parts = { references, library, bibliographies };
  const example = async () => (await choice.firstMeant()) ?? library.shown.entries()[0];
  // What lists styles is loaded when they are first chosen from.
  const chooseStyle: Command = {
    id: 'literatureNotes.chooseStyle',
    execute: async () => {
      const { ChooseStyle } = await import('./chooseStyle');
      await new ChooseStyle(references, following.files, example).execute();
    },
  };
  const bibliography: Command = {
    id: 'literatureNotes.insertBibliography',
    execute: async () => (await import('./insertBibliography')).insertBibliography({ drafts, comparison, ...parts }),
  };
  own(refreshOnSave(parts, log));
  commands(
    lazyCommand(
      'literatureNotes.copyReference',
      async () => new (await import('./copyReference')).CopyReference(references, choice, 'text'),
    ),
    lazyCommand(
      'literatureNotes.copyReferenceAsMarkdown',
      async () => new (await import('./copyReference')).CopyReference(references, choice, 'markdown'),
    ),
    lazyCommand(
      'literatureNotes.copyFormattedCitation',
      async () => new (await import('./copyFormattedCitation')).CopyFormattedCitation(references, choice, 'text'),
    ),
    lazyCommand(
      'literatureNotes.copyFormattedCitationAsMarkdown',
      async () => new (await import('./copyFormattedCitation')).CopyFormattedCitation(references, choice, 'markdown'),
    ),
    chooseStyle,
    bibliography,
  );
}
