import assert from 'node:assert/strict';
import type { Entry } from '../../../../src/library/model/entry';
import { newKeys } from '../../../../src/workflows/rename/newKeys';

describe('New keys by a pattern', () => {
  /** Papers as `key base`: the base is what the pattern makes. */
  const gives = (what: string, papers: string, taken: string, expected: string) =>
    it(what, () => {
      const bases = new Map(papers.split(', ').map((paper) => paper.split(' ') as [string, string]));
      const entries = [...bases.keys()].map((citekey) => ({ citekey }) as Entry);
      const others = [...taken.split(' '), ...bases.keys()];
      const moves = newKeys(
        entries,
        (paper) => bases.get((paper as Entry).citekey) ?? '',
        (key, { citekey }) => key !== citekey && others.includes(key),
      );
      assert.equal(moves.map(({ from, to }) => `${from} ${to}`).join(', '), expected);
    });

  gives('are those of the pattern', 'x smith2020, y jones2021', '', 'x smith2020, y jones2021');
  gives('are left out where they are there already', 'smith2020 smith2020', '', '');
  gives('get a letter where they are taken', 'x smith2020', 'smith2020 smith2020a', 'x smith2020b');
  gives('get a letter where one before has it', 'x smith2020, y smith2020', '', 'x smith2020, y smith2020a');
  gives('stay where they have a letter already', 'smith2020b smith2020', 'smith2020', '');
  gives('lose a letter that is not needed', 'smith2020b smith2020', '', 'smith2020b smith2020');
  gives('stay where the pattern makes nothing', 'x ', '', '');
  gives('never take the key of a paper that is to get another', 'a b, b c', '', 'a ba, b c');
});
