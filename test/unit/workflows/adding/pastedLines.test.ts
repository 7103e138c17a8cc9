import assert from 'node:assert/strict';
import { isPasted, withLineBreaks } from '../../../../src/workflows/adding/pastedLines';
import { wantedPapers } from '../../../../src/workflows/adding/wantedPapers';

const LIST =
  'Doe, J. (2020). On sparse maps. Robotics, 3, 1–9.\n' + 'Roe, A. (2019). A history of whales. Whales, 1, 10–19.\n';
const DOIS = '10.1234/a\r\n10.1234/b';

describe('A text pasted into a box of one line', () => {
  const dropped = (text: string) => text.replace(/[\r\n]+/g, '');
  const spaced = (text: string) => text.trim().replace(/\s+/g, ' ');
  const titles = (text: string) =>
    wantedPapers(text).map((paper) => ('entry' in paper ? '' : (paper.description?.title ?? paper.identifier?.value)));

  it('has its line breaks again, however they went', () => {
    for (const flat of [dropped, spaced]) assert.equal(withLineBreaks(flat(LIST), [LIST]), LIST);
    assert.deepEqual(titles(withLineBreaks(dropped(LIST), [LIST])), ['On sparse maps', 'A history of whales']);
  });

  it('may stand beside what is typed, and beside another one', () => {
    const value = `10.9999/x ${dropped(LIST)}${dropped(DOIS)} 10.9999/y`;
    assert.deepEqual(titles(withLineBreaks(value, [DOIS, LIST])).sort(), [
      '10.1234/a',
      '10.1234/b',
      '10.9999/x',
      '10.9999/y',
      'A history of whales',
      'On sparse maps',
    ]);
    assert.equal(withLineBreaks(dropped(DOIS) + dropped(DOIS), [DOIS]), `${DOIS}\n${DOIS}`);
  });

  it('is what it was where nothing like it was copied', () => {
    assert.equal(withLineBreaks('an abstract of maps', ['a\nb', 'maps', 'other\nlines']), 'an abstract of maps');
    assert.equal(withLineBreaks('', ['\n', '']), '');
    assert.equal(withLineBreaks('On Maps', ['On Maps\n']), 'On Maps');
  });
});

describe('What comes into a box', () => {
  for (const [before, after, pasted] of [
    ['', 'a', false],
    ['ab', 'abc', false],
    ['aaa', 'aaaa', false],
    ['abc', 'ac', false],
    ['abc', 'axc', false],
    ['', 'ab', true],
    ['ac', 'axyc', true],
    ['some long text', '10.1/x', true],
    ['10.1/a', '10.1/a10.1/b', true],
  ] as const)
    it(`is ${pasted ? 'pasted' : 'typed'}: “${after}” over “${before}”`, () =>
      assert.equal(isPasted(before, after), pasted));
});
