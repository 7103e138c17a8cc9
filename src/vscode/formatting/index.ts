import type { FeatureContext } from '../shell/feature';
import { ChooseStyle } from './chooseStyle';
import { CopyFormattedCitation } from './copyFormattedCitation';
import { CopyReference } from './copyReference';

/** References and citations as they read in a citation style. */
export function formatting({ services, commands }: FeatureContext): void {
  const { references, choice, library, following } = services;
  const example = () => choice.firstMeant() ?? library.shown.entries()[0];
  commands(
    new CopyReference(references, choice, 'text'),
    new CopyReference(references, choice, 'markdown'),
    new CopyFormattedCitation(references, choice),
    new ChooseStyle(references, following.files, example),
  );
}
