import * as vscode from 'vscode';
import { reasonOf } from '../../base/reason';
import { LocalFailure } from '../../online/zotero/failure';
import { LOCAL_SERVER_NAMES } from '../../online/zotero/followed';

/** Where the extension runs, as far as that decides how a program of the user's machine is reached. */
export type Surroundings = 'machine' | 'wsl' | 'container' | 'remote';

export function surroundings(remoteName = vscode.env.remoteName): Surroundings {
  if (remoteName === 'wsl') return 'wsl';
  if (remoteName !== undefined && /container|codespaces/.test(remoteName)) return 'container';
  return remoteName !== undefined && /^(?:ssh-remote|tunnel|amlext)$/.test(remoteName) ? 'remote' : 'machine';
}

/** Why a program gave no answer, as a sentence with what can be done. @param name of the program: `Zotero` */
export function localSentence(error: unknown, name: string, where = surroundings()): string {
  if (!(error instanceof LocalFailure)) return reasonOf(error);
  const { code, details } = error;
  switch (code) {
    case 'out-of-reach':
      return vscode.l10n.t(
        '{0} cannot be reached from the browser. Open this folder in VS Code on your machine.',
        name,
      );
    case 'not-running':
      return notRunning(name, where);
    case 'other-program':
      return details.program === undefined
        ? vscode.l10n.t('Another program answers where {0} should. Close it and start {0}.', name)
        : vscode.l10n.t('{1} answers where {0} should. Close it and start {0}.', name, details.program);
    case 'api-off':
      return vscode.l10n.t(
        'Zotero lets no program read it. In its settings, under Advanced, tick “Allow other applications on this computer to communicate with Zotero”.',
      );
    case 'too-old':
      return name === LOCAL_SERVER_NAMES.zotero
        ? vscode.l10n.t(
            'This Zotero is too old for that. Update it to version 7 or newer, or have its plug-in Better BibTeX keep an exported .bib file up to date.',
          )
        : vscode.l10n.t('This {0} cannot do that yet. Update it.', name);
    case 'timed-out':
      return vscode.l10n.t('{0} does not answer. It may be busy, or ask something in its own window.', name);
    case 'cut-off':
      return vscode.l10n.t('{0} ended while it answered. Start it again.', name);
    case 'unreadable':
      return vscode.l10n.t('{0} answers in a way that is not known here. Update this extension, or report it.', name);
    case 'too-large':
      return vscode.l10n.t('{0} takes, or gives, no more than so much at once.', name);
    case 'cancelled':
      return vscode.l10n.t('It was cancelled.');
    case 'not-found':
      return name === LOCAL_SERVER_NAMES.jabref
        ? vscode.l10n.t('This library is not open in {0}. Open it there.', name)
        : vscode.l10n.t('{0} has no such library, collection or item any more.', name);
    case 'denied':
      return vscode.l10n.t('{0} was not allowed to take changes. Nothing was changed.', name);
    case 'read-only':
      return vscode.l10n.t('This library of {0} can only be read. Nothing was changed.', name);
    case 'key-refused':
      return vscode.l10n.t('The permission to change {0} holds no more. Try again, and allow it anew.', name);
    case 'other-server':
      return vscode.l10n.t('Another database of {0} answers than before. Nothing was changed. Try again.', name);
    case 'conflict':
      return vscode.l10n.t('It was changed in {0} meanwhile. Nothing was changed.', name);
    case 'too-many':
      return vscode.l10n.t('{0} was asked too often. Try again in {1} seconds.', name, details.retryAfter ?? 60);
    case 'server':
      return vscode.l10n.t('{0} failed to answer. Its own error console may tell why.', name);
  }
}

function notRunning(name: string, where: Surroundings): string {
  switch (where) {
    case 'machine':
      return vscode.l10n.t('{0} is not running. Start it.', name);
    case 'wsl':
      return vscode.l10n.t(
        '{0} is not reached from WSL. Start it on Windows, and set “networkingMode=mirrored” in .wslconfig, or name an address in “literatureNotes.online.endpoints”.',
        name,
      );
    case 'container':
      return vscode.l10n.t(
        '{0} is not reached from the container. Start it on your machine, forward its port into the container, and name that address in “literatureNotes.online.endpoints”.',
        name,
      );
    case 'remote':
      return vscode.l10n.t(
        '{0} is not reached from the remote machine. Start it on yours, and have SSH forward its port there (RemoteForward 23119 127.0.0.1:23119).',
        name,
      );
  }
}
