import * as vscode from 'vscode';
import type { OnlineSettings } from '../../online/requests/request';
import { isServiceId, type ServiceId } from '../../online/services';
import { isOnlineEnabled, PREFIX } from '../host/settings';

/** What the user has set about services, without the keys, which are no settings. */
export function onlineSettings(): Omit<OnlineSettings, 'keys'> {
  const configuration = vscode.workspace.getConfiguration(PREFIX);
  const endpoints = configuration.inspect('online.endpoints')?.globalValue;
  const services = serviceIds(configuration.get('online.services')) ?? [];
  // A workspace can leave services out, and not let in those that the user leaves out.
  const own = serviceIds(configuration.inspect('online.services')?.globalValue) ?? services;
  return {
    enabled: isOnlineEnabled(),
    services: services.filter((service) => own.includes(service)),
    endpoints: Object.fromEntries(
      Object.entries(typeof endpoints === 'object' ? (endpoints ?? {}) : {}).filter(
        (entry): entry is [string, string] => isServiceId(entry[0]) && typeof entry[1] === 'string' && entry[1] !== '',
      ),
    ),
    email: configuration.get<string>('online.email', '').trim(),
  };
}

function serviceIds(value: unknown): readonly ServiceId[] | undefined {
  return Array.isArray(value) ? value.filter(isServiceId) : undefined;
}
