import { type EditPlan, EMPTY_PLAN, madeForText, planOf } from '../base/editPlan';
import { LineIndex } from '../base/lineIndex';
import type { OffsetRange, Range } from '../base/position';
import type { TextEdit } from '../base/textEdit';
import type { NoteProblem } from './problem';
import { readSimpleFields } from './simpleFields';
import { fieldsToYaml, valueToYaml } from './yamlText';
import { readYamlFields } from './yamlFields';

/** The status of a paper as a line of a state file keeps it. */
export interface KeptStatus {
  readonly citekey: string;
  readonly status: string;
  readonly range: Range;
  /** Offsets of the status. */
  readonly value: OffsetRange;
  /** Offsets of the line with its break. */
  readonly line: OffsetRange;
}

/** A file that keeps the status of papers without notes: `citekey: status`, one paper a line. */
export interface StateFile {
  /** By citekey, in the order of the file. */
  readonly kept: ReadonlyMap<string, KeptStatus>;
  readonly problems: readonly NoteProblem[];
}

/** Longer lines are none of a state file. */
const MAX_LINE = 2000;
const NO_STATE = /^(?:\s*(?:#.*)?|---\s*)$/;

/**
 * Reads a state file line by line, so that a line that is wrong, as Git's conflict markers are, costs no other. The first of two
 * lines about one paper counts. Never throws.
 */
export function readStateFile(text: string): StateFile {
  const lines = new LineIndex(text);
  const kept = new Map<string, KeptStatus>();
  const problems: NoteProblem[] = [];
  for (let start = text.charCodeAt(0) === 0xfeff ? 1 : 0, next = start; start < text.length; start = next) {
    const newline = text.indexOf('\n', start);
    next = newline < 0 ? text.length : newline + 1;
    const words = text.slice(start, next).replace(/\r?\n$/, '');
    const range = lines.range({ start, end: start + words.length });
    const state = words.length > MAX_LINE ? undefined : statusIn(words);
    if (state && !kept.has(state.citekey)) {
      const value = { start: start + state.value.start, end: start + state.value.end };
      kept.set(state.citekey, { ...state, value, range, line: { start, end: next } });
    } else if (state) problems.push({ code: 'state-duplicate', severity: 'warning', citekey: state.citekey, range });
    else if (!NO_STATE.test(words)) problems.push({ code: 'state-line-invalid', severity: 'warning', range });
  }
  return { kept, problems };
}

function statusIn(line: string): Pick<KeptStatus, 'citekey' | 'status' | 'value'> | undefined {
  if (/^\s/.test(line)) return undefined;
  const { data, values, error } = readSimpleFields(line) ?? readYamlFields(line);
  const [[key, value] = ['', undefined], ...others] = Object.entries(data);
  const isStatus = ['string', 'number', 'boolean'].includes(typeof value);
  if (error || !isStatus || key === '' || String(value) === '' || others.length > 0) return undefined;
  return { citekey: key.normalize('NFC'), status: String(value), value: values.get(key)! };
}

/**
 * The plan that keeps other statuses in a state file: each paper in its line, new lines where they stand by citekey. All other
 * lines, comments and line endings stay as they are.
 * @param statuses by citekey; undefined takes the paper's line out
 */
export function planOfStatuses(uri: string, text: string, statuses: ReadonlyMap<string, string | undefined>): EditPlan {
  const { kept } = readStateFile(text);
  const edits: TextEdit[] = [];
  const added = new Map<number, string[]>();
  const inOrder = [...kept.values()];
  for (const [citekey, status] of [...statuses].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const known = kept.get(citekey);
    if (known && status === undefined) edits.push({ ...known.line, newText: '' });
    else if (known && status !== known.status) edits.push({ ...known.value, newText: valueToYaml(status) });
    else if (!known && status !== undefined) {
      const at = inOrder.find((other) => other.citekey > citekey)?.line.start ?? text.length;
      added.set(at, [...(added.get(at) ?? []), fieldsToYaml({ [citekey]: status })]);
    }
  }
  const end = /\r?\n/.exec(text)?.[0] ?? '\n';
  for (const [at, lines] of added) edits.push({ start: at, end: at, newText: inserted(text, at, lines, end) });
  return edits.length === 0 ? EMPTY_PLAN : planOf(uri, madeForText(text), edits);
}

function inserted(text: string, at: number, lines: readonly string[], end: string): string {
  const isOpen = at === text.length && /[^\n\ufeff]$/.test(text);
  return (isOpen ? end : '') + lines.map((line) => line + end).join('');
}
