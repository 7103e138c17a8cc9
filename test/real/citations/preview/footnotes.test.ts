import assert from 'node:assert/strict';
import { CITATION, collectCitations } from '../../../../src/citations/preview/collected';
import { footnoteTexts } from '../../../../src/citations/preview/footnotes';
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

/** The document as it is collected: citations with how they stand in a note, and how many notes begin before them. */
const collected = (tokens: readonly Token[]) =>
  collectCitations(
    tokens,
    footnoteTexts(tokens, (children) => token('inline', { children })),
  );

describe('Citations of a parsed document', () => {
  it('are in the order in which they are read: those of a footnote where its mark is', () => {
    const tokens = [
      inline(citation('first'), mark(0), citation('third')),
      token('footnote_block_open'),
      ...note(0, citation('second')),
      ...note(1, citation('last, of a note without a mark')),
    ];
    assert.deepEqual(
      collected(tokens).citations.map((each) => [each.token.content, each.inNote?.begins, each.ownNotes]),
      [
        ['first', undefined, 0],
        ['second', true, 1],
        ['third', undefined, 1],
        ['last, of a note without a mark', true, 2],
      ],
    );
  });

  it('take the blanks before and the sign behind them', () => {
    const cited = citation('[@a]');
    const around = [text('said  '), cited, text('. More')];
    collected([inline(...around)]);
    assert.deepEqual(
      around.map(({ content }) => content),
      ['said', '[@a]', ' More'],
    );
    assert.deepEqual(cited.meta, { citation: { form: 'parenthetical' }, before: '  ', after: '.' });
  });
});
