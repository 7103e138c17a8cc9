import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  EMPTY_PLAN,
  type EditPlan,
  madeForText,
  mergePlans,
  planOf,
  planOfNewFile,
  withoutRenames,
} from '../../../src/base/editPlan';
import { hashBytes53 } from '../../../src/base/hash';
import type { FileState } from '../../../src/base/fileState';
import { refusalsOf } from '../../../src/base/planCheck';
import { withLineEnds } from '../../../src/base/planEffect';
import { carryOut, type MemoryFiles, textOf } from './memoryFiles';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

/** Replaces a word wherever it stands in the files, and in the names of notes. */
function replaceEverywhere(files: MemoryFiles, word: string, by: string): EditPlan {
  const plans = [...files].map(([uri, bytes]) => {
    const text = textOf(bytes);
    const places = [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map(({ index }) => index);
    const edits = places.map((start) => ({ start, end: start + word.length, newText: by }));
    const renames = uri.endsWith(`/${word}.md`) ? [{ from: uri, to: uri.replace(`${word}.md`, `${by}.md`) }] : [];
    return mergePlans([planOf(uri, madeForText(text), edits), { ...EMPTY_PLAN, renames }]);
  });
  return mergePlans(plans);
}

describe('A plan that replaces a word in five files', () => {
  const files: MemoryFiles = new Map([
    ['file:///library.bib', utf8('@book{a,\r\n title = {A}, crossref = "a"}\r\n')],
    ['file:///old.bib', latin1('% caf\u00e9\n@book{a,')],
    ['file:///wide.tex', utf16('\\cite{a} ü \\cite{a}')],
    ['file:///draft.md', utf8('\uFEFFSee @a; and @a.')],
    ['file:///notes/a.md', utf8('---\ncitekey: a\n---\n')],
  ]);

  it('changes them all, and the name of the note', () => {
    const { files: after } = carryOut(replaceEverywhere(files, 'a', 'bee'), files);
    assert.equal(textOf(after.get('file:///notes/bee.md')!), '---\ncitekey: bee\n---\n');
    assert.deepEqual(after.get('file:///wide.tex'), utf16('\\cite{bee} ü \\cite{bee}'));
    assert.deepEqual(after.get('file:///old.bib'), latin1('% caf\u00e9\n@book{bee,'));
    assert.equal(after.has('file:///notes/a.md'), false);
  });

  it('is undone by its inverse, and by the same the other way round: every byte is back', () => {
    const there = carryOut(replaceEverywhere(files, 'a', 'bee'), files);
    assert.deepEqual(carryOut(there.undo, there.files).files, files);
    assert.deepEqual(carryOut(replaceEverywhere(there.files, 'bee', 'a'), there.files).files, files);
  });

  it('is done again by the inverse of its inverse', () => {
    const there = carryOut(replaceEverywhere(files, 'a', 'bee'), files);
    const back = carryOut(there.undo, there.files);
    assert.deepEqual(carryOut(back.undo, back.files).files, there.files);
  });

  it('is not undone where a file changed since', () => {
    const there = carryOut(replaceEverywhere(files, 'a', 'bee'), files);
    const states = new Map<string, FileState>(
      [...there.files].map(([uri, bytes]) => [uri, { text: textOf(bytes), bytes }]),
    );
    states.set('file:///draft.md', { text: 'See @bee; and more.' });
    assert.deepEqual(refusalsOf(there.undo, states), [{ code: 'changed', uri: 'file:///draft.md' }]);
  });
});

describe('The inverse of a plan', () => {
  it('gives every text back', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '\n'), maxLength: 4 });
    // A text in pieces, each with what it is replaced by; an empty piece inserts, an empty replacement deletes.
    const pieces = fc.array(fc.record({ old: word, new: word, kept: word }), { maxLength: 6 });
    fc.assert(
      fc.property(pieces, (all) => {
        let before = '';
        const edits = all.map((piece) => {
          const start = before.length;
          before += piece.old + piece.kept;
          return { start, end: start + piece.old.length, newText: piece.new };
        });
        const files = new Map([['file:///a', utf8(before)]]);
        const there = carryOut(planOf('file:///a', madeForText(before), edits), files);
        assert.equal(textOf(there.files.get('file:///a')!), all.map((piece) => piece.new + piece.kept).join(''));
        assert.deepEqual(carryOut(there.undo, there.files).files, files);
      }),
    );
  });

  it('deletes what was created, and creates what was deleted', () => {
    const old = utf8('old');
    const files = new Map([['file:///old', old]]);
    const deletes = [{ uri: 'file:///old', hash: hashBytes53(old) }];
    const there = carryOut({ ...planOfNewFile('file:///new', 'Note'), deletes }, files);
    assert.deepEqual(there.files, new Map([['file:///new', utf8('Note')]]));
    assert.deepEqual(carryOut(there.undo, there.files).files, files);
  });
});

describe('Merging plans', () => {
  const insert = (uri: string, start: number, newText: string) =>
    planOf(uri, { version: 3 }, [{ start, end: start, newText }]);

  it('does once what two do alike', () => {
    const plan = mergePlans([insert('a', 1, 'x'), insert('a', 1, 'x'), insert('a', 2, 'y'), insert('b', 1, 'x')]);
    assert.deepEqual(
      plan.edits.map(({ uri, edits }) => [uri, edits.map(({ newText }) => newText).join('')]),
      [
        ['a', 'xy'],
        ['b', 'x'],
      ],
    );
    const created = planOfNewFile('n', 'text');
    assert.deepEqual(mergePlans([created, created]), created);
  });

  it('lets edits follow the file that another plan renames', () => {
    const renaming = { ...EMPTY_PLAN, renames: [{ from: 'a', to: 'b' }] };
    assert.deepEqual(mergePlans([insert('a', 0, 'x'), renaming]), mergePlans([renaming, insert('b', 0, 'x')]));
  });
});

describe('What a plan inserts', () => {
  it('gets the line ends of the file', () => {
    const plan = planOf('a', { version: 1 }, [{ start: 0, end: 0, newText: 'x\ny\r\n' }]);
    const inserted = (eol: '\n' | '\r\n') => withLineEnds(plan, new Map([['a', { eol }]])).edits[0].edits[0].newText;
    assert.equal(inserted('\r\n'), 'x\r\ny\r\n');
    assert.equal(inserted('\n'), 'x\ny\n');
  });
});

describe('A plan is refused', () => {
  const states = (...entries: [string, FileState][]) => new Map(entries);
  const a = (state: FileState) => states(['a', { text: 'abc', version: 1, ...state }]);
  const edit = planOf('a', { version: 1 }, [{ start: 0, end: 1, newText: 'x' }]);
  const codes = (plan: EditPlan, files: ReadonlyMap<string, FileState>) =>
    refusalsOf(plan, files).map(({ code, uri }) => `${code} ${uri}`);

  it('nowhere else', () => {
    assert.deepEqual(codes(edit, a({})), []);
    assert.deepEqual(codes(planOf('a', madeForText('abc'), []), a({ version: 2 })), []);
  });

  it('where the file changed since', () => {
    assert.deepEqual(codes(edit, a({ version: 2 })), ['changed a']);
    assert.deepEqual(codes(edit, a({ version: undefined })), ['changed a']);
    const byHash = planOf('a', madeForText('ab'), [{ start: 0, end: 1, newText: 'x' }]);
    assert.deepEqual(codes(byHash, a({})), ['changed a']);
    const deletes = [{ uri: 'a', hash: hashBytes53(utf8('ab')) }];
    assert.deepEqual(codes({ ...EMPTY_PLAN, deletes }, a({ bytes: utf8('abc') })), ['changed a']);
  });

  it('where the file is gone', () => {
    assert.deepEqual(codes(edit, states()), ['missing a']);
    assert.deepEqual(codes({ ...EMPTY_PLAN, renames: [{ from: 'a', to: 'b' }] }, states()), ['missing a']);
  });

  it('where the file is read-only', () => {
    const readOnly = a({ readOnly: true, bytes: utf8('abc') });
    assert.deepEqual(codes(edit, readOnly), ['read-only a']);
    assert.deepEqual(codes({ ...EMPTY_PLAN, renames: [{ from: 'a', to: 'b' }] }, readOnly), ['read-only a']);
    const deletes = [{ uri: 'a', hash: hashBytes53(utf8('abc')) }];
    assert.deepEqual(codes({ ...EMPTY_PLAN, deletes }, readOnly), ['read-only a']);
  });

  it('where saving would change more than the edits', () => {
    const oddity = { kind: 'mark' } as const;
    assert.deepEqual(refusalsOf(edit, a({ oddity })), [{ code: 'odd', uri: 'a', oddity }]);
  });

  it('where the text cannot be read', () => {
    const unreadable = 'It is too large.';
    assert.deepEqual(refusalsOf(edit, a({ unreadable })), [{ code: 'unreadable', uri: 'a', reason: unreadable }]);
  });

  it('where it would overwrite a file', () => {
    assert.deepEqual(codes(planOfNewFile('a', ''), a({})), ['exists a']);
    const renames = [{ from: 'a', to: 'b' }];
    assert.deepEqual(codes({ ...EMPTY_PLAN, renames }, states(['a', {}], ['b', {}])), ['exists b']);
  });

  it('not any more where a file that had its new name keeps the present one, with the edits of it', () => {
    const renames = ['a', 'b'].map((from) => ({ from, to: from.toUpperCase() }));
    const edits = (uri: string) => [{ uri, madeFor: { version: 1 }, edits: [] }];
    const plan = withoutRenames({ ...EMPTY_PLAN, renames, edits: edits('A') }, new Set(['a']));
    assert.deepEqual(plan, { ...EMPTY_PLAN, renames: [renames[1]], edits: edits('a') });
  });

  it('where it would overwrite a file whose name differs in case only', () => {
    const renames = [{ from: 'a', to: 'A' }];
    assert.deepEqual(codes({ ...EMPTY_PLAN, renames }, states(['a', {}], ['A', {}])), ['exists A']);
    assert.deepEqual(codes({ ...EMPTY_PLAN, renames }, states(['a', {}])), []);
  });

  it('where it would delete what is not saved', () => {
    const deletes = [{ uri: 'a', hash: hashBytes53(utf8('abc')) }];
    assert.deepEqual(codes({ ...EMPTY_PLAN, deletes }, a({ bytes: utf8('abc'), unsaved: true })), ['unsaved a']);
  });

  it('where it contradicts itself', () => {
    const overlapping = mergePlans([edit, planOf('a', { version: 1 }, [{ start: 0, end: 2, newText: 'y' }])]);
    assert.deepEqual(codes(overlapping, a({})), ['contradiction a']);
    const twice = [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c' },
    ];
    assert.deepEqual(codes({ ...EMPTY_PLAN, renames: twice }, a({})), ['contradiction a']);
    const created = mergePlans([planOfNewFile('n', 'one'), planOfNewFile('n', 'two')]);
    assert.deepEqual(codes(created, states()), ['contradiction n']);
    const deletes = [{ uri: 'a', hash: hashBytes53(utf8('abc')) }];
    assert.deepEqual(codes({ ...edit, deletes }, a({ bytes: utf8('abc') })), ['contradiction a']);
  });
});
