import assert from 'node:assert/strict';
import { wantedPapers } from '../../../../src/workflows/adding/wantedPapers';

const RECORDS = {
  BibTeX: '@article{doe2020, title = {On Maps},\n  author = {Doe, Jane}, abstract = {Of\nmany maps.}}',
  RIS: 'TY  - JOUR\nTI  - On Maps\nAU  - Doe, Jane\nAB  - Of many\n\nmaps. See arXiv:2001.00001\nER  - ',
  'RIS without an end': 'TY  - JOUR\nTI  - On Maps\nAU  - Doe, Jane\nKW  - maps\nrobots',
  NBIB: 'PMID- 31452104\nTI  - On Maps\nFAU - Doe, Jane\nAB  - Of many\n      maps.\nLID - 10.1000/maps [doi]',
  EndNote: '%0 Journal Article\n%T On Maps\n%A Doe, Jane\n%X Of many\nmaps.',
  'EndNote XML':
    '<?xml version="1.0"?>\n<xml><records><record><titles>\n<title>On Maps</title></titles></record></records></xml>',
  'CSL-JSON': '[{"id": "doe", "type": "article",\n "title": "On Maps", "abstract": "a ] \\" @b{c,"}]',
  'a CSL-JSON item': '{"id": "doe", "type": "article", "title": "On Maps"}',
  'CSL-YAML': '---\nreferences:\n- id: doe\n  type: article\n  title: On Maps\n...',
};

const DOI = '10.1234/abc';
const REFERENCE = 'Smith, A. (2019). A history of whales in seven charts. Whales, 3, 1–9.';

describe('A text that asks for papers', () => {
  /** What is wanted, in any order: the titles of what is stated, the identifiers and the titles of what is named. */
  const wanted = (text: string) =>
    wantedPapers(text)
      .map((paper) =>
        'entry' in paper
          ? `${paper.entry.title}; ${paper.entry.abstract ?? ''}`
          : (paper.identifier?.value ?? paper.description?.title),
      )
      .sort();
  const alone = (record: string) => wanted(record);

  for (const [name, record] of Object.entries(RECORDS)) {
    describe(`in ${name}`, () => {
      it('states its paper', () => assert.match(alone(record).join('|'), /^On Maps; [^|]*$/));
      for (const [what, beside, value] of [
        ['a DOI', DOI, DOI],
        ['a reference', REFERENCE, 'A history of whales in seven charts'],
      ]) {
        const both = [value, ...alone(record)].sort();
        it(`may come with ${what} before it`, () => assert.deepEqual(wanted(`${beside}\n${record}`), both));
        it(`may come with ${what} behind it`, () => assert.deepEqual(wanted(`${record}\n\n${beside}\n`), both));
      }
      it('may come with a DOI in its next line', () =>
        assert.deepEqual(wanted(`${record}\n${DOI}`), [DOI, ...alone(record)].sort()));
      it('may come with one in every other format', () => {
        for (const other of Object.values(RECORDS)) {
          const next = other.replace('On Maps', 'On Charts').replaceAll('doe', 'roe').replace('31452104', '31452105');
          assert.deepEqual(wanted(`${record}\n\n${next}`), [...alone(record), ...alone(next)].sort());
        }
      });
    });
  }

  it('may hold all of these at once, in fences of Markdown or not', () => {
    const numbered = (record: string, i: number) => record.replace('On Maps', `On Maps ${i}`).replace('doe', `doe${i}`);
    const each = Object.values(RECORDS)
      .flatMap((record) => [record, `\`\`\`text\n${record}\n\`\`\``])
      .map(numbered);
    const text = each.flatMap((record, i) => [record, `10.1234/n${i}`]).join('\r\n\r\n');
    const papers = wanted(text);
    assert.equal(papers.length, 2 * each.length);
    assert.equal(papers.filter((paper) => paper?.startsWith('On Maps')).length, each.length);
  });

  it('is no record where it only looks like one', () => {
    for (const text of ['[1] On Maps', '{On Maps}', '@maps (2020)', 'references: On Maps', '<record>On Maps']) {
      assert.deepEqual(
        wantedPapers(text).map((paper) => 'entry' in paper),
        [false],
        text,
      );
    }
  });

  it('loses nothing where a record cannot be read', () => {
    assert.deepEqual(wanted(`{"a": 1}\n${DOI}`).includes(DOI), true);
    assert.deepEqual(wanted(`PMID- 1\n\n${DOI}`).includes(DOI), true);
  });
});
