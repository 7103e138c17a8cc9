import { lazyCommand } from '../host/command';
import type { FeatureContext } from '../shell/feature';

/** Finding the papers that speak of what a draft says. */
export function support({ services, commands }: FeatureContext): void {
  const { library, notes, search, bibliographies } = services;
  commands(
    lazyCommand('literatureNotes.findSupport', async () => {
      const { FindSupport } = await import('./findSupport');
      return new FindSupport(library, notes, search, bibliographies);
    }),
  );
}
