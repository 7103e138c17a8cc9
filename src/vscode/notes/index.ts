import type { FeatureContext } from '../shell/feature';
import { OpenNote } from './openNote';

/** A note for every paper. */
export function notes({ services, commands }: FeatureContext): void {
  const { library, notes, search, choice } = services;
  commands(new OpenNote({ library, notes, search, chosen: choice }));
}
