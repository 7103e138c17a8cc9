import assert from 'node:assert/strict';
import { LOCATOR_KINDS, parseLocator, splitLocator, writeLocator } from '../../../src/citations/locator';

/** Locator and suffix of what follows a key, as `locator|suffix`. */
function split(text: string): string {
  const { locator, suffix } = splitLocator(text, 0, text.length);
  return [locator, suffix].map((range) => (range ? text.slice(range.start, range.end) : '')).join('|');
}

describe('What follows a key', () => {
  const cases: [text: string, expected: string][] = [
    [', pp. 33-35', 'pp. 33-35|'],
    [' p. 3', 'p. 3|'],
    [', 33', '33|'],
    [', 33-35, 38 & 40 and passim', '33-35, 38 & 40|and passim'],
    [', chap. 3', 'chap. 3|'],
    [', ch. IV, more', 'ch. IV|more'],
    [', § 3.2', '§ 3.2|'],
    [', §§3–5', '§§3–5|'],
    [', section 3(a)', 'section 3(a)|'],
    [', fig. 4b', 'fig. 4b|'],
    [', tab. 2 note', 'tab. 2|note'],
    [', app. B', 'app. B|'],
    [', s.v. x', 's.v. x|'],
    [', pp. iv, vi-xi', 'pp. iv, vi-xi|'],
    [', p.~7', 'p.~7|'],
    [', \\S 2', '\\S 2|'],
    [', vol. 2, p. 3', 'vol. 2|p. 3'],
    [', p. 3, I think', 'p. 3|I think'],
    [', page', '|page'],
    [', and nowhere else', '|and nowhere else'],
    [', 2nd edition', '2nd|edition'],
    [', passim 3', '|passim 3'],
    [', S. 33-35 und öfter', 'S. 33-35|und öfter'],
    [', Kap. 3, mehr', 'Kap. 3|mehr'],
    [', Abb. 4b', 'Abb. 4b|'],
    [', cap. 2', 'cap. 2|'],
    [', pág. 3', 'pág. 3|'],
    [', nᵒ 3', 'nᵒ 3|'],
    [', hfst. 2', 'hfst. 2|'],
    [', Seitenzahl 3', '|Seitenzahl 3'],
    [', c. 1920', '|c. 1920'],
    ['{ii, A}, more', 'ii, A|more'],
    [', {p. 3}', 'p. 3|'],
    [', {}3 x', '|3 x'],
    [', { unclosed', '|{ unclosed'],
    ['', '|'],
    [' , ', '|'],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(split(text), expected));
});

describe('A locator', () => {
  it('is read by kind and value', () => {
    assert.deepEqual(parseLocator('pp. 33-35'), { kind: 'page', value: '33-35' });
    assert.deepEqual(parseLocator('chap.~2'), { kind: 'chapter', value: '2' });
    assert.deepEqual(parseLocator('17'), { kind: 'page', value: '17' });
    assert.deepEqual(parseLocator('§ 3.2'), { kind: 'section', value: '3.2' });
  });

  it('of every kind is written so that it is read back', () => {
    for (const kind of LOCATOR_KINDS) {
      for (const value of ['3', '3-5']) assert.deepEqual(parseLocator(writeLocator(kind, value)), { kind, value });
    }
  });

  it('is written in the language of the document, in English where we know none', () => {
    const pages = (language?: string) => writeLocator('page', '3-5', language);
    assert.deepEqual(
      [pages('de-DE'), pages('fr'), pages('es_MX'), pages('sv'), pages()],
      ['S. 3-5', 'p. 3-5', 'pp. 3-5', 'pp. 3-5', 'pp. 3-5'],
    );
    assert.equal(writeLocator('chapter', '2', 'de'), 'Kap. 2');
    assert.equal(writeLocator('rule', '2', 'de'), 'rule 2');
    for (const language of ['de', 'es', 'fr', 'nl'])
      for (const kind of LOCATOR_KINDS) {
        const written = writeLocator(kind, '3', language);
        assert.equal(splitLocator(written, 0, written.length).locator?.end, written.length, written);
      }
  });
});
