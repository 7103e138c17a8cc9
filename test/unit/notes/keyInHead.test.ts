import assert from 'node:assert/strict';
import { keyInHead } from '../../../src/notes/keyInHead';

const KEYS = ['smith2020', 'doe:2021'];

describe('The own key in the head of a note', () => {
  const stands = (marked: string, found: string | undefined, isOrg = false) =>
    it(`is ${found ?? 'not'} at ${JSON.stringify(marked)}`, () => {
      const text = marked.replace('|', '');
      const place = keyInHead(text, KEYS, marked.indexOf('|'), isOrg);
      assert.equal(place && text.slice(place.start, place.end), found);
      if (place) assert.ok(KEYS.includes(place.key));
    });
  stands('---\ncitekey: smi|th2020\n---\n', 'smith2020');
  stands('---\ncitekey: smith2020|\n---\n', 'smith2020');
  stands('---\ncitekey: "|smith2020"\n---\n', 'smith2020');
  stands("---\r\ncitekey: '@smith|2020'\r\n---\r\n", 'smith2020');
  stands('---\ncitekeys: [smith2020, doe:|2021]\n---\n', 'doe:2021');
  stands('---\ncitekeys:\n  - smith2020\n  - doe|:2021\n---\n', 'doe:2021');
  stands('---\ncitekeys: smith2020,doe:20|21\n---\n', 'doe:2021');
  stands('---\naliases: ["@smith|2020"]\n---\n', 'smith2020');
  stands('---\ncitekey: "[[smith|2020]]"\n---\n', 'smith2020');
  stands('---\ncite|key: smith2020\n---\n', undefined);
  stands('---\ncitekey: |smith2020b\n---\n', undefined);
  stands('---\npdf: smith|2020.pdf\n---\n', undefined);
  stands('---\ncitekey: a\n---\nsmith|2020\n', undefined);
  stands('smith|2020', undefined);
  stands('---\ncitekey: smith|2020\n', undefined);
  stands(':PROPERTIES:\n:ROAM_REFS: @smith|2020 @doe:2021\n:END:\n', 'smith2020', true);
  stands(':PROPERTIES:\n:ROAM_REFS: @smith2020 @doe:|2021\n:END:\n', 'doe:2021', true);
  stands('#+citekey: smith|2020\n', 'smith2020', true);
  stands('* On smith|2020\n', undefined, true);

  it('is found as it is spelt, also where its accents are letters of their own', () => {
    const text = `---\ncitekey: ${'müller1'.normalize('NFD')}\n---\n`;
    assert.deepEqual(keyInHead(text, ['müller1'], 15, false), { key: 'müller1', start: 13, end: 21 });
  });
});
