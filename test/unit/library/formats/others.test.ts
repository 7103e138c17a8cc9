import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readText } from '../../../../src/library/formats/readers';
import { cases } from '../../support/cases';

const problems = (fileName: string, text: string) =>
  readText(fileName, text).problems.map(({ code, range }) => `${range.start.line + 1} ${code}`);

describe('The RIS reader', () => {
  const read = (text: string) => readText('x.ris', text).papers;
  const RECORD =
    'TY  - JOUR\nTI  - The Title\nAU  - van den Oord, Aäron\nAU  - Smith, Ann\nPY  - 1991/03/05/\nT2  - Journal\nKW  - a; b\nKW  - c\nDO  - doi:10.1/x\nER  - \n';

  it('reads what lists and search need', () => {
    const { record, range, ...paper } = read(RECORD.replace('10.1/', '10.1000/'))[0];
    assert.deepEqual(JSON.parse(JSON.stringify(paper)), {
      aliases: [],
      type: 'article-journal',
      title: 'The Title',
      authors: [
        { family: 'Oord', given: 'Aäron', 'non-dropping-particle': 'van den' },
        { family: 'Smith', given: 'Ann' },
      ],
      year: 1991,
      venue: 'Journal',
      keywords: ['a', 'b', 'c'],
      doi: '10.1000/x',
    });
    assert.deepEqual([range.start.line, range.end.line], [0, 9]);
    assert.equal(record.format === 'ris' && record.tags.length, 9);
  });

  it('does not mind line ends, one space too few, values over several lines', () => {
    const text = '\r\nTY - JOUR\r\nTI - The\r\n  Title\r\nAB  - One.\r\n\r\nTwo.\r\nER  -';
    assert.deepEqual(
      read(text).map((paper) => [paper.title, paper.abstract]),
      [['The Title', 'One. Two.']],
    );
    assert.deepEqual(problems('x.ris', text), []);
  });

  it('reads records without an end, and says so', () => {
    const text = 'TY  - JOUR\nTI  - A\n\nTY  - BOOK\nTI  - B\n';
    assert.deepEqual(
      read(text).map((paper) => paper.title),
      ['A', 'B'],
    );
    assert.deepEqual(problems('x.ris', text), ['1 missing-end', '4 missing-end']);
    assert.equal(readText('x.ris', text).incomplete, true);
  });

  it('says where tags belong to no record', () => {
    assert.deepEqual(problems('x.ris', `TI  - Lost\nAU  - Me\n${RECORD}`), ['1 missing-start']);
  });
});

describe('The CSL-YAML reader', () => {
  const TEXT =
    '---\nreferences:\n- id: a\n  title: "A: B"\n  issued: 2020-03\n- id: b\n  title: C\n  author:\n  - family: Doe\n  issued:\n  - year: 2011\n    month: 3\n...\nText [@a].\n';

  it('reads a list of references, with the range of each', () => {
    const { papers, problems, format } = readText('x.yaml', TEXT);
    assert.equal(format, 'csl-yaml');
    assert.deepEqual(
      papers.map((paper) => [paper.statedKey, paper.title, paper.year]),
      [
        ['a', 'A: B', 2020],
        ['b', 'C', 2011],
      ],
    );
    assert.deepEqual(
      papers.map(({ range }) => [range.start.line, range.end.line]),
      [
        [2, 4],
        [5, 11],
      ],
    );
    assert.deepEqual(problems, []);
    assert.equal(readText('list.yml', '- id: a\n  title: A\n').papers.length, 1);
  });

  it('says what is wrong', () => {
    assert.deepEqual(problems('x.yaml', 'references:\n- id: a\n  title: "A\n'), ['4 invalid-yaml']);
    assert.deepEqual(problems('x.yaml', 'a: 1\n'), ['1 not-csl']);
  });

  it('follows aliases, also into what stands before the list', () => {
    const text =
      'venues: &v [{container-title: V}]\nmine: &me {family: Me}\nreferences:\n- &first\n  id: a\n  title: &t A\n  author: [*me]\n- id: b\n  title: *t\n  author:\n  - *me\n- *first\n';
    const { papers, problems } = readText('x.yaml', text);
    assert.deepEqual(
      papers.map(({ statedKey, title, authors }) => [statedKey, title, authors.map(({ family }) => family)]),
      [
        ['a', 'A', ['Me']],
        ['b', 'A', ['Me']],
        ['a', 'A', ['Me']],
      ],
    );
    assert.deepEqual(problems, []);
    assert.equal(papers[2].range.start.line, 11);
  });

  it('leaves out what aliases would make endless, or what they do not name', () => {
    const nine = (name: string) => `[${Array(9).fill(`*${name}`).join(', ')}]`;
    const bomb = [
      'x0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1]',
      ...[0, 1, 2, 3, 4, 5].map((i) => `x${i + 1}: &x${i + 1} ${nine(`x${i}`)}`),
    ];
    const text = `${bomb.join('\n')}\nreferences:\n- id: a\n  title: A\n  note: *x6\n  genre: *none\n  volume: &own [*own]\n- id: b\n  title: B\n`;
    assert.deepEqual(
      readText('x.yaml', text).papers.map((paper) => paper.statedKey),
      ['a', 'b'],
    );
    assert.deepEqual(problems('x.yaml', text), ['9 too-much-text', '9 wrong-field-type']);
  });

  it('makes no more of a source by aliases than it may hold', () => {
    const items = Array.from({ length: 20 }, (_, i) => `- id: k${i}\n  title: T\n  mine: *long`);
    const { papers, problems } = readText(
      'x.yaml',
      `long: &long ${'a '.repeat(450_000)}\nreferences:\n${items.join('\n')}\n`,
    );
    assert.equal(papers.length, 20);
    assert.deepEqual(problems.map(({ code }) => code), ['too-much-text', 'too-much-text', 'too-much-text']); // prettier-ignore
  });
});

describe('The reader of daily papers', () => {
  const PAPER = {
    id: '1706.03762',
    title: 'Attention\n Is',
    authors: [{ name: 'Ashish Vaswani' }, { name: 7 }],
    publishedAt: '2017-06-12T00:00:00.000Z',
    summary: 'We  study.',
    ai_keywords: ['attention', 3],
  };

  it('reads papers, all but the title optional', () => {
    const { papers, format } = readText(
      'daily.json',
      JSON.stringify([{ paper: PAPER, numComments: 3 }, { paper: { id: 'x', title: 'T' } }]),
    );
    assert.equal(format, 'daily-papers');
    const { record, range, ...paper } = papers[0];
    assert.deepEqual(paper, {
      aliases: [],
      type: 'article',
      title: 'Attention Is',
      authors: [{ family: 'Vaswani', given: 'Ashish' }],
      year: 2017,
      abstract: 'We study.',
      keywords: ['attention'],
      arxiv: '1706.03762',
      url: 'https://arxiv.org/abs/1706.03762',
    });
    assert.equal(record.format, 'daily-papers');
    assert.equal(range.start.character, 1);
    assert.equal(papers[1].title, 'T');
  });

  it('says which has no title', () => {
    assert.deepEqual(problems('daily.json', JSON.stringify([{ paper: PAPER }, { paper: { id: 'x' } }])), [
      '1 item-without-title',
    ]);
  });
});

describe('A source of unknown format', () => {
  it('is told by its content', () => {
    const format = (text: string) => readText('export', text).format;
    assert.equal(format('% comment\n@article{a, title = {T}}'), 'bibtex');
    assert.equal(format('\nTY  - JOUR\nER  - \n'), 'ris');
    assert.equal(format('[{"id": "a"}]'), 'csl-json');
    assert.equal(format('[{"paper": {"id": "1"}}]'), 'daily-papers');
    assert.equal(format('references:\n- id: a\n'), 'csl-yaml');
    assert.equal(format('some text'), undefined);
  });

  it('is not told by what stands in a text of another one, on a line of its own or not', () => {
    for (const end of ['\\n', '\u2028', '\u2029'])
      assert.equal(
        readText('a.json', `[{"id": "a", "title": "T", "note": "x${end} TY  - BOOK"}]`).papers[0]?.title,
        'T',
      );
  });

  it('never throws, whatever it is called', () => {
    const piece = fc.constantFrom(
      'TY  - ',
      'ER  -',
      '\n',
      '- ',
      'id: a',
      'references:',
      '{',
      '[',
      '"a":',
      '&a',
      '*a',
      '|',
      '\t',
      'x',
      ': ',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 20 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom('x.ris', 'x.yaml', 'x.json', 'x.bib', 'x.txt', 'x'), text, (fileName, text) => {
        assert.ok(Array.isArray(readText(fileName, text).problems));
      }),
      { numRuns: cases(200) },
    );
  });
});
