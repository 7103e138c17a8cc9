import { LineIndex } from '../../base/lineIndex';
import type { Position, Range } from '../../base/position';
import { applyEdits, type TextEdit } from '../../base/textEdit';
import type { Paper } from '../model/paper';
import type { SourceProblem } from '../model/problem';
import type { FormatId, ReadResult } from '../formats/reader';
import { chooseReader, READERS } from '../formats/readers';
import { samePlain } from '../model/samePaper';
import type { EditRefusal } from './editRefusal';
import { keyIn } from './legalKey';
import type { SourceChange, SourceEditor } from './sourceChange';
import type { WrittenEntry } from './entryToWrite';

/** A change with the edits that are to make it. */
export interface DrawnChange {
  readonly format: FormatId;
  readonly editor: SourceEditor;
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly change: SourceChange;
}

/** What files of the formats that are written are called. */
const USUAL_NAMES: Readonly<Partial<Record<FormatId, string>>> = {
  bibtex: 'x.bib',
  ris: 'x.ris',
  'csl-json': 'x.json',
  'csl-yaml': 'x.yaml',
  'text-list': 'x.txt',
};

/** Reads a source with and without edits. A refusal where they do something else than the change, or bring a new problem. */
export function checkChange(drawn: DrawnChange): EditRefusal | undefined {
  const reader = READERS.find(({ format }) => format === drawn.format)!;
  const read = drawn.editor.reading?.() ?? ((text: string) => reader.read(text));
  const before = read(drawn.text);
  const after = read(applyEdits(drawn.text, drawn.edits));
  return new ChangeCheck(drawn, before, after).refusal();
}

class ChangeCheck {
  readonly #drawn: DrawnChange;
  readonly #before: ReadResult;
  readonly #after: ReadResult;

  constructor(drawn: DrawnChange, before: ReadResult, after: ReadResult) {
    this.#drawn = drawn;
    this.#before = before;
    this.#after = after;
  }

  refusal(): EditRefusal | undefined {
    const { change } = this.#drawn;
    if (!this.#staysInFormat()) return { code: 'not-there' };
    const papers = change.kind === 'add' ? this.#added(change) : this.#changed(change);
    if (papers) return papers;
    const problem = this.#newProblem();
    if (problem) return { code: 'new-problem', problem };
    return this.#hasSameContext(change) ? undefined : { code: 'not-there' };
  }

  /** A text whose new words look like another format to the readers would be lost with all its papers. */
  #staysInFormat(): boolean {
    const { format, text, edits } = this.#drawn;
    const name = USUAL_NAMES[format] ?? '';
    const isRead = (source: string) => chooseReader(name, source)?.format === format;
    return isRead(applyEdits(text, edits)) || !isRead(text || '\n');
  }

  /** What the source offers to others stays; an addition that is given as text may offer more. */
  #hasSameContext(change: SourceChange): boolean {
    const before = this.#before.context?.offered ?? [];
    const after = this.#after.context?.offered ?? [];
    const mayOfferMore = change.kind === 'add' && change.written !== undefined;
    return samePlain(before, mayOfferMore ? after.slice(0, before.length) : after);
  }

  /** All former papers are there, and between two of them, or at an end, the new ones. */
  #added({ entries, written }: Extract<SourceChange, { kind: 'add' }>): EditRefusal | undefined {
    const [before, after] = [this.#before.papers, this.#after.papers];
    const from = this.#firstAdded();
    const count = written?.keys.length ?? entries.length;
    const added = after.slice(from, from + count);
    const lost = before.slice(from).find((paper, i) => !sameRecord(paper, after.at(from + count + i)));
    if (lost) return { code: 'changes-another', title: lost.title };
    if (after.length !== before.length + count) return { code: 'not-there' };
    const keys = new Set(before.map(({ statedKey }) => statedKey));
    for (const [i, paper] of added.entries()) {
      if (written && paper.statedKey?.normalize('NFC') !== written.keys[i].normalize('NFC'))
        return { code: 'not-there' };
      const entry = written ? entries.find(({ citekey }) => citekey === paper.statedKey) : entries[i];
      if (entry && !this.#says(paper, entry)) return { code: 'not-there' };
      if (paper.statedKey !== undefined && keys.has(paper.statedKey))
        return { code: 'key-taken', key: paper.statedKey };
      keys.add(paper.statedKey);
    }
    return undefined;
  }

  /** Index of the first paper that stands elsewhere than it did. */
  #firstAdded(): number {
    const [before, after] = [this.#before.papers, this.#after.papers];
    const index = before.findIndex((paper, i) => !sameRecord(paper, after.at(i)));
    return index < 0 ? before.length : index;
  }

  /** All other papers are there as they were, and the one in question as it was to be. */
  #changed(change: Exclude<SourceChange, { kind: 'add' }>): EditRefusal | undefined {
    const [before, after] = [this.#before.papers, this.#after.papers];
    const target = indexAt(before, new LineIndex(this.#drawn.text).position(change.at));
    if (target < 0) return { code: 'no-entry' };
    const others = before.filter((_, i) => i !== target);
    const rest = after.length === before.length ? after.filter((_, i) => i !== target) : after;
    const other = others.find((paper, i) => !this.#sameBut(paper, rest.at(i), change));
    if (other) return { code: 'changes-another', title: other.title };
    const gone = change.kind === 'removeEntry' ? 1 : 0;
    if (after.length !== before.length - gone) return { code: 'not-there' };
    return change.kind === 'removeEntry' ? undefined : this.#target(before[target], after[target], change);
  }

  #target(
    before: Paper,
    after: Paper,
    change: Exclude<SourceChange, { kind: 'add' | 'removeEntry' }>,
  ): EditRefusal | undefined {
    if (change.kind === 'replaceEntry')
      return this.#says(after, change.entry) ? this.#ownKey(after) : { code: 'not-there' };
    const key = change.kind === 'replaceKey' ? change.key.normalize('NFC') : before.statedKey?.normalize('NFC');
    if (after.statedKey?.normalize('NFC') !== key) return { code: 'not-there' };
    const wanted = new Map<string, unknown>();
    for (const [name, value] of change.kind === 'setFields' ? change.fields : []) {
      const [written, expected] =
        value === undefined ? this.#drawn.editor.written(name, '') : this.#drawn.editor.written(name, value);
      wanted.set(written, value === undefined ? undefined : expected);
    }
    const but = change.kind === 'replaceKey' ? this.#drawn.editor.references : [];
    if (!sameFields(this.#fields(before), this.#fields(after), wanted, but)) return { code: 'not-there' };
    return change.kind === 'replaceKey' ? this.#ownKey(after) : undefined;
  }

  /** A paper's key is no other paper's. */
  #ownKey({ statedKey }: Paper): EditRefusal | undefined {
    const count = (papers: readonly Paper[]) => papers.filter((paper) => paper.statedKey === statedKey).length;
    const taken = statedKey !== undefined && count(this.#after.papers) > Math.max(1, count(this.#before.papers));
    return taken ? { code: 'key-taken', key: statedKey } : undefined;
  }

  /** Whether a paper says what an entry was to say: its key, and all letters of its title. */
  #says({ statedKey, title }: Paper, entry: WrittenEntry): boolean {
    const key = keyIn(this.#drawn.format, entry.citekey);
    return (statedKey === undefined || statedKey.normalize('NFC') === key) && letters(title) === letters(entry.title);
  }

  #sameBut(before: Paper, after: Paper | undefined, { kind }: SourceChange): boolean {
    if (sameRecord(before, after)) return true;
    const { references } = this.#drawn.editor;
    if (!after || (kind !== 'replaceKey' && kind !== 'replaceEntry') || references.length === 0) return false;
    return (
      before.statedKey === after.statedKey &&
      sameFields(this.#fields(before), this.#fields(after), new Map(), references)
    );
  }

  #fields(paper: Paper): ReadonlyMap<string, unknown> {
    return this.#drawn.editor.fields(paper.record);
  }

  #newProblem(): SourceProblem | undefined {
    const known = new Map<string, number>();
    for (const problem of this.#before.problems) known.set(sign(problem), (known.get(sign(problem)) ?? 0) + 1);
    return this.#after.problems.find((problem) => {
      const left = known.get(sign(problem)) ?? 0;
      known.set(sign(problem), left - 1);
      return left < 1 && !this.#isOwn(problem);
    });
  }

  /** What is amiss in an added entry itself comes with it, as long as it does not break anything. */
  #isOwn({ severity, range }: SourceProblem): boolean {
    const { change } = this.#drawn;
    if (change.kind !== 'add' || severity === 'error') return false;
    const from = this.#firstAdded();
    const added = this.#after.papers.slice(from, from + (change.written?.keys.length ?? change.entries.length));
    return added.some((paper) => contains(paper.range, range.start));
  }
}

/** Whether a paper is stated in the same way; what it inherits or what its macros mean is another matter. */
function sameRecord(a: Paper, b: Paper | undefined): boolean {
  if (b === undefined) return false;
  if (a.record.format === 'bibtex' && b.record.format === 'bibtex') return a.record.text === b.record.text;
  return a.title === b.title && a.abstract === b.abstract && samePlain(a.record, b.record);
}

function sameFields(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  wanted: ReadonlyMap<string, unknown>,
  but: readonly string[],
): boolean {
  return [...new Set([...before.keys(), ...after.keys(), ...wanted.keys()])].every(
    (name) => but.includes(name) || samePlain(after.get(name), wanted.has(name) ? wanted.get(name) : before.get(name)),
  );
}

function indexAt(papers: readonly Paper[], position: Position): number {
  return papers.findIndex(({ range }) => contains(range, position));
}

function contains({ start, end }: Range, at: Position): boolean {
  return compare(start, at) <= 0 && compare(at, end) < 0;
}

function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

function letters(title: string): string {
  return title.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What tells a problem from others, wherever it stands. */
function sign(problem: SourceProblem): string {
  const { code, name, title, key, fields } = problem as SourceProblem & Readonly<Record<string, unknown>>;
  return JSON.stringify([code, name, title, key, fields]);
}
