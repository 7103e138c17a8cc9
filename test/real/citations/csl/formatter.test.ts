import assert from 'node:assert/strict';
import { cslCredits, cslData } from '../../../../build/cslData.mjs';
import { parentOf } from '../../../../src/citations/csl/style';
import type { Cluster } from '../../../../src/citations/csl/contract';
import type { StyleRefusal } from '../../../../src/citations/csl/styleRefused';
import type { CitationForm, CiteItem } from '../../../../src/citations/syntax';
import type { CslItem } from '../../../../src/library/model/csl';
import { by, NOTE_STYLE, NOTES_CSL, shipped } from './styles';

const ITEMS: Record<string, CslItem> = {
  a: {
    type: 'article-journal',
    title: 'On rivers',
    author: [{ family: 'Smith', given: 'Ann' }],
    issued: { 'date-parts': [[2020]] },
    'container-title': 'Water',
    volume: '3',
    issue: '2',
    page: '1-9',
    DOI: '10.1/a',
  },
  b: {
    type: 'article-journal',
    title: 'On lakes',
    author: [{ family: 'Smith', given: 'Ann' }],
    issued: { 'date-parts': [[2020]] },
    'container-title': 'Water',
  },
  c: {
    type: 'book',
    title: 'All seas',
    author: [
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' },
      { family: 'Dupont', given: 'Marie' },
      { family: 'Silva', given: 'Rui' },
    ],
    issued: { 'date-parts': [[1999]] },
    publisher: 'Harbour',
  },
};

const cluster = (form: CitationForm, ...items: (string | CiteItem)[]): Cluster => ({
  form,
  items: items.map((item) => (typeof item === 'string' ? { key: item } : item)),
});
const cited = (...items: (string | CiteItem)[]) => cluster('parenthetical', ...items);

const texts = async (style: Parameters<typeof by>[0], clusters: readonly Cluster[], locale?: string) => {
  const { clusters: formatted } = (await shipped()).document({ items: ITEMS, clusters }, by(style, 'text', locale));
  return formatted.map(({ text, note }) => (note ? `${text}[${note.number}: ${note.text}]` : text));
};

/** A style that cites by author and title. */
const titled = {
  name: 'titled',
  csl: `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Titled</title></info><citation>
    <layout prefix="(" suffix=")"><group delimiter=", "><names variable="author"><name form="short"/></names>
    <text variable="title" quotes="true" text-case="title"/></group></layout></citation></style>`,
};

describe('Formatted citations', () => {
  const reads = (expected: string, style: Parameters<typeof by>[0], one: Cluster, locale?: string) =>
    it(expected, async () => assert.deepEqual(await texts(style, [one], locale), [expected]));

  reads('(Smith, 2020)', 'apa', cited('a'));
  reads('(Smith, 2020a, 2020b)', 'apa', cited('b', 'a'));
  reads(
    '(see Smith, 2020, pp. 33–35, and so on)',
    'apa',
    cited({ key: 'a', prefix: 'see', locator: 'pp. 33-35', suffix: 'and so on' }),
  );
  reads('(Smith, 2020, Chapter 2)', 'apa', cited({ key: 'a', locator: 'chap. 2' }));
  reads('(Smith, 2020, S. 3)', 'apa', cited({ key: 'a', locator: 'S. 3' }), 'de');
  reads('(Smith, 2020, p. 3)', 'apa', cited({ key: 'a', locator: 'p. 3' }), 'de');
  reads('(Smith, 2020, p. 3 und öfter)', 'apa', cited({ key: 'a', locator: 'p. 3', suffix: ' und öfter' }), 'de');
  reads('(Smith, 2020, S. 3)', 'apa', { ...cited({ key: 'a', locator: 'p. 3' }), isEnglish: true }, 'de');
  reads('(Smith, 2020, Tab. 3)', 'apa', cited({ key: 'a', locator: 'Tab. 3' }), 'de');
  const inLanguage = (expected: string, suffix: string, locale: string) =>
    reads(expected, 'apa', cited({ key: 'a', suffix }), locale);
  inLanguage('(Smith, 2020, S. 3, passim)', 'S. 3, passim', 'de');
  inLanguage('(Smith, 2020, Kapitel 2)', 'Kap. 2', 'de');
  inLanguage('(Smith, 2020, S. 3)', 's. 3', 'de');
  inLanguage('(Smith, 2020, Chapitre 2)', 'chapitre 2', 'fr');
  inLanguage('(Smith, 2020, S. 3)', 'S. 3', 'en');
  inLanguage('(Smith, 2020, Sonstiges)', 'Sonstiges', 'de');
  reads('(2020)', 'apa', cluster('year', 'a'));
  reads('(2020)', 'apa', cited({ key: 'a', suppressAuthor: true }));
  reads('Smith (2020)', 'apa', cluster('narrative', 'a'));
  reads('van den Berg et al. (1999, p. 3)', 'apa', cluster('narrative', { key: 'c', locator: 'p. 3' }));
  const said = cluster('narrative', { key: 'a', prefix: 'see', locator: 'p. 3', suffix: 'and passim' });
  reads('Smith (see 2020, p. 3, and passim)', 'apa', said);
  reads('Smith (see 2020, 3, and passim)', 'chicago-author-date', said);
  reads('Smith (see 2020, p. 3, and passim)', 'harvard', said);
  reads('Smith (see 3, and passim)', 'mla', said);
  reads('Smith (and passim)', 'mla', cluster('narrative', { key: 'a', suffix: 'and passim' }));
  reads('Smith (2020, and passim; see also van den Berg et al., 1999)', 'apa', {
    ...cluster('narrative', { key: 'a', suffix: 'and passim' }, { key: 'c', prefix: 'see also' }),
  });
  reads('Smith', 'apa', cluster('author', 'a'));
  reads('(Smith 2020; van den Berg, Dupont, and Silva 1999)', 'chicago-author-date', cited('a', 'c'));
  reads('(Smith 3)', 'mla', cited({ key: 'a', locator: '3' }));
  reads('(1)', 'vancouver', cited('c'));
  reads('van den Berg, Dupont and Silva (1)', 'vancouver', cluster('narrative', 'c'));
  reads('Smith', 'vancouver', cluster('author', 'a'));
  reads('(1)', 'vancouver', { ...cluster('narrative', 'c'), numberAlone: true });
  reads('Smith (2020)', 'apa', { ...cluster('narrative', 'a'), numberAlone: true });
  reads('(1,2)', 'vancouver', cited('a', 'c'));
  reads('[1: Ann Smith, On rivers, p. 3.]', NOTE_STYLE, cited({ key: 'a', locator: '3' }));
  reads('Ann Smith[1: On rivers.]', NOTE_STYLE, cluster('narrative', 'a'));
  reads('Jan van den Berg, Marie Dupont, and Rui Silva[1: All seas.]', NOTE_STYLE, cluster('narrative', 'c'));
  reads('Ann Smith[1: See On rivers, p. 3, and so on.]', NOTE_STYLE, {
    ...cluster('narrative', { key: 'a', prefix: 'see', locator: 'p. 3', suffix: 'and so on' }),
  });
  reads('Smith', NOTE_STYLE, cluster('author', 'a'));
  reads('(Smith, “On Rivers,” and passim)', titled, cited({ key: 'a', suffix: 'and passim' }));
  reads('(Smith, „On rivers“, and passim)', titled, cited({ key: 'a', suffix: 'and passim' }), 'de');

  it('number what is cited in the order of the text, and collapse rows of numbers', async () => {
    assert.deepEqual(await texts('vancouver', [cited('c'), cited('a'), cited('b', 'a', 'c')]), ['(1)', '(2)', '(1–3)']);
  });

  it('tell apart by letters what the document cites of one year', async () => {
    assert.deepEqual(await texts('apa', [cited('a'), cited('b')]), ['(Smith, 2020b)', '(Smith, 2020a)']);
    assert.deepEqual(await texts('apa', [cited('a'), cited('c')]), ['(Smith, 2020)', '(van den Berg et al., 1999)']);
  });

  it('name authors in the text as the style does at that place, and never by ibid', async () => {
    const named = [
      cluster('narrative', 'c'),
      cluster('narrative', { key: 'c', locator: '7' }),
      cluster('narrative', 'a'),
    ];
    assert.deepEqual(await texts('chicago-notes', [...named, cluster('author', 'a'), cited('a')]), [
      'Jan van den Berg, Marie Dupont, and Rui Silva[1: All Seas (Harbour, 1999).]',
      'van den Berg, Dupont, and Silva[2: 7.]',
      'Ann Smith[3: “On Rivers,” Water 3, no. 2 (2020): 1–9, https://doi.org/10.1/a.]',
      'Smith',
      // What only names an author makes no note: this one follows the third.
      '[4: Smith.]',
    ]);
  });

  it('name a title or an editor in the text where a note names nobody', async () => {
    const items = {
      x: { type: 'book', title: 'Floods', editor: [{ family: 'Frost', given: 'Ada' }] },
      y: { type: 'book', title: 'Fords' },
    };
    const clusters = [cluster('narrative', 'x'), cluster('narrative', 'y')];
    const made = (await shipped()).document({ items, clusters }, by(NOTE_STYLE)).clusters;
    assert.deepEqual(
      made.map(({ text, note }) => [text, note?.text]),
      [
        ['Frost', 'Floods.'],
        ['Fords', 'Fords.'],
      ],
    );
  });

  it('say ibid in notes', async () => {
    const read = await texts(NOTE_STYLE, [cited('a'), cited('a'), cited({ key: 'a', locator: '7' }), cited('c')]);
    assert.deepEqual(read.slice(1, 3), ['[2: Ibid.]', '[3: Ibid., 7.]']);
    assert.match(read[3], /^\[4: Jan van den Berg, Marie Dupont, and Rui Silva, All seas\.\]$/);
  });

  it('are short in notes once a work was named', async () => {
    const read = await texts('chicago-notes', [cited('a'), cited('c'), cited({ key: 'a', locator: '7' })]);
    assert.deepEqual(read, [
      '[1: Ann Smith, “On Rivers,” Water 3, no. 2 (2020): 1–9, https://doi.org/10.1/a.]',
      '[2: Jan van den Berg, Marie Dupont, and Rui Silva, All Seas (Harbour, 1999).]',
      '[3: Smith, “On Rivers,” 7.]',
    ]);
  });

  /** How citations read in a note of the document's own, the first of the document. */
  const inNote = (clusters: Cluster[], begins = false, endsSentence = false) =>
    texts(
      NOTE_STYLE,
      clusters.map((each) => ({ ...each, inNote: { begins, endsSentence }, ownNotes: 1 })),
    );

  it('stand in the note where the text has one: in brackets, or behind the author that is named', async () => {
    assert.deepEqual(await inNote([cited('a')], true), ['Ann Smith, On rivers.']);
    assert.deepEqual(await inNote([cited('a'), cited('a')]), ['(Ann Smith, On rivers)', '(ibid.)']);
    assert.deepEqual(await inNote([cluster('narrative', 'a')]), ['Ann Smith, On rivers']);
    assert.deepEqual(await inNote([cluster('narrative', 'a')], false, true), ['Ann Smith, On rivers.']);
    assert.deepEqual(await inNote([{ ...cited('a'), form: 'year' }]), ['(On rivers)']);
  });

  it('are numbered through with the notes that the text has', async () => {
    const read = await texts(NOTE_STYLE, [
      { ...cited('a'), ownNotes: 1 },
      { ...cited('a'), ownNotes: 2 },
      { ...cited('a'), inNote: { begins: false, endsSentence: false }, ownNotes: 3 },
      { ...cited('a'), ownNotes: 3 },
    ]);
    assert.deepEqual(read, ['[2: Ann Smith, On rivers.]', '[4: Ann Smith, On rivers.]', '(ibid.)', '[6: Ibid.]']);
  });

  it('are sorted, but not across what is said before or behind one of them', async () => {
    const sorts = async (expected: string, ...items: (string | CiteItem)[]) =>
      assert.deepEqual(await texts('apa', [cited(...items)]), [expected]);
    await sorts('(Smith, 2020; van den Berg et al., 1999)', 'c', 'a');
    await sorts('(van den Berg et al., 1999; see also Smith, 2020)', 'c', { key: 'a', prefix: 'see also' });
    await sorts('(van den Berg et al., 1999, and passim; Smith, 2020)', { key: 'c', suffix: 'and passim' }, 'a');
    await sorts(
      '(Smith, 2020, and passim; see van den Berg et al., 1999)',
      { key: 'c', prefix: 'see' },
      { key: 'a', suffix: 'and passim' },
    );
    await sorts(
      '(van den Berg et al., 1999; see also Smith, 2020a, 2020b; van den Berg et al., 1999)',
      'c',
      { key: 'b', prefix: 'see also' },
      'c',
      'a',
    );
  });

  it('have commas between the years of one author', async () => {
    assert.deepEqual(await texts('chicago-author-date', [cited('b', 'a', 'c')]), [
      '(Smith 2020a, 2020b; van den Berg, Dupont, and Silva 1999)',
    ]);
  });

  it('name a title in the text as it is set in brackets', async () => {
    const untitled: Record<string, CslItem> = {
      book: { type: 'book', title: 'Downstream', issued: { 'date-parts': [[2015]] } },
      paper: { type: 'article-journal', title: 'On “the flood”', issued: { 'date-parts': [[2006]] } },
    };
    const read = async (form: CitationForm, key: string, style: string) =>
      (await shipped()).document({ items: untitled, clusters: [cluster(form, key)] }, by(style, 'html')).clusters[0]
        .text;
    assert.equal(await read('narrative', 'book', 'apa'), '<i>Downstream</i> (2015)');
    assert.equal(await read('author', 'book', 'mla'), '<i>Downstream</i>');
    assert.equal(await read('narrative', 'paper', 'chicago-author-date'), '“On ‘the Flood’” (2006)');
  });

  const yearSuffixes = (attributes: string) => ({
    name: 'letters',
    csl: `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Letters</title></info><citation
      collapse="year-suffix" disambiguate-add-year-suffix="true" ${attributes}><layout delimiter="; "><group delimiter=" ">
      <names variable="author"><name form="short"/></names><date variable="issued"><date-part name="year"/></date>
      </group></layout></citation></style>`,
  });

  it('part the letters behind a year as the style says, else as it parts works (CSL 1.0.2, "Cite Collapsing")', async () => {
    const read = (attributes: string) => texts(yearSuffixes(attributes), [cited('b', 'a', 'c')]);
    assert.deepEqual(await read('year-suffix-delimiter=","'), ['Smith 2020a,b; van den Berg, Dupont, Silva 1999']);
    assert.deepEqual(await read(''), ['Smith 2020a; b; van den Berg, Dupont, Silva 1999']);
  });

  it('say nothing where a style prints nothing of an item', async () => {
    assert.deepEqual(await texts('mla', [cluster('narrative', 'a'), cluster('year', 'a')]), ['Smith', '']);
  });

  it('begin a note as a sentence', async () => {
    const read = await texts(NOTE_STYLE, [cited({ key: 'a', prefix: 'see' })]);
    assert.match(read[0], /^\[1: See Ann Smith, /);
  });

  const divides = (expected: string, style: string, ...items: (string | CiteItem)[]) =>
    it(`are divided by what they cite: ${expected}`, async () => {
      const { clusters } = (await shipped()).document({ items: ITEMS, clusters: [cited(...items)] }, by(style));
      assert.equal(clusters[0].parts?.map(({ key, text }) => (key ? `${key}<${text}>` : text)).join(''), expected);
    });
  divides('(a<Smith, 2020>)', 'apa', 'a');
  divides('(a<Smith, 2020, p. 3>; c<van den Berg et al., 1999>)', 'apa', 'c', { key: 'a', locator: '3' });
  divides('(c<1>,a<2>)', 'vancouver', 'c', 'a');
  divides('(1–3)', 'vancouver', 'c', 'a', 'b');

  it('name keys that nothing is known of, and read as if these were not there', async () => {
    const document = { items: ITEMS, clusters: [cited('a', 'nobody'), cited('nobody')] };
    const { clusters, references } = (await shipped()).document(document, by('apa'));
    assert.deepEqual(
      clusters.map(({ text, unknown }) => [text, unknown]),
      [
        ['(Smith, 2020)', ['nobody']],
        ['', ['nobody']],
      ],
    );
    assert.deepEqual(
      references.map(({ key }) => key),
      ['a'],
    );
  });

  it('list what is not cited where the document says so', async () => {
    const document = { items: ITEMS, clusters: [cited('a'), cluster('nocite', 'c')] };
    const { clusters, references } = (await shipped()).document(document, by('apa'));
    assert.deepEqual(clusters[1], { text: '', unknown: [] });
    assert.deepEqual(references.map(({ key }) => key).sort(), ['a', 'c']);
  });

  it('forget one document when they format the next', async () => {
    const both = await texts('apa', [cited('a'), cited('b')]);
    const alone = await texts('apa', [cited('a')]);
    assert.deepEqual([both[0], alone[0]], ['(Smith, 2020b)', '(Smith, 2020)']);
  });
});

describe('Formatted references', () => {
  it('stand in the order of the style', async () => {
    const list = (await shipped()).references(ITEMS, by('apa'));
    assert.deepEqual(
      list.map(({ key }) => key),
      ['b', 'a', 'c'],
    );
    assert.equal(list[1].text, 'Smith, A. (2020b). On rivers. Water, 3(2), 1–9. https://doi.org/10.1/a');
    assert.equal(list[2].text, 'van den Berg, J., Dupont, M., & Silva, R. (1999). All seas. Harbour.');
  });

  it('say what changed in a paper', async () => {
    const formatter = await shipped();
    const one = (title: string) => formatter.references({ a: { ...ITEMS.a, title } }, by('apa'))[0].text;
    assert.match(one('First'), /First/);
    assert.match(one('Second'), /Second/);
  });

  const printing = (content: string, attributes = '', locale = '') => ({
    name: 'small',
    csl: `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" ${attributes}><info><title>Small</title></info>${locale}
      <citation><layout><text variable="title"/></layout></citation><bibliography><layout>${content}</layout></bibliography></style>`,
  });
  const small = async (item: CslItem, style: Parameters<typeof by>[0]) =>
    (await shipped()).references({ x: { type: 'book', ...item } }, by(style))[0].text;

  it('have abstracts, notes and keywords in styles that print them', async () => {
    const fields = printing(
      '<group delimiter="; "><text variable="abstract"/><text variable="note"/><text variable="keyword"/></group>',
    );
    assert.equal(await small({ abstract: 'A', note: 'N', keyword: 'K' }, fields), 'A; N; K');
  });

  it('show ranges that have not ended, and names as their flags say', async () => {
    const year = printing('<date variable="issued"><date-part name="year"/></date>');
    assert.equal(await small({ issued: { 'date-parts': [['1987'], [0]] } }, year), '1987–');
    const names = printing('<names variable="author"/>');
    const author = [
      { family: 'Doe', given: 'Jo', suffix: 'Jr.', 'comma-suffix': true },
      { family: 'Nagy', given: 'Anna', 'static-ordering': true },
    ];
    assert.equal(await small({ author }, names), 'Jo Doe, Jr., Nagy Anna');
  });

  it('end ranges of dates as the date that they are of', async () => {
    const issued = {
      'date-parts': [
        [1990, 3],
        [1999, 4],
      ],
    };
    const parts = '<date-part name="month"/><date-part name="year"/>';
    const last =
      '<date variable="accessed" prefix="[" suffix="]" font-weight="bold" delimiter="+"><date-part name="year"/></date>';
    const range = (attributes: string) =>
      small({ issued }, printing(`<date variable="issued" ${attributes}>${parts}</date>${last}`));
    assert.equal(await range('prefix="(" suffix=")" delimiter="/"'), '(March/1990–April/1999)');
    assert.equal(await range('delimiter=" "'), 'March 1990–April 1999');
    const local = '<date variable="issued" form="text" date-parts="year" prefix="(" suffix=")"/>';
    assert.equal(await small({ issued }, printing(local)), '(1990–1999)');
  });

  it('have the terms that a style brings along for its language, also where no locale of that is shipped', async () => {
    const terms = '<locale xml:lang="da"><terms><term name="editor">redaktør</term></terms></locale>';
    const danish = printing('<text term="editor"/>', 'default-locale="da-DK"', terms);
    assert.equal(await small({}, danish), 'Redaktør');
    assert.equal(await small({}, printing('<text term="editor"/>', 'default-locale="de-AT"')), 'Herausgeber');
  });

  it('are in the language of the style where the one that is wanted is none', async () => {
    const formatter = await shipped();
    const read = (style: Parameters<typeof by>[0], language: string) =>
      formatter.references({ c: ITEMS.c }, by(style, 'text', language))[0].text;
    for (const language of ['', 'x', '__proto__', 'constructor', '..', 'a b', 'german', '💥']) {
      assert.equal(read(printing('<text term="editor"/>'), language), 'Editor', language);
      assert.equal(read(printing('<text term="editor"/>', 'default-locale="fr-FR"'), language), 'Éditeur', language);
    }
    assert.match(read('apa', '__proto__'), /^van den Berg, J\., Dupont, M\., & Silva, R\. \(1999\)\./);
  });

  it('stand under each key of a paper that is in the library twice', async () => {
    const list = (await shipped()).references({ a: ITEMS.a, again: ITEMS.a }, by('vancouver'));
    assert.deepEqual(
      list.map(({ key }) => key),
      ['a', 'again'],
    );
    assert.equal(list[0].text, list[1].text);
  });

  it('are written in every format', async () => {
    const formatter = await shipped();
    const item: CslItem = { ...ITEMS.c, title: 'A * b_ & <i>c</i> # 5% $x$' };
    const written = (format: Parameters<typeof by>[1]) => formatter.references({ c: item }, by('apa', format))[0].text;
    assert.match(written('html'), /<i>A \* b_ &amp;<\/i> c <i># 5% \$x\$<\/i>/);
    assert.match(written('markdown'), /\*A \\\* b\\_ &\* c \*\\# 5% \\\$x\\\$\*/);
    assert.match(written('latex'), /\\emph\{A \* b\\_ \\&\} ?c \\emph\{\\# 5\\% \\\$x\\\$\}/);
    assert.match(written('typst'), /#emph\[A \\\* b\\_ &\] ?c #emph\[\\# 5% \\\$x\\\$\]/);
  });
});

describe('Styles', () => {
  it('that are shipped say who wrote them and under which terms', async () => {
    for (const { name, title, authors, rights } of (await shipped()).styles()) {
      assert.ok(title !== '' && authors.length > 0, name);
      assert.match(rights, /Creative Commons Attribution-ShareAlike/, name);
    }
  });

  it('and locales that are shipped stand in the notices with their makers and terms', async () => {
    const { styles, locales } = await cslData();
    const credits = await cslCredits();
    assert.equal(credits.length, Object.keys(styles).length + Object.keys(locales).length);
    for (const credit of credits) assert.match(credit, /\) by \p{L}.*\. This work is licensed.* https?:\/\/\S+$/u);
  });

  it('of every kind are told', async () => {
    const kinds = Object.fromEntries((await shipped()).styles().map(({ name, kind }) => [name, kind]));
    assert.deepEqual(kinds, {
      acm: 'numeric',
      apa: 'author-date',
      'chicago-author-date': 'author-date',
      'chicago-notes': 'note',
      elsevier: 'numeric',
      harvard: 'author-date',
      ieee: 'numeric',
      mla: 'author',
      nature: 'numeric',
      vancouver: 'numeric',
    });
  });

  const refused = (refusal: StyleRefusal, csl: string) =>
    it(`are refused: ${refusal.code}`, async () => {
      const formatter = await shipped();
      assert.throws(() => formatter.references(ITEMS, by({ name: 'x', csl })), { name: 'StyleRefused', refusal });
    });
  refused({ code: 'no-style' }, 'hello');
  refused(
    { code: 'dependent', parent: 'plos' },
    '<style><info><link href="http://www.zotero.org/styles/plos" rel="independent-parent"/></info></style>',
  );
  refused({ code: 'entities' }, '<!DOCTYPE x [<!ENTITY a "b">]><style><citation/></style>');
  refused({ code: 'no-rules' }, '<style></style>');
  refused({ code: 'too-large' }, `<style>${' '.repeat(2_000_000)}</style>`);
  refused({ code: 'no-xml', tag: '</citation>' }, '<style version="1.0"><citation><layout></citation></style>');
  const endless = '<macro name="m"><text macro="m"/></macro><citation><layout><text macro="m"/></layout></citation>';
  refused({ code: 'endless' }, `<style version="1.0">${endless}</style>`);

  it('that only point to one that is shipped read as that one', async () => {
    const parent = 'http://www.zotero.org/styles/apa-7th-edition';
    const csl = `<style><info><link href="${parent}" rel="independent-parent"/></info></style>`;
    const formatter = await shipped();
    assert.deepEqual(formatter.references(ITEMS, by({ name: 'x', csl })), formatter.references(ITEMS, by('apa')));
  });

  it('that only point to one that is at hand read as that one, in their own language', async () => {
    const formatter = await shipped();
    const parent = NOTES_CSL.replace('<style ', '<style default-locale="fr-FR" ');
    const pointing = (language: string) =>
      `<style ${language}><info><link href="http://x.org/mine" rel="independent-parent"/></info></style>`;
    const read = (csl: string) => formatter.references({ c: ITEMS.c }, by({ name: 'x', csl, parent }))[0].text;
    assert.match(read(pointing('')), / et Rui Silva, /);
    assert.match(read(pointing('default-locale="de-DE"')), / und Rui Silva, /);
  });

  it('that are not there are refused by name', async () => {
    const formatter = await shipped();
    const refusal: StyleRefusal = { code: 'unknown', name: 'constructor' };
    assert.throws(() => formatter.references(ITEMS, by('constructor')), { refusal });
  });

  it('tell their parent', () => {
    assert.equal(parentOf(`<link rel='independent-parent' href="http://www.zotero.org/styles/apa"/>`), 'apa');
    assert.equal(parentOf('<link href="a/apa" rel="self"/>'), undefined);
  });
});
