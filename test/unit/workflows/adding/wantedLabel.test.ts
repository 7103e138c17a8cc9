import assert from 'node:assert/strict';
import { wantedLabel } from '../../../../src/workflows/adding/wantedLabel';
import { wantedPapers } from '../../../../src/workflows/adding/wantedPapers';

describe('The line for a text that asks for papers', () => {
  for (const [what, text, label] of [
    ['RIS', 'TY  - JOUR\nTI  - On Waves\nER  - \nTY  - JOUR\nTI  - On Tides\nER  - ', 'On Waves · On Tides'],
    ['BibTeX', '@book{a, title = {On {W}aves\n  and Tides}}', 'On Waves and Tides'],
    ['an entry without a title', '@misc{doe2020, year = {2020}}', 'doe2020'],
    ['CSL-JSON', '[{"id":"a","type":"book","title":"On Waves"}]', 'On Waves'],
    ['a record beside a DOI', '10.1234/abc\n@book{a, title = {On Waves}}', 'On Waves · 10.1234/abc'],
    ['references', 'Doe, J. (2020). On waves.\n  Sea, 1, 2–3.', 'Doe, J. (2020). On waves. Sea, 1, 2–3.'],
    ['an identifier', ' 10.1234/abc\n', '10.1234/abc'],
    ['nothing', ' ', ''],
  ])
    it(`says of ${what}: ${label}`, () => assert.equal(wantedLabel(text, wantedPapers(text)), label));

  it('is cut where it is long', () => {
    const titles = Array.from({ length: 20 }, (_, i) => `@book{a${i}, title = {On the Waves of Sea ${i}}}`).join('\n');
    for (const text of [titles, 'word '.repeat(1000)]) assert.match(wantedLabel(text, wantedPapers(text)), /^.{120}…$/);
  });
});
