import * as vscode from 'vscode';
import { type EditPlan, mergePlans, planOf } from '../../../base/editPlan';
import { isRefusal } from '../../../library/writing/editRefusal';
import { isFailure, type OnlineFailure } from '../../../online/failure';
import type { PublishedVersion } from '../../../online/matching/publishedVersion';
import { SERVICES } from '../../../online/services';
import {
  entryOfPublished,
  findPublished,
  servicesForPublished,
  type PublishedEntry,
} from '../../../workflows/metadata/publishedEntries';
import { isPreprintEntry } from '../../../workflows/metadata/trust';
import { paperLine } from '../../../workflows/paperRow';
import { fileNameOf } from '../../../workspace/uri';
import { agreeToPlan } from '../../host/agreeToPlan';
import { pickMany } from '../../host/ask';
import { carryOutWith } from '../../host/carryOut';
import { toRange } from '../../host/convert';
import { localNumber, paperCount } from '../../host/number';
import { openToEdit } from '../../host/planStates';
import { tell } from '../../host/tell';
import { withNotification } from '../../host/progress';
import { refusalSentence } from '../../library/editRefusalSentences';
import { leftOutSentence } from '../../library/leftOutSentence';
import type { Services } from '../../shell/services';
import { failuresSentence } from '../failureSentences';
import { signalOf } from '../onlineService';
import { papersAbout } from './papersAbout';

type FoundEntry = PublishedEntry & { readonly version: PublishedVersion };

/**
 * Finds what was published of preprints and, where the user confirms it, has their entries say so; citekey and arXiv number stay.
 * @param args the papers, or the URI of a document or source
 * @returns the citekeys of the papers that were changed
 */
export async function findPublishedVersion(services: Services, args: readonly unknown[]): Promise<readonly string[]> {
  const online = await services.online();
  await online.asking(new AbortController().signal);
  const title = vscode.l10n.t('Find Published Version');
  const papers = await papersAbout(services, args, title);
  const preprints = papers.filter(isPreprintEntry);
  if (papers.length > 0 && preprints.length === 0) tell(vscode.l10n.t('None of these papers is a preprint.'));
  if (preprints.length === 0 || !(await online.agreeTo(servicesForPublished(preprints)))) return [];
  const all = await withNotification(title, async (progress, token) => {
    try {
      return await findPublished(preprints, await online.asking(signalOf(token)), (done) =>
        progress.report({
          message: vscode.l10n.t('{0} of {1}', localNumber(done), localNumber(preprints.length)),
          increment: 100 / preprints.length,
        }),
      );
    } catch (error) {
      if (isFailure(error)) return undefined;
      throw error;
    }
  });
  const found = all?.filter((each): each is FoundEntry => each.version !== undefined) ?? [];
  if (all && found.length === 0) tellNothing(all);
  const failures = all?.flatMap((each) => each.failures) ?? [];
  const chosen = found.length > 0 ? await chooseVersions(found, failures, title) : undefined;
  if (!chosen || chosen.length === 0) return [];
  const plan = await planFor(services, chosen);
  const action = vscode.l10n.t('Change {0} to what was published', paperCount(chosen.length));
  if (plan.edits.length === 0 || !(await agreeToPlan(plan, services.comparison, { title, action }))) return [];
  const outcome = await carryOutWith(plan, {});
  if (outcome.kind !== 'done') return [];
  services.lastChange.remember(outcome.undo);
  return chosen.map(({ entry }) => entry.citekey);
}

function tellNothing(all: readonly PublishedEntry[]): void {
  const failures = all.flatMap((each) => each.failures);
  if (failures.length > 0) tell(failuresSentence(failures), 'warning');
  else tell(vscode.l10n.t('No service knows a published version.'));
}

/** Shows what was found with what speaks for it; nothing is ticked that no service has named itself. */
async function chooseVersions(
  found: readonly FoundEntry[],
  failures: readonly OnlineFailure[],
  title: string,
): Promise<readonly FoundEntry[] | undefined> {
  const items = found.map((each) => {
    const { item, service } = each.version.record;
    const year = item.issued?.['date-parts']?.[0]?.[0];
    return {
      label: paperLine(each.entry),
      detail: [item['container-title'], year, item.DOI, evidenceSentence(each.version, SERVICES[service].name)]
        .filter(Boolean)
        .join(' · '),
      picked: each.version.isLinked,
      each,
    };
  });
  const silent = failures.length > 0 ? ` ${failuresSentence(failures)}` : '';
  const placeHolder = vscode.l10n.t('Published versions, with what speaks for them.') + silent;
  const chosen = await pickMany(items, { title, placeHolder, matchOnDetail: true, ignoreFocusOut: true });
  return chosen?.map(({ each }) => each);
}

function evidenceSentence(version: PublishedVersion, service: string): string {
  const { titleSimilarity, authorOverlap, yearsLater, isLinked, record } = version;
  return [
    isLinked ? vscode.l10n.t('named by a service as the published version') : service,
    vscode.l10n.t('{0}% of the authors', Math.round(authorOverlap * 100)),
    ...(yearsLater === undefined ? [] : [laterSentence(yearsLater)]),
    // Last, as it may be long.
    vscode.l10n.t('title {0}% alike: {1}', Math.round(titleSimilarity * 100), record.item.title ?? ''),
  ].join(' · ');
}

function laterSentence(years: number): string {
  if (years === 0) return vscode.l10n.t('in the same year');
  if (years < 0) return vscode.l10n.t('dated before the preprint');
  return years === 1 ? vscode.l10n.t('a year later') : vscode.l10n.t('{0} years later', years);
}

async function planFor({ library }: Services, chosen: readonly FoundEntry[]): Promise<EditPlan> {
  const { writtenEntry } = await import('../../../library/writing/writtenEntry');
  const plans: EditPlan[] = [];
  const sentences = new Set<string>();
  for (const { entry, version } of chosen) {
    const { uri, range } = entry.source;
    const published = entryOfPublished(entry, version);
    if (!published) continue;
    const document = await openToEdit(vscode.Uri.parse(uri));
    const { version: made } = document;
    const at = document.offsetAt(toRange(range).start);
    const written = writtenEntry(published, entry.record.format);
    const edits = await library.planChange(document, { kind: 'replaceEntry', at, entry: written });
    if (isRefusal(edits)) {
      sentences.add(refusalSentence(edits, fileNameOf(uri)));
      continue;
    }
    plans.push(planOf(uri, { version: made }, edits));
    const leftOut = await leftOutSentence([published], entry.record.format, fileNameOf(uri));
    if (leftOut !== undefined) sentences.add(leftOut);
  }
  if (sentences.size > 0) tell([...sentences].join(' '), 'warning');
  return mergePlans(plans);
}
