import assert from 'node:assert/strict';
import { itemLink, pdfLink } from '../../../../src/online/zotero/links';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import { detectBibStyle } from '../../../../src/library/writing/bibStyle';
import { itemAsEntry, matchedItems } from '../../../../src/workflows/refreshing/matchedItems';
import { refreshedFields } from '../../../../src/workflows/refreshing/refreshedFields';

type Item = Readonly<Record<string, unknown>>;

const entriesOf = (bib: string) => {
  const library = new Library();
  library.setSource('file:///a.bib', readText('a.bib', bib));
  return library.entries();
};
const itemsOf = (...items: Item[]) =>
  readText(
    'x.json',
    JSON.stringify({
      zotero: {},
      items: items.map((item, i) => ({ key: `K${i}`, itemType: 'journalArticle', title: 'T', ...item })),
    }),
  ).papers;

describe('The items that entries of a list are', () => {
  const match = (bib: string, ...items: Item[]) => {
    const { matched, renamed, ambiguous, unknown } = matchedItems(entriesOf(bib), itemsOf(...items));
    const pairs = [...matched, ...renamed].map(({ entry, item }) => `${entry.citekey}=${item.statedKey}`);
    return [
      pairs.join(' '),
      ambiguous.map(({ citekey }) => citekey).join(' '),
      unknown.map(({ citekey }) => citekey).join(' '),
    ];
  };

  it('are those with their citekeys', () => {
    assert.deepEqual(match('@misc{a, title={T}}', { citationKey: 'a' }, { citationKey: 'b' }), ['a=a', '', '']);
  });

  it('else those with their DOI: they were renamed there', () => {
    assert.deepEqual(match('@misc{a, title={T}, doi={10.1234/X}}', { citationKey: 'b', DOI: '10.1234/x' }), [
      'a=b',
      '',
      '',
    ]);
  });

  it('and have those DOIs also where they have no citekey', () => {
    assert.deepEqual(match('@misc{a, title={T}, doi={10.1234/X}}', { DOI: '10.1234/x' }), ['a=undefined', '', '']);
    assert.deepEqual(match('@misc{a, title={T}, doi={10.1234/X}}', { DOI: '10.1234/x' }, { DOI: '10.1234/x' }), [
      '',
      'a',
      '',
    ]);
  });

  it('are not those that another entry is', () => {
    const bib = '@misc{a, title={T}, doi={10.1234/x}}\n@misc{b, title={T}, doi={10.1234/x}}';
    assert.deepEqual(match(bib, { citationKey: 'b', DOI: '10.1234/x' }), ['b=b', '', 'a']);
  });

  it('are not guessed where several could be meant', () => {
    assert.deepEqual(match('@misc{a, title={T}}', { citationKey: 'a' }, { citationKey: 'a', title: 'U' }), [
      '',
      'a',
      '',
    ]);
    assert.deepEqual(match('@misc{hand, title={T}}', { citationKey: 'a' }), ['', '', 'hand']);
  });
});

describe('Items that are followed twice', () => {
  it('as their library and as a collection of it, are one each', () => {
    const bib = '@misc{a, title={T}}\n@misc{b, title={T}, doi={10.1234/x}}';
    const items = () => itemsOf({ citationKey: 'a' }, { citationKey: 'c', DOI: '10.1234/x' });
    const { matched, renamed, ambiguous } = matchedItems(entriesOf(bib), [...items(), ...items()]);
    assert.deepEqual([matched.length, renamed.length, ambiguous.length], [1, 1, 0]);
  });
});

describe('The fields of an entry that an item says otherwise', () => {
  const changes = (fields: string, item: Item) => {
    const bib = `@article{a,\n  ${fields}\n}\n`;
    const [entry] = entriesOf(bib);
    return Object.fromEntries(
      refreshedFields(entry, itemAsEntry(itemsOf(item)[0], entry), detectBibStyle(bib)).map(([name, value]) => [
        name,
        (value as { latex: string }).latex,
      ]),
    );
  };
  const same = {
    title: 'On BERT',
    creators: [{ creatorType: 'author', firstName: 'Jane', lastName: 'Doe' }],
    date: '2020-05',
  };

  it('are none where they only differ in how they are written', () => {
    assert.deepEqual(changes('title = {On {BERT}}, author = {Jane Doe}, date = {2020}', same), {});
    assert.deepEqual(
      changes('title = "On {BERT}", author = {Doe, J{ane}}, year = 2020, month = may, pages = {1--5}', {
        ...same,
        pages: '1-5',
      }),
      {},
    );
  });

  it('are the changed and the new ones, under the names that the entry has', () => {
    const fields = 'title = {Old}, author = {Doe, Jane}, year = 2019, month = may, journaltitle = {J}';
    const item = { ...same, publicationTitle: 'Journal', DOI: '10.1234/x' };
    const { title, journaltitle, year, doi, journal } = changes(fields, item);
    assert.match(title, /On \{?BERT\}?/);
    assert.deepEqual([journaltitle, year, doi, journal], ['Journal', '2020', '10.1234/x', undefined]);
  });

  describe('of its date', () => {
    const dates = (fields: string, date: string) => {
      const found = changes(`title = {On BERT}, author = {Doe, Jane}${fields && `, ${fields}`}`, { ...same, date });
      return Object.entries(found)
        .map(([name, value]) => `${name}=${value}`)
        .join(' ');
    };
    const rule = (fields: string, date: string, expected: string) =>
      it(`${fields || 'none'} and ${date} are ${expected || 'the same'}`, () =>
        assert.equal(dates(fields, date), expected));

    rule('date = {2020-05-01}', '2020-07-02', 'date=2020-07-02');
    rule('date = {2020-05}', '2020-05-02', '');
    rule('date = {2020}', '2020-07-02', '');
    rule('date = {2020-05-01}', '2020', '');
    rule('date = {2019-05-01}', '2020', 'date=2020');
    rule('date = {2020-05/2020-06}', '2020-05', '');
    rule('date = {2020~}', '2020-05', '');
    rule('year = 2020, month = may', '2020-07-02', 'month=7 day=2');
    rule('year = 2020, month = may', '2020-05-02', 'day=2');
    rule('year = 2020, month = may, day = 1', '2020-05-02', 'day=2');
    rule('year = 2020, month = "1~" # may', '2020-05-01', '');
    rule('year = 2019, month = may, day = 1', '2020-05-01', 'year=2020');
    rule('year = 2020', '2020-07-02', 'month=7 day=2');
    rule('year = {2020-05}', '2020-05-02', '');
    rule('year = 2020, month = may, journaltitle = {J}', '2021-07-02', 'year=2021 month=7');
    rule('year = {in press}', '2021-07-02', 'year=2021 month=7 day=2');
    rule('year = 2020', 'Spring 2020', '');
    rule('year = 2019', 'Spring 2020', 'year=2020');
    rule('', '2020-07', 'year=2020 month=7');
    rule('journaltitle = {J}', '2020-07', 'date=2020-07');
  });

  it('leave what is the user’s own: fields that the item lacks, and long ones that the entry does not have', () => {
    const item = { ...same, abstractNote: 'Long.', tags: [{ tag: 'x' }], dateAdded: '2024-05-06T07:08:09Z' };
    assert.deepEqual(
      changes('title = {On BERT}, author = {Doe, Jane}, year = 2020, month = may, mine = {x}, volume = 3', item),
      {},
    );
  });
});

describe('Links to Zotero', () => {
  const origin = 'zotero://select/groups/42/items/ABCD2345';

  it('show the item, else what has the citekey', () => {
    assert.equal(itemLink({ citekey: 'a', origin }), origin);
    assert.equal(itemLink({ citekey: 'a/b', origin: 'javascript:x' }), 'zotero://select/items/@a%2Fb');
  });

  it('open the PDF at a page or an annotation', () => {
    const files = [{ path: '/home/me/Zotero/storage/PDFF2345/a b.pdf', type: 'application/pdf' }];
    const paper = { citekey: 'a', origin, files };
    assert.equal(pdfLink(paper), 'zotero://open-pdf/groups/42/items/PDFF2345');
    assert.equal(
      pdfLink(paper, { page: 3, annotation: 'X1' }),
      'zotero://open-pdf/groups/42/items/PDFF2345?page=3&annotation=X1',
    );
    assert.equal(pdfLink(paper, { page: -1, annotation: '&x=1' }), 'zotero://open-pdf/groups/42/items/PDFF2345');
    assert.equal(pdfLink({ ...paper, files: [{ path: '/x/a.pdf' }] }), undefined);
    assert.equal(pdfLink({ citekey: 'a', files }), undefined);
  });
});
