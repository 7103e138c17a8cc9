import assert from 'node:assert/strict';
import { distinctOffers } from '../../../../src/workflows/adding/boxOffers';

describe('What the box for papers offers', () => {
  const offers = (selected: string, clipboard: string, left: readonly string[] = []) =>
    distinctOffers(
      [
        { text: selected, from: 'selection' },
        { text: clipboard, from: 'clipboard' },
      ],
      left.map((text) => ({ text, reason: 'Nothing was sent.' })),
    ).map(({ from }) => from);

  it('is the selection and the clipboard, once where they say the same', () => {
    assert.deepEqual(offers('10.1/a', '10.1/b'), ['selection', 'clipboard']);
    assert.deepEqual(offers('10.1/a', ' 10.1/a\n'), ['selection']);
  });

  it('is nothing that stands there from before', () => {
    assert.deepEqual(offers('', 'TY  - JOUR\nTI  - On Waves', ['TY - JOUR TI - On Waves']), ['selection']);
    assert.deepEqual(offers('10.1/a', '10.1/b', ['10.1/c', '10.1/b']), ['selection']);
  });
});
