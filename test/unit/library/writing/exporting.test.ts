import assert from 'node:assert/strict';
import type { CslItem } from '../../../../src/library/model/csl';
import { readText } from '../../../../src/library/formats/readers';
import { toCsl } from '../../../../src/library/formats/toCsl';
import { Library } from '../../../../src/library/library';
import { DEFAULT_STYLE } from '../../../../src/library/writing/bibStyle';
import { toBibtex } from '../../../../src/library/writing/toBibtex';
import { toRis } from '../../../../src/library/writing/toRis';
import { writtenEntry } from '../../../../src/library/writing/writtenEntry';

/** The first entry of a text. */
function entryOf(fileName: string, text: string) {
  const library = new Library();
  library.setSource('x', readText(fileName, text));
  return library.entries()[0];
}

const item = (more: CslItem): string => JSON.stringify([{ id: 'k', type: 'article-journal', title: 'T', ...more }]);

/** An item as BibTeX, or as BibLaTeX. */
const bib = (more: CslItem, biblatex = false) =>
  toBibtex(writtenEntry(entryOf('x.json', item(more)), 'bibtex'), { ...DEFAULT_STYLE, biblatex });
const ris = (more: CslItem) => toRis(writtenEntry(entryOf('x.json', item(more)), 'ris'));
/** The line of a field. */
const field = (name: string, written: string) => new RegExp(`^ {2}${name} = (.*),$`, 'm').exec(written)?.[1];
/** What an item says after it was written and read again. */
const throughBib = (more: CslItem) => toCsl(entryOf('x.bib', bib(more)));
const throughRis = (more: CslItem) => toCsl(entryOf('x.ris', ris(more)));

describe('An item written as BibTeX', () => {
  it('has a key that BibTeX can hold', () => {
    assert.match(bib({ id: 'x}\n@string{jan={pwned}}\n@misc{y' }), /^@article\{x@stringjanpwned@miscy,\n/);
    assert.match(bib({ id: '{}' }), /^@article\{entry,\n/);
  });

  it('keeps all particles of a name', () => {
    const author = { family: 'Fontaine', given: 'Jean', 'dropping-particle': 'de', 'non-dropping-particle': 'La' };
    assert.equal(field('author', bib({ author: [author] })), '{de La Fontaine, Jean}');
    assert.equal(
      field('author', bib({ author: [{ literal: '' }, { family: 'B' }, { literal: 'A and B' }] })),
      '{B and {A and B}}',
    );
  });

  it('has the type that says what a thesis is', () => {
    const type = (genre: string, biblatex = false) => bib({ type: 'thesis', genre }, biblatex);
    assert.match(type('Master’s thesis'), /^@mastersthesis\{/);
    assert.match(type('MSc thesis'), /^@mastersthesis\{[^]*type = \{MSc thesis\}/);
    assert.match(type('Doctoral dissertation'), /^@phdthesis\{[^]*type = \{Doctoral dissertation\}/);
    assert.match(type('Diplomarbeit', true), /^@thesis\{[^]*type = \{Diplomarbeit\}/);
    assert.match(type('Ph.D. thesis'), /^@phdthesis\{k,\n {2}title = \{T\},\n\}$/);
    assert.match(type('Habilitation'), /^@phdthesis\{[^]*type = \{Habilitation\}/);
    assert.match(type('Master thesis', true), /^@thesis\{[^]*type = \{mathesis\}/);
    assert.match(type('', true), /^@thesis\{[^]*type = \{phdthesis\}/);
  });

  it('has the type that says what a chapter stands in', () => {
    const chapter = { type: 'chapter', 'container-title': 'Book', editor: [{ family: 'E', given: 'F' }] };
    assert.match(bib(chapter), /^@incollection\{[^]*editor = \{E, F\}[^]*booktitle = \{Book\}/);
    assert.match(bib(chapter, true), /^@incollection\{/);
    assert.match(bib({ ...chapter, editor: undefined }, true), /^@inbook\{/);
    assert.match(bib({ ...chapter, 'container-author': [{ family: 'C', given: 'D' }] }), /bookauthor = \{C, D\}/);
    assert.match(bib({ type: 'chapter' }), /^@inbook\{/);
  });

  it('takes dollars for a formula only where they are one', () => {
    const title = (text: string) => field('title', bib({ title: text }));
    assert.equal(title('Between $5 and $10 a day'), '{Between \\$5 and \\$10 a day}');
    assert.equal(title('From $x^2$ to $y_1$'), '{From $x^2$ to $y_1$}');
    assert.equal(title('Cash $ and carry $'), '{Cash \\$ and carry \\$}');
    assert.equal(field('abstract', bib({ abstract: 'It costs $5, not $7.' })), '{It costs \\$5, not \\$7.}');
  });

  it('keeps the markup of titles', () => {
    const title = (text: string) => field('title', bib({ title: text }));
    assert.equal(
      title('The <i>Salvia alba</i> & H<sub>2</sub>O'),
      '{The \\emph{Salvia alba} \\& H\\textsubscript{2}O}',
    );
    assert.equal(title('<b>a</b> <sup>b</sup> <sc>c</sc>'), '{\\textbf{a} \\textsuperscript{b} \\textsc{c}}');
    assert.equal(title('On <span class="nocase">DNA of <i>E. coli</i></span>'), '{On {DNA of \\emph{E. coli}}}');
    assert.equal(title('On <span class="nocase"><i>E. coli</i></span>'), '{On {{\\emph{E. coli}}}}');
    assert.equal(title('<span style="font-variant:small-caps;">x</span>'), '{\\textsc{x}}');
    assert.equal(title('a <i>b </b> c'), '{a b  c}');
    assert.equal(title('a < b > c'), '{a < b > c}');
    assert.equal(
      throughBib({ title: 'The <i>Salvia alba</i>, H<sub>2</sub>O' }).title,
      'The <i>Salvia alba</i>, H<sub>2</sub>O',
    );
  });

  it('keeps notes, series numbers, editions, report numbers and arXiv ids', () => {
    const book = { type: 'book', 'collection-title': 'Series', 'collection-number': '7', edition: '2', note: 'Signed' };
    const written = bib(book);
    assert.deepEqual(
      ['series', 'number', 'edition', 'note'].map((name) => field(name, written)),
      ['{Series}', '{7}', '{2}', '{Signed}'],
    );
    assert.deepEqual(
      ['type', 'number', 'institution'].map((name) =>
        field(name, bib({ type: 'report', number: 'TR-1', genre: 'Technical report', publisher: 'Lab' })),
      ),
      ['{Technical report}', '{TR-1}', '{Lab}'],
    );
    const preprint = bib({ type: 'article', number: 'arXiv:1706.03762' });
    assert.deepEqual(
      ['eprint', 'archiveprefix', 'number'].map((name) => field(name, preprint)),
      ['{1706.03762}', '{arXiv}', undefined],
    );
  });
});

describe('An item written as RIS', () => {
  it('keeps its numbers in PubMed and its archive, beside the one of arXiv', () => {
    const numbers = { PMID: '31452104', PMCID: 'PMC6612345', number: 'arXiv:1706.03762' };
    const { pmid, pmcid, arxiv } = entryOf('x.ris', ris(numbers));
    assert.deepEqual([pmid, pmcid, arxiv], ['31452104', 'PMC6612345', '1706.03762']);
    // The same tag means something else for other types.
    assert.doesNotMatch(ris({ ...numbers, type: 'paper-conference' }), /^C2/m);
  });

  it('keeps what a chapter stands in, and its editors', () => {
    const chapter = {
      type: 'chapter',
      'container-title': 'Book',
      editor: [{ family: 'E', given: 'F' }],
      edition: '2',
      'collection-title': 'Series',
    };
    const read = throughRis(chapter);
    assert.deepEqual(
      [read['container-title'], read.editor, read.edition, read['collection-title']],
      ['Book', [{ family: 'E', given: 'F' }], '2', 'Series'],
    );
  });

  it('keeps the editors of books, the proceedings of papers and the numbers of reports', () => {
    assert.deepEqual(throughRis({ type: 'book', editor: [{ family: 'E', given: 'F' }] }).editor, [
      { family: 'E', given: 'F' },
    ]);
    assert.equal(
      throughRis({ type: 'paper-conference', 'container-title': 'Proceedings' })['container-title'],
      'Proceedings',
    );
    assert.equal(throughRis({ type: 'report', number: 'TR-1' }).number, 'TR-1');
    assert.equal(throughRis({ type: 'thesis', genre: 'Master’s thesis', note: 'Signed' }).genre, 'Master’s thesis');
  });

  it('keeps a name of one part as it stands', () => {
    assert.match(ris({ author: [{ literal: 'World Health Organization' }] }), /^AU {2}- World Health Organization$/m);
  });

  it('keeps the arXiv id', () => {
    const entry = entryOf('x.ris', ris({ type: 'article', number: 'arXiv:1706.03762' }));
    assert.equal(entry.arxiv, '1706.03762');
  });
});
