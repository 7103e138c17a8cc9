import assert from 'node:assert/strict';
import { identifierOf, namedPapers } from '../../../src/online/references/namedPapers';
import { splitReferences } from '../../../src/online/references/splitReferences';
import { endNoteItems, nbibItems } from '../../../src/online/references/taggedRecords';

/** A paper as the styles below write it. */
interface Paper {
  readonly authors: readonly (readonly [given: string, family: string])[];
  readonly year: number;
  readonly title: string;
  readonly journal: string;
}

const PAPERS: readonly Paper[] = [
  {
    authors: [
      ['Yann', 'LeCun'],
      ['Yoshua', 'Bengio'],
      ['Geoffrey', 'Hinton'],
    ],
    year: 2015,
    title: 'Deep learning',
    journal: 'Nature',
  },
  {
    authors: [['Claude E.', 'Shannon']],
    year: 1948,
    title: 'A mathematical theory of communication',
    journal: 'Bell System Technical Journal',
  },
  {
    authors: [
      ['Ana', 'Núñez'],
      ['Wei', 'Li'],
    ],
    year: 2020,
    title: 'Sparse maps: A field study of 3.5 million robots',
    journal: 'Robotics',
  },
  {
    authors: [
      ['Jean-Pierre', 'Serre'],
      ['John', 'Tate'],
    ],
    year: 1968,
    title: 'Good reduction of abelian varieties',
    journal: 'Annals of Mathematics',
  },
  {
    authors: [
      ['Emily M.', 'Bender'],
      ['Timnit', 'Gebru'],
    ],
    year: 2021,
    title: 'On the dangers of stochastic parrots: Can language models be too big?',
    journal: 'FAccT Journal',
  },
  {
    authors: [['Ada', 'Lovelace']],
    year: 1843,
    title: 'Notes on the analytical engine of Mr. Babbage',
    journal: 'Scientific Memoirs',
  },
  {
    authors: [
      ['Sam', 'O’Neill'],
      ['Kim', 'García-López'],
      ['Max', 'Weiß'],
      ['Bo', 'Xu'],
    ],
    year: 2019,
    title: 'Humans vs. machines in chess',
    journal: 'Games',
  },
  {
    authors: [
      ['Haruki', 'Sato'],
      ['Mary', 'Smith'],
    ],
    year: 2022,
    title: 'What is a p-value? Answers for biologists',
    journal: 'J. Stat.',
  },
];

const initials = (given: string) =>
  given
    .split(' ')
    .map((name) =>
      name
        .split('-')
        .map(([first]) => `${first}.`)
        .join('-'),
    )
    .join(' ');
const joined = (names: readonly string[], last: string) =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')}${last}${names.at(-1)}`;

const STYLES: Readonly<Record<string, (paper: Paper) => string>> = {
  APA: ({ authors, year, title, journal }) => {
    const names = authors.map(([given, family]) => `${family}, ${initials(given)}`);
    const mark = title.endsWith('?') ? '' : '.';
    return `${joined(names, ', & ')} (${year}). ${title}${mark} ${journal}, 12(3), 1–15.`;
  },
  MLA: ({ authors: [[given, family], ...more], year, title, journal }) => {
    const others = more.length === 0 ? '' : more.length === 1 ? `, and ${more[0].join(' ')}` : ', et al';
    return `${family}, ${given}${others}. “${title}.” ${journal}, vol. 12, no. 3, ${year}, pp. 1–15.`;
  },
  Chicago: ({ authors: [[given, family], ...more], year, title, journal }) => {
    const others = more.map((name) => name.join(' '));
    return `${joined([`${family}, ${given}`, ...others], ', and ')}. ${year}. “${title}.” ${journal} 12 (3): 1–15.`;
  },
  IEEE: ({ authors, year, title, journal }) => {
    const names = authors.map(([given, family]) => `${initials(given)} ${family}`);
    return `${joined(names, ' and ')}, “${title},” ${journal}, vol. 12, no. 3, pp. 1–15, Mar. ${year}.`;
  },
  Vancouver: ({ authors, year, title, journal }) => {
    const names = authors.map(([given, family]) => `${family} ${initials(given).replace(/[^\p{Lu}]/gu, '')}`);
    return `${names.join(', ')}. ${title}${title.endsWith('?') ? '' : '.'} ${journal}. ${year};12(3):1-15.`;
  },
};

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
        assert.equal(description?.authors?.[0], paper.authors[0][1], style(paper));
        assert.equal(description.year, paper.year, style(paper));
      }
    });
  }

  it('is bounded, and takes linear time', () => {
    for (const unit of ['A. B. ', '“x ', '(2017) ', 'Doe, J., & ', '10.1234/(', '. ', '[1] ']) {
      const started = performance.now();
      splitReferences(unit.repeat(100_000)).flatMap(namedPapers);
      assert.ok(performance.now() - started < 2000, unit);
    }
  });
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

describe('A tagged record', () => {
  it('of PubMed is read', () => {
    const [item, ...others] = nbibItems(
      'PMID- 31452104\nTI  - A cell atlas of many\n      organs.\nFAU - Smith, John A\nAU  - Smith JA\nCN  - The Atlas Consortium\nDP  - 2019 Aug 1\nJT  - Nature\nLID - 10.1038/x1 [doi]\nPT  - Journal Article\nAB  - Cells.\n',
    );
    assert.equal(item.title, 'A cell atlas of many organs');
    assert.deepEqual(item.author, [{ family: 'Smith', given: 'John A' }, { literal: 'The Atlas Consortium' }]);
    assert.deepEqual(item.issued, { 'date-parts': [[2019, 8, 1]] });
    assert.equal(item.DOI, '10.1038/x1');
    assert.deepEqual(others, []);
  });

  it('of EndNote is read', () => {
    const [item] = endNoteItems(
      '%0 Conference Paper\n%A Doe, Jane\n%A Li, Wei\n%T On Maps\n%B Proc. of Maps\n%D 2020\n%R 10.1234/abc\n%K maps\n%K robots\n',
    );
    assert.equal(item.type, 'paper-conference');
    assert.equal(item.author?.length, 2);
    assert.equal(item.keyword, 'maps, robots');
    assert.equal(item.DOI, '10.1234/abc');
  });

  it('is nothing else', () => {
    for (const text of ['', 'PMID: 1', '100% 0 x', '@article{a, title={%0 x}}']) {
      assert.deepEqual([nbibItems(text), endNoteItems(text)], [[], []]);
    }
  });
});
