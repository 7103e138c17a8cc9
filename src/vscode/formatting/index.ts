import type { FeatureContext } from '../shell/feature';
import type { Command } from '../host/command';
import { CopyFormattedCitation } from './copyFormattedCitation';
import { CopyReference } from './copyReference';
import { refreshOnSave } from './refreshOnSave';

/** References and citations as they read in a citation style. */
export function formatting({ services, own, commands }: FeatureContext): void {
  const { references, choice, library, following, drafts, comparison, log } = services;
  const example = () => choice.firstMeant() ?? library.shown.entries()[0];
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
    execute: async () => (await import('./insertBibliography')).insertBibliography({ drafts, references, comparison }),
  };
  own(refreshOnSave(references, log));
  commands(
    new CopyReference(references, choice, 'text'),
    new CopyReference(references, choice, 'markdown'),
    new CopyFormattedCitation(references, choice),
    chooseStyle,
    bibliography,
  );
}
