import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expandedSize } from '../../../../src/citations/csl/expandedSize';
import { safeItem } from '../../../../src/citations/csl/item';
import { writeRuns } from '../../../../src/citations/csl/output';
import { runsOf } from '../../../../src/citations/csl/runs';
import type { CslDate, CslItem } from '../../../../src/library/model/csl';
import { by, NOTES_CSL, shipped } from './styles';

const anyItem = fc.record(
  {
    type: fc.oneof(fc.constantFrom('book', 'article-journal', 'webpage', 'x'), fc.anything()),
    title: fc.oneof(fc.string(), fc.anything()),
    author: fc.oneof(
      fc.array(fc.oneof(fc.record({ family: fc.string(), given: fc.string() }, { requiredKeys: [] }), fc.anything())),
      fc.anything(),
    ),
    issued: fc.oneof(
      fc.record(
        {
          'date-parts': fc.anything(),
          raw: fc.string(),
          literal: fc.string(),
          season: fc.anything(),
          edtf: fc.string(),
        },
        { requiredKeys: [] },
      ),
      fc.anything(),
    ),
    'container-title': fc.anything(),
    page: fc.oneof(fc.string(), fc.anything()),
    DOI: fc.string(),
    URL: fc.oneof(
      fc.string({ unit: 'grapheme' }).map((path) => `https://a.org/${path}`),
      fc.string(),
    ),
    note: fc.constantFrom('title: overridden', '{:title: overridden}'),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<CslItem>;

const TAGS = /<(?!\/?(?:i|b|u|sup|sub|a)>|a href="https?:\/\/[^"<>]*">|span style="font-variant:small-caps">|\/span>)/;

describe('Items that nobody would write', () => {
  it('are formatted without an exception, in HTML of a few tags alone', async () => {
    const formatter = await shipped();
    fc.assert(
      fc.property(anyItem, fc.constantFrom('apa', 'vancouver', 'mla'), (item, style) => {
        for (const { text } of formatter.references({ x: item }, by(style, 'html'))) {
          assert.doesNotMatch(text, TAGS);
          assert.doesNotMatch(text, /overridden/);
        }
      }),
    );
  });

  it('may be called like a member of every object', async () => {
    const formatter = await shipped();
    const called = (name: string): CslItem[] => [
      { type: 'book', title: name },
      { type: name, title: 'Birds' },
      { type: 'book', author: [{ family: name }] },
      { type: 'book', author: [{ family: name, given: name }] },
      { type: 'book', author: [{ literal: name }], title: name },
      { type: 'book', issued: { literal: name } },
    ];
    const all = ['constructor', 'toString', '__proto__', 'hasOwnProperty'].flatMap(called);
    const items = Object.fromEntries(all.map((item, i) => [`x${i}`, item]));
    for (const style of ['apa', 'vancouver', 'mla']) {
      const read = formatter.references({ ...items, y: { type: 'book', title: 'Seas' } }, by(style, 'html'));
      assert.deepEqual(read.map(({ key }) => key).sort(), [...Object.keys(items), 'y'].sort());
    }
  });

  const title =
    '<img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> [y](command:z) `c` <i title="q">w</i>';
  it('keep their markup as text', async () => {
    const formatter = await shipped();
    const written = (format: Parameters<typeof by>[1]) =>
      formatter.references({ x: { type: 'book', title } }, by('apa', format))[0].text;
    assert.doesNotMatch(written('html'), TAGS);
    assert.match(written('html'), /&lt;img src=x/);
    assert.match(written('markdown'), /\\\[y\\\]\(command:z\) \\`c\\`/);
    assert.doesNotMatch(written('markdown'), /(?<!\\)[<`]/);
  });

  it('link to the web only, without leaving the attribute', () => {
    const html = writeRuns(runsOf('at https://a.org/&#34;onclick=x&#60;b&#62; and javascript:alert(1)'), 'html');
    assert.equal(
      html,
      'at <a href="https://a.org/">https://a.org/</a>&quot;onclick=x&lt;b&gt; and javascript:alert(1)',
    );
  });

  it('lose line breaks, control characters, marks of direction and fields that override others', () => {
    const item = {
      type: 'book',
      title: 'a\u0000b\u202Ec\r\n\nd\u2028e',
      note: 'title: z',
      author: [null, 3, { given: 'Plato' }],
    };
    assert.deepEqual(safeItem('k', item as unknown as CslItem, new Set(['note'])), {
      id: 'k',
      type: 'book',
      title: 'a b c d e',
      author: [{ literal: 'Plato' }],
    });
  });

  it('state dates that a calendar has', () => {
    const issued = (date: unknown) => safeItem('k', { issued: date } as CslItem, new Set()).issued;
    assert.deepEqual(issued({ 'date-parts': [['2020', '6'], [null]] }), { 'date-parts': [[2020, 6]] });
    assert.deepEqual(issued({ edtf: '2020-06/2021?' }), { 'date-parts': [[2020, 6], [2021]] });
    assert.deepEqual(issued({ 'date-parts': [['x']], raw: 'May 2020' }), { raw: 'May 2020' });
    assert.equal(issued('2020'), undefined);
  });

  it('state ranges that have not ended', () => {
    const issued = (date: CslDate) => safeItem('k', { issued: date }, new Set()).issued;
    const open = { 'date-parts': [[1987], [0]] };
    assert.deepEqual(issued({ 'date-parts': [[1987], [0, 0]] }), open);
    assert.deepEqual(issued({ edtf: '1987/' }), open);
    assert.deepEqual(issued({ edtf: '1987/..' }), open);
  });

  it('do not override fields by lines of a note, where a style prints notes', async () => {
    const csl = NOTES_CSL.replace(
      '<layout suffix="."><group delimiter=", "><text macro="who"/>',
      '$&<text variable="note"/>',
    );
    const item = { type: 'book', title: 'Rivers', note: 'title: Lakes\n{:publisher: Nobody}' };
    const list = (await shipped()).references({ x: item }, by({ name: 'x', csl }));
    assert.equal(list[0].text, 'title: Lakes {:publisher: Nobody}, Rivers.');
  });
});

describe('A style that nobody would write', () => {
  /** A style of so many macros, each of which calls the one before twice. */
  const doubling = (depth: number) => {
    const macro = (at: number) => `<text macro="m${at}"/>`.repeat(2);
    const macros = Array.from(
      { length: depth },
      (_, at) => `<macro name="m${at}">${at === 0 ? '<text value="x"/>' : macro(at - 1)}</macro>`,
    );
    return `<style class="in-text">${macros.join('')}<citation><layout>${macro(depth - 1)}</layout></citation></style>`;
  };

  it('is measured with its macros in their places', () => {
    // Style, citation, layout, two calls and what they say.
    assert.equal(expandedSize(doubling(1)), 7);
    assert.equal(expandedSize(doubling(2)), 13);
    assert.ok(expandedSize(doubling(19)) > 500_000);
    assert.equal(expandedSize('<macro name="a"><text macro="a"/></macro><text macro="a"/>'), Infinity);
  });

  it('is refused before an engine is made of it', async () => {
    const formatter = await shipped();
    const csl = doubling(40);
    assert.throws(() => formatter.references({ x: { type: 'book', title: 'Rivers' } }, by({ name: 'x', csl })), {
      refusal: { code: 'endless' },
    });
  });
});
