import * as vscode from 'vscode';
import type { OnlineSettings } from '../../online/requests/request';
import { isServiceId } from '../../online/services';
import { isOnlineEnabled, PREFIX } from '../host/settings';

/** What the user has set about services, without the keys, which are no settings. */
export function onlineSettings(): Omit<OnlineSettings, 'keys'> {
  const configuration = vscode.workspace.getConfiguration(PREFIX);
  const endpoints = configuration.inspect('online.endpoints')?.globalValue;
  const services: unknown = configuration.get('online.services');
  return {
    enabled: isOnlineEnabled(),
    services: Array.isArray(services) ? services.filter(isServiceId) : [],
    endpoints: Object.fromEntries(
      Object.entries(typeof endpoints === 'object' ? (endpoints ?? {}) : {}).filter(
        (entry): entry is [string, string] => isServiceId(entry[0]) && typeof entry[1] === 'string' && entry[1] !== '',
      ),
    ),
    email: configuration.get<string>('online.email', '').trim(),
  };
}
