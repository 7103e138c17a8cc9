import assert from 'node:assert/strict';
import fc from 'fast-check';
import { packed, placesOf, unpacked } from '../../../../src/citations/index/packedFile';
import { readCitingFile } from '../../../../src/citations/index/readCitingFile';
import { SYNTAXES } from '../../../../src/citations/syntaxes';
import { CITING_FILE } from './citingFiles';

const TEXT = '# Start\n\nAs @doe1999 [p. 3] says. Then [@doe1999; @roe2001].\n';

function factOf(text: string) {
  return readCitingFile(text, SYNTAXES.pandoc, 'a.md')!;
}

describe('What a document says of papers, packed', () => {
  it('is the same when it is unpacked, whatever the document said before', () => {
    fc.assert(
      fc.property(CITING_FILE, CITING_FILE, (file, before) => {
        assert.deepEqual(unpacked(packed(file)), file);
        assert.deepEqual(unpacked(packed(file, packed(before))), file);
      }),
    );
  });

  it('gives the places of some keys alone', () => {
    fc.assert(
      fc.property(CITING_FILE, ({ places, ...rest }) => {
        const isWanted = (key: string) => key.length % 2 === 0;
        assert.deepEqual(
          placesOf(packed({ ...rest, places }), 'file:///a.md', isWanted),
          places.filter(({ key }) => isWanted(key)).map((place) => ({ ...place, uri: 'file:///a.md' })),
        );
      }),
    );
  });

  it('is what it was before an edit that changes nothing of it', () => {
    const before = packed(factOf(TEXT));
    assert.equal(packed(factOf(`${TEXT}\nAnd more.\n`), before), before);
    assert.notEqual(packed(factOf(`\n${TEXT}`), before), before);
    assert.notEqual(packed({ ...factOf(TEXT), isUnread: true }, before), before);
  });

  it('keeps no text a second time after an edit', () => {
    const before = packed(factOf(TEXT));
    const after = packed(factOf(`See @new.\n\n${TEXT}`), before);
    assert.deepEqual(
      after.texts.filter((text) => !before.texts.includes(text)),
      ['new', 'See @new.'],
    );
  });
});
