import * as vscode from 'vscode';
import { type EditPlan, mergePlans, planOf } from '../../../base/editPlan';
import type { Entry } from '../../../library/model/entry';
import { isRefusal } from '../../../library/writing/editRefusal';
import { isFailure } from '../../../online/failure';
import { SERVICES } from '../../../online/services';
import { completeEntries, type Completed } from '../../../workflows/metadata/completeEntries';
import type { Proposal } from '../../../workflows/metadata/trust';
import { servicesForEntries } from '../../../workflows/metadata/verifyEntries';
import { changeTo } from '../../../workflows/metadata/writtenField';
import { paperLine } from '../../../workflows/paperRow';
import { fileNameOf } from '../../../workspace/uri';
import { titleAbout } from '../../choosing/titleAbout';
import { agreeToPlan } from '../../host/agreeToPlan';
import { pickMany } from '../../host/ask';
import { carryOutWith } from '../../host/carryOut';
import { toRange } from '../../host/convert';
import { localNumber, paperCount } from '../../host/number';
import { openToEdit } from '../../host/planStates';
import { tell } from '../../host/tell';
import { withNotification } from '../../host/progress';
import { allOf } from '../../host/wordList';
import { refusalSentence } from '../../library/editRefusalSentences';
import type { Services } from '../../shell/services';
import { failuresSentence } from '../failureSentences';
import { signalOf } from '../onlineService';
import { fieldLabel, reasonSentence } from './metadataSentences';
import { isAtOnce, papersAbout } from './papersAbout';

/** What is wanted of one entry. */
interface Wanted {
  readonly entry: Entry;
  readonly proposals: readonly Proposal[];
}

const LONGEST = 160;

/**
 * Fills in what papers do not say and services know, and offers what they have otherwise; the citekeys stay.
 * @param args the papers, or the URI of a document or source; behind them `{ confirm: false }` fills in without a question
 * @returns the citekeys of the papers that were changed
 */
export async function completeMetadata(services: Services, args: readonly unknown[]): Promise<readonly string[]> {
  const online = await services.online();
  await online.asking(new AbortController().signal);
  const command = vscode.l10n.t('Complete Metadata');
  const isSure = isAtOnce(args[1]);
  const entries = await papersAbout(services, isSure ? args.slice(0, 1) : args, command);
  if (entries.length === 0) return [];
  const title = titleAbout(command, entries);
  if (isSure) online.tell(servicesForEntries(entries));
  else if (!(await online.agreeTo(servicesForEntries(entries)))) return [];
  const completed = await lookUp(services, entries, command);
  if (!completed) return [];
  const failures = completed.flatMap((each) => each.failures);
  if (isSure && failures.length > 0) tell(failuresSentence(failures), 'warning');
  const wanted = isSure ? completed.map(missingAlone) : await chooseProposals(completed, title);
  if (!wanted) return [];
  const plan = await planFor(services, wanted);
  if (plan.edits.length === 0) return [];
  if (!isSure && !(await agreeToPlan(plan, services.comparison, { title, action: sizeSentence(wanted) }))) return [];
  const outcome = await carryOutWith(plan, {});
  if (outcome.kind !== 'done') return [];
  services.lastChange.remember(outcome.undo);
  return wanted.filter((each) => each.proposals.length > 0).map(({ entry }) => entry.citekey);
}

async function lookUp(
  { online }: Services,
  entries: readonly Entry[],
  title: string,
): Promise<Completed[] | undefined> {
  return withNotification(title, async (progress, token) => {
    try {
      const asking = await (await online()).asking(signalOf(token));
      return await completeEntries(entries, asking, (done) =>
        progress.report({
          message: vscode.l10n.t('{0} of {1}', localNumber(done), localNumber(entries.length)),
          increment: 100 / entries.length,
        }),
      );
    } catch (error) {
      if (isFailure(error)) return undefined;
      throw error;
    }
  });
}

function missingAlone({ entry, proposals }: Completed): Wanted {
  return { entry, proposals: proposals.filter(({ old }) => old === '') };
}

/** Has the user tick what is to be taken: what is missing is ticked, what differs is not. Undefined where there is nothing to choose. */
async function chooseProposals(completed: readonly Completed[], title: string): Promise<readonly Wanted[] | undefined> {
  const failures = completed.flatMap((each) => each.failures);
  if (completed.every(({ proposals }) => proposals.length === 0)) {
    const sentence = vscode.l10n.t('The services know nothing more, and nothing that differs.');
    tell(failures.length > 0 ? failuresSentence(failures) : sentence, failures.length > 0 ? 'warning' : 'information');
    return undefined;
  }
  const items = completed.flatMap(({ entry, proposals }) =>
    proposals.map((proposal) => ({
      label: `${fieldLabel(proposal.field)}: ${cut(proposal.value)}`,
      description: proposal.old === '' ? vscode.l10n.t('missing') : vscode.l10n.t('here: {0}', cut(proposal.old)),
      detail: [
        SERVICES[proposal.record.service].name,
        reasonSentence(proposal.reason),
        ...(completed.length > 1 ? [paperLine(entry)] : []),
      ].join(' · '),
      picked: proposal.old === '',
      entry,
      proposal,
    })),
  );
  const silent = failures.length > 0 ? ` ${failuresSentence(failures)}` : '';
  const placeHolder = vscode.l10n.t('What is to be taken over? Fields that differ are not ticked.') + silent;
  const options = { title, placeHolder, matchOnDescription: true, matchOnDetail: true, ignoreFocusOut: true };
  const chosen = await pickMany(items, options);
  if (!chosen || chosen.length === 0) return undefined;
  return completed.map(({ entry }) => ({
    entry,
    proposals: chosen.filter((each) => each.entry === entry).map(({ proposal }) => proposal),
  }));
}

/** One plan of all changes. What a source cannot take is left out, and told. */
async function planFor({ library }: Services, wanted: readonly Wanted[]): Promise<EditPlan> {
  const plans: EditPlan[] = [];
  const refusals = new Set<string>();
  for (const { entry, proposals } of wanted) {
    const { uri, range } = entry.source;
    const changes = proposals.map(({ field, record }) => ({ field, change: changeTo(entry, field, record.item) }));
    const fields = changes.map(({ change }) => change).filter((change) => change !== undefined);
    const unstated = changes.filter(({ change }) => change === undefined).map(({ field }) => fieldLabel(field));
    if (unstated.length > 0)
      refusals.add(vscode.l10n.t('“{0}” has no place for: {1}.', fileNameOf(uri), allOf(unstated)));
    if (fields.length === 0) continue;
    const document = await openToEdit(vscode.Uri.parse(uri));
    const { version } = document;
    const at = document.offsetAt(toRange(range).start);
    const edits = await library.planChange(document, { kind: 'setFields', at, fields });
    if (isRefusal(edits)) refusals.add(refusalSentence(edits, fileNameOf(uri)));
    else plans.push(planOf(uri, { version }, edits));
  }
  if (refusals.size > 0) tell([...refusals].join(' '), 'warning');
  return mergePlans(plans);
}

/** How much changes. */
function sizeSentence(wanted: readonly Wanted[]): string {
  const fields = wanted.reduce((sum, { proposals }) => sum + proposals.length, 0);
  const papers = wanted.filter(({ proposals }) => proposals.length > 0).length;
  const fieldCount = fields === 1 ? vscode.l10n.t('1 field') : vscode.l10n.t('{0} fields', localNumber(fields));
  return vscode.l10n.t('Change {0} of {1}', fieldCount, paperCount(papers));
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
