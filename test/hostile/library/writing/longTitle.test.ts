import assert from 'node:assert/strict';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import { toBibtex } from '../../../../src/library/writing/toBibtex';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';

describe('An item written as BibTeX', () => {
  it('takes no longer for more text than the text is longer', () => {
    // Where every word made the whole title be searched again, this took a minute.
    const title = 'ABc '.repeat(20_000).trim();
    const library = new Library();
    library.setSource('x', readText('x.json', JSON.stringify([{ id: 'k', type: 'article-journal', title }])));
    const written = toBibtex(writtenEntry(library.entries()[0], 'bibtex'));
    assert.ok(written.includes(`title = {${'{ABc} '.repeat(20_000).trim()}},`));
  });
});
