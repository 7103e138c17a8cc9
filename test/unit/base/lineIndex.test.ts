import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/base/lineIndex';

describe('LineIndex', () => {
  const position = (text: string, offset: number) => {
    const { line, character } = new LineIndex(text).position(offset);
    return `${line}:${character}`;
  };

  it('counts lines and columns from zero', () => assert.equal(position('ab\ncd', 4), '1:1'));
  it('takes \\r\\n as one line break', () => assert.equal(position('ab\r\ncd', 4), '1:0'));
  it('takes a lone \\r as a line break', () => assert.equal(position('ab\rcd', 3), '1:0'));
  it('counts UTF-16 units', () => assert.equal(position('𝛼b', 2), '0:2'));
  it('moves an offset behind the end to the end', () => assert.equal(position('ab\nc', 99), '1:1'));
  it('moves an offset before the start to the start', () => assert.equal(position('ab', -1), '0:0'));
  it('has one line for an empty text', () => assert.equal(new LineIndex('').lineCount, 1));
});
