import { type EditPlan, type MadeFor, nameBefore } from './editPlan';
import type { Oddity } from './byteTruth';
import type { FileState, FileStates } from './fileState';
import { hash53, hashBytes53 } from './hash';
import { editsByFile } from './planEffect';
import type { TextEdit } from './textEdit';

/** Why a plan is not carried out, and for which file. */
export type Refusal = { readonly uri: string } &
  /** `not-changed`: the editor did not make the change, and does not say why; `not-saved`: it made it, and could not save it. */
  (
    | {
        readonly code:
          | 'not-changed'
          | 'not-saved'
          | 'changed'
          | 'missing'
          | 'exists'
          | 'read-only'
          | 'unsaved'
          | 'contradiction';
      }
    | { readonly code: 'odd'; readonly oddity: Oddity }
    | { readonly code: 'unencodable'; readonly encoding: string; readonly character: string }
    | { readonly code: 'unreadable' | 'not-created' | 'not-written'; readonly reason: string }
  );

/** What speaks against a plan, one reason a file; empty where nothing does. */
export function refusalsOf(plan: EditPlan, states: FileStates): Refusal[] {
  const refusals = [
    ...contradictions(plan),
    ...plan.creates.flatMap(({ uri }) => (states.has(uri) ? [{ code: 'exists', uri } as const] : [])),
    ...plan.renames.flatMap((rename) => refusalsOfRename(rename, states)),
    ...plan.edits.flatMap(({ uri, madeFor }) => refusalOfEdits(nameBefore(plan, uri), madeFor, states)),
    ...plan.deletes.flatMap(({ uri, hash }) => refusalOfDeletion(uri, hash, states)),
  ];
  const first = new Map<string, Refusal>();
  for (const refusal of refusals) if (!first.has(refusal.uri)) first.set(refusal.uri, refusal);
  return [...first.values()];
}

/** What a plan cannot mean, whatever the files are. */
function contradictions({ creates, renames, edits, deletes }: EditPlan): Refusal[] {
  const gone = [...renames.map(({ from }) => from), ...deletes.map(({ uri }) => uri)];
  const made = [...creates.map(({ uri }) => uri), ...renames.map(({ to }) => to)];
  const overlapping = [...editsByFile({ edits })].filter(([, each]) => overlap(each)).map(([uri]) => uri);
  const edited = edits.map(({ uri }) => uri).filter((uri) => gone.includes(uri));
  return [...repeated(gone), ...repeated(made), ...overlapping, ...edited].map((uri) => ({
    code: 'contradiction',
    uri,
  }));
}

function refusalsOfRename({ from, to }: { from: string; to: string }, states: FileStates): Refusal[] {
  const state = states.get(from);
  if (!state) return [{ code: 'missing', uri: from }];
  if (state.readOnly) return [{ code: 'read-only', uri: from }];
  return states.has(to) ? [{ code: 'exists', uri: to }] : [];
}

function refusalOfEdits(uri: string, madeFor: MadeFor, states: FileStates): Refusal[] {
  const state = states.get(uri);
  if (!state) return [{ code: 'missing', uri }];
  if (state.readOnly) return [{ code: 'read-only', uri }];
  if (state.unreadable !== undefined) return [{ code: 'unreadable', uri, reason: state.unreadable }];
  if (state.oddity) return [{ code: 'odd', uri, oddity: state.oddity }];
  return isMadeFor(madeFor, state) ? [] : [{ code: 'changed', uri }];
}

function refusalOfDeletion(uri: string, hash: number, states: FileStates): Refusal[] {
  const state = states.get(uri);
  if (!state) return [{ code: 'missing', uri }];
  if (state.readOnly) return [{ code: 'read-only', uri }];
  if (state.unsaved) return [{ code: 'unsaved', uri }];
  const now = state.hash ?? (state.bytes && hashBytes53(state.bytes));
  return now === hash ? [] : [{ code: 'changed', uri }];
}

function isMadeFor(madeFor: MadeFor, { text, version }: FileState): boolean {
  if ('version' in madeFor) return madeFor.version === version;
  return text !== undefined && madeFor.hash === hash53(text);
}

function overlap(edits: readonly TextEdit[]): boolean {
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.some(({ start }, i) => i > 0 && start < ordered[i - 1].end);
}

function repeated(uris: readonly string[]): string[] {
  return uris.filter((uri, i) => uris.indexOf(uri) !== i);
}
