import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldIn, fieldNames, NOTE_FIELDS, OUR_NAMES, propertyOf } from '../../../src/notes/fieldNames';
import { readFrontMatter } from '../../../src/notes/frontMatter';
import { readNote } from '../../../src/notes/readNote';
import { renderNote } from '../../../src/notes/template';
import { paper } from './paper';
import { cases } from '../support/cases';

describe('The names of the fields of notes', () => {
  it('are those of the setting, and else our own', () => {
    const names = fieldNames({ citekey: 'zotero-key', status: ' Status ' });
    assert.deepEqual(names, { ...OUR_NAMES, citekey: 'zotero-key', status: 'Status' });
  });

  it('may be exchanged', () => {
    const { title, status } = fieldNames({ title: 'status', status: 'title' });
    assert.deepEqual([title, status], ['status', 'title']);
  });

  it('are never the same for two fields, whatever the setting holds', () => {
    const name = fc.oneof(fc.constantFrom(...NOTE_FIELDS, 'x', ' ', 'a\nb'), fc.anything());
    const setting = fc.oneof(fc.anything(), fc.dictionary(fc.constantFrom(...NOTE_FIELDS, '__proto__'), name));
    fc.assert(
      fc.property(setting, (given) => {
        const names = fieldNames(given);
        assert.deepEqual(Object.keys(names).sort(), [...NOTE_FIELDS].sort());
        assert.equal(new Set(Object.values(names)).size, NOTE_FIELDS.length);
      }),
      { numRuns: cases(300) },
    );
  });

  it('find a citekey by our name too, and no other field', () => {
    const names = fieldNames({ citekey: 'key', status: 'Status' });
    assert.equal(fieldIn('citekey', { citekey: 'a', status: 'read' }, names), 'a');
    assert.equal(fieldIn('citekey', { citekey: 'a', key: 'b' }, names), 'b');
    assert.equal(fieldIn('status', { citekey: 'a', status: 'read' }, names), undefined);
    assert.equal(propertyOf('citekey', { citekey: 'a' }, names), 'citekey');
    assert.equal(propertyOf('citekey', {}, names), 'key');
    assert.equal(fieldIn('title', {}, fieldNames({ title: 'constructor' })), undefined);
  });

  it('are those by which a note is read and written alike', () => {
    const names = fieldNames({ citekey: 'zotero-key', status: 'Status', tags: 'topics' });
    const { text = '' } = renderNote(undefined, paper({ tags: ['a'] }), names);
    const { data } = readFrontMatter(text);
    assert.deepEqual([data['zotero-key'], data.Status, data.topics], ['vaswani2017attention', 'unread', ['a']]);
    assert.deepEqual([data.citekey, data.status, data.tags], [undefined, undefined, undefined]);
    const { note } = readNote({ uri: 'n', fileName: 'n.md', inNotesFolder: false, text, names }, () => false);
    assert.deepEqual([note?.citekey, note?.status, note?.tags], ['vaswani2017attention', 'unread', ['a']]);
    assert.equal(note?.citekeyRange.start.line, 1);
  });
});
