import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { Command } from '../host/command';
import { ContextKey } from '../host/contextKey';
import { PREFIX } from '../host/settings';
import type { FeatureContext } from '../shell/feature';

const NAMES = [
  'chooseFeeds',
  'fetchNewPapers',
  'openDigest',
  'addNewPaper',
  'addNewPaperWithNote',
  'keepForLater',
  'notForMe',
  'openNewPaper',
  'followFromPaper',
  'muteFromPaper',
  'undoNewPapers',
  'exportNewPapers',
  '_showNewPaper',
  '_moreNewPapers',
  '_takeFocusedNewPaper',
] as const;

/** The new papers of feeds. All of it is loaded when a feed has been chosen; nothing is asked before. */
export function newPapers({ services, own, commands }: FeatureContext): void {
  const follows = new ContextKey<boolean>('literatureNotes.followsFeeds');
  let loaded: Promise<Record<string, Command['execute']>> | undefined;
  const load = async () => {
    const [service, { newPapersFeature }] = await Promise.all([services.newPapers(), import('./newPapersFeature')]);
    const { view, actions } = newPapersFeature(services, service, services.anotherSearch);
    own(service, view);
    return actions;
  };
  const follow = async () => {
    const setting = vscode.workspace.getConfiguration(PREFIX).get<unknown>('newPapers.feeds');
    const isChosen = Array.isArray(setting) && setting.length > 0;
    if (isChosen) await (loaded ??= load());
    follows.set(isChosen);
    if (isChosen) await (await services.newPapers()).start();
  };
  const followSoon = () => void follow().catch((error: unknown) => services.log.error('Following feeds', error));
  inBackground(services.ready.then(followSoon));
  own(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${PREFIX}.newPapers.feeds`)) followSoon();
    }),
  );
  commands(
    ...NAMES.map((name): Command => ({
      id: `literatureNotes.${name}`,
      execute: async (...args) => (await (loaded ??= load()))[name](...args),
    })),
  );
}
