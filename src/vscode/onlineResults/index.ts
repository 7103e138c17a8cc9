import type { Command } from '../host/command';
import type { FeatureContext } from '../shell/feature';

type Name =
  | 'searchOnline'
  | 'closeOnlineResults'
  | 'addOnlinePaper'
  | 'citeOnlinePaper'
  | 'noteOnlinePaper'
  | 'openOnlinePaper'
  | 'showCitedWorks'
  | 'showCitingWorks'
  | 'findMissingWorks'
  | '_lookForKey'
  | '_searchOnlineHere'
  | '_showOnlinePaper'
  | '_moreOnlinePapers';

const NAMES: readonly Name[] = [
  'searchOnline',
  'closeOnlineResults',
  'addOnlinePaper',
  'citeOnlinePaper',
  'noteOnlinePaper',
  'openOnlinePaper',
  'showCitedWorks',
  'showCitingWorks',
  'findMissingWorks',
  '_lookForKey',
  '_searchOnlineHere',
  '_showOnlinePaper',
  '_moreOnlinePapers',
];

/** Papers of the web in the Papers view. All of it is loaded with the first command that needs it; nothing is sent before. */
export function onlineResults({ services, own, commands }: FeatureContext): void {
  let loaded: Promise<Record<Name, Command['execute']>> | undefined;
  const load = async () => {
    const { onlineResultsCommands } = await import('./onlineResultsCommands');
    const { actions, results } = onlineResultsCommands(services, await services.online());
    own(results);
    return actions;
  };
  own(services.shownOnline);
  commands(
    ...NAMES.map((name): Command => ({
      id: `literatureNotes.${name}`,
      execute: async (...args) => (await (loaded ??= load()))[name](...args),
    })),
  );
}
