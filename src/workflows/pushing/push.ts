import { LocalFailure } from '../../online/zotero/failure';
import type { LocalConnection } from '../../online/zotero/connection';
import { importPapers, type ImportTarget, libraryOf } from '../../online/zotero/writing/connectorImport';
import { likeItems } from '../../online/zotero/writing/likeItems';
import {
  type ItemRefusal,
  writeItems,
  type WriteParts,
  type WrittenItems,
} from '../../online/zotero/writing/writeItems';
import { importOfPaper, type ItemChange, itemOfPaper, type PushedPaper, type PushPlan, pushPlan } from './pushPlan';

/** What became of papers that were to be in Zotero, by their citekeys. Each is in one of these. */
export interface PushOutcome {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** They were there like that before. */
  readonly same: readonly string[];
  readonly ambiguous: readonly string[];
  /** They are there otherwise, in a Zotero that takes no changes. */
  readonly unchangeable: readonly string[];
  /** Zotero refused them. */
  readonly refused: ReadonlyMap<string, ItemRefusal>;
  /** They were not sent, or nobody knows: they can be pushed again without being there twice. */
  readonly left: readonly string[];
  /** Why some are left; undefined where the user chose so. */
  readonly stopped?: LocalFailure;
}

/** Where papers go in Zotero 10. */
export interface PushPlace {
  /** `user`, or the number of a group. */
  readonly library: string;
  readonly collection?: string;
}

/** Asks whether a plan is to be carried out. @param isConflict whether items were changed in Zotero after they were shown */
export type Agree = (plan: PushPlan, isConflict: boolean) => Promise<boolean>;

/** What pushing to the API of Zotero 10 takes. */
export interface PushParts extends WriteParts {
  readonly now: () => Date;
  readonly agree: Agree;
}

/**
 * Puts papers into a library of Zotero 10, and their status and tags into the items that it has. What was changed there meanwhile is
 * asked for and shown anew, as often as it changes. Rejects with a `LocalFailure` where Zotero cannot be asked at first.
 */
export async function push(
  parts: PushParts,
  papers: readonly PushedPaper[],
  place: PushPlace,
  signal: AbortSignal,
): Promise<PushOutcome> {
  const outcome = new Outcome(papers);
  let open = papers;
  for (let isConflict = false; open.length > 0; isConflict = true) {
    const plan = await planNow(parts.zotero, open, place.library, parts.now(), signal);
    outcome.sort(plan);
    if (plan.added.length + plan.changed.length === 0) break;
    if (!(await parts.agree(plan, isConflict))) break;
    const collections = place.collection === undefined ? [] : [place.collection];
    const items = [
      ...plan.added.map((paper) => itemOfPaper(paper, collections, parts.now())),
      ...plan.changed.map(({ data }) => data),
    ];
    const written = await writeItems(parts, place.library, items, signal);
    open = outcome.take(plan, written);
    if (!written.stopped) continue;
    // What was sent before an answer was lost may be there.
    const left = outcome.left();
    const after = await planNow(parts.zotero, left, place.library, parts.now(), signal).catch(asUnknown);
    if (after) outcome.found(plan, after);
    return outcome.result(written.stopped);
  }
  return outcome.result();
}

/**
 * Has a Zotero before version 10 import papers into what is selected in its window; those that it has already are left alone where it can
 * be asked for them.
 */
export async function pushByImport(
  {
    zotero,
    session,
    now,
    agree,
  }: { readonly zotero: LocalConnection; readonly session: () => string } & Pick<PushParts, 'now' | 'agree'>,
  papers: readonly PushedPaper[],
  target: ImportTarget,
  signal: AbortSignal,
): Promise<PushOutcome> {
  const outcome = new Outcome(papers);
  const found = await planForImport(zotero, papers, target, now(), signal);
  outcome.sort(found);
  outcome.cannotChange(found);
  const plan = { ...found, changed: [] };
  if (plan.added.length === 0 || !(await agree(plan, false))) return outcome.result();
  const imported = plan.added.map((paper) => importOfPaper(paper, now()));
  const written = await importPapers(zotero, { papers: imported, target, session }, signal);
  outcome.take(plan, written);
  return outcome.result(written.stopped);
}

async function planForImport(
  zotero: LocalConnection,
  papers: readonly PushedPaper[],
  target: ImportTarget,
  now: Date,
  signal: AbortSignal,
): Promise<PushPlan> {
  try {
    const library = await libraryOf(zotero, target, signal);
    if (library !== undefined) return await planNow(zotero, papers, library, now, signal);
  } catch (error) {
    if (!(error instanceof LocalFailure && UNASKED.has(error.code))) throw error;
  }
  return { added: papers, changed: [], same: [], ambiguous: [], isUnchecked: true };
}

/** A program that does not answer leaves open what it did; other errors are ours. */
function asUnknown(error: unknown): undefined {
  if (!(error instanceof LocalFailure)) throw error;
  return undefined;
}

/** A Zotero that only imports need not let anybody read it. */
const UNASKED: ReadonlySet<string> = new Set(['api-off', 'too-old', 'not-found']);

async function planNow(
  zotero: LocalConnection,
  papers: readonly PushedPaper[],
  library: string,
  now: Date,
  signal: AbortSignal,
): Promise<PushPlan> {
  const entries = papers.map(({ entry }) => entry);
  return pushPlan(papers, await likeItems(zotero, library, entries, signal), now);
}

/** Changed in Zotero meanwhile. */
const CONFLICT = 412;

/** Where each paper is in the end. */
class Outcome {
  readonly #papers: readonly PushedPaper[];
  readonly #added = new Set<string>();
  readonly #changed = new Set<string>();
  readonly #same = new Set<string>();
  readonly #ambiguous = new Set<string>();
  readonly #unchangeable = new Set<string>();
  readonly #refused = new Map<string, ItemRefusal>();

  constructor(papers: readonly PushedPaper[]) {
    this.#papers = papers;
  }

  sort({ same, ambiguous }: PushPlan): void {
    for (const paper of same) this.#same.add(keyOf(paper));
    for (const paper of ambiguous) this.#ambiguous.add(keyOf(paper));
  }

  /** Imports change nothing that is there. */
  cannotChange({ changed }: PushPlan): void {
    for (const { paper } of changed) this.#unchangeable.add(keyOf(paper));
  }

  /** @returns the papers whose items were changed in Zotero meanwhile */
  take({ added, changed }: PushPlan, { done, refused }: WrittenItems): readonly PushedPaper[] {
    const sent = [...added, ...changed.map(({ paper }: ItemChange) => paper)];
    return sent.filter((paper, i) => {
      const refusal = refused.get(i);
      if (done.has(i)) (i < added.length ? this.#added : this.#changed).add(keyOf(paper));
      else if (refusal && refusal.code !== CONFLICT) this.#refused.set(keyOf(paper), refusal);
      return refusal?.code === CONFLICT;
    });
  }

  /** Of what was to be done, some is done, as one sees afterwards. */
  found({ added, changed }: PushPlan, after: PushPlan): void {
    const isAdded = new Set(added.map(keyOf));
    const known = new Set([...after.same, ...after.changed.map(({ paper }) => paper)].map(keyOf));
    for (const key of isAdded) if (known.has(key)) this.#added.add(key);
    const same = new Set(after.same.map(keyOf));
    for (const { paper } of changed) if (same.has(keyOf(paper))) this.#changed.add(keyOf(paper));
  }

  left(): readonly PushedPaper[] {
    const settled = [this.#added, this.#changed, this.#same, this.#ambiguous, this.#unchangeable, this.#refused];
    return this.#papers.filter((paper) => !settled.some((each) => each.has(keyOf(paper))));
  }

  result(stopped?: LocalFailure): PushOutcome {
    return {
      added: [...this.#added],
      changed: [...this.#changed],
      same: [...this.#same],
      ambiguous: [...this.#ambiguous],
      unchangeable: [...this.#unchangeable],
      refused: this.#refused,
      left: this.left().map(keyOf),
      stopped,
    };
  }
}

function keyOf({ entry }: PushedPaper): string {
  return entry.citekey;
}
