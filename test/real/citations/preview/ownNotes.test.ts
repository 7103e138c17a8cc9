import assert from 'node:assert/strict';
import fc from 'fast-check';
import { footnotePlugin } from './footnotePlugin';
import { NOTE_STYLE } from '../csl/styles';
import { previewed } from './previewed';

/** What is read of HTML: the text with its marks in brackets, and below the notes, a line each. */
function read(html: string): string[] {
  const plain = (part: string) =>
    part
      .replace(/<sup id="[^"]*"><a href="#literature-note-(\d+)"[^<]*<\/a><\/sup>/g, '[$1]')
      .replace(/<a [^<]*>(?:↩|back)<\/a>/g, '')
      .replace(/<[^<>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const [text, notes = ''] = html
    .replace(/<section class="literature-references[\s\S]*/, (list) => {
      const own = /<section class="literature-notes[\s\S]*/.exec(list)?.[0] ?? '';
      return own;
    })
    .split('<section class="literature-notes"');
  const items = [...notes.matchAll(/<li id="literature-note-(\d+)" value="\1">([\s\S]*?)<\/li>/g)];
  return [plain(text), ...items.map(([, number, note]) => `${number} ${plain(note)}`)];
}

for (const [beside, plugins] of [
  ['by itself', []],
  ['beside a plugin for footnotes', [footnotePlugin]],
] as const) {
  describe(`The user's footnotes in a style of notes, ${beside}`, () => {
    const reads = (source: string, ...expected: string[]) =>
      it(`read ${JSON.stringify(source)}`, async () =>
        assert.deepEqual(read(await previewed(source, NOTE_STYLE, { plugins })), expected));

    reads(
      'One.[^x] Two [@b]. Three [@b].\n\n[^x]: Plain *note*.',
      'One.[1] Two.[2] Three.[3]',
      '1 Plain note.',
      '2 Bo Berg, Lakes.',
      '3 Ibid.',
    );
    reads(
      'One [@a]. Two.^[Plain] Three [@a].',
      'One.[1] Two.[2] Three.[3]',
      '1 Ann Smith, On “rivers.”',
      '2 Plain',
      '3 Ann Smith, On “rivers.”',
    );
    reads(
      'One.^[See [@b, p. 3], and more.] Two [@b, p. 3].',
      'One.[1] Two.[2]',
      '1 See (Bo Berg, Lakes, p. 3), and more.',
      '2 Ibid.',
    );
    reads(
      'One.[^1] Two.[^2]\n\n[^1]: [@b] is first. And [@a].\n[^2]: As @b says. @b',
      'One.[1] Two.[2]',
      '1 Bo Berg, Lakes. is first. And (Ann Smith, On “rivers”).',
      '2 As Bo Berg, Lakes says. Bo Berg, ibid.',
    );
    reads('One.^[[@b]] Two [@b].', 'One.[1] Two.[2]', '1 Bo Berg, Lakes.', '2 Ibid.');

    it('lead to their text and back', async () => {
      const html = await previewed('One.[^1] Two [@b].\n\n[^1]: Plain.', NOTE_STYLE, { plugins });
      assert.match(html, /<sup id="literature-note-1-place"><a href="#literature-note-1">1<\/a><\/sup>/);
      assert.match(html, /<li id="literature-note-1" value="1">.*Plain\..*<a href="#literature-note-1-place"/s);
      assert.doesNotMatch(html, /class="footnote|\[\^1\]/);
    });

    for (const source of [
      'One.[^1] Two.\n\n[^1]: Plain note.',
      'One.^[Plain *note*] Two.[^2]\n\n[^2]: See me.\n[^3]: Not marked.',
      '![a[^1]](x.png) `[^1]` \\[^1] [^nobody]\n\n[^1]: Plain text',
      '[^1](x) and [^a][b]\n\n[^1]: Plain text',
    ]) {
      it(`show ${JSON.stringify(source)} in other styles as without us`, async () => {
        const plain = await previewed(source, null, { plugins, isExtended: false });
        assert.ok((await previewed(`${source}\n\n[@b]`, 'apa', { plugins })).includes(plain.split('<section')[0]));
        assert.equal(await previewed(source, null, { plugins }), plain);
        assert.equal(await previewed(source, NOTE_STYLE, { plugins }), plain);
      });
    }
  });
}

describe("The user's footnotes", () => {
  it('stay where they are that nothing marks, and what stands before them in their paragraph', async () => {
    const [text, ...notes] = read(await previewed('A.[^1] [@b]\n\nBefore\n[^1]: One.\n[^2]: Two.', NOTE_STYLE));
    assert.equal(text, 'A.[1][2] Before [^2]: Two.');
    assert.deepEqual(notes, ['1 One.', '2 Bo Berg, Lakes.']);
  });

  it('are no targets of links where they are one word or citation, as markdown-it has them by itself', async () => {
    assert.match(await previewed('A.[^1]\n\n[^1]: [@b]', 'apa'), /<p>\[\^1\]: .*Berg, 1999/);
    assert.match(
      await previewed('A.[^1] @a\n\n[^1]: Word.', NOTE_STYLE),
      /<li id="literature-note-1" value="1">Word\./,
    );
  });

  it('leave a last heading empty that is for the list', async () => {
    const html = await previewed('A.[^1] [@b]\n\n# References\n\n[^1]: One.', NOTE_STYLE);
    assert.match(html, /<\/h1>\n<section class="literature-references"/);
  });

  it('are shown as without us wherever nothing is cited', async () => {
    const pieces = ['[^1]', '^[', ']', '[', '`', '(x)', '![', ' word ', '\n', '\n\n[^1]: two words', '\\', '> ', '|'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces)), async (written) => {
        const text = written.join('');
        const plain = await previewed(text, null, { isExtended: false });
        assert.equal(await previewed(text, NOTE_STYLE), plain);
      }),
    );
  });
});
