import { hash53 } from './hash';
import type { TextEdit } from './textEdit';

/**
 * What a text was when edits of it were made: the version of the open document, or the hash (`hash53`) of the text as the
 * editor has it.
 */
export type MadeFor = { readonly version: number } | { readonly hash: number };

/** Edits of one file's text. */
export interface FileEdits {
  /** Of a file that the same plan renames, the new one. */
  readonly uri: string;
  readonly madeFor: MadeFor;
  /** In UTF-16 offsets of the text before the plan; they must not overlap. */
  readonly edits: readonly TextEdit[];
}

export interface Rename {
  readonly from: string;
  readonly to: string;
}

export interface NewFile {
  readonly uri: string;
  readonly contents: Uint8Array;
  /** Their hash (`hashBytes53`), where it has been worked out: for so many that it takes its time. */
  readonly hash?: number;
}

export interface Deletion {
  readonly uri: string;
  /** Hash (`hashBytes53`) of the bytes that are to be lost. */
  readonly hash: number;
}

/**
 * Changes of users' files as plain data. It is carried out as a whole and in this order: files are created, files renamed,
 * texts edited, files deleted. Nothing that exists is ever overwritten.
 */
export interface EditPlan {
  readonly creates: readonly NewFile[];
  readonly renames: readonly Rename[];
  readonly edits: readonly FileEdits[];
  readonly deletes: readonly Deletion[];
}

export const EMPTY_PLAN: EditPlan = { creates: [], renames: [], edits: [], deletes: [] };

/** The plan of edits in one file. */
export function planOf(uri: string, madeFor: MadeFor, edits: readonly TextEdit[]): EditPlan {
  return { ...EMPTY_PLAN, edits: edits.length > 0 ? [{ uri, madeFor, edits }] : [] };
}

/** The plan of one new file, which holds a text as UTF-8. */
export function planOfNewFile(uri: string, text: string): EditPlan {
  return { ...EMPTY_PLAN, creates: [{ uri, contents: new TextEncoder().encode(text) }] };
}

/** What edits of a text are made for, where no version of an open document is at hand. */
export function madeForText(text: string): MadeFor {
  return { hash: hash53(text) };
}

/** The file that is edited, by the name it has before the plan. */
export function nameBefore(plan: Pick<EditPlan, 'renames'>, uri: string): string {
  return plan.renames.find(({ to }) => to === uri)?.from ?? uri;
}

/** The plan without the renames of these files, which are edited under the names that they have. */
export function withoutRenames(plan: EditPlan, from: ReadonlySet<string>): EditPlan {
  const nameNow = new Map(
    plan.renames.filter((rename) => from.has(rename.from)).map((rename) => [rename.to, rename.from]),
  );
  return {
    ...plan,
    renames: plan.renames.filter((rename) => !from.has(rename.from)),
    edits: plan.edits.map((edits) => ({ ...edits, uri: nameNow.get(edits.uri) ?? edits.uri })),
  };
}

/**
 * One plan that does what several do, all made for the same state of the files. What two of them do alike is done once; edits
 * of a file that another plan renames follow it. Where two contradict each other (overlapping edits, one file renamed twice)
 * the merged plan is refused when it is checked.
 */
export function mergePlans(plans: readonly EditPlan[]): EditPlan {
  const renames = unique(
    plans.flatMap((plan) => plan.renames),
    ({ from, to }) => JSON.stringify([from, to]),
  );
  const nameAfter = new Map(renames.map(({ from, to }) => [from, to]));
  const edits = new Map<string, FileEdits>();
  for (const each of plans.flatMap((plan) => plan.edits)) {
    const uri = nameAfter.get(each.uri) ?? each.uri;
    const key = JSON.stringify([uri, each.madeFor]);
    const all = [...(edits.get(key)?.edits ?? []), ...each.edits];
    edits.set(key, { uri, madeFor: each.madeFor, edits: unique(all, editKey) });
  }
  return {
    creates: unique(
      plans.flatMap((plan) => plan.creates),
      ({ uri, contents }) => JSON.stringify([uri, [...contents]]),
    ),
    renames,
    edits: [...edits.values()],
    deletes: unique(
      plans.flatMap((plan) => plan.deletes),
      ({ uri, hash }) => JSON.stringify([uri, hash]),
    ),
  };
}

function editKey({ start, end, newText }: TextEdit): string {
  return `${start} ${end} ${newText}`;
}

function unique<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}
