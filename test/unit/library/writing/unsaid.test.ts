import assert from 'node:assert/strict';
import { toCsl } from '../../../../src/library/formats/toCsl';
import { readText } from '../../../../src/library/formats/readers';
import { Library } from '../../../../src/library/library';
import type { CslItem } from '../../../../src/library/model/csl';
import type { Entry } from '../../../../src/library/model/entry';
import { DEFAULT_STYLE } from '../../../../src/library/writing/bibStyle';
import { leftOut } from '../../../../src/library/writing/leftOut';
import { toBibtex } from '../../../../src/library/writing/toBibtex';
import { toRis } from '../../../../src/library/writing/toRis';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';
import { TRIES_ALL } from '../../support/cases';

function entriesOf(fileName: string, text: string): readonly Entry[] {
  const library = new Library();
  library.setSource('x', readText(fileName, text));
  return library.entries();
}

const entryOf = (fileName: string, text: string) => entriesOf(fileName, text)[0];

const ofItems = (all: readonly CslItem[]) =>
  entriesOf(
    'x.json',
    JSON.stringify(all.map((more, i) => ({ id: `k${i}`, type: 'article-journal', title: 'T', ...more }))),
  );
const ofItem = (more: CslItem) => ofItems([more])[0];

const WRITERS: Readonly<Record<string, (entry: Entry) => string>> = {
  'x.bib': (entry) => toBibtex(writtenEntry(entry, 'bibtex')),
  'biblatex.bib': (entry) => toBibtex(writtenEntry(entry, 'bibtex'), { ...DEFAULT_STYLE, biblatex: true }),
  'x.ris': (entry) => toRis(writtenEntry(entry, 'ris')),
};

/** What items say after they were written into a list and read again. */
const allThrough = (file: string, all: readonly CslItem[]) =>
  entriesOf(file, ofItems(all).map(WRITERS[file]).join('\n')).map((entry) => toCsl(entry));
const through = (file: string, more: CslItem) => allThrough(file, [more])[0];

const TEXTS =
  'annote archive archive_collection archive_location archive-place authority call-number chapter-number citation-label ' +
  'collection-title container-title container-title-short dimensions division edition event-place event-title genre ISSN ' +
  'jurisdiction license medium note number-of-pages number-of-volumes original-publisher original-publisher-place ' +
  'original-title page-first part-number part-title PMCID printing-number publisher publisher-place references reviewed-genre ' +
  'reviewed-title scale section source status supplement-number title-short version volume volume-title-short year-suffix';
const NAMES =
  'chair collection-editor compiler composer container-author contributor curator director editor editorial-director ' +
  'editor-translator executive-producer guest host illustrator interviewer narrator organizer original-author performer ' +
  'producer recipient reviewed-author script-writer series-creator translator';
const DATES = 'accessed available-date event-date original-date submitted';
const TYPES = ['book', 'motion_picture', 'interview'];
/** A variable is tried in an article, and in works of one of the other types, or of all. */
const typesFor = (i: number) => ['article-journal', ...TYPES.filter((_, at) => TRIES_ALL || at === i % TYPES.length)];
/** What the nearest field of a list says under another name. */
const KIN: Readonly<Record<string, string>> = {
  'collection-title': 'container-title',
  'container-title': 'collection-title',
  'container-title-short': 'container-title',
  ISSN: 'number',
};

function valueOf(name: string): unknown {
  if (NAMES.split(' ').includes(name)) return [{ family: 'Doe', given: 'Jane' }, { literal: 'The Body' }];
  if (DATES.split(' ').includes(name)) return { 'date-parts': [[2001, 3, 4]] };
  return name === 'ISSN' ? '1234-5679' : name === 'PMCID' ? 'PMC12345' : `Word ${name}`;
}

describe('What CSL says', () => {
  const VARIABLES = `${TEXTS} ${NAMES} ${DATES}`.split(' ');
  for (const file of Object.keys(WRITERS))
    it(`is all read again from ${file}`, () => {
      const wanted = VARIABLES.flatMap((name, i) => typesFor(i).map((type) => ({ type, name })));
      const read = allThrough(
        file,
        wanted.map(({ type, name }) => ({ type, [name]: valueOf(name) })),
      );
      for (const [i, { type, name }] of wanted.entries()) {
        const said = read[i][name] ?? read[i][KIN[name] ?? ''];
        assert.deepEqual(said, valueOf(name), `${type} ${name}`);
      }
    });

  it('is all read again where it stands together', () => {
    const full = Object.fromEntries(VARIABLES.map((name) => [name, valueOf(name)]));
    for (const file of Object.keys(WRITERS)) {
      const read = through(file, { ...full, type: 'broadcast' });
      for (const name of VARIABLES) assert.deepEqual(read[name], full[name], `${file} ${name}`);
    }
  });

  it('has its own type where the list has only a wider one', () => {
    for (const file of Object.keys(WRITERS))
      for (const type of ['interview', 'speech', 'map', 'hearing', 'post-weblog', 'entry-dictionary', 'pamphlet'])
        assert.equal(through(file, { type, genre: 'Radio' }).type, type, `${file} ${type}`);
    assert.equal(entryOf('x.bib', '@misc{k, title = {T}, entrysubtype = {speech}}').type, 'speech');
    assert.equal(entryOf('x.bib', '@book{k, title = {T}, entrysubtype = {classic}}').type, 'book');
  });

  it('keeps what is known of people beside their names', () => {
    const author = [
      { family: 'Doe', given: 'Jane', ORCID: '0000-0002-1825-0097' },
      { family: 'Poe', given: 'Jo' },
      { literal: 'The Body', affiliation: [{ name: 'MIT' }, { name: 'ETH, Zürich' }] },
    ];
    for (const file of Object.keys(WRITERS)) assert.deepEqual(through(file, { author }).author, author, file);
    assert.match(WRITERS['x.bib'](ofItem({ author })), /author\+an:orcid = \{1="0000-0002-1825-0097"\}/);
    assert.deepEqual(toCsl(ofItem({ author })).author, author);
    // What lists show is the names alone.
    assert.deepEqual(ofItem({ author }).authors[0], { family: 'Doe', given: 'Jane' });
  });

  it('stands in BibTeX where no style prints it, in biblatex where that has a field', () => {
    const film = ofItem({ type: 'motion_picture', director: [{ family: 'Lang', given: 'Fritz' }], medium: 'DVD' });
    assert.match(WRITERS['x.bib'](film), /director = \{Lang, Fritz\},\n {2}medium = \{DVD\}/);
    assert.match(WRITERS['biblatex.bib'](film), /editor = \{Lang, Fritz\},\n {2}editortype = \{director\}/);
    const songs = ofItem({ type: 'book', compiler: [{ family: 'Ito', given: 'Emi' }] });
    assert.match(WRITERS['biblatex.bib'](songs), /editora = \{Ito, Emi\},\n {2}editoratype = \{compiler\}/);
  });

  it('stands in RIS where Zotero has its field Extra', () => {
    const film = WRITERS['x.ris'](
      ofItem({ type: 'motion_picture', 'script-writer': [{ family: 'van Harbou', given: 'Thea' }], scale: '1:2' }),
    );
    assert.match(film, /^M2 {2}- scale: 1:2$/m);
    assert.match(film, /^M2 {2}- script-writer: van Harbou \|\| Thea$/m);
  });

  it('of numbers is what readers take them for', () => {
    const number = (file: string, more: CslItem) => {
      const { number, issue, 'collection-number': series } = through(file, more);
      return JSON.parse(JSON.stringify({ number, issue, series })) as unknown;
    };
    for (const file of Object.keys(WRITERS)) {
      assert.deepEqual(number(file, { number: 'e12', issue: '3' }), { number: 'e12', issue: '3' });
      const series = { type: 'book', 'collection-title': 'Series', 'collection-number': '7', issue: '2' };
      assert.deepEqual(number(file, series), { issue: '2', series: '7' });
      assert.deepEqual(number(file, { type: 'webpage', issue: '5' }), { issue: '5' });
    }
  });
});

describe('A field that only BibTeX has', () => {
  it('goes through RIS as Better BibTeX writes it into Extra', () => {
    const entry = entryOf('x.bib', '@book{k, title = {T}, shorthand = {KrV \\& more}, annotator = {Ito, Emi}}');
    const written = toRis(writtenEntry(entry, 'ris'));
    assert.match(written, /^M2 {2}- tex\.shorthand: KrV & more$/m);
    assert.deepEqual(leftOut('ris', writtenEntry(entry, 'ris')), []);
    const back = toBibtex(writtenEntry(entryOf('x.ris', written), 'bibtex'));
    assert.match(back, /shorthand = \{KrV \\& more\}/);
    assert.match(back, /annotator = \{Ito, Emi\}/);
  });
});
