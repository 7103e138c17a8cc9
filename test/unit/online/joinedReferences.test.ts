import assert from 'node:assert/strict';
import { splitReferences } from '../../../src/online/references/splitReferences';
import { PAPERS, STYLES } from '../support/referenceStyles';

const ALL = Object.values(STYLES).flatMap((style) => PAPERS.map(style));

/** How a box of one line loses line breaks. */
const LOST: Readonly<Record<string, string>> = { 'spaces for its line breaks': ' ', 'nothing for its line breaks': '' };

/** What a list puts before its references. */
const NUMBERS: Readonly<Record<string, (number: number) => string>> = {
  '[1]': (number) => `[${number}] `,
  '(1)': (number) => `(${number}) `,
  '1.': (number) => `${number}. `,
  '1)': (number) => `${number}) `,
  'no number': () => '',
};

describe('A list of references in one line', () => {
  for (const [name, style] of [...Object.entries(STYLES), ['all five styles', undefined] as const])
    for (const [numbered, number] of Object.entries(NUMBERS))
      for (const [how, between] of Object.entries(LOST))
        it(`is split: ${name}, ${numbered}, ${how}`, () => {
          const wanted = style ? PAPERS.map(style) : ALL;
          const list = wanted.map((reference, i) => number(i + 1) + reference);
          assert.deepEqual(splitReferences(list.join(between)), wanted);
        });

  const DOE = 'Doe, J. (2020). On maps. Robotics. https://doi.org/10.1234/abc';
  const ROE = 'Roe, A., & van der Berg, P.-J. (2019a, May). A reply to Doe, 2018: Part 2. Whales. MIT Press.';
  const ZOE = 'Zoë, K. (2021). Of 3. Things. Arxiv. arXiv:2001.00001';
  for (const [what, line, wanted] of [
    ['behind addresses and publishers', `${DOE} ${ROE} ${ZOE} ${DOE}`, [DOE, ROE, ZOE, DOE]],
    ['by numbers that stand in titles too', `2. ${ROE} 3. ${ZOE} 4. ${DOE}`, [ROE, ZOE, DOE]],
    [
      'by brackets, whatever is between',
      '[7] OpenAI. A report, 2023. [8] 10.1234/b [9] Doe.',
      ['OpenAI. A report, 2023.', '10.1234/b', 'Doe.'],
    ],
    [
      'by numbers before identifiers',
      '1. 10.1234/a 2. arXiv:2001.00001 3. PMID: 31452104',
      ['10.1234/a', 'arXiv:2001.00001', 'PMID: 31452104'],
    ],
  ] as const)
    it(`is split ${what}`, () => assert.deepEqual(splitReferences(line), wanted));

  for (const [what, line] of [
    ['one reference', DOE],
    ['a title that counts', '1. Doe, J. (2020). Chapter 1. On maps 2. On seas. Robotics.'],
    ['a citation in brackets', '[1] Doe, J. (2020). What is wrong with [2] and other papers. Robotics, 1, 2–3.'],
    ['numbers that do not go on', '[1] Doe, J. (2020). On maps. [3] Roe, A. (2019). On whales.'],
    ['an address that the next one is joined to', `${DOE}${ROE}`],
    [
      'a part in which another begins that has no end',
      `${DOE} Li, W. (2018). On seas, with Roe, A. (2019). On whales. ${ROE}`,
    ],
    ['a part in which one of a group begins', `${DOE} World Health Organization. (2019). A report. WHO. ${ROE}`],
    [
      'a part in which one without numbers ends',
      'Doe, J. “On maps.” Maps, 2020, pp. 1–2. A Group. “On seas.” Seas, 2019. Roe, A. “On whales.” Whales, 2018, p. 3.',
    ],
    ['names in a title', 'Doe, J. (2020). A letter of Roe, A. (1999), and more. Letters, 1, 2–3.'],
    ['letters like initials', 'Doe J. Vitamin D. Nature. 2015;12(3):1-15.'],
    ['a sentence', 'In 2020. We met Doe, Jane. “On maps” was said. In 2021. Roe, Anna. “On seas” too.'],
  ] as const)
    it(`is not seen in ${what}`, () => assert.equal(splitReferences(line).length, 1));
});
