import assert from 'node:assert/strict';
import { latexToText } from '../../../../src/library/bibtex/latex';
import { hostileSize } from '../../../unit/support/cases';

describe('LaTeX as text', () => {
  it('is converted in linear time', () => {
    for (const piece of ['{', '$', '\\(', "\\'{", '\\href{', '\\^', '$\\$', '`', '-'])
      latexToText(piece.repeat(hostileSize(100_000)));
    const times = hostileSize(50_000);
    const long = "the caf\\'e isn't -- here ".repeat(times);
    assert.equal(latexToText(long).length, 'the café isn’t – here '.length * times - 1);
  });
});
