import * as vscode from 'vscode';
import { LocalFailure } from '../../online/zotero/failure';
import {
  type FollowedLibrary,
  followedLibraries,
  idOf,
  LOCAL_SERVER_NAMES,
  type LocalServerId,
} from '../../online/zotero/followed';
import { jabrefLibraries } from '../../online/zotero/liveJabref';
import { zoteroCollections, zoteroLibraries, zoteroSearches } from '../../online/zotero/library';
import { pick } from '../host/ask';
import { addFollowed, followedSetting } from '../host/settings';
import { tell } from '../host/tell';
import { connectionTo, endpointOf } from './endpoints';
import { localSentence } from './localSentences';

/** Follows a library, given or chosen. */
export async function addLibrary(given: unknown): Promise<void> {
  const [named] = followedLibraries([given]);
  const chosen = named ?? (await chooseLibrary());
  if (!chosen) return;
  const known = new Set(followedLibraries(followedSetting()).map(idOf));
  if (known.has(idOf(chosen))) {
    return tell(vscode.l10n.t('This library of {0} is followed already.', LOCAL_SERVER_NAMES[chosen.server]));
  }
  await addFollowed(chosen);
}

async function chooseLibrary(): Promise<FollowedLibrary | undefined> {
  const zotero = connectionTo('zotero');
  const { signal } = new AbortController();
  const beside = jabrefBeside(signal);
  try {
    const libraries = await zoteroLibraries(zotero, signal);
    const ofJabref = await beside;
    const isMixed = ofJabref.length > 0;
    const title = isMixed ? vscode.l10n.t('Follow a Library') : vscode.l10n.t('Follow a Library of Zotero');
    const items = [
      ...libraries.map(({ id, name }) => ({
        label: name ?? vscode.l10n.t('My Library'),
        ...(isMixed && { description: LOCAL_SERVER_NAMES.zotero }),
        iconPath: new vscode.ThemeIcon(id === 'user' ? 'library' : 'organization'),
        server: 'zotero',
        id,
      })),
      ...ofJabref.map(jabrefItem),
    ];
    const library = items.length === 1 ? items[0] : await pick(items, { title });
    if (!library) return undefined;
    if (library.server === 'jabref') return { server: 'jabref', library: library.id };
    const [collections, searches] = await Promise.all([
      zoteroCollections(zotero, library.id, signal),
      zoteroSearches(zotero, library.id, signal),
    ]);
    const whole: FollowedLibrary = { server: 'zotero', library: library.id };
    const parts = [
      { label: library.label, description: vscode.l10n.t('all of it'), iconPath: library.iconPath, followed: whole },
      ...collections.map(({ key, name }) => ({
        label: name,
        description: vscode.l10n.t('collection'),
        iconPath: new vscode.ThemeIcon('folder-library'),
        followed: { ...whole, collection: key },
      })),
      ...searches.map(({ key, name }) => ({
        label: name,
        description: vscode.l10n.t('saved search'),
        iconPath: new vscode.ThemeIcon('search'),
        followed: { ...whole, search: key },
      })),
    ];
    const placeHolder = vscode.l10n.t('What of “{0}” to follow', library.label);
    return (await pick(parts, { title, placeHolder }))?.followed;
  } catch (error) {
    const isJabref = error instanceof LocalFailure && error.details.program === LOCAL_SERVER_NAMES.jabref;
    if (isJabref || (await beside).length > 0) return chooseInJabref();
    tell(localSentence(error, LOCAL_SERVER_NAMES.zotero), 'warning');
    return undefined;
  }
}

/** The libraries that are open in a JabRef that has an address of its own, beside Zotero; none where there is no such. */
async function jabrefBeside(signal: AbortSignal): Promise<readonly string[]> {
  if (endpointOf('jabref') === endpointOf('zotero')) return [];
  return jabrefLibraries(connectionTo('jabref'), signal).catch(() => []);
}

function jabrefItem(id: string) {
  const server: LocalServerId = 'jabref';
  return { label: id, description: LOCAL_SERVER_NAMES.jabref, iconPath: new vscode.ThemeIcon('library'), server, id };
}

/** JabRef answers where Zotero would, or alone: it offers the libraries that are open in it. */
async function chooseInJabref(): Promise<FollowedLibrary | undefined> {
  try {
    const ids = await jabrefLibraries(connectionTo('jabref'), new AbortController().signal);
    const title = vscode.l10n.t('Follow a Library of JabRef');
    const chosen = await pick(ids.map(jabrefItem), { title });
    return chosen && { server: 'jabref', library: chosen.id };
  } catch (error) {
    tell(localSentence(error, LOCAL_SERVER_NAMES.jabref), 'warning');
    return undefined;
  }
}
