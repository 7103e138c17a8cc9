import assert from 'node:assert/strict';
import type { Node, Part } from '../../../src/search/query/ast';
import { parseQuery, parseWords } from '../../../src/search/query/parser';

/** A part in one line: sign, field, and how the word is compared. */
function shown({ presence, node }: Part): string {
  return { should: '', must: '+', not: '-' }[presence] + shownNode(node);
}

function shownNode(node: Node): string {
  switch (node.kind) {
    case 'word': {
      const mark = { word: '', open: '…', prefix: '*', pattern: '?', near: `~${node.distance}` }[node.match];
      return `${node.fields ? `${node.fields.join('/')}:` : ''}${node.text}${mark}${node.boost === 1 ? '' : `^${node.boost}`}`;
    }
    case 'phrase':
      return `"${node.words.map((word) => word.text).join(' ')}"`;
    case 'filter': {
      const shownValues = Object.entries(node.filter).filter(([name]) => name !== 'start' && name !== 'end');
      return `{${shownValues.map(([, value]) => String(value)).join(' ')}}`;
    }
    case 'and':
      return `(${node.parts.map(shown).join(' ')})`;
    case 'or':
      return `(${node.nodes.map(shownNode).join(' | ')})`;
  }
}

const reads = (query: string, expected: string): void =>
  void it(`${query} → ${expected}`, () => assert.equal(parseQuery(query).parts.map(shown).join(' '), expected));

/** The problem of a query with the text it stands on. */
const complains = (query: string, code: string, text: string, rest: string): void =>
  void it(`${query} ✗ ${code}`, () => {
    const { problems, parts } = parseQuery(query);
    assert.deepEqual(
      problems.map((problem) => [problem.code, problem.text]),
      [[code, text]],
    );
    assert.equal(query.slice(problems[0].start, problems[0].end), text);
    assert.equal(parts.map(shown).join(' '), rest);
  });

describe('parseWords', () => {
  it('takes no word for a filter', () => {
    assert.equal(parseWords(['works', 'uncited']).parts.map(shown).join(' '), 'works uncited');
  });
});

describe('parseQuery', () => {
  reads('deep learning', 'deep learning…');
  reads('deep learning ', 'deep learning');
  reads('End-to-End Läufe', 'end to end laufe…');
  reads('OneRec: Unifying', 'onerec unifying…');
  reads('+must -not NOT none', '+must -not -none');
  reads('- a + b', 'a b…');
  reads('a OR b c', '(a | b) c…');
  reads('a OR b OR c ', '(a | b | c)');
  reads('end-to-end OR b c ', '((end to end) | b) c');
  reads('b OR +x/y OR z ', '(b | (x y) | z)');
  reads('OR a', 'a…');
  reads('deep Uncited ', 'deep +{times 0 0}');
  reads('-uncited', '-{times 0 0}');
  reads('uncited OR year:2020', '({times 0 0} | {year 2020 2020})');
  reads('"uncited" title:uncited ', '"uncited" +title:uncited');
  reads('uncite uncited-works ', 'uncite uncited works');
  reads('a OR', 'a');
  reads('(a b) OR c ', '((a b) | c)');
  reads('f(x) is', 'f x is…');
  reads('title:(a -b) c ', '+(title:a -title:b) c');
  reads('pre* in*ix word~1 word~ word^3 foo^ ', 'pre* in*ix? word~1 word word^3 foo');
  reads('~ ^ * : "" ()', '');
  reads('title:"a phrase" "Another One"', '+"a phrase" "another one"');
  reads('Author:smith tag:rl/offline ', '+authors:smith +keywords/noteTags:rl +keywords/noteTags:offline');
  reads('year:2019..2022', '+{year 2019 2022}');
  reads('year:>2020 year:<=2021', '+{year 2021 9999} +{year -9999 2021}');
  reads('year:2022..2019 year:2020- ', '+{year 2019 2022} +{year 2020 9999}');
  reads('doi:https://doi.org/10.1/X(2)a arxiv:arXiv:1706.03762', '+{doi 10.1/x(2)a} +{arxiv 1706.03762}');
  reads('arxiv:https://arxiv.org/abs/1706.03762', '+{arxiv 1706.03762}');
  reads('-has:note', '-{has note}');
  reads('status:To-Read rating:3.5..', '+{status to read} +{rating 3.5 655}');
  reads('type:Article source:"My List.bib"', '+{type article} +{source my list.bib}');
  reads('https://arxiv.org/abs/1706.03762 ', '+{arxiv 1706.03762 true}');
  reads('https://example.org/abs/x ', 'https example.org abs x');
  reads('a) b', 'a b…');

  complains('foo: x:y ', 'unknown-field', 'x:', 'foo x y');
  complains('author: smith ', 'empty-field', 'author:', 'smith');
  complains('a title:', 'empty-field', 'title:', 'a');
  complains('a year:soon', 'bad-year', 'year:soon', 'a +{nothing}');
  complains('yera:2020 a ', 'unknown-field', 'yera:', '+{nothing} a');
  complains('has:fun a ', 'bad-has', 'has:fun', '+{nothing} a');
  complains('is:skipped a ', 'bad-is', 'is:skipped', '+{nothing} a');
  complains('"a phrase', 'unclosed-quote', '"a phrase', '"a phrase"');
  complains('(a b ', 'unclosed-parenthesis', '(', '(a b)');

  it('tells what was probably meant', () => {
    const meant = (query: string): (string | undefined)[] => parseQuery(query).problems.map((one) => one.suggestion);
    assert.deepEqual(meant('yera:2020 has:abstrat has:pdfx foo:x'), ['year:', 'has:abstract', undefined, undefined]);
    assert.deepEqual(meant('is:raeding is:done is:skipped is:note'), ['is:reading', 'is:read', undefined, undefined]);
  });

  it('looks at the first characters of a very long text, and says so', () => {
    const { parts, problems } = parseQuery('word '.repeat(60_000));
    assert.deepEqual([parts.length, problems.map(({ code }) => code)], [820, ['too-long']]);
    assert.ok(
      parts.every(({ node }) => node.kind === 'word' && node.match === 'word'),
      'none of them is unfinished',
    );
  });

  for (const [what, query] of Object.entries({
    parentheses: '('.repeat(5000) + 'a' + ')'.repeat(5000),
    'open parentheses': '-('.repeat(20_000) + 'a',
    fields: 'title:'.repeat(20_000) + 'a',
    signs: '-'.repeat(20_000) + 'a',
    quotes: '"'.repeat(20_001),
  })) {
    it(`reads ${what} however deep`, () => assert.ok(parseQuery(query).parts.length <= 1));
  }
});
