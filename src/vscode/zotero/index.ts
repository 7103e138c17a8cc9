import * as vscode from 'vscode';
import { ContextKey } from '../host/contextKey';
import type { FeatureContext } from '../shell/feature';
import type { Services } from '../shell/services';
import type { Following } from './following';
import { LIBRARIES } from './liveSources';

type Act = (services: Services, ...args: unknown[]) => unknown;

/** Zotero and JabRef as they run beside VS Code. Nothing of it is loaded, and nobody is asked, before the user wants it. */
export function zotero({ services, own, commands }: FeatureContext): void {
  const { live, following, log, ready } = services;
  let started: Promise<Following> | undefined;
  // Menus show what is about the libraries of other programs to who follows one.
  const follows = new ContextKey<boolean>('literatureNotes.followsLibrary');
  const follow = () => {
    follows.set(live.followed().length > 0);
    if (live.followed().length === 0) return;
    started ??= import('./following').then((it) => {
      const made = new it.Following(live, following.changes, log);
      own(made);
      made.start();
      return made;
    });
    started.catch((error: unknown) => log.error('Following libraries', error));
  };
  // What was last seen serves at once; only then the programs are asked.
  void ready.then(follow, follow);
  own(
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(LIBRARIES)) follow();
    }),
  );
  const does = (name: 'addLibrary' | 'open' | 'cite' | 'refreshEntries' | 'push' | 'updateAnnotations') => ({
    id: `literatureNotes.zotero.${name}` as const,
    execute: async (...args: unknown[]) => {
      const act: Act = (await import('./zoteroCommands'))[name];
      return act(services, ...args);
    },
  });
  commands(
    does('addLibrary'),
    does('open'),
    does('cite'),
    does('refreshEntries'),
    does('push'),
    does('updateAnnotations'),
  );
}
