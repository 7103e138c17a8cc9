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
import { anyNote } from './anyNote';
import { anyText } from './anyText';
import { paper } from './paper';
import { cases } from '../support/cases';

const ANY = { numRuns: cases(10_000) };
/** Each of these reads a text many times. */
const UPDATED = { numRuns: cases(2000) };
const URI = 'file:///n.md';

/** What is left of a text where a plan was carried out and taken back. */
function thereAndBack(text: string, edits: ReturnType<typeof setField>['edits']): string {
  const plan = planOf(URI, madeForText(text), edits);
  const states = new Map([[URI, { text }]]);
  const after = textsAfter(plan, states).get(URI) ?? text;
  const undo = invertPlan(plan, states);
  return textsAfter(undo, new Map([[URI, { text: after }]])).get(URI) ?? after;
}

/** The body of a note; front matter that it did not have before stands apart from it by an empty line. */
function bodyOf(note: string, before: string): string {
  const { body } = readFrontMatter(note);
  const isNew = readFrontMatter(before).bodyStart <= 1 && note !== before;
  return isNew ? body.replace(/^\r?\n/, '') : body;
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
        assert.equal(bodyOf(after, text), before.body);
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
        const { edits } = noteUpdate(text, entry, OUR_NAMES, {}, taken);
        const own = (note: string) => {
          const { data } = readFrontMatter(note);
          return { ...data, ...Object.fromEntries(MANAGED_FIELDS.map((name) => [name, 0])) };
        };
        const after = applyEdits(text, edits);
        assert.deepEqual(own(after), own(text));
        assert.equal(bodyOf(after, text), readFrontMatter(text).body);
        assert.equal(thereAndBack(text, edits), text);
      }),
      UPDATED,
    );
  });
});
