import type { FeatureContext } from '../shell/feature';
import type { Services } from '../shell/services';

type Act = (services: Services, ...args: unknown[]) => unknown;

/** Papers from services on the web. All of it is loaded with the first command that needs it; nothing is sent before. */
export function online({ services, commands }: FeatureContext): void {
  const does = (name: 'addPaper' | 'setServiceKey') => ({
    id: `literatureNotes.${name}` as const,
    execute: async (...args: unknown[]) => {
      const act: Act = (await import('./onlineCommands'))[name];
      return act(services, ...args);
    },
  });
  commands(does('addPaper'), does('setServiceKey'));
}
