import assert from 'node:assert/strict';
import { decode } from '../../../src/base/decode';
import type { CslName } from '../../../src/library/model/csl';
import { fullName } from '../../../src/library/model/display';
import { addToLibrary, readLibrary } from '../../cases';

const first = (fileName: string, text: string) => readLibrary(fileName, text).entries[0];
const bib = (fields: string, type = 'misc') => first('x.bib', `@${type}{k, title = {T}, ${fields}}`);
const BIBLATEX = '@book{z, title={Z}, date={2000}, publisher={P}, location={L}}\n';

describe('Names with particles', () => {
  const author = (source: string) => bib(`author = {${source}}`).csl.author;
  const dAlembert = { family: 'Alembert', given: 'Jean', 'non-dropping-particle': "d'" };

  it('are words, as BibTeX has them, or braces right before the name', () => {
    assert.deepEqual(author("d' Alembert, Jean"), [dAlembert]);
    assert.deepEqual(author("{d'}Alembert, Jean"), [dAlembert]);
    assert.deepEqual(author("Jean {d'}Alembert"), [dAlembert]);
    assert.deepEqual(author("d'Alembert, Jean"), [{ family: "d'Alembert", given: 'Jean' }]);
    assert.deepEqual(author("Guillaume de {l'}Hôpital"), [
      { family: 'Hôpital', given: 'Guillaume', 'non-dropping-particle': "de l'" },
    ]);
    assert.deepEqual(author("{O'}Neil, Jean"), [{ family: "O'Neil", given: 'Jean' }]);
  });

  it('show no space behind an apostrophe or a hyphen', () => {
    assert.equal(fullName(dAlembert), "Jean d'Alembert");
    assert.equal(fullName({ family: 'Khwarizmi', 'non-dropping-particle': 'al-' }), 'al-Khwarizmi');
    assert.equal(fullName({ family: 'Gogh', given: 'V', 'non-dropping-particle': 'van' }), 'V van Gogh');
  });

  const written = (fileName: string, text: string, name: CslName) => {
    const result = addToLibrary(fileName, text, [
      { id: 'a', type: 'book', title: 'T', author: [name, { family: 'Z' }] },
    ]);
    assert.ok(typeof result === 'string');
    const read = readLibrary(fileName, result).entries.find(({ citekey }) => citekey === 'a');
    const line = /^\s*author\s*=\s*\{(.*) and Z\},?$|^AU {2}- (.*)$/m.exec(result.slice(text.length));
    return [line?.[1] ?? line?.[2], read?.csl.author?.[0]];
  };
  it('are read again as they were written', () => {
    assert.deepEqual(written('x.bib', '', dAlembert), ["{d'}Alembert, Jean", dAlembert]);
    assert.deepEqual(written('x.bib', BIBLATEX, dAlembert), ["d' Alembert, Jean", dAlembert]);
    assert.deepEqual(written('x.ris', '', dAlembert), ["d' Alembert, Jean", dAlembert]);
    const hooft = { family: 'Hooft', given: 'Gerard', 'non-dropping-particle': "'t" };
    assert.deepEqual(written('x.ris', '', hooft), ["'t Hooft, Gerard", hooft]);
    for (const name of [{ literal: 'ACME, Inc.' }, { family: 'King', suffix: 'III' }, { literal: 'Plato' }])
      assert.deepEqual(written('x.ris', '', name)[1], name);
    assert.equal(written('x.ris', '', { literal: 'ACME, Inc.' })[0], 'ACME,, Inc.');
    assert.deepEqual(written('x.bib', '', { family: 'bell hooks' }), ['{bell hooks},', { family: 'bell hooks' }]);
  });
  it('of a given name alone stay that', () => {
    assert.deepEqual(written('x.bib', '', { given: 'Madonna' }), ['{Madonna}', { literal: 'Madonna' }]);
    assert.deepEqual(written('x.bib', BIBLATEX, { given: 'Mary Ann' }), ['given={Mary Ann}', { given: 'Mary Ann' }]);
    assert.deepEqual(written('x.bib', '', { family: '', given: 'Madonna' })[0], '{Madonna}');
  });
  it('may be set apart as a whole', () => {
    const ito = [{ family: 'Ito', given: 'Emi' }, { family: 'Kato' }];
    assert.deepEqual(author('\\textbf{Ito, Emi} and Kato'), ito);
    assert.deepEqual(author('{\\bf Ito, Emi} and Kato'), ito);
    assert.deepEqual(author('\\textbf{Ito}, Emi and Kato'), ito);
  });
  it('may have semicolons between them', () => {
    assert.deepEqual(author('Ito, E.; Kato, F.'), [
      { family: 'Ito', given: 'E.' },
      { family: 'Kato', given: 'F.' },
    ]);
    assert.deepEqual(author('Andr&eacute; B.')?.length, 1);
  });
});

describe('Fields that say nothing', () => {
  it('leave their place to another of their name', () => {
    for (const empty of ['{}', '""', '{{}}', '{ }'])
      assert.deepEqual(bib(`author = ${empty}, author = {Ito, Emi}`).csl.author, [{ family: 'Ito', given: 'Emi' }]);
    assert.equal(
      readLibrary('x.bib', '@string{j={J}} @article{k, title={T}, journal={}, journal=j}').entries[0].entry.venue,
      'J',
    );
  });
});

describe('Entry types', () => {
  for (const [type, expected] of [
    ['suppbook', 'chapter'],
    ['suppcollection', 'chapter'],
    ['suppperiodical', 'article-journal'],
    ['bookinbook', 'chapter'],
    ['masterthesis', 'thesis'],
    ['website', 'webpage'],
    ['softwareversion', 'software'],
    ['preprint', 'article'],
    ['map', 'map'],
    ['commentary', 'book'],
    ['something', 'document'],
  ]) {
    it(`@${type} is ${expected}`, () => assert.equal(bib('year = 2020', type).csl.type, expected));
  }
  for (const [type, expected] of [
    ['online', 'webpage'],
    ['techreport', 'report'],
    ['incollection', 'chapter'],
    ['Book', 'book'],
    ['legal case', 'legal_case'],
    ['article_journal', 'article-journal'],
    ['videoRecording', 'motion_picture'],
    ['custom', 'custom'],
  ]) {
    it(`${type} in CSL is ${expected}`, () =>
      assert.equal(first('x.json', JSON.stringify([{ id: 'a', title: 'T', type }])).csl.type, expected));
  }
  it('are narrowed by entrysubtype', () => {
    assert.equal(bib('entrysubtype = {newspaper}', 'article').csl.type, 'article-newspaper');
  });
  it('number their series', () => {
    for (const type of ['book', 'reference', 'inproceedings', 'phdthesis', 'misc', 'suppbook'])
      assert.equal(bib('series = {S}, number = {12}', type).csl['collection-number'], '12', type);
    assert.equal(bib('series = {S}, number = {12}', 'article').csl.issue, '12');
    assert.equal(bib('number = {12}').csl.number, '12');
  });
  it('have a journal in biblatex, too', () => {
    assert.equal(bib('journaltitle = {J}', 'suppperiodical').csl['container-title'], 'J');
  });
});

describe('What an item says', () => {
  const SAID = {
    'original-date': { 'date-parts': [[1899]] },
    'original-title': 'Urtitel',
    'original-publisher': 'Erster',
    'original-publisher-place': 'Wien',
    'event-title': 'Meeting',
    'event-date': { 'date-parts': [[2001, 6, 1]] },
    'event-place': 'Oslo',
    'number-of-pages': '300',
    'number-of-volumes': '4',
    'part-number': '2',
    'chapter-number': '5',
    version: '1.2',
    status: 'in press',
    'call-number': 'QA 1',
    annote: 'Mine',
    genre: 'essay',
  };
  it('is in a .bib list, whichever the dialect', () => {
    for (const text of ['', BIBLATEX]) {
      const item = { id: 'a', type: 'book', title: 'T', ...SAID };
      const written = addToLibrary('x.bib', text, [item]) as string;
      const read = readLibrary('x.bib', written).entries.find(({ citekey }) => citekey === 'a');
      for (const [name, value] of Object.entries(SAID)) assert.deepEqual(read?.csl[name], value, name);
    }
  });
  it('in biblatex is the volume and the whole', () => {
    const item = { id: 'a', type: 'chapter', title: 'T', 'volume-title': 'Volume', 'container-title': 'Whole' };
    const written = addToLibrary('x.bib', BIBLATEX, [item]) as string;
    const read = readLibrary('x.bib', written).entries.find(({ citekey }) => citekey === 'a');
    assert.deepEqual([read?.csl['volume-title'], read?.csl['container-title']], ['Volume', 'Whole']);
  });
  it('in RIS is more than the tags of its type', () => {
    const item = { id: 'a', type: 'article-journal', title: 'T', publisher: 'P', 'call-number': 'QA 1' };
    const read = first('x.ris', addToLibrary('x.ris', '', [item]) as string);
    assert.deepEqual([read.csl.publisher, read.csl['call-number']], ['P', 'QA 1']);
  });
  it('may have names of before CSL 1.0, and lists of numbers', () => {
    const item = { id: 'a', title: 'T', shortTitle: 'S', journalAbbreviation: 'J', ISSN: ['1234-567X', '2345-6789'] };
    const { csl } = first('x.json', JSON.stringify([item]));
    assert.deepEqual([csl['title-short'], csl['container-title-short'], csl.ISSN], ['S', 'J', '1234-567X, 2345-6789']);
  });
  it('is all of what two fields say', () => {
    assert.equal(bib('note = {One.}, addendum = {Two}').csl.note, 'One. Two');
    assert.equal(bib('keywords = {a, b}, keyword = {b, c}').csl.keyword, 'a, b, c');
  });
});

describe('Identifiers and links', () => {
  for (const [fields, arxiv] of [
    ['eprint = {9901001}, primaryClass = {hep-th}, archivePrefix = {arXiv}', 'hep-th/9901001'],
    ['eprint = {0501001}, eprintclass = {cs.CL}, eprinttype = {arxiv}', 'cs/0501001'],
    ['eid = {arXiv:1409.0473}', '1409.0473'],
    ['pages = {arXiv:1409.0473}', '1409.0473'],
    ['journal = {arXiv preprint}, eid = {1409.0473}', '1409.0473'],
    ['publisher = {arXiv}, number = {1409.0473}', '1409.0473'],
    ['arxivId = {1409.0473}', '1409.0473'],
    ['eid = {1409.0473}, journal = {J}', undefined],
    ['eprint = {1234567}, eprinttype = {jstor}, primaryClass = {hep-th}', undefined],
  ]) {
    it(`${fields}: ${arxiv}`, () => assert.equal(bib(fields!).entry.arxiv, arxiv));
  }
  for (const [fields, url] of [
    ['url = {http://a.example/$\\sim$x}', 'http://a.example/~x'],
    ['url = {http://a.example/{\\raise.17ex\\hbox{$\\scriptstyle\\sim$}}x}', 'http://a.example/~x'],
    ['url = {http://a.example/long/\n   path}', 'http://a.example/long/path'],
    ['url = {https://a.example/x, https://b.example}', 'https://a.example/x'],
    ['bdsk-url-1 = {http://a.example/~x}', 'http://a.example/~x'],
    ['ee = {https://a.example}', 'https://a.example'],
    ['eprint = {123}, eprinttype = {jstor}', 'https://www.jstor.org/stable/123'],
    ['eprint = {10419/12}, eprinttype = {hdl}', 'https://hdl.handle.net/10419/12'],
  ]) {
    it(`${fields}`, () => assert.equal(bib(fields).csl.URL, url));
  }
  it('keep their tildes in texts', () => {
    assert.equal(bib('note = {See \\url{http://a.example/~x_y}.}').csl.note, 'See http://a.example/~x_y.');
    assert.equal(bib('note = {See http://a.example/~x and~so}').csl.note, 'See http://a.example/~x and so');
  });
});

describe('Languages', () => {
  for (const [fields, tag] of [
    ['langid = {english}, langidopts = {variant=british}', 'en-GB'],
    ['langid = {english}, langidopts = {variant=uk}', 'en-GB'],
    ['langid = {german}, langidopts = {variant = {swiss}, spelling=new}', 'de-CH'],
    ['langid = {portuguese}, langidopts = {variant=brazilian}', 'pt-BR'],
    ['langid = {german}, langidopts = {spelling=old}', 'de-DE'],
    ['langid = {german}, langidopts = {variant=british}', 'de-DE'],
  ]) {
    it(fields, () => assert.equal(bib(fields).csl.language, tag));
  }
});

describe('Encodings that lists state', () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  for (const [line, byte, character] of [
    ['% Encoding: Cp1250', 0xb3, 'ł'],
    ['%% Saved with string encoding Western (Mac OS Roman) ', 0x8e, 'é'],
    ['%% Saved with string encoding Central European (Windows Latin 2)', 0xb3, 'ł'],
    ['%% Saved with string encoding Cyrillic (Windows)', 0xe9, 'й'],
    ['%% Saved with string encoding Western (ISO Latin 9)', 0xa4, '€'],
    ['% -*- mode: bibtex; coding: iso-latin-2-unix -*-', 0xb3, 'ł'],
    ['%%% coding: latin-2', 0xb3, 'ł'],
    ['% !TeX encoding = IsoLatin2', 0xb3, 'ł'],
    ['% vim: set fileencoding=cp1250 :', 0xb3, 'ł'],
    ['@comment{x-kbibtex-encoding=iso-8859-2}', 0xb3, 'ł'],
    ['% -*- coding: utf-8 -*-', 0xe9, 'é'],
    ['% -*- coding: nonsense -*-', 0xe9, 'é'],
  ] as const) {
    it(line, () => {
      const text = `@article{k, title={${String.fromCharCode(byte)}}}\n`;
      for (const whole of [`${line}\n\n${text}`, `${text.repeat(300)}\n${line}\n`])
        assert.equal(readLibrary('x.bib', latin(whole)).entries[0].csl.title, character);
    });
  }
  it('have the names of VS Code', () => {
    const decoded = decode(latin('%% Saved with string encoding Western (Mac OS Roman)\n\x8e'));
    assert.equal(decoded.kind === 'text' && decoded.encoding, 'macroman');
  });
});

describe('Records of RIS', () => {
  const ris = (type: string, ...lines: string[]) =>
    first('x.ris', [`TY  - ${type}`, 'TI  - T', ...lines, 'ER  - ', ''].join('\n'));
  const names = (value: unknown) => ((value ?? []) as CslName[]).map(fullName);

  it('have people by their type, each in one part', () => {
    const people = ['AU  - Ito, E', 'A2  - Kato, B', 'A3  - Sato, C', 'ED  - Ueda, D'];
    const chapter = ris('CHAP', ...people).csl;
    assert.deepEqual([names(chapter.editor), names(chapter['collection-editor'])], [['D Ueda', 'B Kato'], ['C Sato']]);
    const book = ris('BOOK', ...people).csl;
    assert.deepEqual([names(book.editor), names(book['collection-editor'])], [['D Ueda', 'C Sato'], ['B Kato']]);
  });
  it('have books in series, which stand in nothing else', () => {
    const { csl } = ris('BOOK', 'T2  - Series');
    assert.deepEqual([csl['collection-title'], csl['container-title']], ['Series', undefined]);
  });
  it('tell the numbers of books and series apart by their form', () => {
    assert.equal(ris('JOUR', 'SN  - 978-3-16-148410-0').csl.ISSN, undefined);
    assert.equal(ris('CHAP', 'SN  - 1234-567X').csl.ISSN, '1234-567X');
    assert.equal(ris('CHAP', 'SN  - 1234-567X').csl.ISBN, undefined);
  });
  it('go on in the next line by what they say', () => {
    assert.deepEqual(names(ris('JOUR', 'AU  - Ito, E', '      Kato, F').csl.author), ['E Ito', 'F Kato']);
    assert.equal(ris('JOUR', 'UR  - https://a.example/', '      long/path').csl.URL, 'https://a.example/long/path');
    assert.equal(ris('JOUR', 'N1  - first', 'second').csl.note, 'first second');
    assert.equal(ris('JOUR', 'N1  - first', 'N1  - second').csl.note, 'first\nsecond');
  });
  it('may have a month by its name, and a file in L2', () => {
    assert.deepEqual(ris('JOUR', 'Y1  - 2015/october').csl.issued, { 'date-parts': [[2015, 10]] });
    const { csl, entry } = ris('JOUR', 'L2  - files/12/page.html');
    assert.deepEqual([csl.URL, entry.files?.[0].path], [undefined, 'files/12/page.html']);
  });
  it('may have several names in one line', () => {
    assert.deepEqual(names(ris('JOUR', 'AU  - Ito, E.; Kato, F.').csl.author), ['E. Ito', 'F. Kato']);
    assert.deepEqual(names(ris('JOUR', 'AU  - Smith and Sons').csl.author), ['Smith and Sons']);
  });
  it('may lack the space behind a tag, and all behind ER', () => {
    const { entries } = readLibrary('x.ris', 'TY  - JOUR\nTI  -A\nPY  -2020\nER\n\nTY  - JOUR\nTI  - B\nER  -\n');
    assert.deepEqual(
      entries.map(({ entry }) => [entry.title, entry.year]),
      [
        ['A', 2020],
        ['B', undefined],
      ],
    );
  });
});

describe('Items of CSL', () => {
  const yaml = (text: string) => first('x.yaml', text);

  it('in YAML keep numbers as they are written, and no line ends of blocks', () => {
    const { citekey, csl } = yaml('references:\n- id: 007\n  title: >\n    A\n    B\n  issue: 04\n  edition: 1.10\n');
    assert.deepEqual([citekey, csl.title, csl.issue, csl.edition], ['007', 'A B', '04', '1.10']);
  });
  it('may have a single name without a list', () => {
    assert.deepEqual(
      yaml('references:\n- id: a\n  title: T\n  author:\n    family: Ito\n    given: [E., M.]\n').csl.author,
      [{ family: 'Ito', given: 'E. M.' }],
    );
  });
  it('that are not cited by their key get one that .bib files can hold', () => {
    const added = addToLibrary('x.bib', '', [{ id: '@ito2001', type: 'book', title: 'T' }]);
    assert.match(added as string, /^@book\{ito2001,/);
  });
});
