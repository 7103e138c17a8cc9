import assert from 'node:assert/strict';
import type { Node } from '../../../src/search/query/ast';
import { LONGEST_QUERY, parseQuery } from '../../../src/search/query/parser';

describe('parseQuery', () => {
  describe('grows with what is typed, and no faster', () => {
    const size = ({ parts, problems }: ReturnType<typeof parseQuery>): number =>
      problems.length + parts.reduce((sum, part) => sum + nodesOf(part.node), 0);
    const families: Record<string, string> = {
      words: 'ab ',
      alternatives: 'a OR ',
      bars: '|',
      tildes: 'a~',
      'Chinese characters': '深',
      groups: '(a OR b) OR ',
      'nested groups': '(a OR ',
      negations: '-a OR ',
      fields: 'title:a ',
      'unknown fields': 'x:y ',
      phrases: '"a b" ',
      patterns: 'a*',
    };
    for (const [what, piece] of Object.entries(families)) {
      it(what, () => {
        const [small, large] = [250, 1000].map((length) => size(parseQuery(piece.repeat(length / piece.length))));
        assert.ok(large <= 4.2 * small + 10, `${small} → ${large}`);
        assert.ok(size(parseQuery(piece.repeat(256_000 / piece.length))) <= 3 * LONGEST_QUERY);
      });
    }
  });
});

function nodesOf(node: Node): number {
  if (node.kind === 'and') return node.parts.reduce((sum, part) => sum + nodesOf(part.node), 1);
  if (node.kind === 'or') return node.nodes.reduce((sum, one) => sum + nodesOf(one), 1);
  return node.kind === 'phrase' ? 1 + node.words.length : 1;
}
