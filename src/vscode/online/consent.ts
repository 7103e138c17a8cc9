import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { SERVICES, type ServiceId } from '../../online/services';
import { pick } from '../host/ask';
import { PREFIX } from '../host/settings';
import { offer } from '../host/tell';
import { allOf } from '../host/wordList';

const TOLD = 'online.told';

/** A service that is going to be asked. */
interface Recipient {
  readonly service: ServiceId;
  readonly host: string;
}

/** Tells the user, before a service is asked for the first time, what is sent to whom. */
export class Consent {
  readonly #memory: vscode.Memento;

  constructor(memory: vscode.Memento) {
    this.#memory = memory;
  }

  /**
   * @param sends what is sent, as a sentence, where it is not what is looked up
   * @param action what the user agrees to, where it is not to look something up
   * @returns whether these may be asked: the user agreed, now or earlier
   */
  async ask(recipients: readonly Recipient[], sends?: string, action?: string): Promise<boolean> {
    const fresh = this.#fresh(recipients);
    if (fresh.length === 0) return true;
    const send = {
      label: action ?? vscode.l10n.t('Look It Up'),
      detail: sends ?? vscode.l10n.t('Sends what you look up: identifiers, words, or title and family names.'),
    };
    const choose = {
      label: vscode.l10n.t('Choose Services…'),
      detail: vscode.l10n.t('Opens the settings. Nothing is sent.'),
    };
    const options = {
      title:
        action === undefined
          ? vscode.l10n.t('Ask these services for the first time?')
          : vscode.l10n.t('Ask this site for the first time?'),
      placeHolder: vscode.l10n.t('Nothing else is sent, and never without such a command.'),
      ignoreFocusOut: true,
    };
    // A row for each: a line of all of them would be cut off.
    const whom = { label: vscode.l10n.t('sent to'), kind: vscode.QuickPickItemKind.Separator };
    const told = fresh.map(({ service, host }) => ({ label: SERVICES[service].name, description: host }));
    for (;;) {
      const chosen = await pick<vscode.QuickPickItem>([send, choose, whom, ...told], options);
      if (chosen === send) {
        this.remember(recipients);
        return true;
      }
      if (chosen === choose) await openSettings();
      // A row that only tells is no answer.
      if (chosen === undefined || chosen === choose) return false;
    }
  }

  /** Says the same without a question, where it was not said before: a command of another extension does not wait for anybody. */
  tell(recipients: readonly Recipient[], sends?: string): void {
    const fresh = this.#fresh(recipients);
    if (fresh.length === 0) return;
    this.remember(recipients);
    const choose = vscode.l10n.t('Choose Services…');
    inBackground(
      offer(sentence(fresh, sends), choose, 'information').then((wants) => (wants ? openSettings() : undefined)),
    );
  }

  #fresh(recipients: readonly Recipient[]): readonly Recipient[] {
    const told = this.#told();
    return recipients.filter(({ service, host }) => !told.includes(`${service} ${host}`));
  }

  /** Takes these as told. */
  remember(recipients: readonly Recipient[]): void {
    const told = new Set([...this.#told(), ...recipients.map(({ service, host }) => `${service} ${host}`)]);
    void this.#memory.update(TOLD, [...told]);
  }

  #told(): readonly string[] {
    const told: unknown = this.#memory.get(TOLD);
    return Array.isArray(told) ? told.filter((each) => typeof each === 'string') : [];
  }
}

async function openSettings(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openSettings', `${PREFIX}.online`);
}

function sentence(recipients: readonly Recipient[], sends?: string): string {
  const names = recipients.map(({ service, host }) => `${SERVICES[service].name} (${host})`);
  if (sends !== undefined) return `${allOf(names)}: ${sends}`;
  return vscode.l10n.t('Sends what you look up (identifiers, words, or title and family names) to {0}.', allOf(names));
}
