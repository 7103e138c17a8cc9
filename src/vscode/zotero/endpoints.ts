import { LOOPBACK } from '#platform/loopback';
import * as vscode from 'vscode';
import { LocalConnection } from '../../online/zotero/connection';
import { LOCAL_ENDPOINT, type LocalServerId } from '../../online/zotero/followed';
import { PREFIX } from '../host/settings';

/** Where a program listens: where the user says, else at Zotero's own port of this machine. */
export function endpointOf(server: LocalServerId): string {
  const stated: unknown = vscode.workspace.getConfiguration(PREFIX).inspect('online.endpoints')?.globalValue;
  const named = typeof stated === 'object' && stated !== null ? (stated as Record<string, unknown>)[server] : undefined;
  return typeof named === 'string' && named !== '' ? named : LOCAL_ENDPOINT;
}

export function connectionTo(server: LocalServerId): LocalConnection {
  return new LocalConnection(LOOPBACK, endpointOf(server));
}
