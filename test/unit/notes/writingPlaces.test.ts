import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frontMatterPlace } from '../../../src/notes/frontMatterPlace';
import { wikiLinkPlace } from '../../../src/notes/wikiLinkPlace';
import { anyNote } from './anyNote';

/** The place of the cursor `|`, with the text of its range. */
function placeAt(marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = frontMatterPlace(text, offset);
  return place && { ...place, range: text.slice(place.range.start, place.range.end) };
}

describe('What is written in front matter', () => {
  it('is a field at the start of a line', () => {
    const field = (range: string) => ({ kind: 'field', range, stated: ['citekey', 'tags'] });
    assert.deepEqual(placeAt('---\ncitekey: a\nst|\ntags: [b]\n---\n'), field('st'));
    assert.deepEqual(placeAt('---\r\n|\r\ncitekey: a\r\ntags:\r\n  - b\r\n---\r\n'), field(''));
  });

  it('is a value behind its field', () => {
    const value = { kind: 'value', field: 'status', others: [], lacksBlank: false };
    assert.deepEqual(placeAt('---\nstatus: |\n---\n'), { ...value, range: '' });
    assert.deepEqual(placeAt('---\nstatus: re|ad\n---\n'), { ...value, range: 'read' });
    assert.deepEqual(placeAt('---\nstatus:|\n---\n'), { ...value, range: '', lacksBlank: true });
  });

  it('is an item of a list, with the others', () => {
    const item = { kind: 'value', field: 'tags', lacksBlank: false };
    assert.deepEqual(placeAt('---\ntags: [a, b|, "c"]\n---\n'), { ...item, range: 'b', others: ['a', 'c'] });
    assert.deepEqual(placeAt('---\ntags: [a, |\n---\n'), { ...item, range: '', others: ['a'] });
    assert.deepEqual(placeAt('---\ntags:\n  - a\n  - |\n  - c\nx: y\n---\n'), {
      ...item,
      range: '',
      others: ['a', 'c'],
    });
  });

  it('is nothing elsewhere', () => {
    const texts = [
      '---\na: b\n---\nst|',
      'st|',
      '---\na: [b]|\n---\n',
      '---js\ns|\n---\n',
      '---\n# no|\n---\n',
      '--|-\na: b\n---\n',
    ];
    for (const text of texts) assert.equal(placeAt(text), undefined, text);
  });

  it('holds the cursor, whatever the note', () => {
    fc.assert(
      fc.property(anyNote, fc.nat(200), (note, at) => {
        const offset = Math.min(at, note.length);
        const place = frontMatterPlace(note, offset);
        if (!place) return;
        assert.ok(place.range.start <= offset && offset <= place.range.end, JSON.stringify(place));
        assert.ok(!note.slice(place.range.start, place.range.end).includes('\n'));
      }),
    );
  });
});

describe('A link to a note that is written', () => {
  const linkAt = (marked: string) => {
    const line = marked.replace('|', '');
    const place = wikiLinkPlace(line, marked.indexOf('|'));
    return place && [place.typed, line.slice(place.range.start, place.range.end), place.isClosed];
  };

  it('is told by its brackets', () => {
    assert.deepEqual(linkAt('See [[ti|'), ['ti', 'ti', false]);
    assert.deepEqual(linkAt('See [[ti|des]] and [[more]]'), ['ti', 'tides', true]);
    assert.deepEqual(linkAt('[[|]]'), ['', '', true]);
    assert.deepEqual(linkAt('[[a|#b]]'), ['a', 'a', true]);
    assert.deepEqual(linkAt('[[ti| and then'), ['ti', 'ti', false]);
    for (const none of ['[a|]', '[[a]] b|', '[[a#b|]]', 'a|']) assert.equal(linkAt(none), undefined);
  });
});
