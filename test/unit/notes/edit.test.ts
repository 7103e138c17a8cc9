import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/base/textEdit';
import { setField } from '../../../src/notes/edit';
import { readFrontMatter } from '../../../src/notes/frontMatter';
import type { FieldValue } from '../../../src/notes/yamlText';
import { anyText } from './anyText';
import { cases } from '../support/cases';

function after(text: string, field: string, value: FieldValue): string {
  return applyEdits(text, setField(text, field, value).edits);
}
const sets = (before: string, field: string, value: FieldValue, expected: string) =>
  assert.equal(after(before, field, value), expected);

describe('Setting a field of a note', () => {
  it('leaves front matter alone that holds nothing but white space of other kinds than YAML knows', () => {
    for (const blank of ['\v', '\f', '\u00a0', '\u2028', '\u3000', ' \v ']) {
      const text = `---\n${blank}\n---\nBody.\n`;
      const { edits, problem } = setField(text, 'status', 'read');
      assert.deepEqual([edits, problem?.code], [[], 'front-matter-not-fields'], JSON.stringify(blank));
    }
  });

  it('leaves a note with front matter in TOML alone', () => {
    const { edits, problem } = setField('+++\r\ntitle = "x"\r\n+++\r\n', 'status', 'read');
    assert.deepEqual([edits, problem?.code], [[], 'front-matter-language']);
  });

  it('leaves a note with front matter in JSON outside of dashes alone', () => {
    for (const text of ['{\n  "title": "x"\n}\n\nText', '\ufeff{"title": "x"}\nText', ';;;\n"title": "x"\n;;;\n']) {
      const { edits, problem } = setField(text, 'status', 'read');
      assert.deepEqual([edits, problem?.code], [[], 'front-matter-language'], text);
    }
    assert.equal(setField('{.lead} Text', 'status', 'read').edits.length, 1);
  });

  it('replaces the value alone', () => {
    sets(
      '---\n# c\nstatus: unread # d\na:   "b"\n---\nText',
      'status',
      'read',
      '---\n# c\nstatus: read # d\na:   "b"\n---\nText',
    );
    sets('---\r\nstatus: "x"\r\n---\r\n', 'status', 'a: b', '---\r\nstatus: "a: b"\r\n---\r\n');
    sets('---\ntags: [a,  b] # c\n---\n', 'tags', ['a', 'x, y'], '---\ntags: [a, "x, y"] # c\n---\n');
    sets('---\nnote: |\n  a\n  b\nc: d\n---\n', 'note', 'x', '---\nnote: x\nc: d\n---\n');
  });

  it('fills a field that has no value yet', () => {
    sets('---\nstatus:\nb: c\n---\n', 'status', 'read', '---\nstatus: read\nb: c\n---\n');
    sets('---\nstatus: # todo\n---\n', 'status', 'read', '---\nstatus: read # todo\n---\n');
    sets('---\ntags:\n---\n', 'tags', ['a'], '---\ntags: [a]\n---\n');
  });

  it('adds a field at the end', () => {
    sets('---\na: b # c\n---\nText', 'rating', 4, '---\na: b # c\nrating: 4\n---\nText');
    sets('---\r\na: b\r\n---\r\nText', 'tags', ['x'], '---\r\na: b\r\ntags:\r\n  - x\r\n---\r\nText');
    sets('---\n  a: b\n---\n', 'c', 'd', '---\n  a: b\n  c: d\n---\n');
    sets('---\n---\n', 'a', 'b', '---\na: b\n---\n');
    sets('---\n{ "a": 1 }\n---\n', 'b', 'c', '---\n{ "a": 1, "b": "c" }\n---\n');
  });

  it('keeps JSON what it is', () => {
    sets('---json\n{"status":"unread"}\n---\n', 'status', 'read', '---json\n{"status":"read"}\n---\n');
    sets('---\n{"tags": ["a"], "b": 1}\n---\n', 'tags', ['x', 'y'], '---\n{"tags": ["x","y"], "b": 1}\n---\n');
    sets('---json\n{\n  "a": 1\n}\n---\n', 'b', true, '---json\n{\n  "a": 1, "b": true\n}\n---\n');
    sets('---json\n{}\n---\n', 'b', 2, '---json\n{"b": 2}\n---\n');
    sets('---json\n---\nText', 'b', 'c', '---json\n{ "b": "c" }\n---\nText');
    sets('---\n{ a: b, status: x, }\n---\n', 'status', 'y, z', '---\n{ a: b, status: "y, z", }\n---\n');
    sets('---\n{ a: b, }\n---\n', 'status', 'y', '---\n{ a: b, "status": "y", }\n---\n');
  });

  it('keeps JSON that every reader of JSON reads, whatever is set', () => {
    const text = anyText(['"', '\\', '\n', ', '], 5);
    const data = fc.dictionary(
      fc.constantFrom('status', 'tags', 'a', 'b c'),
      fc.oneof(text, fc.integer(), fc.array(text, { maxLength: 3 })),
    );
    const value = fc.oneof(text, fc.integer(), fc.uniqueArray(text, { maxLength: 3 }));
    fc.assert(
      fc.property(
        data,
        fc.constantFrom(undefined, 2),
        fc.constantFrom('', 'json'),
        value,
        (fields, indent, language, set) => {
          const note = `---${language}\n${JSON.stringify(fields, undefined, indent)}\n---\n`;
          const { edits, problem } = setField(note, 'status', set);
          if (problem) return assert.deepEqual(edits, []);
          const now = applyEdits(note, edits);
          const read = JSON.parse(now.slice(now.indexOf('\n'), now.lastIndexOf('---'))) as Record<string, unknown>;
          assert.deepEqual({ ...read, status: 0 }, { ...fields, status: 0 });
          assert.deepEqual([read.status].flat().sort(), [set].flat().sort());
        },
      ),
      { numRuns: cases(500) },
    );
  });

  it('adds front matter to a text without', () => {
    sets('Text', 'a', 'b', '---\na: b\n---\n\nText');
    sets('\ufeffText\r\n', 'a', 'b', '\ufeff---\r\na: b\r\n---\r\n\r\nText\r\n');
    sets('', 'a', 'b', '---\na: b\n---\n');
    sets('---\n\nText\n\n---\n', 'a', 'b', '---\na: b\n---\n\n---\n\nText\n\n---\n');
  });

  it('takes items of a block list out and adds others, and leaves the rest as it is', () => {
    const list = '---\ntags:\n  - a # why\n  - b\n\n  - "c"\nd: e\n---\n';
    sets(list, 'tags', ['a', 'c', 'x'], '---\ntags:\n  - a # why\n\n  - "c"\n  - x\nd: e\n---\n');
    sets('---\ntags:\n- a\n---\n', 'tags', ['b', 'a'], '---\ntags:\n- a\n- b\n---\n');
    sets('---\ntags:\n  - a\n\n  - b\nd: e\n---\n', 'tags', ['x'], '---\ntags:\n\n  - x\nd: e\n---\n');
  });

  it('keeps the comment of an item that is taken out', () => {
    const list = '---\ntags:\n  - a # why\n  # b!\n  - b\n\n  - "c"\t#z\nd: e\n---\n';
    sets(list, 'tags', ['b'], '---\ntags:\n  # why\n  # b!\n  - b\n\n  #z\nd: e\n---\n');
    sets(list, 'tags', ['x'], '---\ntags:\n  # why\n  # b!\n\n  #z\n  - x\nd: e\n---\n');
    sets(list, 'tags', [], '---\ntags: []\n# why\n# b!\n#z\nd: e\n---\n');
    sets(list.replaceAll('\n', '\r\n'), 'tags', 'x', '---\r\ntags: x\r\n# why\r\n# b!\r\n#z\r\nd: e\r\n---\r\n');
    sets(
      '---\n  a: b\n  tags: [a, # why\n    b # c\n  ] # d\n---\n',
      'tags',
      ['x'],
      '---\n  a: b\n  tags: [x] # d\n  # why\n  # c\n---\n',
    );
    sets('---\nnote: | # why\n  a # b\nc: d\n---\n', 'note', 'x', '---\nnote: x\n# why\nc: d\n---\n');
  });

  it('keeps the comment of an item that is replaced in a list with an order, and what stands around it', () => {
    const list = '---\nauthors:\n  - "A" # first\n  - B\n  # last\n\n  - C # third\nd: e\n---\n';
    const ordered = (values: readonly string[], expected: string) => {
      const { edits } = setField(list, 'authors', values, { ordered: true });
      assert.equal(applyEdits(list, edits), `---\nauthors:\n${expected}d: e\n---\n`);
    };
    ordered(['Ann', 'B', 'C'], '  - Ann # first\n  - B\n  # last\n\n  - C # third\n');
    ordered(['A', 'Bo', 'C: D'], '  - "A" # first\n  - Bo\n  # last\n\n  - "C: D" # third\n');
    ordered(['B', 'A', 'C'], '  - B\n  # last\n\n  - "A" # first\n  - C # third\n');
    ordered(['A', 'C'], '  - "A" # first\n  # last\n\n  - C # third\n');
    ordered(['A', 'B'], '  - "A" # first\n  - B\n  # last\n\n  # third\n');
    ordered(['A', 'B', 'C', 'D'], '  - "A" # first\n  - B\n  # last\n\n  - C # third\n  - D\n');
    ordered(['P', 'Q', 'R'], '  - P # first\n  - Q\n  # last\n\n  - R # third\n');
    ordered(['Q'], '  - Q # first\n  # last\n\n  # third\n');
  });

  it('does nothing where the value is there', () => {
    assert.deepEqual(setField('---\ntags:\n  - a\n---\n', 'tags', ['a']), { edits: [] });
  });

  it('leaves lists and objects alone that hold themselves', () => {
    for (const own of ['a: &a [1, *a]', 'a: &a\n  b: *a', 'authors: &a [*a]']) {
      const text = `---\n${own}\nstatus: unread\n---\n`;
      assert.equal(applyEdits(text, setField(text, 'status', 'read').edits), text.replace('unread', 'read'));
    }
  });

  it('does not touch what it cannot read', () => {
    assert.equal(setField('---\na: b: c\n---\n', 'a', 'x').problem?.code, 'front-matter-invalid');
    assert.equal(setField('---js\n{}\n---\n', 'a', 'x').problem?.code, 'front-matter-language');
    assert.equal(setField('---\n{ a }\n---\n', 'a', 'y').problem?.code, 'field-not-editable');
  });

  it('writes line breaks in one line', () => {
    assert.equal(after('---\ntags:\n---\nText', 'tags', 'a\nb'), '---\ntags: "a\\nb"\n---\nText');
    assert.equal(after('---\ntags: [p]\n---\nText', 'tags', ['a\nb', 'c']), '---\ntags: ["a\\nb", c]\n---\nText');
  });

  it('sets any value and changes no other field', () => {
    const line = fc.constantFrom(
      'b: 1',
      'c: [x, y]',
      'tags:\n  - p\n  - q',
      'tags: r',
      'tags:',
      'd: |\n  e',
      '# f',
      "g: 'h'",
    );
    const value = fc.oneof(
      anyText([': ', '#', '- ', '\n'], 5),
      fc.integer(),
      fc.uniqueArray(anyText([', ', ']'], 5), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(line), fc.constantFrom('\n', '\r\n'), value, (lines, end, set) => {
        const text = ['---', ...lines, '---', 'Text'].join('\n').replaceAll('\n', end);
        const before = readFrontMatter(text);
        const now = readFrontMatter(after(text, 'tags', set));
        if (before.problem) return;
        assert.deepEqual([...[now.data.tags].flat()].sort(), [...[set].flat()].sort());
        assert.deepEqual({ ...now.data, tags: 0 }, { ...before.data, tags: 0 });
        assert.equal(now.body, before.body);
      }),
      { numRuns: cases(100) },
    );
  });
});
