import assert from 'node:assert/strict';
import { checkCitations, type KnownKey, type Surroundings } from '../../../src/citations/check';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';

const LIBRARY: Record<string, KnownKey> = {
  known: { is: 'main' },
  bad: { is: 'main' },
  worse: { is: 'alias', main: 'bad' },
  old: { is: 'alias', main: 'known' },
  twin: { is: 'ambiguous', candidates: ['twin1', 'twin2'] },
};

/** The problems of a text as `code key`. */
function problems(id: SyntaxId, text: string, around: Surroundings = { hasSource: true }): string[] {
  const lookup = {
    find: (key: string) => LIBRARY[key],
    nearest: (key: string) => (key === 'knwon' ? ['known'] : []),
    retraction: (key: string) => (key === 'bad' || key === 'worse' ? { date: '2020-01-31', reasons: [] } : undefined),
  };
  const found = checkCitations(text, SYNTAXES[id], SYNTAXES[id].find(text), lookup, around);
  for (const { key, range } of found) assert.equal(text.slice(range.start, range.end), key);
  return found.map((problem) => {
    switch (problem.code) {
      case 'unknown-key':
        return [problem.code, problem.key, ...problem.nearest].join(' ');
      case 'outside-bibliography':
        return `${problem.code} ${problem.key}`;
      case 'alias-key':
        return `${problem.code} ${problem.key} ${problem.main}`;
      case 'ambiguous-key':
        return `${problem.code} ${problem.key} ${problem.candidates.join(' ')}`;
      case 'retracted':
        return `${problem.code} ${problem.key} ${problem.date ?? ''}`;
      case 'repeated-key':
        return `${problem.code} ${problem.key} at ${problem.first.start}`;
    }
  });
}

const bibliography = '---\nbibliography: refs.bib\n---\n';

describe('Checking citations', () => {
  const cases: [name: string, id: SyntaxId, text: string, expected: string[], around?: Surroundings][] = [
    ['reports an unknown key with the nearest', 'pandoc', '[@known; @knwon]', ['unknown-key knwon known']],
    ['reports an alias with the main key', 'pandoc', '[@old]', ['alias-key old known']],
    ['reports an ambiguous key with its candidates', 'latex', '\\cite{twin}', ['ambiguous-key twin twin1 twin2']],
    ['reports a key twice in one group', 'latex', '\\cite{known,known}', ['repeated-key known at 6']],
    [
      'reports a retracted paper at each citation',
      'pandoc',
      '[@bad] @bad',
      Array<string>(2).fill('retracted bad 2020-01-31'),
    ],
    [
      'reports it beside what else is wrong',
      'latex',
      '\\cite{worse}',
      ['alias-key worse bad', 'retracted worse 2020-01-31'],
    ],
    ['takes two places of one work for two', 'pandoc', '[@known, p. 3; @known, p. 5]', []],
    ['takes two citations of one work for two', 'pandoc', '[@known] and [@known]', []],
    ['is silent without source or bibliography', 'pandoc', '[@x; @x] @y', [], { hasSource: false }],
    ['is silent in LaTeX, too, without either', 'latex', '\\cite{x}', [], { hasSource: false }],
    [
      'judges by a bibliography of the document',
      'pandoc',
      `${bibliography}[@x]`,
      ['unknown-key x'],
      { hasSource: false },
    ],
    [
      'judges by a bibliography of the project',
      'pandoc',
      '@x',
      ['unknown-key x'],
      { hasSource: false, projectBibliography: true },
    ],
    [
      'reports a paper that the bibliography lacks',
      'typst',
      '@known @old',
      ['outside-bibliography known', 'alias-key old known'],
      { hasSource: true, inBibliography: () => false },
    ],
    ['judges no bare key without one', 'pandoc', 'Thanks @someone [WIP] -@x', []],
    ['judges a bare key with one', 'pandoc', `${bibliography}@x says`, ['unknown-key x']],
    ['reports a bare alias', 'pandoc', '@old says', ['alias-key old known']],
    ['takes no link for a citation', 'pandoc', '[@x](https://x.org) [@y][ref] so [@z]\n\n[ref]: x\n[@z]: /z', []],
    ['judges before a footnote', 'pandoc', '[@x][^1]', ['unknown-key x']],
    ['judges what is cited in the front matter', 'pandoc', '---\nnocite: "@x"\n---\n', ['unknown-key x']],
    ['takes no cross-reference for a citation', 'pandoc', `${bibliography}@fig-x and @tbl:y and [@eq-z]`, []],
    [
      'knows the keys of the front matter',
      'pandoc',
      '---\nreferences:\n- id: x\n  title: T\n---\n[@x; @y]',
      ['unknown-key y'],
    ],
    ['judges roles', 'pandoc', '{cite:p}`x`', ['unknown-key x']],
    ['knows bibitems', 'latex', '\\cite{x,y} \\bibitem[X]{x}', ['unknown-key y']],
    [
      'takes no label for a citation',
      'typst',
      '@x @y',
      ['unknown-key y'],
      { hasSource: true, isLabel: (name) => name === 'x' },
    ],
    ['judges Org', 'org', '[cite:@x;@known]', ['unknown-key x']],
    ['judges by what Org names', 'org', '#+bibliography: x.bib\n[cite:@x]', ['unknown-key x'], { hasSource: false }],
    ['judges by what Typst names', 'typst', '#bibliography("x.bib") @x', ['unknown-key x'], { hasSource: false }],
    [
      'judges by what LaTeX names',
      'latex',
      '\\addbibresource{x.bib} \\cite{x}',
      ['unknown-key x'],
      { hasSource: false },
    ],
    ['judges by what reST names', 'rst', '.. bibliography::\n\n:cite:`x`', ['unknown-key x'], { hasSource: false }],
    [
      'judges by what AsciiDoc names',
      'asciidoc',
      ':bibtex-file: x.bib\n\ncite:[x]',
      ['unknown-key x'],
      { hasSource: false },
    ],
  ];
  for (const [name, id, text, expected, around] of cases) {
    it(name, () => assert.deepEqual(problems(id, text, around), expected));
  }
});
