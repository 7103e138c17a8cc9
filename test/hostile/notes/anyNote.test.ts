import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planOf, madeForText } from '../../../src/base/editPlan';
import { invertPlan, textsAfter } from '../../../src/base/planEffect';
import { applyEdits } from '../../../src/base/textEdit';
import { setField } from '../../../src/notes/edit';
import { OUR_NAMES } from '../../../src/notes/fieldNames';
import { readFrontMatter } from '../../../src/notes/frontMatter';
import { MANAGED_FIELDS } from '../../../src/notes/agreedFields';
import { noteUpdate } from '../../../src/notes/managedFields';
import { readNote } from '../../../src/notes/readNote';
import { anyNote } from '../../unit/notes/anyNote';
import { anyText } from '../../unit/notes/anyText';
import { commentsOf, partsOf } from '../../unit/notes/noteParts';
import { paper } from '../../unit/notes/paper';
import { cases } from '../../unit/support/cases';

const ANY = { numRuns: cases(10_000, 40) };
/** Each of these reads a text many times. */
const UPDATED = { numRuns: cases(2000, 20) };
const URI = 'file:///n.md';

/** What is left of a text where a plan was carried out and taken back. */
function thereAndBack(text: string, edits: ReturnType<typeof setField>['edits']): string {
  const plan = planOf(URI, madeForText(text), edits);
  const states = new Map([[URI, { text }]]);
  const after = textsAfter(plan, states).get(URI) ?? text;
  const undo = invertPlan(plan, states);
  return textsAfter(undo, new Map([[URI, { text: after }]])).get(URI) ?? after;
}

/** Fails unless a note is another one with something inserted in one place. */
function assertInserted(after: string, before: string): void {
  const length = Math.min(before.length, after.length);
  let same = 0;
  while (same < length && before[same] === after[same]) same++;
  let end = 0;
  while (end < length - same && before.at(-1 - end) === after.at(-1 - end)) end++;
  assert.ok(same + end >= before.length, `not only inserted: ${JSON.stringify([before, after])}`);
}

/**
 * Fails where a byte is another that is not of the value of this field: what stands before and behind a value in the line of its name,
 * and around the lines of any other. There its comments are the same, too.
 */
function assertOnlyChanged(name: string, after: string, before: string): void {
  const place = readFrontMatter(before).values.get(name);
  if (!place || place.start === place.end) return assertInserted(after, before);
  const lines = linesOf(before, place.start);
  const isBesideColon = !before.slice(lines.start, place.end).includes('\n');
  const { start, end } = isBesideColon ? place : lines;
  const kept = before.length - end;
  assert.equal(after.slice(0, start), before.slice(0, start));
  assert.equal(after.slice(after.length - kept), before.slice(end));
  assert.ok(start + kept <= after.length);
  assert.deepEqual(commentsOf(after.slice(start, after.length - kept)), commentsOf(before.slice(start, end)));
}

/** What follows the colon of a field in whose value an offset is, up to the next field. */
function linesOf(note: string, offset: number): { start: number; end: number } {
  const { fields } = partsOf(note);
  const { start, valueStart, text } = fields.findLast((field) => field.start <= offset)!;
  return { start: valueStart, end: start + text.length };
}

/** What an update of the metadata must leave as it is, byte for byte. */
function ownParts(note: string): object {
  const { head, fields, tail } = partsOf(note);
  const isManaged = (name: string) => MANAGED_FIELDS.some((field) => name === field || name === `"${field}"`);
  const all = fields.map(({ text }) => text).join('');
  const own = fields.filter(({ name }) => !isManaged(name)).map(({ text }) => text);
  return { head, own, tail, comments: commentsOf(all) };
}

describe('Any file of notes', function () {
  this.timeout(300_000);
  const global = globalThis as { evaluated?: boolean };
  afterEach(() => assert.equal(global.evaluated, undefined, 'nothing was run'));

  it('is read without a throw, and runs nothing', () => {
    fc.assert(
      fc.property(anyNote, (text) => {
        const { data, body, bodyStart, values } = readFrontMatter(text);
        assert.equal(body, text.slice(bodyStart));
        assert.equal(global.evaluated, undefined);
        assert.equal(Object.getPrototypeOf(data), Object.prototype);
        for (const { start, end } of values.values()) assert.ok(start <= end && end <= text.length);
      }),
      ANY,
    );
  });

  it('is read without a throw where it is in Org, and its parts lie in it one behind the other', () => {
    const pieces = [
      ...['* H @k', '** @{a b}', '*', '* ', ':PROPERTIES:', ':END:', ':CUSTOM_ID: k', ':ROAM_REFS: @k [cite:@a;@b]'],
      ...[
        ':CUSTOM_ID:',
        '#+title: T',
        '#+citekey: @k',
        '#+filetags: :a:b:',
        '#+rating: x',
        'SCHEDULED: <x>',
        '\t:A: b',
      ],
    ];
    const line = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, anyText(['*', ':', '@', ' '], 6));
    const org = fc
      .tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
      .map(([lines, end, isEnded]) => lines.join(end) + (isEnded ? end : ''));
    fc.assert(
      fc.property(org, fc.boolean(), (text, inNotesFolder) => {
        const file = { uri: URI, fileName: 'k.org', inNotesFolder, text };
        const { note, sections = [], problems } = readNote(file, () => true);
        assert.deepEqual(problems, []);
        assert.ok(note === undefined || text.endsWith(note.text));
        const starts = sections.map(({ range }) => range.start.line);
        assert.deepEqual(
          starts,
          [...starts].sort((a, b) => a - b),
        );
        for (const { text: part, citekey } of sections) assert.ok(text.includes(part) && citekey !== '');
      }),
      UPDATED,
    );
  });

  it('changes in one field alone where that is set, and is the same byte for byte once that is undone', () => {
    const value = fc.oneof(
      anyText([': ', '#', '\n'], 4),
      fc.integer(),
      fc.boolean(),
      fc.uniqueArray(anyText([', '], 3)),
    );
    const field = fc.constantFrom('status', 'rating', 'tags', 'citekey', 'new field');
    let edited = 0;
    fc.assert(
      fc.property(anyNote, field, value, (text, name, set) => {
        const { edits, problem } = setField(text, name, set);
        if (problem) assert.deepEqual(edits, []);
        const before = readFrontMatter(text);
        const after = applyEdits(text, edits);
        const now = readFrontMatter(after);
        if (edits.length > 0) assertOnlyChanged(name, after, text);
        assert.deepEqual({ ...now.data, [name]: 0 }, { ...before.data, [name]: 0 });
        if (!problem) assert.deepEqual([now.data[name]].flat().sort(), [set].flat().sort());
        assert.equal(thereAndBack(text, edits), text);
        edited += edits.length > 0 ? 1 : 0;
      }),
      ANY,
    );
    assert.ok(edited > 0, 'some were edited');
  });

  it('keeps all that is not managed when its metadata are updated', () => {
    const entry = paper({ title: 'A: b', doi: '10.1/x' });
    const taken = new Set(MANAGED_FIELDS);
    fc.assert(
      fc.property(anyNote, (text) => {
        const { edits } = noteUpdate(text, entry, OUR_NAMES, { taken });
        const after = applyEdits(text, edits);
        if (partsOf(text).fields.length > 0) assert.deepEqual(ownParts(after), ownParts(text));
        else assertInserted(after, text);
        assert.equal(thereAndBack(text, edits), text);
      }),
      UPDATED,
    );
  });
});
