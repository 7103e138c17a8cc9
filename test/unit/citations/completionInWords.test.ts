import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/base/textEdit';
import { areWordsBefore, keyPlaceAt } from '../../../src/citations/completionInWords';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';

const IDS = Object.keys(SYNTAXES) as SyntaxId[];
const isKey = (word: string) => word === 'known2020';

/** What is offered at the cursor `|`: the words, and the text with a key put there; undefined where nothing is. */
function completed(id: SyntaxId, marked: string): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const place = keyPlaceAt(text, offset, SYNTAXES[id], isKey);
  return place && `${place.typed} → ${applyEdits(text, [place.edit('key')])}`;
}

describe('Completing a citekey by words of the paper', () => {
  const offered: [id: SyntaxId, before: string, after: string][] = [
    ['pandoc', '[@memory net|]', 'memory net → [@key]'],
    ['pandoc', 'As [@memory net|', 'memory net → As [@key'],
    ['pandoc', 'As @weston 2014|', 'weston 2014 → As @key'],
    ['pandoc', 'As @weston |', 'weston  → As @key'],
    ['pandoc', '[see @a, p. 3; -@van den oord|]', 'van den oord → [see @a, p. 3; -@key]'],
    ['pandoc', '[@memory ne|two, p. 3]', 'memory ne → [@key, p. 3]'],
    ['pandoc', "@o'neil all-you need|", "o'neil all-you need → @key"],
    ['pandoc', '{cite:p}`memory net|`', 'memory net → {cite:p}`key`'],
    ['myst', '{cite:t}`a; memory net|`', 'memory net → {cite:t}`a; key`'],
    ['latex', '\\cite{memory net|}', 'memory net → \\cite{key}'],
    ['latex', '\\cite{a, memory net|', 'memory net → \\cite{a, key'],
    ['typst', '@weston 2014|', 'weston 2014 → @key'],
    ['typst', '#cite(<memory net|>)', 'memory net → #cite(<key>)'],
    ['typst', '#cite(<memory net|', 'memory net → #cite(<key>'],
    ['org', '[cite:@memory net|]', 'memory net → [cite:@key]'],
    ['org', '[cite/t:see @a p. 3; @memory net|', 'memory net → [cite/t:see @a p. 3; @key'],
    ['rst', ':cite:p:`memory net|`', 'memory net → :cite:p:`key`'],
    ['rst', ':cite:p:`a, memory net|`', 'memory net → :cite:p:`a, key`'],
    ['asciidoc', 'cite:[memory net|]', 'memory net → cite:[key]'],
    ['asciidoc', 'cite:[a(3), memory net|', 'memory net → cite:[a(3), key'],
    ['multimarkdown', '[#memory net|]', 'memory net → [#key]'],
    ['multimarkdown', '[p. 3][#memory net|]', 'memory net → [p. 3][#key]'],
    ['jekyll', '{% cite memory net| %}', 'memory net → {% cite key %}'],
    ['jekyll', '{% cite memory net|', 'memory net → {% cite key'],
    ['jekyll', '{% cite known2020 memory net| %}', 'memory net → {% cite known2020 key %}'],
    ['jekyll', '{% cite known2020 mem| %}', 'mem → {% cite known2020 key %}'],
  ];
  for (const [id, before, after] of offered) {
    it(`${id}: ${JSON.stringify(before)}`, () => assert.equal(completed(id, before), after));
  }

  const silent: [id: SyntaxId, text: string][] = [
    ['pandoc', '@known2020 shows that|'],
    ['pandoc', '[@known2020 and more|]'],
    ['pandoc', 'As @known2020. Then|'],
    ['pandoc', 'me@example com|'],
    ['pandoc', '`@memory net|`'],
    ['pandoc', '<!-- @memory net| -->'],
    ['pandoc', '@one two three four five six|'],
    ['pandoc', '[@a] memory net|'],
    ['pandoc', 'memory net|'],
    ['latex', '\\section{memory net|}'],
    ['latex', '% \\cite{memory net|}'],
    ['typst', '@known2020 shows that|'],
    ['typst', '// @memory net|'],
    ['org', '@memory net|'],
    ['rst', ':ref:`memory net|`'],
    ['asciidoc', '`cite:[memory net|]`'],
    ['multimarkdown', '[#a] memory net|'],
    ['jekyll', '{% include memory net| %}'],
  ];
  for (const [id, text] of silent) {
    it(`${id}: not in ${JSON.stringify(text)}`, () => assert.equal(completed(id, text), undefined));
  }

  it('tells words that are no key from a key', () => {
    const inWords = (text: string) => keyPlaceAt(text, text.length, SYNTAXES.pandoc, isKey)?.inWords;
    assert.deepEqual([inWords('@memory net'), inWords('@memory')], [true, false]);
  });

  it('asks nothing of the text where the line shows no words', () => {
    const asked = (text: string) => areWordsBefore(text, text.length, SYNTAXES.pandoc, isKey);
    assert.deepEqual(['@memory ', 'Just prose ', '@known2020 ', 'A (short) '].map(asked), [true, false, false, false]);
  });

  it('makes edits of the line around the cursor, whatever the text', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...IDS),
        fc.array(
          fc.constantFrom('@', '[', ']', '{', '\\cite{', '`', 'cite:[', '[#', '{% cite ', ' ', 'ab', '2014', '\n', ';'),
        ),
        fc.nat(),
        (id, pieces, at) => {
          const text = pieces.join('');
          const offset = at % (text.length + 1);
          const place = keyPlaceAt(text, offset, SYNTAXES[id], isKey);
          if (!place?.inWords) return;
          const edit = place.edit('key');
          assert.ok(edit.start <= place.range.start && edit.end >= offset, JSON.stringify([text, offset, edit]));
          assert.ok(!text.slice(place.range.start, offset).includes('\n'));
        },
      ),
    ));
});
