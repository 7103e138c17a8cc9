import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noteFileName, withSuffix } from '../../../src/notes/fileName';
import type { NoteValues } from '../../../src/notes/values';
import { anyText } from './anyText';
import { paper } from './paper';
import { cases } from '../support/cases';

const name = (template: string, values: Partial<NoteValues> = {}) =>
  noteFileName(template, paper(values)).segments.join('/');
const byKey = (citekey: string) => name('{{ citekey }}', { citekey });

describe('The file name of a note', () => {
  it('comes from the template', () => {
    assert.equal(name('{{ citekey }}'), 'vaswani2017attention.md');
    assert.equal(name('@{{ citekey }}'), '@vaswani2017attention.md');
    assert.equal(name('{{ authors[0] }} {{ year }}.md'), 'Ashish Vaswani 2017.md');
  });

  it('has folders where the template has a slash, not where a value has one', () => {
    assert.equal(name('{{ year }}/{{ citekey }}'), '2017/vaswani2017attention.md');
    assert.equal(name('{{ created | date: "%Y/%m" }}/x'), '2025/03/x.md');
    assert.equal(byKey('a/b\\c'), 'a_b_c.md');
    assert.equal(name('{% echo title %}', { title: '../../etc/passwd' }), '___.._etc_passwd.md');
    assert.equal(name('{{ title | raw }}', { title: '/etc' }), '_etc.md');
  });

  it('leaves out folders without a name, and falls back to the citekey', () => {
    assert.equal(name('{{ venue }}/{{ citekey }}'), 'vaswani2017attention.md');
    assert.equal(name('{{ year }}/{{ venue }}'), '2017/vaswani2017attention.md');
    assert.equal(name(''), 'vaswani2017attention.md');
    assert.equal(byKey(''), '_.md');
  });

  it('stays inside the notes folder', () => {
    assert.equal(name('../../{{ citekey }}'), '__/__/vaswani2017attention.md');
    assert.equal(name('/etc/x'), 'etc/x.md');
    assert.equal(byKey('..'), '__.md');
    assert.equal(byKey('.hidden'), '_hidden.md');
    assert.equal(name('C:/x'), 'C_/x.md');
  });

  it('has nothing in it that a file system refuses', () => {
    assert.equal(byKey('a*b"c<d>e:f|g?h'), 'a_b_c_d_e_f_g_h.md');
    assert.equal(byKey('a\u0000b\nc\u202ed\ud800e'), 'a_b_c_d_e.md');
    assert.equal(name('a. / b../c'), 'a_/b._/c.md');
    assert.equal(byKey('e\u0301'), '\u00e9.md');
  });

  it('is no device of Windows', () => {
    for (const device of ['con', 'PRN', 'aux', 'Nul', 'COM1', 'lpt9', 'com\u00b9', 'CONIN$'])
      assert.equal(byKey(device), `${device}_.md`);
    assert.equal(byKey('con.2020'), 'con_.2020.md');
    assert.equal(name('nul/x'), 'nul_/x.md');
    assert.equal(byKey('connor2020'), 'connor2020.md');
    assert.equal(byKey('com10'), 'com10.md');
  });

  it('is cut to its length without cutting a character', () => {
    assert.equal(Buffer.byteLength(byKey('a'.repeat(500))), 119);
    assert.equal(byKey('\u{1f600}'.repeat(100)), `${'\u{1f600}'.repeat(29)}.md`);
  });

  it('gets a number where another paper has it', () => {
    assert.deepEqual(withSuffix(['f', 'name.md'], 2), ['f', 'name-2.md']);
    assert.ok(Buffer.byteLength(withSuffix([byKey('a'.repeat(500))], 12)[0]) <= 120);
  });

  it('is the citekey where the template is wrong', () => {
    const { segments, problem } = noteFileName('{{ citekey', paper());
    assert.deepEqual(segments, ['vaswani2017attention.md']);
    assert.equal(problem?.code, 'template-error');
  });

  it('is safe, whatever the values are', () => {
    const text = anyText(['/', '\\', '.', ' ', '\n', ':', 'CON', '\u0301', 'a'], 150);
    fc.assert(
      fc.property(text, text, (citekey, title) => {
        const { segments } = noteFileName('{{ citekey }}/{{ title }}', paper({ citekey, title }));
        for (const segment of [...segments, withSuffix(segments, 2)[segments.length - 1]]) {
          assert.match(segment, /^[^.\s*"\\/<>:|?\p{Cc}\p{Cs}][^*"\\/<>:|?\p{Cc}\p{Cs}]*(?<![.\s])$/u);
          assert.doesNotMatch(segment, /^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i);
          assert.equal(segment, segment.normalize('NFC'));
          assert.ok(Buffer.byteLength(segment) <= 120);
        }
        assert.ok(segments.length <= 2 && segments[segments.length - 1].endsWith('.md'));
      }),
      { numRuns: cases(100) },
    );
  });
});
