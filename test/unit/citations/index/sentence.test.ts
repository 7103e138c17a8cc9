import assert from 'node:assert/strict';
import { sentenceAround } from '../../../../src/citations/index/sentence';

/** The sentence around what stands between two `|`. */
function sentence(marked: string): string {
  const start = marked.indexOf('|');
  const end = marked.lastIndexOf('|') - 1;
  return sentenceAround(marked.replaceAll('|', ''), { start, end });
}

describe('The sentence around a citation', () => {
  const is = (marked: string, expected: string) =>
    it(JSON.stringify(marked).slice(0, 50), () => assert.equal(sentence(marked), expected));
  is('One. As |@a| says. Two.', 'As @a says.');
  is('|@a| says so', '@a says so');
  is('He asks "why?" As |@a|\n says!\n\nTwo.', 'As @a says!');
  is('# Heading\n\nAs |@a| says\n\nTwo.', 'As @a says');
  is('One.\r\n\r\nAs |@a|\r\nsays\r\n\r\nTwo.', 'As @a says');
  is(`${'long '.repeat(60)}|@a|${' more'.repeat(60)}`, `…${'long '.repeat(28)}@a${' more'.repeat(28)}…`);
});
