import assert from 'node:assert/strict';
import { CITATION, collectCitations } from '../../../../src/citations/preview/collected';
import type { Token } from '../../../../src/citations/preview/markdownIt';

const token = (type: string, more: Partial<Token> = {}): Token => ({
  type,
  content: '',
  block: false,
  tag: '',
  level: 0,
  meta: null,
  children: null,
  ...more,
});
const inline = (...children: Token[]) => token('inline', { children });
const text = (content: string) => token('text', { content });
const citation = (content: string) =>
  token(CITATION, { content, meta: { citation: { form: 'parenthetical' }, before: '', after: '' } });
const mark = (id: number) => token('footnote_ref', { meta: { id } });
const note = (id: number, ...children: Token[]) => [
  token('footnote_open', { meta: { id } }),
  inline(...children),
  token('footnote_close'),
];

describe('Citations of a parsed document', () => {
  it('are in the order in which they are read: those of a footnote where its mark is', () => {
    const tokens = [
      inline(citation('first'), mark(0), citation('third')),
      token('footnote_block_open'),
      ...note(0, citation('second')),
      ...note(1, citation('last, of a note without a mark')),
    ];
    assert.deepEqual(
      collectCitations(tokens).map((collected) => [collected.token.content, collected.inNote]),
      [
        ['first', false],
        ['second', true],
        ['third', false],
        ['last, of a note without a mark', true],
      ],
    );
  });

  it('take the blanks before and the sign behind them', () => {
    const cited = citation('[@a]');
    const around = [text('said  '), cited, text('. More')];
    collectCitations([inline(...around)]);
    assert.deepEqual(
      around.map(({ content }) => content),
      ['said', '[@a]', ' More'],
    );
    assert.deepEqual(cited.meta, { citation: { form: 'parenthetical' }, before: '  ', after: '.' });
  });
});
