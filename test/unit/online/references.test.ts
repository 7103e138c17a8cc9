import assert from 'node:assert/strict';
import { identifierOf } from '../../../src/library/model/identifierOf';
import { namedPapers } from '../../../src/online/references/namedPapers';
import { splitReferences } from '../../../src/online/references/splitReferences';
import { endNoteXmlItems } from '../../../src/online/references/endNoteXml';
import { PAPERS, STYLES } from '../support/referenceStyles';

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N} ]/gu, '')
    .toLowerCase()
    .trim();

describe('A pasted list of references', () => {
  const lines = Object.values(STYLES).flatMap((style) => PAPERS.map(style));

  it('of forty in the five common styles is split, whether numbered, marked or one a line', () => {
    assert.equal(lines.length, 40);
    const lists = [
      lines.join('\n'),
      lines.map((line, i) => `[${i + 1}] ${line}`).join('\n'),
      lines.map((line, i) => `${i + 1}. ${line}`).join('\r\n'),
      lines.map((line) => `• ${line}`).join('\n'),
      lines.join('\n\n'),
    ];
    for (const list of lists) assert.deepEqual(splitReferences(list), lines);
  });

  it('may be broken over lines where it is numbered, indented or parted by empty lines', () => {
    const broken = (line: string) => line.replace(/ (?=\S+ \S+ \S+$)/, '\n');
    const wanted = lines.slice(0, 8);
    assert.deepEqual(splitReferences(wanted.map((line, i) => `[${i + 1}] ${broken(line)}`).join('\n')), wanted);
    assert.deepEqual(splitReferences(wanted.map(broken).join('\n\n')), wanted);
    assert.deepEqual(splitReferences(wanted.map((line) => broken(line).replace('\n', '\n    ')).join('\n')), wanted);
    assert.deepEqual(splitReferences('1. On trans-\nformers\n2. See https://doi.org/10.1234/\nabc'), [
      'On transformers',
      'See https://doi.org/10.1234/abc',
    ]);
  });

  for (const [name, style] of Object.entries(STYLES)) {
    it(`says its titles, first authors and years: ${name}`, () => {
      for (const paper of PAPERS) {
        const [{ description }] = namedPapers(style(paper));
        assert.equal(plain(description?.title ?? ''), plain(paper.title), style(paper));
        // MLA says "et al." for more than two.
        const named = name === 'MLA' && paper.authors.length > 2 ? paper.authors.slice(0, 1) : paper.authors;
        const families = named.map(([, family]) => family);
        assert.deepEqual(description?.authors, families, style(paper));
        assert.equal(description.year, paper.year, style(paper));
      }
    });
  }
});

describe('A reference with its title in quotes', () => {
  const TITLE = 'The students’ view of learning';
  for (const [reference, title] of [
    [`Doe, J. “${TITLE},” Journal of Views, 2020.`, TITLE],
    [`Doe, J. ‘${TITLE}’, Journal of Views, 2020.`, TITLE],
    [`Doe, J. ‘${TITLE}.’ Journal of Views, 2020.`, TITLE],
    [`Doe, J. "The students' view of learning," Journal of Views, 2020.`, "The students' view of learning"],
    [`Doe, J. "The "new" view of learning," Journal of Views, 2020.`, 'The "new" view of learning'],
    ['Doe, J. “The ‘new’ view of learning.” Journal of Views, 2020.', 'The ‘new’ view of learning'],
    ['Doe, J. „Die Sicht der Studenten“. Zeitschrift, 2020.', 'Die Sicht der Studenten'],
    ['Doe, J. »Die Sicht der „neuen“ Studenten«, Zeitschrift, 2020.', 'Die Sicht der „neuen“ Studenten'],
    ['Doe, J. « La vue de l’élève », Revue, 2020.', undefined],
    ['Doe, J. «La vue de l’élève», Revue, 2020.', 'La vue de l’élève'],
    [`O’Brien, J. "A view of learning" Journal of Views, 2020.`, 'A view of learning'],
    ['O‘Brien, J. “A view of O’Brien’s learning” (2020).', 'A view of O’Brien’s learning'],
  ] as const) {
    it(`says it: ${reference}`, () => {
      const [{ description }] = namedPapers(reference);
      if (title) assert.deepEqual([description?.title, description?.year], [title, 2020]);
      else assert.match(description?.title ?? '', /La vue de l’élève/);
    });
  }
});

describe('An identifier', () => {
  const CASES: readonly (readonly [text: string, kind: string, value: string])[] = [
    ['10.1145/3458817.3476195', 'doi', '10.1145/3458817.3476195'],
    ['doi: 10.1145/3458817.3476195.', 'doi', '10.1145/3458817.3476195'],
    ['https://dl.acm.org/doi/pdf/10.1145/3458817.3476195?x=1', 'doi', '10.1145/3458817.3476195'],
    ['https://www.nature.com/articles/s41586-019-1666-5', 'doi', '10.1038/s41586-019-1666-5'],
    ['https://aclanthology.org/N19-1423/', 'doi', '10.18653/v1/n19-1423'],
    ['https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full', 'doi', '10.1101/2020.01.01.123456'],
    ['arXiv:1706.03762v7', 'arxiv', '1706.03762'],
    ['https://arxiv.org/pdf/1706.03762', 'arxiv', '1706.03762'],
    ['https://huggingface.co/papers/2402.17764', 'arxiv', '2402.17764'],
    ['hep-th/9901001', 'arxiv', 'hep-th/9901001'],
    ['PMID: 31452104', 'pmid', '31452104'],
    ['https://pubmed.ncbi.nlm.nih.gov/31452104/', 'pmid', '31452104'],
    ['31452104', 'pmid', '31452104'],
    ['PMC6612345', 'pmcid', 'PMC6612345'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC6612345/', 'pmcid', 'PMC6612345'],
    ['https://arxiv.org/abs/1706.03762?context=cs', 'arxiv', '1706.03762'],
    ['https://arxiv.org/abs/1706.03762/', 'arxiv', '1706.03762'],
    ['https://arxiv.org/pdf/1706.03762v5#page=3', 'arxiv', '1706.03762'],
    ['https://arxiv.org/pdf/1706.03762v5.pdf?download=1', 'arxiv', '1706.03762'],
    ['arxiv.org/abs/hep-th/9901001v2', 'arxiv', 'hep-th/9901001'],
    ['https://huggingface.co/papers/2402.17764?x=1#comments', 'arxiv', '2402.17764'],
    ['https://www.alphaxiv.org/abs/2402.17764v2', 'arxiv', '2402.17764'],
    ['https://ar5iv.labs.arxiv.org/html/1706.03762', 'arxiv', '1706.03762'],
    ['https://www.semanticscholar.org/arxiv/1706.03762', 'arxiv', '1706.03762'],
    ['https://pubmed.ncbi.nlm.nih.gov/31452104/?from=x', 'pmid', '31452104'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/31452104#abstract', 'pmid', '31452104'],
    ['https://europepmc.org/article/MED/31452104', 'pmid', '31452104'],
    ['https://pmc.ncbi.nlm.nih.gov/articles/PMC6612345/pdf/main.pdf#page=2', 'pmcid', 'PMC6612345'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC6612345/?report=reader', 'pmcid', 'PMC6612345'],
    ['https://europepmc.org/article/PMC/PMC6612345', 'pmcid', 'PMC6612345'],
    [
      'https://www.semanticscholar.org/paper/Attention-is-All/204e3073870fae3d05bcbc2f6a8e263d9b72e776?sort=x',
      'semanticscholar',
      '204e3073870fae3d05bcbc2f6a8e263d9b72e776',
    ],
    ['https://api.semanticscholar.org/CorpusID:13756489', 'semanticscholar', 'CorpusId:13756489'],
    ['https://openalex.org/works/w2741809807', 'openalex', 'W2741809807'],
    ['https://openalex.org/W2741809807', 'openalex', 'W2741809807'],
    ['https://www.frontiersin.org/articles/10.3389/fpsyg.2020.01234/full', 'doi', '10.3389/fpsyg.2020.01234'],
    ['https://www.frontiersin.org/articles/10.3389/fpsyg.2020.01234/pdf?x', 'doi', '10.3389/fpsyg.2020.01234'],
    ['https://link.springer.com/content/pdf/10.1007/s00134-020-05991-x.pdf', 'doi', '10.1007/s00134-020-05991-x'],
    ['https://link.springer.com/article/10.1007/s00134-020-05991-x/fulltext.html', 'doi', '10.1007/s00134-020-05991-x'],
    ['https://link.springer.com/chapter/10.1007/978-3-030-58452-8_13#Sec1', 'doi', '10.1007/978-3-030-58452-8_13'],
    ['https://onlinelibrary.wiley.com/doi/full/10.1002/andp.19053221004', 'doi', '10.1002/andp.19053221004'],
    ['https://onlinelibrary.wiley.com/doi/10.1002/andp.19053221004/abstract/', 'doi', '10.1002/andp.19053221004'],
    ['https://iopscience.iop.org/article/10.1088/0034-4885/35/1/306/meta', 'doi', '10.1088/0034-4885/35/1/306'],
    ['https://academic.oup.com/bib/article/doi/10.1093/bib/bbz123/5678901', 'doi', '10.1093/bib/bbz123'],
    [
      'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0123456&type=printable',
      'doi',
      '10.1371/journal.pone.0123456',
    ],
    ['https://www.medrxiv.org/content/10.1101/2020.01.01.20016554v1.full.pdf', 'doi', '10.1101/2020.01.01.20016554'],
    ['https://www.biorxiv.org/content/10.64898/2026.01.01.123456v2', 'doi', '10.64898/2026.01.01.123456'],
    ['https://doi.org/10.1234/report.pdf', 'doi', '10.1234/report.pdf'],
    ['https://doi.org/10.1234/full/', 'doi', '10.1234/full'],
    ['https://publisher.example/doi/10.1234/full', 'doi', '10.1234/full'],
    ['https://zenodo.org/records/3242074?preview=1', 'doi', '10.5281/zenodo.3242074'],
    ['978-0-262-03384-8', 'isbn', '9780262033848'],
    ['ISBN 0 262 03384 4', 'isbn', '0262033844'],
  ];
  for (const [text, kind, value] of CASES) {
    it(`is read from ${text}`, () => assert.deepEqual(identifierOf(text), { kind, value }));
  }

  it('is none of a year, a wrong ISBN, a word or an address of another site', () => {
    for (const text of ['1984', '978-0-262-03384-9', 'transformers', 'https://example.org/paper', '10.1145']) {
      assert.equal(identifierOf(text), undefined, text);
    }
  });

  it('may stand with others on a line, or in a reference', () => {
    assert.deepEqual(
      namedPapers('10.1145/3458817.3476195, arXiv:1706.03762 PMID: 31452104').map(({ identifier }) => identifier?.kind),
      ['doi', 'arxiv', 'pmid'],
    );
    const [paper, ...others] = namedPapers('Doe, J. (2020). On maps. Robotics. https://doi.org/10.1234/abc.');
    assert.deepEqual(paper.identifier, { kind: 'doi', value: '10.1234/abc' });
    assert.equal(paper.description?.title, 'On maps');
    assert.deepEqual(others, []);
  });
});

describe('A record', () => {
  const RECORD = `<record>
    <ref-type name="Book Section">5</ref-type>
    <contributors>
      <authors><author><style face="normal">Doe, Jane</style></author><author>Li, Wei,</author></authors>
      <secondary-authors><author>Smith, Ann</author></secondary-authors>
    </contributors>
    <titles><title><style face="normal">On </style><style face="italic">Maps</style> &amp; Charts</title>
      <secondary-title>A Book of Maps</secondary-title></titles>
    <pages>1-15</pages><keywords><keyword>maps</keyword><keyword>robots</keyword></keywords>
    <dates><year>2020</year></dates><isbn>978-0-262-03384-8</isbn>
    <electronic-resource-num>https://doi.org/10.1234/abc</electronic-resource-num>
    <urls><related-urls><url>https://example.org/a</url></related-urls></urls>
  </record>`;

  for (const [what, text] of [
    ['as exported', `<?xml version="1.0" encoding="UTF-8"?><xml><records>${RECORD}</records></xml>`],
    ['as its records alone', RECORD],
  ]) {
    it(`of EndNote in XML is read, ${what}`, () => {
      const [item, ...others] = endNoteXmlItems(text);
      assert.deepEqual(others, []);
      assert.equal(item.type, 'chapter');
      assert.equal(item.title, 'On Maps & Charts');
      assert.deepEqual(item.author, [
        { family: 'Doe', given: 'Jane' },
        { family: 'Li', given: 'Wei' },
      ]);
      assert.deepEqual(item.editor, [{ family: 'Smith', given: 'Ann' }]);
      assert.equal(item['container-title'], 'A Book of Maps');
      assert.deepEqual(item.issued, { 'date-parts': [[2020]] });
      assert.deepEqual([item.page, item.DOI, item.ISBN], ['1-15', '10.1234/abc', '978-0-262-03384-8']);
      assert.equal(item.keyword, 'maps, robots');
    });
  }

  it('of EndNote in XML is no more than a text', () => {
    const entity = '<!DOCTYPE xml [<!ENTITY a "aaaa">]>';
    for (const text of [
      `${entity}<xml><records><record><titles><title>&a;</title></titles></record></records></xml>`,
      '<xml><records><record><titles><title>cut off',
      '<record/>',
      '<html><record></record></html>',
      `${'<record>'.repeat(500)}${'</record>'.repeat(500)}`,
    ]) {
      assert.deepEqual(endNoteXmlItems(text), [], text.slice(0, 40));
    }
  });
});
