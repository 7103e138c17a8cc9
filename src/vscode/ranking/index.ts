import { lazyCommand } from '../host/command';
import type { FeatureContext } from '../shell/feature';

/** Which papers to read next. */
export function ranking({ services, commands }: FeatureContext): void {
  commands(lazyCommand('literatureNotes.readNext', async () => new (await import('./readNext')).ReadNext(services)));
}
