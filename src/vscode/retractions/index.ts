import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { PREFIX } from '../host/settings';
import type { FeatureContext } from '../shell/feature';
import type { RetractionChecker } from './retractionChecker';

/** So often it is looked whether the list is to be fetched, in milliseconds. */
const LOOK_EVERY = 3_600_000;

/** Which papers are retracted: by a command, or once a week where the user has switched that on. All of it is loaded when it is needed. */
export function retractions({ services, own, commands }: FeatureContext): void {
  const { log, ready } = services;
  let loaded: Promise<RetractionChecker> | undefined;
  const checker = () => (loaded ??= import('./retractionChecker').then((it) => new it.RetractionChecker(services)));
  const abort = new AbortController();
  let looking: ReturnType<typeof setInterval> | undefined;
  const look = async () => (await checker()).checkWhereDue(abort.signal);
  const lookSoon = () => void look().catch((error: unknown) => log.info(`Checking for retractions: ${String(error)}`));
  const follow = () => {
    clearInterval(looking);
    looking = undefined;
    if (!isSwitchedOn()) return;
    looking = setInterval(lookSoon, LOOK_EVERY);
    lookSoon();
  };
  inBackground(ready.then(follow));
  own(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${PREFIX}.retractions`)) follow();
    }),
    new vscode.Disposable(() => {
      clearInterval(looking);
      abort.abort();
    }),
  );
  commands({ id: 'literatureNotes.checkRetractions', execute: async (...args) => (await checker()).check(args) });
}

/** Only the user's own setting counts: no folder has anybody asked. */
function isSwitchedOn(): boolean {
  return vscode.workspace.getConfiguration(PREFIX).inspect('retractions.checkWeekly')?.globalValue === true;
}
