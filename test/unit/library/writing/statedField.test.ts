import assert from 'node:assert/strict';
import { LineIndex } from '../../../../src/base/lineIndex';
import { applyEdits } from '../../../../src/base/textEdit';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import type { CslItem } from '../../../../src/library/model/csl';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { isRefusal } from '../../../../src/library/writing/editRefusal';
import type { EditableField } from '../../../../src/library/writing/editableField';
import { statedField } from '../../../../src/library/writing/statedField';

const FORMATS = { bib: 'bibtex', json: 'csl-json', yaml: 'csl-yaml', ris: 'ris', txt: 'text-list' } as const;
type Extension = keyof typeof FORMATS;

function entryOf(extension: Extension, text: string) {
  const library = new Library();
  library.setSource('x', readText(`x.${extension}`, text));
  return library.entries()[0];
}

const stated = (extension: Extension, text: string, field: EditableField) =>
  statedField(entryOf(extension, text), field);

/** What the source says once a field of its first entry says something else; undefined where the format cannot say it. */
function changed(extension: Extension, text: string, field: EditableField, to: string): string | undefined {
  const change = stated(extension, text, field)?.change(to);
  if (change === undefined) return undefined;
  const { line, character } = entryOf(extension, text).source.range.start;
  const at = new LineIndex(text).lineStart(line) + character;
  const edits = changeSource(FORMATS[extension], text, { kind: 'setFields', at, fields: [change] });
  return isRefusal(edits) ? edits.code : applyEdits(text, edits);
}

describe('A field as a .bib file states it', () => {
  const TEXT = '@article{a,\n  title = {{BERT}: Erd\\H{o}s},\n  journal = jacm,\n  year = 2019\n}\n';

  it('is its LaTeX source, and only what differs is written', () => {
    assert.equal(stated('bib', TEXT, 'title')?.text, '{BERT}: Erd\\H{o}s');
    assert.equal(changed('bib', TEXT, 'title', '{BERT}: Paul Erd\\H{o}s'), TEXT.replace('Erd\\H', 'Paul Erd\\H'));
  });

  it('cannot be changed where it is made of abbreviations', () => {
    assert.equal(stated('bib', `@string{jacm = "Journal of the ACM"}\n${TEXT}`, 'venue'), undefined);
  });

  it('is written under the name that it has, or under the usual one', () => {
    assert.equal(changed('bib', TEXT, 'year', '2020'), TEXT.replace('2019', '2020'));
    assert.match(changed('bib', TEXT.replace('year', 'date'), 'year', '2020-05') ?? '', /date = \{2020-05\}/);
    assert.match(changed('bib', TEXT, 'issue', '3')!, /number = \{3\}/);
    assert.match(
      changed('bib', TEXT.replace('article', 'inproceedings').replace(/ {2}journal.*\n/, ''), 'venue', 'ICLR')!,
      /booktitle = \{ICLR\}/,
    );
  });

  it('goes when nothing is left of it', () => {
    assert.doesNotMatch(changed('bib', TEXT, 'year', ' ')!, /year/);
  });

  it('keeps the line ends of the file', () => {
    const crlf = '@article{a,\r\n  abstract = {One\r\n  two}\r\n}\r\n';
    assert.equal(changed('bib', crlf, 'abstract', 'One\n  three'), crlf.replace('two', 'three'));
  });

  it('is refused where a brace would end it elsewhere', () => {
    assert.equal(changed('bib', TEXT, 'title', 'A } b'), 'unfit-field');
  });
});

describe('A field as a CSL file states it', () => {
  const TEXT = JSON.stringify([
    {
      id: 'a',
      title: 'A <i>b</i>',
      author: [{ family: 'Oord', given: 'Aäron', 'non-dropping-particle': 'van den' }, { literal: 'WHO' }],
      issued: { 'date-parts': [[2019, 5]] },
      volume: 3,
    },
  ]);

  it('is what its variable holds', () => {
    assert.equal(stated('json', TEXT, 'title')?.text, 'A <i>b</i>');
    assert.equal(stated('json', TEXT, 'year')?.text, '2019-05');
    assert.equal(changed('json', TEXT, 'year', '2020'), TEXT.replace('[2019,5]', '[2020]'));
    assert.equal(changed('json', TEXT, 'volume', '4'), TEXT.replace('"volume":3', '"volume":4'));
    assert.match(changed('json', TEXT, 'doi', '10.1/x')!, /"DOI": ?"10\.1\/x"/);
  });

  it('keeps the names that stay as they read', () => {
    assert.equal(stated('json', TEXT, 'authors')?.text, 'van den Oord, Aäron\nWHO');
    const now = changed('json', TEXT, 'authors', 'van den Oord, Aäron\nKuhn, Thomas')!;
    assert.deepEqual((JSON.parse(now) as CslItem[])[0].author, [
      { family: 'Oord', given: 'Aäron', 'non-dropping-particle': 'van den' },
      { family: 'Kuhn', given: 'Thomas' },
    ]);
  });

  it('takes no year that is none', () => assert.equal(changed('json', TEXT, 'year', 'soon'), undefined));

  it('is written in YAML too', () => {
    const yaml = '- id: a\n  title: One # first\n  volume: 3\n';
    assert.equal(changed('yaml', yaml, 'title', 'Two'), yaml.replace('One', 'Two'));
  });
});

describe('A field as a RIS file states it', () => {
  const TEXT = 'TY  - JOUR\nTI  - One\nAU  - Kuhn, Thomas\nUR  - https://a.example\nUR  - https://b.example\nER  - \n';

  it('is the line of its tag; further lines stay', () => {
    assert.equal(changed('ris', TEXT, 'title', 'Two'), TEXT.replace('One', 'Two'));
    assert.equal(changed('ris', TEXT, 'url', 'https://c.example'), TEXT.replace('a.example', 'c.example'));
  });

  it('is a line for each author', () => {
    assert.match(
      changed('ris', TEXT, 'authors', 'Kuhn, Thomas\nPopper, Karl')!,
      /AU {2}- Kuhn, Thomas\nAU {2}- Popper, Karl\n/,
    );
  });
});

describe('A field of a text list', () => {
  it('is not changed by itself', () => assert.equal(stated('txt', 'A title\nAn abstract.\n', 'title'), undefined));
});
