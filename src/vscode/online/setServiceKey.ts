import * as vscode from 'vscode';
import { plainKey } from '../../online/requests/credentials';
import { SERVICES } from '../../online/services';
import { input, pick } from '../host/ask';
import { tell } from '../host/tell';
import { KEYED, type OnlineService } from './onlineService';

/** Has the user give a key of a service; an empty one is forgotten. It goes to VS Code's secret storage, never into settings. */
export async function setServiceKey(online: OnlineService): Promise<void> {
  const items = KEYED.map((service) => ({
    label: SERVICES[service].name,
    description: online.hostOf(service),
    service,
  }));
  const chosen = await pick(items, { placeHolder: vscode.l10n.t('The service that gave you a key') });
  if (!chosen) return;
  const prompt = vscode.l10n.t('Your key of {0}. Leave it empty to have it forgotten.', chosen.label);
  const typed = await input({ prompt, ignoreFocusOut: true });
  if (typed === undefined) return;
  const key = plainKey(typed);
  if (key === undefined) {
    tell(vscode.l10n.t('A key has letters and digits of ASCII alone. The old one is kept.'), 'warning');
    return;
  }
  await online.setKey(chosen.service, key);
  tell(
    key === '' ? vscode.l10n.t('The key is forgotten.') : vscode.l10n.t('The key is kept in VS Code’s secret storage.'),
  );
}
