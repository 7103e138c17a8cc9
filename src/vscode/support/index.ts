import type { FeatureContext } from '../shell/feature';
import { FindSupport } from './findSupport';

/** Finding the papers that speak of what a draft says. */
export function support({ services, commands }: FeatureContext): void {
  const { library, notes, search } = services;
  commands(new FindSupport(library, notes, search));
}
