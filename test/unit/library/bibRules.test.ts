import assert from 'node:assert/strict';
import { readLibrary } from '../../cases';

/** The CSL items of a .bib, by citekey. */
function itemsOf(text: string): Record<string, Record<string, unknown>> {
  return Object.fromEntries(readLibrary('x.bib', text).entries.map(({ citekey, csl }) => [citekey, { ...csl }]));
}

/** One field of an entry with these fields, as CSL. */
function inCsl(variable: string, fields: string, type = 'article'): unknown {
  return itemsOf(`@${type}{k, ${fields}}`).k[variable];
}

const problemsOf = (text: string) => readLibrary('x.bib', text).problems.map(({ code }) => code);

describe('A field of a .bib', () => {
  it('that is empty says nothing, so that another speaks', () => {
    const { k } = itemsOf(
      '@book{k, author = {}, editor = {Ito, Emi}, title = {T}, date = {}, year = {2001}, url = { }}',
    );
    assert.deepEqual([k.author, k.editor, k.URL], [undefined, [{ family: 'Ito', given: 'Emi' }], undefined]);
    assert.deepEqual(k.issued, { 'date-parts': [[2001]] });
    const { c } = itemsOf(
      '@book{p, title = {P}, publisher = {X}}\n@inbook{c, title = {C}, publisher = {{}}, crossref = p}',
    );
    assert.equal(c.publisher, 'X');
  });

  it('has the signs of Spanish', () => {
    assert.equal(inCsl('title', "title = {?`Ad\\'onde? !`Va!}"), '¿Adónde? ¡Va!');
  });

  it('has a DOI in each form that people give it', () => {
    const dois: Record<string, string> = {
      '{https://doi.org/10.1234%2Fabc}': '10.1234/abc',
      '{10.1000.10/123456}': '10.1000.10/123456',
      '{10.1002/(SICI)1097{\\textless}1::AID{\\textgreater}3}': '10.1002/(SICI)1097<1::AID>3',
      '{10.1002/a$<$1}': '10.1002/a<1',
      '{doi:10.1002/a\\_b.}': '10.1002/a_b',
    };
    for (const [written, doi] of Object.entries(dois)) assert.equal(inCsl('DOI', `title={T}, doi = ${written}`), doi);
    assert.equal(inCsl('DOI', 'title={T}, url = {https://dx.doi.org/10.1234%2Fabc}'), '10.1234/abc');
  });

  it('has markup by old declarations too, to the end of their group', () => {
    assert.equal(
      inCsl('title', 'title = {On {\\em Salvia alba}, {\\bf b} and {\\it i} so}'),
      'On <i>Salvia alba</i>, <b>b</b> and <i>i</i> so',
    );
    assert.equal(inCsl('title', 'title = {\\it All of {it}}'), '<i>All of <span class="nocase">it</span></i>');
  });

  it('keeps the name of a command that nobody knows, and the meaning of formulas', () => {
    assert.equal(inCsl('title', 'title = {\\MF at OCLC, {\\small so} \\Foo{} x}'), 'MF at OCLC, so Foo x');
    assert.equal(inCsl('title', 'title = {\\ensuremath{\\frac{1}{2}} of \\frac{3}{7}}'), '½ of 3/7');
    assert.equal(inCsl('title', 'title = {The \\ensuremath{x^2} law}'), 'The $x^2$ law');
  });

  it('has dates as older biblatex wrote them', () => {
    const years = ['199u', '20uu', '1999/open', 'unknown/2004', '1999-uu'].map((date) => {
      const issued = inCsl('issued', `title = {T}, date = {${date}}`) as { 'date-parts': number[][] };
      return issued['date-parts'].map(([year]) => year);
    });
    assert.deepEqual(years, [[1990], [2000], [1999], [2004], [1999]]);
  });

  it('names languages as CSL does', () => {
    const tags = ['langid = {american}', 'langid = {ngerman}', 'hyphenation = {british}', 'language = {langfrench}'];
    assert.deepEqual(
      [...tags, 'langid = {de-AT}'].map((field) => inCsl('language', `title = {T}, ${field}`)),
      ['en-US', 'de-DE', 'en-GB', 'fr-FR', 'de-AT'],
    );
  });

  it('is a link where only a link is published', () => {
    const { entries } = readLibrary('x.bib', '@misc{k, title = {T}, howpublished = {https://x.example/p}}');
    assert.equal(entries[0].entry.url, 'https://x.example/p');
  });

  it('joins title and subtitle by the sign that is there', () => {
    assert.equal(inCsl('title', 'title = {Rain!}, subtitle = {A report}'), 'Rain! A report');
    assert.equal(inCsl('title', 'title = {Rain}, subtitle = {A report}'), 'Rain: A report');
    assert.equal(
      inCsl('container-title', 'title = {T}, booktitle = {Why?}, booksubtitle = {So}', 'incollection'),
      'Why? So',
    );
  });

  it('names the volume that a part stands in, beside the whole', () => {
    const { k } = itemsOf('@inbook{k, title = {T}, booktitle = {Volume One}, maintitle = {The Whole}}');
    assert.deepEqual([k['volume-title'], k['container-title']], ['Volume One', 'The Whole']);
  });

  it('has a name in biblatex’s long form in quotation marks', () => {
    assert.deepEqual(inCsl('author', 'title = {T}, author = {"family={Robert and Sons, Inc.}"}'), [
      { family: 'Robert and Sons, Inc.' },
    ]);
  });
});

describe('A field of a .bib that says the same otherwise', () => {
  it('has its link without what stands around it', () => {
    assert.equal(inCsl('URL', 'title = {T}, url = {<https://x.org/a>}'), 'https://x.org/a');
    assert.equal(
      inCsl('URL', 'title = {T}, howpublished = {\\href{https://x.org/a_b}{here}}', 'misc'),
      'https://x.org/a_b',
    );
  });

  it('ends its names with “et al.” as with “others”', () => {
    assert.deepEqual(inCsl('author', 'title = {T}, author = {Ito, Emi and et al.}'), [{ family: 'Ito', given: 'Emi' }]);
  });

  it('has a language tag as the web writes it', () => {
    assert.equal(inCsl('language', 'title = {T}, langid = {en_GB}'), 'en-GB');
  });

  it('has a DOI whose slash is encoded', () => {
    assert.equal(inCsl('DOI', 'title = {T}, doi = {10.1234%2Fabc}'), '10.1234/abc');
  });
});

describe('An arXiv id of a .bib', () => {
  const arxiv = (fields: string) => readLibrary('x.bib', `@article{k, title = {T}, ${fields}}`).entries[0].entry.arxiv;

  it('is not looked for in links to other places', () => {
    const others = [
      'https://rss.onlinelibrary.wiley.com/doi/10.1111/j.1467-9868.2005.00503.x',
      'https://pubmed.ncbi.nlm.nih.gov/pubmed/1234567',
      'https://www.jstor.org/stable/2345678',
      'stable/2345678',
    ];
    for (const eprint of others) assert.equal(arxiv(`eprint = {${eprint}}`), undefined, eprint);
  });

  it('is found where it is one', () => {
    const forms = ['1409.0473v2', 'arXiv:1409.0473', 'https://arxiv.org/abs/1409.0473', '1409.0473 [cs.CL]'];
    for (const eprint of forms) assert.equal(arxiv(`eprint = {${eprint}}`), '1409.0473', eprint);
    assert.equal(arxiv('eprint = {math.GT/0309136}'), 'math.GT/0309136');
    for (const journal of [
      'journal = {CoRR}',
      'journal = {Computing Research Repository}',
      'journaltitle = {CoRR}',
      'journal = {ArXiv}',
    ]) {
      assert.equal(arxiv(`${journal}, volume = {abs/1409.0473}`), '1409.0473', journal);
    }
  });
});

describe('Entries of a .bib', () => {
  it('take parts of fields from @xdata', () => {
    const { a, b } = itemsOf(
      '@xdata{people-x, author = {Ito, Emi and Doe, Jo}}\n@xdata{pub, publisher = {ACME}}\n' +
        '@book{a, title = {A}, author = {xdata=people-x}, publisher = {xdata=pub}}\n' +
        '@book{b, title = {B}, author = {Foo, B and xdata=people-x-author-2}}',
    );
    assert.deepEqual(a.author, [{ family: 'Ito', given: 'Emi' }, { family: 'Doe', given: 'Jo' }]); // prettier-ignore
    assert.deepEqual(b.author, [{ family: 'Foo', given: 'B' }, { family: 'Doe', given: 'Jo' }]); // prettier-ignore
    assert.equal(a.publisher, 'ACME');
    assert.deepEqual(problemsOf('@book{a, title = {A}, author = {xdata=nobody}}'), ['undefined-crossref']);
    const { c } = itemsOf('@book{c, title = {C}, author = {Foo, B and xdata=nobody}, publisher = {xdata=nobody}}');
    assert.deepEqual([c.author, c.publisher], [[{ family: 'Foo', given: 'B' }], undefined]);
  });

  it('find their parents by further keys', () => {
    const text =
      '@proceedings{new, ids = {old, older}, title = {P}}\n@inproceedings{a, title = {T}, crossref = {older}}';
    assert.equal(itemsOf(text).a['container-title'], 'P');
    assert.deepEqual(problemsOf(text), []);
  });

  it('keep what they say under the older name of a field', () => {
    const { a } = itemsOf(
      '@book{p, title = {P}, journaltitle = {PJ}, location = {PL}}\n' +
        '@incollection{a, title = {A}, crossref = {p}, journal = {CJ}, address = {CL}}',
    );
    assert.equal(a['publisher-place'], 'CL');
  });

  it('mean by an abbreviation what it means where they stand', () => {
    const text = (between: string) =>
      `@string{j = {A}}\n@article{a, title = {X}, journal = j}\n${between}@article{b, title = {Y}, journal = j}`;
    const journals = (between: string) => Object.values(itemsOf(text(between))).map((item) => item['container-title']);
    assert.deepEqual(journals('@string{j = {B}}\n'), ['A', 'B']);
    assert.deepEqual(journals(''), ['A', 'A']);
  });

  it('are none in a comment, and are read behind commas and semicolons', () => {
    assert.deepEqual(Object.keys(itemsOf('@comment{ @article{off, title = {X}} }\n@article{on, title = {Y}}')), ['on']);
    assert.deepEqual(Object.keys(itemsOf('@comment{\n@article{off, title = {X}}\n}\n@article{on, title = {Y}}')), [
      'on',
    ]);
    assert.deepEqual(Object.keys(itemsOf('@comment( @article{off, title = {(X)}} )\n@article{on, title = {Y}}')), [
      'on',
    ]);
    assert.deepEqual(Object.keys(itemsOf('@comment( no end\n@article{on, title = {Y}}')), ['on']);
    assert.deepEqual(Object.keys(itemsOf('@comment{ no end\n@article{on, title = {Y}}')), ['on']);
    const text = '@article{a, title = {A}}, @article{b, title = {B}}; @article{c, title = {C}}';
    assert.deepEqual(Object.keys(itemsOf(text)), ['a', 'b', 'c']);
  });

  it('are read behind other text of their line, where that is no comment', () => {
    const text = '@book{a, title = {A}} and @book{b, title = {B}}\n1. @book{c, title = {C}}\n`@book{d, title = {D}}`';
    assert.deepEqual(Object.keys(itemsOf(text)), ['a', 'b', 'c', 'd']);
    assert.deepEqual(Object.keys(itemsOf('@book{a, title = {A}}}@book{b, title = {B}}')), ['a', 'b']);
    for (const text of ['% old: @book{x, title = {X}}', 'me@x.org @ home', 'as @book{...} says', 'x@book{x, a = b}']) {
      assert.deepEqual(itemsOf(`${text}\n@book{a, title = {A}}`), itemsOf('@book{a, title = {A}}'), text);
    }
  });

  it('are read in the encodings that JabRef names', () => {
    const bytes = (label: string) => Buffer.from(`% Encoding: ${label}\n@book{a, title={\xb3\xf3d\xbc}}`, 'latin1');
    assert.equal(readLibrary('x.bib', bytes('ISO8859_2')).entries[0].csl.title, 'łódź');
    assert.equal(readLibrary('x.bib', bytes('Cp1250')).entries[0].csl.title, 'łódĽ');
  });
});
