import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { parsedEdits } from '../../../src/notes/edit';
import { readFrontMatter } from '../../../src/notes/frontMatter';
import { simpleEdit } from '../../../src/notes/simpleEdit';
import { valueToYaml } from '../../../src/notes/yamlText';
import { anyNote } from './anyNote';

describe('Setting a field of simple front matter', () => {
  it('is done without a parser where its value stands in its line, or where it does not stand yet', () => {
    const text = '---\nstatus: unread\ntags: [a]\nlist:\n- a\n---\n';
    assert.deepEqual(simpleEdit(text, 'status', 'read'), { start: 12, end: 18, newText: 'read' });
    assert.deepEqual(simpleEdit(text, 'rating', 4), { start: 38, end: 38, newText: '\nrating: 4' });
    assert.equal(simpleEdit(text, 'list', 'x'), undefined);
    assert.equal(simpleEdit('---\nstatus:\n---\n', 'status', 'read'), undefined);
  });

  it('is what a parser comes to, whatever the note', () => {
    const field = fc.constantFrom('status', 'rating', 'title', 'new one', 'tags', 'null');
    const value = fc.constantFrom('read', 'to read', 'a: b', 'No', '1', 4, 'x-1', '2024-01-02', '');
    fc.assert(
      fc.property(anyNote, field, value, (note, name, says) => {
        const edit = simpleEdit(note, name, says);
        if (edit && !readFrontMatter(note).problem) assert.deepEqual([edit], parsedEdits(note, name, says));
      }),
    );
  });
});

describe('A plain value', () => {
  it('is written as YAML writes it', () => {
    const words = fc.stringMatching(/^[A-Za-z0-9~.][\w ~.-]{0,6}$/);
    const short = fc.stringMatching(/^[a-zA-Z][\w-]{0,2}$/);
    const known = fc.constantFrom(
      'y',
      'No',
      'NULL',
      'on',
      'e1',
      'E-2',
      'NaN',
      'Infinity',
      '0x1',
      'Off ',
      '12:30',
      'x-',
    );
    const written = { lineWidth: 0, blockQuote: false, compat: 'yaml-1.1', singleQuote: false } as const;
    fc.assert(
      fc.property(fc.oneof(words, short, known, fc.integer(), fc.constant(-0)), (value) => {
        assert.equal(valueToYaml(value), stringify(value, written).replace(/\n$/, ''));
      }),
    );
  });
});
