import assert from 'node:assert/strict';
import { insideQuotes } from '../../../../src/citations/csl/insideQuotes';
import { runsOf } from '../../../../src/citations/csl/runs';

describe('Stops and commas behind quotes', () => {
  const stands = (expected: string, html: string) =>
    it(`${html} becomes ${expected}`, () =>
      assert.equal(
        insideQuotes(runsOf(html))
          .map(({ text, marks }) => (marks.has('italic') ? `<i>${text}</i>` : text))
          .join(''),
        expected,
      ));
  stands('“On rivers,” and “Lakes.”', '“On rivers”, and “Lakes”.');
  stands('“The ‘flood,’” and so on', '“The ‘flood’”, and so on');
  stands('“On <i>Salmo</i>,” and', '“On <i>Salmo</i>”, and');
  stands('“On rivers,”<i> and</i>', '“On rivers”,<i> and</i>');
  stands('“On rivers”; and', '“On rivers”; and');
  stands('“What?”, and', '“What?”, and');
  stands('the boys’, and', 'the boys’, and');
});
