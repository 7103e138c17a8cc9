import assert from 'node:assert/strict';
import { refusalsOf } from '../../../../src/base/planCheck';
import { planRename } from '../../../../src/workflows/rename/renamePlan';
import { carryOut, type MemoryFiles, statesOf } from '../../base/memoryFiles';
import { filesOf, gathered, renamed, type Texts, texts } from './renamedFiles';

const LIST = '@book{old, title = {A}}\n';

describe('Renaming a citekey in odd files', () => {
  const becomes = (what: string, before: string, after: string, path = 'a.bib') =>
    it(what, async () => {
      const list: Texts = path.endsWith('.bib') ? {} : { 'r.bib': LIST };
      assert.equal((await texts({ ...list, [path]: before }, { old: 'old', key: 'new' }))[path], after);
    });

  describe('of BibTeX', () => {
    becomes('with blanks around the key', '@book{ old ,\n title={A}}', '@book{ new ,\n title={A}}');
    becomes('with the key on a line of its own', '@book{\r\n\told,\r\n title={A}}', '@book{\r\n\tnew,\r\n title={A}}');
    becomes(
      'with parentheses',
      '@book(old, title={A})\n@inbook(b, crossref = "old")',
      '@book(new, title={A})\n@inbook(b, crossref = "new")',
    );
    becomes(
      'with names of fields in capitals',
      LIST + '@inbook{b, CROSSREF={old}, XData = {x,old}}',
      LIST.replace('old', 'new') + '@inbook{b, CROSSREF={new}, XData = {x,new}}',
    );
    becomes(
      'with lists over several lines',
      LIST + '@set{s, entryset = {\n  x,\n  old ,\n  y\n}}',
      LIST.replace('old', 'new') + '@set{s, entryset = {\n  x,\n  new ,\n  y\n}}',
    );
    becomes(
      'not in comments and other fields',
      LIST +
        '@comment{@inbook{b, crossref = {old}}}\nold, crossref = {old}\n@misc{c, note = {crossref = {old}}, keywords = {old}, title = {old}}',
      LIST.replace('old', 'new') +
        '@comment{@inbook{b, crossref = {old}}}\nold, crossref = {old}\n@misc{c, note = {crossref = {old}}, keywords = {old}, title = {old}}',
    );
    becomes(
      'not in keys that begin or end so',
      LIST + '@book{older,}\n@book{b, crossref={older}, related={my-old,old:b,old}}',
      LIST.replace('old', 'new') + '@book{older,}\n@book{b, crossref={older}, related={my-old,old:b,new}}',
    );
    becomes(
      'that is broken before and behind',
      '@book{broken, title = {\n\n@book{old, title = {A}}\n@inbook{b, crossref = {old}}\n@book{',
      '@book{broken, title = {\n\n@book{new, title = {A}}\n@inbook{b, crossref = {new}}\n@book{',
    );
    becomes(
      'that has it twice',
      '@book{old, title={A}}\n@book{old, title={A}}\n',
      '@book{new, title={A}}\n@book{new, title={A}}\n',
    );
  });

  describe('of documents', () => {
    becomes('with line breaks of old Macs', 'One @old.\rTwo [@old].\r', 'One @new.\rTwo [@new].\r', 'a.md');
    becomes(
      'with keys one behind another',
      '[@old; @older; see -@old, p. 3; @{old}]',
      '[@new; @older; see -@new, p. 3; @{new}]',
      'a.md',
    );
    becomes(
      'with a nocite field',
      '---\nnocite: |\n  @old, @older\n---\n',
      '---\nnocite: |\n  @new, @older\n---\n',
      'a.md',
    );
    becomes(
      'of LaTeX with comments between the keys',
      '\\cite{% one\n  old,% old\n  older\n}\\nocite{old}',
      '\\cite{% one\n  new,% old\n  older\n}\\nocite{new}',
      'a.tex',
    );
    becomes(
      'of LaTeX with its own commands',
      '\\newcommand{\\ct}[1]{\\cite{#1}}\\ct{old}\\label{old}\\ref{old}',
      '\\newcommand{\\ct}[1]{\\cite{#1}}\\ct{new}\\label{old}\\ref{old}',
      'a.tex',
    );
    becomes(
      'of Typst in every form',
      '@old[p. 3] #cite(<old>, supplement: [old]) #cite(label("old")) `@old`',
      '@new[p. 3] #cite(<new>, supplement: [old]) #cite(label("new")) `@old`',
      'a.typ',
    );
    becomes(
      'of Org in every form',
      '[cite/t:see @old p. 3;@older] [[old]] =@old=',
      '[cite/t:see @new p. 3;@older] [[old]] =@old=',
      'a.org',
    );
    becomes(
      'of Sphinx with several roles',
      ':cite:p:`old,older` :cite:t:`{see}old{p. 3}` :ref:`old`',
      ':cite:p:`new,older` :cite:t:`{see}new{p. 3}` :ref:`old`',
      'a.rst',
    );
    becomes('of MyST', '{cite:p}`old,older` {ref}`old` @old', '{cite:p}`new,older` {ref}`old` @new', 'a.md');
    becomes(
      'of Jekyll',
      '{% cite old older -l 3 %} {% raw %}{% cite old %}{% endraw %}',
      '{% cite new older -l 3 %} {% raw %}{% cite old %}{% endraw %}',
      'a.md',
    );
    becomes('with signs beyond the first plane', '😀 @old 𝒜 [@old]', '😀 @new 𝒜 [@new]', 'a.md');
  });

  it('takes the accents of a key as they are meant, however they are made', async () => {
    const [composed, apart] = ['m\u00fcller', 'mu\u0308ller'];
    const after = await texts(
      { 'r.bib': `@book{${composed}, title={A}}\n@inbook{b, crossref={${apart}}}`, 'a.md': `@${apart} [@${composed}]` },
      { old: composed, key: 'mueller' },
    );
    assert.deepEqual(after, {
      'r.bib': '@book{mueller, title={A}}\n@inbook{b, crossref={mueller}}',
      'a.md': '@mueller [@mueller]',
    });
  });

  it('minds no sign that means something in a pattern or in what takes its place', async () => {
    const after = await texts(
      { 'r.bib': '@book{a.b+c*d, title={A}}\n@book{axb+cd,}', 'a.tex': '\\cite{a.b+c*d,axb+cd}' },
      { old: 'a.b+c*d', key: 'x$&y' },
    );
    assert.deepEqual(after, { 'r.bib': '@book{x$&y, title={A}}\n@book{axb+cd,}', 'a.tex': '\\cite{x$&y,axb+cd}' });
  });

  describe('keeps the encoding', () => {
    const wide = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
    const swapped = (text: string) => wide(text).swap16();
    const latin = (text: string) => Buffer.from(text, 'latin1');
    const marked = (text: string) => Buffer.from(`\uFEFF${text}`);
    const file = (key: string) => ({
      'file:///ws/wide.bib': wide(`@book{${key}, title = {Ü 😀}}\r\n`),
      'file:///ws/latin.bib': latin(`@inbook{b, title = {M\xfcller}, crossref = {${key}}}\n`),
      'file:///ws/swapped.md': swapped(`Ü 😀: @${key}.\r\n`),
      'file:///ws/latin.tex': latin(`M\xfcller: \\cite{${key}}\n`),
      'file:///ws/marked.typ': marked(`é @${key}\n`),
    });
    const filesWith = (key: string): MemoryFiles => new Map<string, Uint8Array>(Object.entries(file(key)));

    it('of every file, also when it is taken back', async () => {
      const before = filesWith('old');
      const { files, undo } = await renamed(before, { old: 'old', key: 'new' });
      assert.deepEqual(bytes(files), bytes(filesWith('new')));
      assert.deepEqual(bytes(carryOut(undo, files).files), bytes(before));
    });
  });

  it('loses nothing of what was typed or written meanwhile', async () => {
    const files = filesOf({ 'r.bib': LIST, 'a.md': '@old', 'b.md': '@old' });
    const plan = await planRename({ old: 'old', key: 'new' }, gathered(files, 'old'));
    assert.ok('edits' in plan);
    const meanwhile = new Map(files).set('file:///ws/b.md', Buffer.from('Typed. @old'));
    assert.deepEqual(refusalsOf(plan, statesOf(meanwhile)), [{ code: 'changed', uri: 'file:///ws/b.md' }]);
  });
});

function bytes(files: MemoryFiles): Record<string, string> {
  return Object.fromEntries([...files].map(([uri, content]) => [uri, Buffer.from(content).toString('hex')]));
}
