import assert from 'node:assert/strict';
import { readText } from '../../../../src/library/formats/readers';
import { toCsl } from '../../../../src/library/formats/toCsl';
import { Library } from '../../../../src/library/library';

type Item = Readonly<Record<string, unknown>>;

describe('The items of Zotero', () => {
  const head = { form: 2, place: 'library', collections: { C1: 'Robots / Maps' } };
  const textOf = (items: readonly Item[], zotero: Item = head) => JSON.stringify({ zotero, items });
  const read = (...items: Item[]) => readText('x.json', textOf(items));
  const paper = (item: Item, ...others: Item[]) => {
    const { papers, format } = read({ key: 'K1', itemType: 'journalArticle', title: 'T', ...item }, ...others);
    assert.equal(format, 'zotero');
    return papers[0];
  };
  const csl = (item: Item) => {
    const library = new Library();
    library.setSource(
      'file:///x',
      read({ key: 'K1', itemType: 'journalArticle', title: 'T', citationKey: 'k', ...item }),
    );
    return toCsl(library.entries()[0]);
  };

  it('become papers with all that lists show', () => {
    const { record, range, ...read } = paper({
      citationKey: 'doe2020maps',
      title: 'Maps for <i>Robots</i>',
      creators: [
        { creatorType: 'author', firstName: 'Jane', lastName: 'Doe' },
        { creatorType: 'author', name: 'The Map Group' },
        { creatorType: 'editor', firstName: 'Ed', lastName: 'Itor' },
      ],
      date: '2020-03-00',
      publicationTitle: 'Journal of Maps',
      abstractNote: 'We map.',
      DOI: '10.1234/x',
      url: 'https://example.org/x',
      language: 'en',
      tags: [{ tag: 'robots' }, { tag: 'maps', type: 1 }, { tag: 'robots' }],
      collections: ['C1', 'GONE'],
      dateAdded: '2024-05-06T07:08:09Z',
    });
    assert.deepEqual(read, {
      statedKey: 'doe2020maps',
      aliases: [],
      type: 'article-journal',
      title: 'Maps for Robots',
      authors: [{ family: 'Doe', given: 'Jane' }, { literal: 'The Map Group' }],
      year: 2020,
      venue: 'Journal of Maps',
      abstract: 'We map.',
      keywords: ['robots', 'maps'],
      doi: '10.1234/x',
      url: 'https://example.org/x',
      added: '2024-05-06T07:08:09',
      collections: ['Robots / Maps'],
      origin: 'zotero://select/library/items/K1',
      language: 'en',
    });
    assert.equal(record.format, 'csl-json');
    assert.equal(range.start.line, 0);
  });

  it('get their citekey from where it stands: the field, else a line of Extra', () => {
    const key = (item: Item) => paper(item).statedKey;
    assert.equal(key({ citationKey: 'own', extra: 'Citation Key: other' }), 'own');
    assert.equal(key({ extra: 'PMID: 1\nCitation Key: lineKey' }), 'lineKey');
    assert.equal(key({ extra: 'citekey: lineKey' }), 'lineKey');
    assert.equal(key({ extra: 'A key: to success' }), undefined);
  });

  it('have what belongs to them: files, the PDF first, notes and annotations', () => {
    const found = paper(
      {},
      {
        key: 'A0',
        itemType: 'attachment',
        parentItem: 'K1',
        linkMode: 'linked_url',
        url: 'https://x.org',
        title: 'Page',
      },
      {
        key: 'A1',
        itemType: 'attachment',
        parentItem: 'K1',
        contentType: 'application/pdf',
        file: 'file:///s/A1/a%20b.pdf',
      },
      { key: 'A2', itemType: 'attachment', parentItem: 'K1', linkMode: 'linked_file', path: '/home/x.epub' },
      { key: 'A3', itemType: 'attachment', parentItem: 'K1', linkMode: 'imported_file', filename: 'y.html' },
      { key: 'N1', itemType: 'note', parentItem: 'K1', note: '<p>My <b>own</b> words &amp; more</p>' },
      { key: 'H1', itemType: 'annotation', parentItem: 'A1', annotationText: 'marked', annotationComment: 'indeed' },
      { key: 'N2', itemType: 'note', note: 'alone' },
    );
    assert.deepEqual(
      found.files?.map(({ path }) => path),
      ['/s/A1/a b.pdf', 'https://x.org', '/home/x.epub', 'zotero://open-pdf/library/items/A3'],
    );
    assert.equal(found.remarks, 'marked\nindeed\nMy own words & more');
  });

  it('are items of CSL by the tables of Zotero', () => {
    const {
      type,
      genre,
      publisher,
      issued,
      author,
      'container-author': book,
    } = csl({
      itemType: 'thesis',
      thesisType: 'PhD thesis',
      university: 'U',
      date: 'May 2019',
      creators: [
        { creatorType: 'author', lastName: 'A' },
        { creatorType: 'bookAuthor', lastName: 'B' },
        { creatorType: 'author' },
        'x',
      ],
    });
    assert.deepEqual(
      { type, genre, publisher, issued, author, book },
      {
        type: 'thesis',
        genre: 'PhD thesis',
        publisher: 'U',
        issued: { 'date-parts': [[2019, 5]] },
        author: [{ family: 'A' }],
        book: [{ family: 'B' }],
      },
    );
    assert.equal(csl({ itemType: 'case', caseName: 'A v. B', title: undefined }).title, 'A v. B');
    assert.equal(csl({ extra: 'DOI: 10.1234/y' }).DOI, '10.1234/y');
    const { recipient, type: letter } = csl({
      itemType: 'document',
      extra: 'Type: personal_communication\nRecipient: Li || Yu\nrecipient: The Club\nAuthor: Not || Ted\nType: x',
      creators: [{ creatorType: 'author', lastName: 'A' }],
    });
    assert.deepEqual(
      [letter, recipient],
      ['personal_communication', [{ family: 'Li', given: 'Yu' }, { literal: 'The Club' }]],
    );
    assert.equal(csl({ itemType: 'document', extra: 'Type: filmNoir' }).type, 'document');
    assert.equal(csl({ itemType: 'document', extra: 'Type: film' }).type, 'motion_picture');
    assert.deepEqual(csl({ date: '2020-13-01' }).issued, { 'date-parts': [[2020]] });
    assert.deepEqual(csl({ date: '2020-02-03' }).issued, { 'date-parts': [[2020, 2, 3]] });
  });

  it('of a group are opened there', () => {
    const { papers } = readText(
      'x.json',
      textOf([{ key: 'K1', itemType: 'book', title: 'T' }], { ...head, place: 'groups/42' }),
    );
    assert.equal(papers[0].origin, 'zotero://select/groups/42/items/K1');
    const hostile = readText(
      'x.json',
      textOf([{ key: 'K1/../x', itemType: 'book', title: 'T' }], { place: '](command:x)' }),
    );
    assert.equal(hostile.papers[0].origin, undefined);
  });

  it('with one citekey are named, and neither is taken for the other', () => {
    const library = new Library();
    library.setSource(
      'file:///x',
      read(
        { key: 'K1', itemType: 'book', title: 'One', citationKey: 'same' },
        { key: 'K2', itemType: 'book', title: 'Two', citationKey: 'same' },
      ),
    );
    assert.ok(library.problems('file:///x').some((problem) => 'key' in problem && problem.key === 'same'));
  });

  it('of any shape are read without throwing; a broken one costs itself', () => {
    const broken = readText(
      'x.json',
      '{"zotero":{},"items":[{"key":"A","itemType":"book","title":"T"},{"key":,},7,null,[]]}',
    );
    assert.equal(broken.papers.length, 1);
    assert.deepEqual(
      broken.problems.map(({ code }) => code),
      ['invalid-json'],
    );
    for (const odd of [{}, { itemType: 7 }, { title: {}, creators: 'x', tags: 7, collections: {} }, { extra: [] }]) {
      assert.doesNotThrow(() => read({ key: 'K1', ...odd }));
    }
    assert.ok(readText('x.json', '{"zotero":{},"items":[{"key":"A"').incomplete);
    assert.equal(readText('x.json', '{"zotero":{}}').problems[0].code, 'invalid-json');
  });
});
