import type { SecretStorage } from 'vscode';
import type { KeptKeys } from '../../online/zotero/writing/permission';

/** The user's permissions to change databases of Zotero, in VS Code's secret storage. */
export function keptKeys(secrets: SecretStorage): KeptKeys {
  const nameOf = (serverId: string) => `literatureNotes.zotero.${serverId}`;
  return {
    get: (serverId) => secrets.get(nameOf(serverId)),
    set: (serverId, key) => secrets.store(nameOf(serverId), key),
    delete: (serverId) => secrets.delete(nameOf(serverId)),
  };
}
