import { sharedPace } from '#platform/sharedPace';
import * as vscode from 'vscode';
import { SYSTEM_CLOCK } from '../../base/clock';
import { Asking } from '../../online/clients/client';
import { OnlineFailure } from '../../online/failure';
import { plainKey } from '../../online/requests/credentials';
import { Requester } from '../../online/requests/requester';
import { SERVICES, type ServiceId } from '../../online/services';
import type { Log } from '../host/log';
import { Refused } from '../host/refused';
import { PREFIX } from '../host/settings';
import { Consent } from './consent';
import { failureSentence } from './failureSentences';
import { LeftInBox } from '../../workflows/adding/leftInBox';
import { onlineSettings } from './onlineSettings';

/** What of VS Code the services are asked with. */
interface OnlineParts {
  readonly log: Log;
  readonly secrets: vscode.SecretStorage;
  readonly userState: vscode.Memento;
  readonly version: string;
  /** The folder for files that all windows share. */
  readonly storage: vscode.Uri;
}

/** Where the user's own key of a service is kept. */
const secretName = (service: ServiceId) => `literatureNotes.online.key.${service}`;

/** The setting that switches all asking off. */
const SWITCH = `${PREFIX}.online.enabled`;

/** The services that take a key of the user. */
export const KEYED: readonly ServiceId[] = ['openalex', 'semanticscholar'];

/** The services on the web as the shell asks them. Nothing is sent before one asks. */
export class OnlineService {
  readonly consent: Consent;
  readonly leftInBox = new LeftInBox();
  readonly #secrets: vscode.SecretStorage;
  readonly #requester: Requester;
  #keys: Partial<Record<ServiceId, string>> = {};

  constructor({ log, secrets, userState, version, storage }: OnlineParts) {
    this.#secrets = secrets;
    this.consent = new Consent(userState);
    const folder = vscode.Uri.joinPath(storage, 'online');
    this.#requester = new Requester({
      fetch: (url, init) => fetch(url, init),
      clock: SYSTEM_CLOCK,
      today: () => Date.now(),
      settings: () => ({ ...onlineSettings(), keys: this.#keys }),
      agent: `LiteratureNotes/${version} (https://github.com/literature-notes/literature-notes)`,
      pace: folder.scheme === 'file' ? sharedPace(folder.fsPath) : undefined,
      log: (line) => log.info(line),
    });
  }

  /** Whether services may be asked at all. */
  get isEnabled(): boolean {
    return onlineSettings().enabled;
  }

  /** Of these services, those that may be asked. */
  allowed(services: readonly ServiceId[]): ServiceId[] {
    return services.filter((service) => this.#requester.allows(service));
  }

  /** Where a service is asked, as people read it: `api.crossref.org`. */
  hostOf(service: ServiceId): string {
    const endpoint = onlineSettings().endpoints[service] ?? SERVICES[service].endpoint;
    return URL.canParse(endpoint) ? new URL(endpoint).host : endpoint;
  }

  /** What a command asks with. Throws a sentence while the network is switched off. */
  async asking(signal: AbortSignal): Promise<Asking> {
    if (!this.isEnabled) throw new Refused(failureSentence(new OnlineFailure('disabled', 'crossref')), SWITCH);
    for (const service of KEYED) {
      // Those that were kept by earlier versions may hold what no header can.
      const key = await this.#secrets.get(secretName(service));
      this.#keys[service] = (key && plainKey(key)) || undefined;
    }
    return new Asking(this.#requester, signal);
  }

  /** Keeps the user's own key of a service; an empty one is forgotten. */
  async setKey(service: ServiceId, key: string): Promise<void> {
    if (key === '') await this.#secrets.delete(secretName(service));
    else await this.#secrets.store(secretName(service), key);
  }

  /** Tells the user, once for each service, what is sent to whom. It is not waited for: somebody else asks on the user's behalf. */
  tell(services: readonly ServiceId[], sends?: string): void {
    this.consent.tell(this.#recipients(services), sends);
  }

  /**
   * Has the user told, once for each service, what is sent to whom.
   * @param sends what is sent, as a sentence, where it is not what is looked up
   * @returns whether it may be sent
   */
  agreeTo(services: readonly ServiceId[], sends?: string): Promise<boolean> {
    return this.consent.ask(this.#recipients(services), sends);
  }

  /** Has the user told, once for each host, from where a file is fetched. @returns whether it may be */
  agreeToFile({ host }: URL): Promise<boolean> {
    const { t } = vscode.l10n;
    const from = onlineSettings().endpoints.pdf === undefined ? host : this.hostOf('pdf');
    return this.consent.ask([{ service: 'pdf', host: from }], t('Fetches the PDF from this site.'), t('Download'));
  }

  #recipients(services: readonly ServiceId[]) {
    return this.allowed(services).map((service) => ({ service, host: this.hostOf(service) }));
  }
}

/** A signal that follows a token of VS Code. */
export function signalOf(token: vscode.CancellationToken): AbortSignal {
  const abort = new AbortController();
  token.onCancellationRequested(() => abort.abort());
  if (token.isCancellationRequested) abort.abort();
  return abort.signal;
}

/** The services for an extension. */
export function onlineServiceOf(
  { secrets, globalState, extension, globalStorageUri }: vscode.ExtensionContext,
  log: Log,
): OnlineService {
  const { version } = extension.packageJSON as { version: string };
  return new OnlineService({ log, secrets, userState: globalState, version, storage: globalStorageUri });
}
