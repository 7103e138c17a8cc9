import assert from 'node:assert/strict';
import { onlineWords } from '../../../src/workflows/onlineWords';

describe('What of a query services are asked for', () => {
  const asked = (query: string, words: string) =>
    it(`${query || '(nothing)'} → ${words || '(nothing)'}`, () => assert.equal(onlineWords(query), words));

  asked('', '');
  asked('attention memory', 'attention memory');
  asked('Sparse Maps', 'Sparse Maps');
  asked('"neural networks" memory', 'neural networks memory');
  asked('author:vaswani attention', 'vaswani attention');
  asked('attention -vision is:unread has:note', 'attention');
  asked('status:reading', '');
  asked('note:idea memory', 'memory');
  asked('attent* nueral~2 memory^3', 'attent nueral memory');
  asked('(maps OR charts) robots', 'maps charts robots');
  asked('related:vaswani2017attention', '');
  asked('year:2019..2022 maps', 'maps');
  asked('10.1145/3458817.3476195', '10.1145/3458817.3476195');
  asked('https://arxiv.org/abs/1706.03762', '1706.03762');

  it('no more than a question', () => assert.ok(onlineWords('word '.repeat(2000)).length <= 300));
});
