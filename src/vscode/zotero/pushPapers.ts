import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { type FollowedLibrary, followedLibraries, LOCAL_SERVER_NAMES } from '../../online/zotero/followed';
import { LocalFailure } from '../../online/zotero/failure';
import { zoteroCollections, zoteroLibraries } from '../../online/zotero/library';
import { importTarget } from '../../online/zotero/writing/connectorImport';
import { WritePermission } from '../../online/zotero/writing/permission';
import { type WritingWay, writingWay } from '../../online/zotero/writing/writingWay';
import { type Agree, push, pushByImport, type PushOutcome, type PushPlace } from '../../workflows/pushing/push';
import { type ItemChange, type PushedPaper, type PushPlan, wordsOf } from '../../workflows/pushing/pushPlan';
import { titleAbout } from '../choosing/titleAbout';
import { pick } from '../host/ask';
import { closeComparison } from '../host/comparison';
import { withNotification } from '../host/progress';
import { choose, tell } from '../host/tell';
import type { Services } from '../shell/services';
import { connectionTo } from './endpoints';
import { keptKeys } from './keptKeys';
import { localSentence } from './localSentences';
import { outcomeSentence, planLabel, planWarning } from './pushSentences';

/** Papers of the workspace on their way into Zotero, with their reading status and tags. */
export class PaperPush {
  readonly #services: Services;
  readonly #zotero = connectionTo('zotero');

  constructor(services: Services) {
    this.#services = services;
  }

  /**
   * @param args papers, then `{to?, confirm?}`: a library as the setting names it, and whether the user is asked first
   * @returns what became of them; undefined where nothing was sent
   */
  async run(args: readonly unknown[]): Promise<PushOutcome | undefined> {
    const { choice, notes, live } = this.#services;
    const title = vscode.l10n.t('Push to Zotero');
    const papers = (await choice.papers(args, { title, many: true })).map((entry): PushedPaper => {
      const { status, tags = [] } = notes.stateOf(entry.citekey) ?? {};
      return { entry, tags, ...(status !== undefined && { status }) };
    });
    if (papers.length === 0) return undefined;
    const { to, isSure } = optionsOf(args[1]);
    try {
      const outcome = await this.#push(papers, to, isSure);
      if (!outcome) return undefined;
      await live.look?.();
      inBackground(this.#tell(outcome));
      return outcome;
    } catch (error) {
      if (!(error instanceof LocalFailure)) throw error;
      tell(localSentence(error, LOCAL_SERVER_NAMES.zotero), 'warning');
      return undefined;
    }
  }

  async #push(
    papers: readonly PushedPaper[],
    to: FollowedLibrary | undefined,
    isSure: boolean,
  ): Promise<PushOutcome | undefined> {
    const never = new AbortController().signal;
    const way = await writingWay(this.#zotero, never);
    if (way === 'import') {
      const target = await importTarget(this.#zotero, never);
      const parts = { zotero: this.#zotero, session: newId, now, agree: this.#agree(target.name, papers, isSure) };
      return whileWaiting((signal) => pushByImport(parts, papers, target, signal));
    }
    const followed = to ?? (await this.#libraryToFill());
    if (!followed) return undefined;
    const { library, collection } = followed;
    const place: PushPlace = { library, ...(collection !== undefined && { collection }) };
    return this.#pushByApi(way, papers, place, isSure);
  }

  async #pushByApi(
    { serverId }: Exclude<WritingWay, 'import'>,
    papers: readonly PushedPaper[],
    place: PushPlace,
    isSure: boolean,
  ): Promise<PushOutcome> {
    const zotero = this.#zotero;
    const permission = new WritePermission(zotero, serverId, keptKeys(this.#services.secrets));
    const agree = this.#agree(await this.#nameOf(place), papers, isSure);
    const parts = { zotero, serverId, permission, token: newId, now };
    return whileWaiting((signal, waits) => {
      const agreeAndWait: Agree = async (plan, isConflict) => {
        const isAgreed = await agree(plan, isConflict);
        if (isAgreed) waits();
        return isAgreed;
      };
      return push({ ...parts, agree: agreeAndWait }, papers, place, signal);
    });
  }

  /** Where papers go: the library that is followed, one of them that the user picks, or else the user's own. */
  async #libraryToFill(): Promise<FollowedLibrary | undefined> {
    const libraries = this.#services.live.followed().map(({ followed }) => followed);
    const choices = followedLibraries(
      libraries
        .filter(({ server }) => server === 'zotero')
        .map(({ server, library, collection }) => ({ server, library, collection })),
    );
    if (choices.length === 0) return { server: 'zotero', library: 'user' };
    if (choices.length === 1) return choices[0];
    const items = await Promise.all(
      choices.map(async (followed) => ({ label: await this.#nameOf(followed), followed })),
    );
    return (await pick(items, { title: vscode.l10n.t('Push to Zotero') }))?.followed;
  }

  async #nameOf({ library, collection }: PushPlace): Promise<string> {
    const { signal } = new AbortController();
    if (collection !== undefined) {
      const collections = await zoteroCollections(this.#zotero, library, signal);
      const name = collections.find(({ key }) => key === collection)?.name;
      if (name === undefined) throw new LocalFailure('not-found');
      return name;
    }
    if (library === 'user') return vscode.l10n.t('My Library');
    const known = (await zoteroLibraries(this.#zotero, signal)).find(({ id }) => id === library);
    if (!known) throw new LocalFailure('not-found');
    return known.name ?? library;
  }

  /** Shows what would change in items, and asks. What changed in Zotero meanwhile is always shown. */
  #agree(place: string, papers: readonly PushedPaper[], isSure: boolean): Agree {
    return async (plan, isConflict) => {
      if (isSure && !isConflict) return true;
      const title = isConflict
        ? vscode.l10n.t('Changed in Zotero meanwhile: what it has, and what it would have')
        : titleAbout(
            vscode.l10n.t('Push to Zotero'),
            papers.map(({ entry }) => entry),
          );
      if (plan.changed.length > 0) await this.#show(title, plan);
      const answers = [
        { label: planLabel(plan, place), detail: planWarning(plan), isWanted: true },
        { label: vscode.l10n.t('Leave everything as it is'), isWanted: false },
      ];
      const answer = await pick(answers, { title, ignoreFocusOut: true });
      await closeComparison(title);
      return answer?.isWanted === true;
    };
  }

  async #show(title: string, { changed }: PushPlan): Promise<void> {
    const shown = changed.map(({ paper, item, data }: ItemChange) => ({
      uri: vscode.Uri.from({ scheme: 'zotero', path: `/${paper.entry.citekey}.txt` }),
      before: wordsOf(item),
      after: wordsOf({ ...item, ...data }),
    }));
    await this.#services.comparison.show(title, shown);
  }

  async #tell(outcome: PushOutcome): Promise<void> {
    const { left, refused, stopped } = outcome;
    const again = vscode.l10n.t('Try Again');
    const isGood = left.length === 0 && refused.size === 0;
    const sentence = outcomeSentence(outcome);
    if (sentence === '') return;
    const actions = stopped !== undefined && left.length > 0 ? [again] : [];
    if ((await choose(sentence, actions, isGood ? 'information' : 'warning')) !== again) return;
    await vscode.commands.executeCommand('literatureNotes.zotero.push', left);
  }
}

/** Shows that papers are on their way, and, once it `waits`, that Zotero may ask the user in its own window. */
function whileWaiting<T>(ask: (signal: AbortSignal, waits: () => void) => Promise<T>): Promise<T> {
  return Promise.resolve(
    withNotification(vscode.l10n.t('Pushing to Zotero'), (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const message = vscode.l10n.t('It may ask you in its own window whether that is allowed');
      return ask(abort.signal, () => progress.report({ message }));
    }),
  );
}

function optionsOf(value: unknown): { to: FollowedLibrary | undefined; isSure: boolean } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { to: undefined, isSure: false };
  const { to, confirm } = value as { to?: unknown; confirm?: unknown };
  const [library] = followedLibraries([to]);
  return { to: library?.server === 'zotero' ? library : undefined, isSure: confirm === false };
}

/** Between 5 and 32 characters, as Zotero has them. */
function newId(): string {
  return crypto.randomUUID().replaceAll('-', '');
}

function now(): Date {
  return new Date();
}
