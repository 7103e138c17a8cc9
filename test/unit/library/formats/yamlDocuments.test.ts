import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/base/textEdit';
import { documentRanges } from '../../../../src/base/yamlStream';
import type { CslItem } from '../../../../src/library/model/csl';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import type { SourceChange } from '../../../../src/library/writing/sourceChange';
import { addToLibrary, readLibrary } from '../../../cases';

const items = (text: string): CslItem[] => readLibrary('x.yaml', text).entries.map(({ csl }) => csl);
const keys = (text: string) => items(text).map(({ id }) => id);
/** Codes with the lines that they stand in. */
const problems = (text: string) =>
  readLibrary('x.yaml', text).problems.map(({ code, range }) => `${code} ${range.start.line + 1}`);

describe('The documents of a YAML text', () => {
  it('begin at a line of dashes, and end there or at one of points', () => {
    const parts = (text: string) => documentRanges(text).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(parts('a: 1\n---\nb: 2\n'), ['a: 1\n', '---\nb: 2\n']);
    assert.deepEqual(parts('%YAML 1.2\n# c\n---\na: 1\n...\n# d\n---\nb: 2\n...\n'), [
      '%YAML 1.2\n# c\n---\na: 1\n...\n',
      '# d\n---\nb: 2\n...\n',
    ]);
    // No marks: they go on, or are indented.
    for (const one of [
      '',
      '---\na: 1\n',
      'a: |\n  ---\n  x\n',
      'a: 1\n----\n',
      '---\na: 1\n...\n\n',
      '---\na: 1\n---\n',
    ])
      assert.deepEqual(parts(one), [one]);
    assert.deepEqual(parts('a: 1\r\n--- # b\r\nb: 2'), ['a: 1\r\n', '--- # b\r\nb: 2']);
  });

  it('are all read, each of its kind', () => {
    assert.deepEqual(keys('---\nreferences:\n- id: a\n  title: A\n---\nreferences:\n- id: b\n  title: B\n...\n'), [
      'a',
      'b',
    ]);
    assert.deepEqual(keys('- {id: a, title: A}\n---\n- {id: b, title: B}\n'), ['a', 'b']);
    assert.deepEqual(keys('---\ntitle: Of the paper\n---\nreferences:\n- {id: b, title: B}\n'), ['b']);
    assert.deepEqual(keys('id: a\ntitle: A\n---\nid: b\ntype: book\n'), ['a', 'b']);
  });

  it('have places in the whole text, and problems', () => {
    const text = '- {id: a, title: A}\n---\n- {id: b, title: B}\n';
    assert.deepEqual(readLibrary('x.yaml', text).entries[1].entry.source.range.start, { line: 2, character: 2 });
    assert.equal(problems('- {id: a, title: A}\n---\nreferences:\n- {id: b, title: [}\n')[0], 'invalid-yaml 4');
  });

  it('may be the text of a page, of which nothing is told', () => {
    const head = '---\nreferences:\n- {id: a, title: A}\n---\n';
    for (const page of ['Some *text*: with [brackets\n', '- one\n- two\n', 'title: x\n', '\t@x: {\n']) {
      assert.deepEqual(keys(head + page), ['a']);
      assert.deepEqual(problems(head + page), []);
    }
  });

  it('know no anchors of one another', () =>
    assert.deepEqual(problems('- &a {id: a, title: A}\n---\n- {id: b, title: B, note: *a}\n'), ['wrong-field-type 3']));

  it('are changed where an entry stands', () => {
    const text = '- {id: a, title: A}\n---\n- id: b\n  title: B\n';
    const changed = (change: SourceChange) => {
      const edits = changeSource('csl-yaml', text, change);
      return isRefusal(edits) ? edits.code : applyEdits(text, edits);
    };
    const at = text.indexOf('id: b');
    assert.equal(
      changed({ kind: 'setFields', at, fields: [['title', 'New']] }),
      text.replace('title: B', 'title: New'),
    );
    assert.equal(changed({ kind: 'replaceKey', at, key: 'c' }), text.replace('id: b', 'id: c'));
    assert.equal(changed({ kind: 'removeEntry', at: text.indexOf('id: a') }), '[]\n---\n- id: b\n  title: B\n');
    assert.equal(
      addToLibrary('x.yaml', '---\ntitle: Meta\n---\nreferences:\n- id: a\n  title: A\n...\n', [
        { id: 'n', type: 'book', title: 'N' },
      ]),
      '---\ntitle: Meta\n---\nreferences:\n- id: a\n  title: A\n- id: n\n  type: book\n  title: N\n...\n',
    );
  });
});

describe('The key << of a YAML map', () => {
  it('takes over what the named map has and its own does not', () => {
    const common = 'common: &c\n  type: book\n  publisher: P\n  volume: 007\n';
    assert.deepEqual(items(`${common}references:\n- id: a\n  <<: *c\n  title: A\n  publisher: Q\n`), [
      { type: 'book', publisher: 'Q', volume: '007', id: 'a', title: 'A' },
    ]);
  });

  it('may have several maps, the first before the others, and such that merge themselves', () => {
    const [item] = items('- id: a\n  <<: [{type: book}, {type: chapter, title: T, <<: {note: N}}]\n');
    assert.deepEqual(item, { id: 'a', type: 'book', title: 'T', note: 'N' });
    assert.deepEqual(items('- &a {id: a, title: A, type: book}\n- {<<: *a, id: b}\n')[1], {
      id: 'b',
      title: 'A',
      type: 'book',
    });
  });

  it('stands in members, too, and is a key like others where it names no map', () => {
    const [item] = items(
      '- id: a\n  title: A\n  author:\n  - &d {family: Doe, given: Jane}\n  - {<<: *d, given: Jo}\n',
    );
    assert.deepEqual(item.author?.[1], { family: 'Doe', given: 'Jo' });
    assert.equal(items('- {id: a, title: A, <<: x}')[0]['<<'], 'x');
  });

  it('makes no more of a text than it may hold', () => {
    const doubled = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} {<<: [*a${i}, *a${i}]}\n`).join('');
    const { entries } = readLibrary(
      'x.yaml',
      `a0: &a0 {note: ${'x'.repeat(100)}}\n${doubled}references:\n- {id: a, title: A, <<: *a30}\n`,
    );
    assert.deepEqual(
      entries.map(({ csl }) => csl),
      [{ id: 'a', title: 'A', type: 'document' }],
    );
  });
});
