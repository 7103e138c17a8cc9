import assert from 'node:assert/strict';
import { Agreements } from '../../../src/notes/agreements';
import type { AgreedFields } from '../../../src/notes/agreedFields';
import { OUR_NAMES } from '../../../src/notes/fieldNames';
import { noteUpdate } from '../../../src/notes/managedFields';
import { paper } from './paper';

const front = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');
const NOTE = front('citekey: old', 'title: The Sea', 'year: 2020');
const ENTRY = paper({ title: 'The Sea', authors: [], year: 2020, doi: '10.1/sea' });

/** What was remembered of a note under the key `old`. */
const agreedOf = (text: string, entry = ENTRY) => noteUpdate(text, entry, OUR_NAMES).agreed;
const found = (text: string, agreed: AgreedFields, papers: readonly string[] = ['new']) =>
  new Agreements(new Map([['old', agreed]]), (key) => papers.includes(key)).of('new', text, OUR_NAMES);

describe('What a note and its entry agreed in', () => {
  it('is known by the citekey', () => {
    const agreed = agreedOf(NOTE);
    assert.equal(new Agreements(new Map([['old', agreed]]), () => true).of('old', NOTE, OUR_NAMES), agreed);
  });

  it('is still known when the paper has another citekey, by the title or the DOI of the note', () => {
    assert.deepEqual(found(NOTE.replace('old', 'new'), agreedOf(NOTE)), agreedOf(NOTE));
    const withDoi = NOTE.replace('year', 'doi: 10.1/sea\nyear');
    const agreed = agreedOf(withDoi);
    assert.deepEqual(found(withDoi.replace('The Sea', 'Mine'), agreed), agreed);
    const { changes } = noteUpdate(withDoi, { ...ENTRY, year: 2021 }, OUR_NAMES, { agreed: found(withDoi, agreed) });
    assert.deepEqual(
      changes.map(({ field }) => field),
      ['year'],
    );
  });

  it('is not that of another paper, or of another note', () => {
    assert.equal(found(NOTE, agreedOf(NOTE), ['new', 'old']), undefined);
    assert.equal(found(NOTE.replace('The Sea', 'The Sky'), agreedOf(NOTE)), undefined);
    assert.equal(found(front('citekey: new'), agreedOf(front('citekey: old'))), undefined);
  });
});
