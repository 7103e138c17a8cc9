import type { FeatureContext } from '../shell/feature';
import { OpenNote } from './openNote';
import { PreviewTemplate } from './templatePreview';

/** A note for every paper. */
export function notes({ services, own, commands }: FeatureContext): void {
  const { library, notes, search, choice, following, log } = services;
  const preview = new PreviewTemplate({ library, search, choice, following, log });
  own(preview);
  commands(new OpenNote({ library, notes, search, chosen: choice }), preview);
}
