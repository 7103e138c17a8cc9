import assert from 'node:assert/strict';
import { formatReference } from '../../../src/citations/reference';
import type { CslItem } from '../../../src/library/model/csl';

const people = (...families: string[]) => families.map((family) => ({ family, given: 'Ann Mary' }));

describe('A reference in plain text', () => {
  const cases: [expected: string, item: CslItem][] = [
    [
      'Vaswani, A., & van den Berg, J.-P. (2017). Attention is all you need. NeurIPS. https://doi.org/10.1/x',
      {
        author: [
          { family: 'Vaswani', given: 'Ashish' },
          { family: 'Berg', given: 'Jean-Paul', 'non-dropping-particle': 'van den' },
        ],
        issued: { 'date-parts': [[2017, 6]] },
        title: 'Attention is all you need',
        'container-title': 'NeurIPS',
        DOI: 'https://doi.org/10.1/x',
      },
    ],
    [
      'One, A. M., Two, A. M., & Three, A. M. (2020). T.',
      { author: people('One', 'Two', 'Three'), issued: { 'date-parts': [['2020']] }, title: 'T' },
    ],
    ['Why? (n.d.).', { title: 'Why?' }],
    [
      'OpenAI. (2023). GPT-4. https://x.org/a',
      { author: [{ literal: 'OpenAI' }], issued: { raw: 'March 2023' }, title: 'GPT-4', URL: 'https://x.org/a' },
    ],
    [
      'Ed, A. M. (Ed.). (1999). Book. Press.',
      { editor: people('Ed'), issued: { literal: '1999' }, title: 'Book', publisher: 'Press' },
    ],
    [
      'King, M., Jr. (2000). On\u00a0it.'.replace('\u00a0', ' '),
      {
        author: [{ family: 'King', given: 'martin', suffix: 'Jr.' }],
        issued: { 'date-parts': [[2000]] },
        title: 'On\n  it',
      },
    ],
    ['(n.d.).', {}],
    ['T. (n.d.).', { title: 'T', URL: 'javascript:alert(1)', author: [{}] }],
  ];
  for (const [expected, item] of cases) it(expected, () => assert.equal(formatReference(item), expected));

  it('names twenty authors, of more the first and the last', () => {
    const many = people(...Array.from({ length: 25 }, (_, i) => `N${i}`));
    const reference = formatReference({ author: many, title: 'T' });
    assert.match(reference, /N18, A\. M\., … N24, A\. M\. \(n\.d\.\)\. T\.$/);
    assert.doesNotMatch(reference, /N19/);
  });
});
