import * as vscode from 'vscode';
import { inBackground } from '../../../base/inBackground';
import type { ApiVerdict } from '../../../api';
import type { Entry } from '../../../library/model/entry';
import { endsAll } from '../../../online/failure';
import { servicesForEntries, verifyEntries, type Verified } from '../../../workflows/metadata/verifyEntries';
import { choose } from '../../host/tell';
import { withNotification } from '../../host/progress';
import type { Services } from '../../shell/services';
import { signalOf } from '../onlineService';
import { entryOf, isAtOnce, papersAbout } from './papersAbout';
import { summarySentence, unshownSentence } from './verdictSentences';
import type { VerdictProblems } from './verdictProblems';
import { localNumber } from '../../host/number';

/**
 * Checks what entries say by what services know, and shows it in the Problems panel.
 * @param args the papers, or the URI of a document or a source; behind them `{ confirm: false }` asks no question
 * @returns what came of it; empty where the user gave up
 */
export async function verifyReferences(
  services: Services,
  problems: VerdictProblems,
  args: readonly unknown[],
): Promise<readonly Verified[]> {
  const online = await services.online();
  // Refused before anything is asked of the user.
  await online.asking(new AbortController().signal);
  const title = vscode.l10n.t('Verify References');
  const isSure = isAtOnce(args[1]);
  const entries = await papersAbout(services, isSure ? args.slice(0, 1) : args, title);
  if (entries.length === 0) return [];
  if (isSure) online.tell(servicesForEntries(entries));
  else if (!(await online.agreeTo(servicesForEntries(entries)))) return [];
  const verified: Verified[] = [];
  await withNotification(title, async (progress, token) => {
    try {
      await verifyEntries(entries, await online.asking(signalOf(token)), (each, done) => {
        verified.push(each);
        progress.report({
          message: vscode.l10n.t('{0} of {1}', localNumber(done), localNumber(entries.length)),
          increment: 100 / entries.length,
        });
      });
    } catch (error) {
      // The user gave up: what was checked until then is told, and that it is not all.
      if (!endsAll(error)) throw error;
    }
  });
  inBackground(tellSummary(verified, entries.length, await problems.show(verified)));
  return verified;
}

/**
 * Says how it went; a list of problems is a click away.
 * @param unshown those of which that list says nothing
 */
async function tellSummary(verified: readonly Verified[], wanted: number, unshown: readonly Verified[]): Promise<void> {
  const isFine = verified.every(({ verdict }) => verdict === 'confirmed');
  const isShown = verified.some((each) => each.verdict !== 'confirmed' && !unshown.includes(each));
  const show = vscode.l10n.t('Show Problems');
  const tone = isFine ? 'information' : 'warning';
  const sentence = [summarySentence(verified, wanted), unshownSentence(unshown)].filter(Boolean).join(' ');
  const chosen = await choose(sentence, isShown ? [show] : [], tone);
  if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** What came of checking as the API and the command give it. */
export function apiVerdicts(verified: readonly Verified[]): ApiVerdict[] {
  return verified.map(({ entry, verdict, fields, evidence, complete }) => ({
    citekey: entry.citekey,
    verdict,
    fields,
    evidence: evidence.flatMap(({ service, url }) => (url === undefined ? [] : [{ service, url }])),
    complete,
  }));
}

/** Checks papers by their citekeys without a word to the user. Rejects with a sentence where a key is unknown. */
export async function verdictsOf(
  services: Pick<Services, 'library' | 'online'>,
  citekeys: readonly string[],
): Promise<ApiVerdict[]> {
  const online = await services.online();
  const asking = await online.asking(new AbortController().signal);
  const entries = citekeys.map((key): Entry => {
    const entry = entryOf(services.library.own, key);
    if (entry) return entry;
    throw new Error(vscode.l10n.t('No paper of the library has the citekey “{0}”.', key));
  });
  online.tell(servicesForEntries(entries));
  return apiVerdicts(await verifyEntries(entries, asking)).map((each, i) => ({ ...each, citekey: citekeys[i] }));
}
