import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../src/base/textEdit';
import type { Annotation } from '../../../../src/library/model/annotation';
import { mergeAnnotations } from '../../../../src/notes/annotations/mergeAnnotations';

const WORDS = { heading: 'Annotations', open: 'open', page: (label: string) => `p. ${label}` };

function marked(id: string, text: string, more: Partial<Annotation> = {}): Annotation {
  return { id, text, link: `zotero://open-pdf/library/items/PDF?annotation=${id}`, tags: [], ...more };
}

function merge(note: string, annotations: readonly Annotation[], areAll = true): string {
  const edit = mergeAnnotations(note, { annotations, areAll, words: WORDS });
  assert.notEqual(edit, 'unclosed');
  return typeof edit === 'object' ? applyEdits(note, [edit]) : note;
}

/** A note as one reads it: without the signs of entries, and the ids at the end. */
const read = (note: string) =>
  note
    .replace(/ <!-- zotero:\w+:\w+(:gone)? -->/g, (_, gone: string | undefined) => (gone ? ' †' : ''))
    .replace(END, '<!-- /zotero annotations -->');
const END = /^<!-- \/zotero annotations(?: \w+)* -->$/m;
/** The lines of an annotation, with the empty ones below them. */
const linesOf = (id: string) => new RegExp(`(?:^>.*\\n)*^>.*<!-- zotero:${id}:.*-->\\n\\n?`, 'm');

const A = marked('AAAA0001', 'First *words*', { pageLabel: 'iv', comment: 'why?', tags: ['maps'] });
const B = marked('BBBB0002', 'Second');
const C = marked('CCCC0003', 'Third');
const link = (id: string, label = 'open') => `[${label}](zotero://open-pdf/library/items/PDF?annotation=${id})`;

describe('The annotations in a note', () => {
  it('come at its end, quoted, with what was written about them, and a link to each', () => {
    assert.equal(
      read(merge('# Note\n\nmine\n', [A, B])),
      `# Note

mine

## Annotations

<!-- zotero annotations -->

> First \\*words\\*
>
> why?
>
> ${link('AAAA0001', 'p. iv')} — maps

> Second
>
> ${link('BBBB0002')}

<!-- /zotero annotations -->
`,
    );
    assert.equal(merge('# Note\n', []), '# Note\n');
  });

  it('come where a template has their place, with the line ends of the note', () => {
    const note = merge('a\r\n<!-- zotero annotations -->\r\n<!-- /zotero annotations -->\r\nz', [B]);
    assert.match(
      note,
      /^a\r\n<!-- zotero annotations -->\r\n\r\n> Second\r\n>\r\n> .*-->\r\n\r\n<!-- \/zotero annotations BBBB0002 -->\r\nz$/,
    );
  });

  it('change where they changed, with the words below them as they were', () => {
    const before = merge('', [B, C]).replace('\n\n> Third', '\n\nmy thoughts\n\n> my own quote\n\n> Third');
    const after = merge(before, [marked('BBBB0002', 'Second, corrected'), C]);
    assert.equal(read(after), read(before).replace('> Second', '> Second, corrected'));
  });

  it('are put in their order, behind what was written below the one before', () => {
    const before = merge('', [marked('AAAA0001', 'First'), C]).replace('\n\n> Third', '\n\nmy thoughts\n\n> Third');
    const order = [
      ...read(merge(before, [marked('AAAA0001', 'First'), B, C])).matchAll(/First|Second|Third|my thoughts/g),
    ];
    assert.deepEqual(order.map(String), ['First', 'my thoughts', 'Second', 'Third']);
  });

  it('are struck through where they are gone, once, and come back as they are', () => {
    const before = merge('', [A, B]).replace('\n\n> Second', '\nmine\n\n> Second');
    const after = merge(before, [B]);
    assert.match(read(after), /> ~~First \\\*words\\\*~~\n>\n> ~~why\?~~\n>\n> \[p\. iv\].* †\nmine\n/);
    assert.equal(merge(after, [B]), after);
    assert.equal(merge(after, [A, B]), before);
  });

  it('stay away where the user took them out, and come back where their ids at the end are taken away', () => {
    const before = merge('', [A, B, C]);
    const without = before.replace(linesOf(B.id), 'Second? No.\n\n');
    assert.ok(!without.includes('> Second'));
    assert.equal(merge(without, [A, B, C]), without);
    const more = merge(without, [marked('AAAA0001', 'First, corrected'), B, marked('DDDD0004', 'Between'), C]);
    const order = [...read(more).matchAll(/^> (First|Between|Third)|Second\? No/gm)].map(([, word]) => word);
    assert.deepEqual(order, ['First', undefined, 'Between', 'Third']);
    assert.equal(merge(without, [A, marked('BBBB0002', 'Second, corrected'), C]), without);
    assert.match(merge(without.replace(` ${B.id}`, ''), [A, B, C]), /^> Second$/m);
    assert.match(merge(without.replace(END, '<!-- /zotero annotations -->'), [A, B, C]), /^> Second$/m);
  });

  it('stay away where all were taken out, and where they were put elsewhere in the note', () => {
    const before = merge('# Note\n', [B]);
    const none = before.replace(linesOf(B.id), '');
    assert.equal(merge(none, [B]), none);
    const [block] = linesOf(B.id).exec(before) ?? [];
    const moved = none.replace('# Note\n', `# Note\n\n${block}`);
    assert.equal(merge(moved, [B]), moved);
  });

  it('that were struck through and then taken out come back where they come back in Zotero', () => {
    const struck = merge(merge('', [A, B]), [A]);
    const cleared = struck.replace(linesOf(B.id), '');
    assert.equal(merge(cleared, [A]), cleared);
    assert.match(merge(cleared, [A, B]), /^> Second$/m);
  });

  it('stay where not all annotations are known', () => {
    const before = merge('', [A, B]);
    assert.equal(merge(before, [B], false), before);
  });

  it('stay as the user made them until they change; then both are there', () => {
    const edited = merge('', [B, C]).replace('> Second', '> Second (nonsense!)');
    assert.equal(merge(edited, [B, C]), edited);
    const after = merge(edited, [marked('BBBB0002', 'Second, corrected'), C]);
    assert.match(read(after), /> Second, corrected\n>\n> .*\n\n> Second \(nonsense!\)\n/);
    const gone = merge(edited, [C]);
    assert.match(gone, /~~Second \(nonsense!\)~~/);
    assert.match(merge(gone, [B, C]), /> Second\n[^]*Second \(nonsense!\)/);
  });

  it('are no longer ours once their sign is taken away, and copies of them are the user’s', () => {
    const before = merge('', [B]);
    const [block] = /> Second[^]*?-->/.exec(before) ?? [''];
    const twice = before.replace(block, `${block}\n\n${block}`);
    assert.equal(merge(twice, [B]), twice);
    const after = merge(twice, [marked('BBBB0002', 'New')]);
    assert.match(after, /> New\n[^]*> Second\n/);
  });

  it('make no heading, link or comment of what they say', () => {
    const note = merge('', [
      marked('BBBB0002', '# no\n<!-- /zotero annotations -->\n[x](command:y)', { pageLabel: ']x\ny' }),
    ]);
    assert.equal(merge(note, []).match(/^<!-- \/zotero annotations.*-->$/gm)?.length, 1);
    assert.ok(!/^# no|(?<!\\)\]\(command/m.test(note), note);
  });

  it('are left alone where the block has no end, or there are two', () => {
    const of = (note: string) => mergeAnnotations(note, { annotations: [B], areAll: true, words: WORDS });
    assert.equal(of('<!-- zotero annotations -->\n'), 'unclosed');
    assert.equal(of('<!-- /zotero annotations -->\n<!-- zotero annotations -->'), 'unclosed');
    const whole = '<!-- zotero annotations -->\n<!-- /zotero annotations -->\n';
    assert.equal(of(whole + whole), 'unclosed');
  });

  describe('whatever the user does', () => {
    const ids = ['AAAA0001', 'BBBB0002', 'CCCC0003', 'DDDD0004'];
    const text = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('~~x~~', '> q', 'a\n\nb', '<!-- zotero:AAAA0001:x -->', '-->', '~~'),
    );
    const annotations = fc
      .record({
        ids: fc.shuffledSubarray(ids),
        texts: fc.array(text, { minLength: 4, maxLength: 4 }),
        comments: fc.array(fc.option(text, { nil: undefined }), { minLength: 4, maxLength: 4 }),
      })
      .map(({ ids: some, texts, comments }) => some.map((id, i) => marked(id, texts[i], { comment: comments[i] })));
    /** What a user types: words that are in no annotation, so that they can be found again. */
    const typed = fc
      .tuple(fc.constantFrom('', '> ', '- ', '    ', '# ', '~~'), fc.nat(999))
      .map(([before, n]) => `${before}own${n}words`);
    const typing = fc.array(
      fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), line: typed, isInside: fc.boolean() }),
      {
        maxLength: 5,
      },
    );
    /** Types lines between lines, or behind what stands in one. */
    const type = (note: string, all: { at: number; line: string; isInside: boolean }[]) =>
      all.reduce((before, { at, line, isInside }) => {
        const lines = before.split('\n');
        const place = Math.floor(at * (lines.length - 1));
        const isSign = lines[place].includes('zotero annotations');
        if (isInside && !isSign) lines[place] = `${lines[place]} ${line}`;
        else lines.splice(place, 0, line);
        return lines.join('\n');
      }, note);
    const own = (note: string) => [...note.matchAll(/own\d+words/g)].map(String);

    it('keep all words of the user’s in their order', () => {
      fc.assert(
        fc.property(annotations, typing, annotations, typing, annotations, (first, words, second, more, third) => {
          const one = type(merge('# Note\n', first), words);
          const two = merge(one, second);
          assert.deepEqual(own(two), own(one));
          const three = type(two, more);
          assert.deepEqual(own(merge(three, third)), own(three));
        }),
      );
    });

    it('are the same after they were merged twice', () => {
      fc.assert(
        fc.property(annotations, typing, annotations, (first, words, second) => {
          const once = merge(type(merge('# Note\n', first), words), second);
          assert.equal(merge(once, second), once);
        }),
      );
    });

    it('stay away once they were taken out, and all others are there, each once', () => {
      fc.assert(
        fc.property(annotations, fc.subarray(ids), annotations, annotations, (first, out, second, third) => {
          const before = merge('# Note\n', first);
          const had = first.map(({ id }) => id);
          const taken = out.filter((id) => had.includes(id));
          const without = taken.reduce((note, id) => note.replace(linesOf(id), ''), before);
          let note = without;
          // One that is gone meanwhile, and struck through, was not taken out.
          for (const now of [second, third]) {
            note = merge(note, now);
            for (const { id } of now) {
              const count = note.split(`annotation=${id}) <!-- zotero:${id}:`).length - 1;
              assert.equal(count, taken.includes(id) ? 0 : 1, `${id} in ${note}`);
            }
          }
        }),
      );
    });

    it('are all there, each once, and nothing but the block changes', () => {
      fc.assert(
        fc.property(annotations, typing, annotations, (first, words, second) => {
          const note = type(merge('# Note\n', first), words);
          const after = merge(note, second);
          for (const { id } of second)
            assert.ok(after.includes(`annotation=${id}) <!-- zotero:${id}:`) || words.length > 0);
          if (!note.includes('zotero annotations')) return;
          const [before] = note.split('<!-- zotero annotations -->');
          assert.ok(after.startsWith(before));
          assert.equal(after.split(END).at(-1), note.split(END).at(-1));
        }),
      );
    });
  });
});
