import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownOfMarkup, markupOfMarkdown } from '../../../src/library/formats/markdownMarkup';
import { sortEntries } from '../../../src/workflows/arrangement';
import { addToLibrary, readLibrary } from '../../cases';

const first = (fileName: string, text: string) => readLibrary(fileName, text).entries[0];
const ris = (...lines: string[]) => first('x.ris', ['TY  - JOUR', 'TI  - T', ...lines, 'ER  - ', ''].join('\n')).csl;

describe('A RIS record', () => {
  it('has a keyword a line, indented or not', () => {
    assert.equal(ris('KW  - soil', 'root growth', '  water').keyword, 'soil, root growth, water');
  });

  it('has its DOI also where M3 says that it is one', () => {
    assert.equal(ris('M3  - doi:10.1234/abc').DOI, '10.1234/abc');
    assert.equal(ris('M3  - Article').DOI, undefined);
    const { DOI, genre } = ris('M3  - 10.1234/abc');
    assert.deepEqual([DOI, genre], ['10.1234/abc', undefined]);
    const linked = ris('M3  - https://doi.org/10.1234%2Fabc');
    assert.deepEqual([linked.DOI, linked.genre], ['10.1234/abc', undefined]);
  });

  it('has names in two parts only where a comma parts them', () => {
    const names = ['A1  - Liu R.', 'AU  - World Health Organization', 'AU  - Ito, Emi'];
    assert.deepEqual(ris(...names).author, [
      { literal: 'Liu R.' },
      { literal: 'World Health Organization' },
      { family: 'Ito', given: 'Emi' },
    ]);
  });

  it('has a body where nothing stands behind the comma', () =>
    assert.deepEqual(ris('AU  - World Health Organization,').author, [{ literal: 'World Health Organization' }]));

  it('names its journal in full wherever that stands', () => {
    for (const lines of [
      ['JO  - J. T.', 'JF  - Journal of T'],
      ['JF  - Journal of T', 'JO  - J. T.'],
    ]) {
      const item = ris(...lines);
      assert.deepEqual([item['container-title'], item['container-title-short']], ['Journal of T', 'J. T.']);
    }
  });

  it('has the first of several links, whole', () => {
    assert.equal(ris('UR  - https://a.example; https://b.example').URL, 'https://a.example');
    assert.equal(ris('UR  - https://a.example/x;y=1').URL, 'https://a.example/x;y=1');
    assert.equal(ris('UR  - https://a.example, https://b.example').URL, 'https://a.example');
  });

  it('has month and day of an ISO date', () => {
    assert.deepEqual(ris('DA  - 2020-05-04').issued, { 'date-parts': [[2020, 5, 4]] });
  });

  it('has of a date what can be one', () => {
    assert.deepEqual(ris('PY  - 2020/13/40').issued, { 'date-parts': [[2020]] });
    assert.deepEqual(ris('DA  - 05/04/2020').issued, { 'date-parts': [[2020]], literal: '05/04/2020' });
  });

  it('has its pages once, where the first of them says all', () => {
    assert.equal(ris('SP  - 3-5', 'EP  - 5').page, '3-5');
    assert.equal(ris('SP  - 3', 'EP  - 5').page, '3-5');
  });

  it('has a link without the angles around it', () => {
    assert.equal(ris('UR  - <https://a.example>').URL, 'https://a.example');
  });

  it('of a chapter has its book and all its editors', () => {
    const text = 'TY  - CHAP\nTI  - T\nBT  - The Book\nED  - Ito, Emi\nA2  - Doe, Jo\nER  - \n';
    const { csl } = first('x.ris', text);
    assert.equal(csl['container-title'], 'The Book');
    assert.deepEqual(csl.editor, [
      { family: 'Ito', given: 'Emi' },
      { family: 'Doe', given: 'Jo' },
    ]);
  });

  it('is read back with the editors and bodies that were written', () => {
    const item = {
      id: 'k',
      type: 'chapter',
      title: 'T',
      'container-title': 'The Book',
      author: [{ literal: 'World Health Organization' }],
      editor: [{ family: 'E', given: 'F' }, { literal: 'A Body' }],
      note: 'N',
      edition: '2',
      'collection-title': 'S',
      'collection-number': '7',
    };
    const written = addToLibrary('x.ris', '', [item]);
    assert.ok(typeof written === 'string');
    assert.deepEqual({ ...first('x.ris', written).csl }, item);
  });

  it("has a report's number and its ISBN, which have the same tag", () => {
    const report = { id: 'k', type: 'report', title: 'T', number: 'TR-1', ISBN: '978-3-16-148410-0' };
    const { number, ISBN } = first('x.ris', addToLibrary('x.ris', '', [report]) as string).csl;
    assert.deepEqual([number, ISBN], ['TR-1', '9783161484100']);
  });
});

describe('A CSL item', () => {
  const json = (item: object) => first('x.json', JSON.stringify([{ id: 'k', title: 'T', ...item }]));

  it('has CSL’s type for the names of Crossref', () => {
    const types = [
      'journal-article',
      'proceedings-article',
      'book-chapter',
      'posted-content',
      'dissertation',
      'webpage',
    ];
    assert.deepEqual(
      types.map((type) => json({ type }).csl.type),
      ['article-journal', 'paper-conference', 'chapter', 'article', 'thesis', 'webpage'],
    );
  });

  it('has its DOI alone and its abstract as text', () => {
    const abstract =
      '<jats:title>Abstract</jats:title><jats:p>Of <jats:italic>x</jats:italic> &lt; 1.</jats:p><jats:p>More.</jats:p>';
    const { csl, entry } = json({ DOI: 'https://doi.org/10.1234/ABC', abstract });
    assert.deepEqual([csl.DOI, csl.abstract, entry.abstract], ['10.1234/ABC', 'Of x < 1. More.', 'Of x < 1. More.']);
    assert.equal(json({ abstract: 'For a<b and c>d.' }).csl.abstract, 'For a<b and c>d.');
    const formula =
      '<jats:inline-formula><mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo></mml:math></jats:inline-formula>';
    assert.equal(json({ abstract: `<jats:p>Of ${formula} 1.</jats:p>` }).csl.abstract, 'Of x= 1.');
    const said = json({ abstract: '<jats:p>We train &lt;fast&gt;.</jats:p>' }).csl.abstract;
    assert.deepEqual([said, json({ abstract: said }).csl.abstract], ['We train <fast>.', 'We train <fast>.']);
    assert.equal(json({ DOI: '10.1234%2Fabc' }).csl.DOI, '10.1234/abc');
  });

  it('has all its keywords, and a type of CSL for the names of BibTeX and Zotero', () => {
    assert.equal(json({ keyword: ['a', 'b'] }).csl.keyword, 'a, b');
    assert.deepEqual(
      ['phdthesis', 'misc', 'blogPost'].map((type) => json({ type }).csl.type),
      ['thesis', 'document', 'post-weblog'],
    );
  });
});

describe('A CSL item that nests deeper than anybody writes', () => {
  it('loses the member that does, and is told', () => {
    const deep = (levels: number) =>
      `[{"id": "a", "title": "A", "x": ${'['.repeat(levels)}${']'.repeat(levels)}}, {"id": "b", "title": "B"}]`;
    const read = readLibrary('x.json', deep(90));
    assert.deepEqual(read.entries.map(({ citekey }) => citekey), ['a', 'b']); // prettier-ignore
    assert.deepEqual(read.problems.map(({ code }) => code), ['wrong-field-type']); // prettier-ignore
    assert.deepEqual(readLibrary('x.json', deep(50_000)).entries.map(({ citekey }) => citekey), ['b']); // prettier-ignore
  });
});

describe('A title of CSL-YAML', () => {
  it('is Markdown, as pandoc reads it', () => {
    const text = "references:\n- id: k\n  title: '[DNA]{.nocase} in *S. alba*: H~2~O, x^2^ \\*'\n";
    const { csl, entry } = first('x.yaml', text);
    assert.equal(csl.title, '<span class="nocase">DNA</span> in <i>S. alba</i>: H<sub>2</sub>O, x<sup>2</sup> *');
    assert.equal(entry.title, 'DNA in S. alba: H2O, x2 *');
  });

  it('is written so that it reads back', () => {
    const titles = ['On <i>S. alba</i> and *stars*', 'a_b_c', 'H<sub>2</sub>O', '[x]{.nocase}', 'C:\\new ~ ^'];
    for (const title of titles) {
      const written = addToLibrary('x.yaml', 'references:\n- id: a\n  title: A\n', [{ id: 'k', type: 'book', title }]);
      assert.ok(typeof written === 'string', title);
      assert.equal(readLibrary('x.yaml', written).entries[1].csl.title, title);
    }
    assert.match(addToLibrary('x.yaml', '', [{ id: 'k', title: 'On <i>S. alba</i>' }]) as string, /On \*S\. alba\*/);
  });

  it('loses nothing on its way to Markdown and back', () => {
    const piece = fc.constantFrom(
      '*',
      '**',
      '_',
      '~',
      '^',
      '[',
      ']',
      '\\',
      '`',
      '<i>',
      '</i>',
      '<sub>',
      '</sub>',
      'a',
      ' ',
      '{.nocase}',
    );
    const value = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(value, (text) => {
        const written = markdownOfMarkup(text);
        assert.ok(written === text || markupOfMarkdown(written) === text);
      }),
    );
  });
});

describe('What BibTeX is written from other formats', () => {
  const written = (item: object, text = '') => {
    const result = addToLibrary('x.bib', text, [{ id: 'k', title: 'T', ...item }]);
    assert.ok(typeof result === 'string');
    return result;
  };

  it('keeps both particles of a name', () => {
    const author = [{ family: 'Fontaine', given: 'Jean', 'dropping-particle': 'de', 'non-dropping-particle': 'La' }];
    assert.match(written({ type: 'book', author }), /author = \{de La Fontaine, Jean\}/);
  });

  it('says what kind of thesis or chapter it is', () => {
    assert.match(written({ type: 'thesis', genre: 'Master’s thesis' }), /^@mastersthesis/);
    assert.match(written({ type: 'thesis', genre: 'Bachelor thesis' }), /type = \{Bachelor thesis\}/);
    assert.match(written({ type: 'chapter', 'container-title': 'B', editor: [{ literal: 'E' }] }), /^@incollection/);
  });

  it("has a report's own number rather than that in its series, and the day beside the month", () => {
    const report = {
      type: 'report',
      number: 'TR-1',
      'collection-number': '7',
      issued: { 'date-parts': [[2020, 5, 4]] },
    };
    const written = addToLibrary('x.bib', '', [{ id: 'k', title: 'T', ...report }]) as string;
    const { number, issued } = first('x.bib', written).csl;
    assert.deepEqual([number, issued], ['TR-1', report.issued]);
  });

  it('keeps note, number in its series, edition, and the number of a report', () => {
    const book = { type: 'book', note: 'N', 'collection-title': 'S', 'collection-number': '7', edition: '2' };
    for (const field of [/note = \{N\}/, /number = \{7\}/, /edition = \{2\}/]) assert.match(written(book), field);
    assert.match(written({ type: 'report', number: 'TR-5' }), /number = \{TR-5\}/);
  });

  it('names languages as biblatex does', () => {
    const biblatex = '@online{z, date={2001}, title={Z}}\n@online{y, date={2001}, title={Y}}\n';
    assert.match(written({ type: 'book', language: 'de-DE' }, biblatex), /langid=\{ngerman\}/);
    assert.match(written({ type: 'book', language: 'en' }, biblatex), /langid=\{american\}/);
    assert.match(written({ type: 'book', language: 'de-DE' }), /language = \{de-DE\}/);
  });
});

describe('Papers sorted by author', () => {
  it('have a shorter family name before a longer one that begins with it', async () => {
    const people = ['López de Molina, Ana', 'López, Zoe', 'Lopez, Ada and Ito, Emi', 'Lopez, Ada'];
    const text = people.map(
      (author, i) => `@book{k${i}, title = {T${i}}, author = {${author.replace(/^(López de Molina)/, '{$1}')}}}`,
    );
    const entries = readLibrary('x.bib', text.join('\n')).entries.map(({ entry }) => entry);
    const sorted = await sortEntries(entries, 'author');
    assert.deepEqual(sorted.map(({ citekey }) => citekey), ['k3', 'k2', 'k1', 'k0']); // prettier-ignore
  });
});
