import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SYNTAXES } from '../../../../src/citations/syntaxes';
import { planFollowing, planRename } from '../../../../src/workflows/rename/renamePlan';
import { carryOut, textOf } from '../../base/memoryFiles';
import { cases } from '../../support/cases';
import { asTexts, citing, filesOf, gathered, renamed, type Texts, texts } from './renamedFiles';

const PROJECT: Texts = {
  'refs.bib': '@book{old2020,\n  title = {A},\n}\n@inbook{part, crossref = {old2020}, title = {B}}\n',
  'more.bib': '@inbook{other, xdata = "x, old2020", title = {old2020}}\n',
  'items.json': '[ {"id": "old2020", "title": "A"} ]\n',
  'a.md': 'See @old2020 and `@old2020`, jane@old2020.org.\n',
  'b.tex': '\\cite[3]{old2020, x} % \\cite{old2020}\n',
  'c.typ': 'See @old2020. // @old2020\n',
  'd.org': 'See [cite:@old2020] =[cite:@old2020]=.\n',
  'e.rst': 'See :cite:p:`old2020`.\n',
  'f.adoc': 'See cite:[old2020(3)].\n',
  'g.mmd': 'See [p. 3][#old2020].\n',
  'notes/old2020.md': '---\ncitekey: "old2020"\nstatus: read\n---\nText.\n',
  'h.md': 'As in [[old2020|there]] and [[old2020x]].\n',
};

describe('Following a citekey that another program changed', () => {
  it('changes all but the entry itself, and the old key as a further one stays', () => {
    const files = filesOf({
      'refs.bib': '@book{new, ids = {old}}\n@inbook{part, crossref = {old}}\n',
      'a.md': '[@old]',
      'b.org': '[cite:@old]',
    });
    const plan = planFollowing({ old: 'old', key: 'new' }, gathered(files, 'old'));
    assert.ok('edits' in plan, JSON.stringify(plan));
    assert.deepEqual(asTexts(carryOut(plan, files).files), {
      'file:///ws/refs.bib': '@book{new, ids = {old}}\n@inbook{part, crossref = {new}}\n',
      'file:///ws/a.md': '[@new]',
      'file:///ws/b.org': '[cite:@new]',
    });
    assert.deepEqual(planFollowing({ old: 'old', key: 'a;b' }, gathered(files, 'old')), {
      code: 'unwritable',
      key: 'a;b',
      syntax: 'org',
      legal: 'ab',
    });
  });
});

describe('Renaming a citekey', () => {
  it('changes every place of it and nothing else', async () => {
    assert.deepEqual(await texts(PROJECT, { old: 'old2020', key: 'new' }), {
      'refs.bib': '@book{new,\n  title = {A},\n}\n@inbook{part, crossref = {new}, title = {B}}\n',
      'more.bib': '@inbook{other, xdata = "x, new", title = {old2020}}\n',
      'items.json': '[ {"id": "new", "title": "A"} ]\n',
      'a.md': 'See @new and `@old2020`, jane@old2020.org.\n',
      'b.tex': '\\cite[3]{new, x} % \\cite{old2020}\n',
      'c.typ': 'See @new. // @old2020\n',
      'd.org': 'See [cite:@new] =[cite:@old2020]=.\n',
      'e.rst': 'See :cite:p:`new`.\n',
      'f.adoc': 'See cite:[new(3)].\n',
      'g.mmd': 'See [p. 3][#new].\n',
      'notes/new.md': '---\ncitekey: "new"\nstatus: read\n---\nText.\n',
      'h.md': 'As in [[new|there]] and [[old2020x]].\n',
    });
  });

  it('has links follow notes whose names cannot be their keys', async () => {
    const linked = async (before: string, from: string, to: string, file = `notes/${from}.md`) => {
      const list = `@book{${from}, title = {A}}\n`;
      const after = await texts(
        { 'refs.bib': list, 'a.md': before, [file]: `---\ncitekey: "${from}"\n---\n` },
        { old: from, key: to },
      );
      return [after['a.md'], ...Object.keys(after).filter((path) => path.startsWith('notes/'))];
    };
    const doe = 'notes/doe_2020.md';
    assert.deepEqual(await linked('As [[doe_2020]], [[doe:2020|he]] says.', 'doe:2020', 'roe2020', doe), [
      'As [[roe2020]], [[roe2020|he]] says.',
      'notes/roe2020.md',
    ]);
    assert.deepEqual(await linked('As [[doe_2020]] says.', 'doe:2020', 'roe:2020', doe), [
      'As [[roe_2020]] says.',
      'notes/roe_2020.md',
    ]);
    assert.deepEqual(await linked('As [[roe2020]], [[roe2020|he]] says.', 'roe2020', 'doe/2020'), [
      'As [[doe_2020]], [[doe_2020|he]] says.',
      doe,
    ]);
    const key = 'DBLP:conf/nips/V17';
    assert.deepEqual(
      await linked(
        `As [[@${key}]], [[x/@${key}#One|he]] says, not [[V17]].`,
        key,
        'v2017',
        'notes/DBLP_conf_nips_V17.md',
      ),
      ['As [[@v2017]], [[x/@v2017#One|he]] says, not [[V17]].', 'notes/v2017.md'],
    );
    assert.deepEqual(await linked('As [[doe2020]] says.', 'doe2020', 'roe:2020', 'notes/own.md'), [
      'As [[roe:2020]] says.',
      'notes/own.md',
    ]);
  });

  it('has links by path and by name follow a note that is named by the key and more', async () => {
    const before = {
      'refs.bib': '@book{old2020, title = {A}}\n',
      'notes/@old2020.md': '---\ncitekey: old2020\n---\nSee [above](@old2020.md#part) and [[@old2020#part]].\n',
      'notes/old2020 - A Title.md': '---\ncitekey: old2020\n---\n',
      'notes/x/other.md': '[a](../@old2020.md) [b](../../other/@old2020.md) [c](../old2020.md)\n',
      'doc.md':
        'As [@old2020](notes/@old2020.md "old2020") says, [it](./notes/%40old2020.md#old2020), ![[folder/@old2020#h]]\n' +
        '[t](<notes/old2020 - A Title.md>) [u](notes/old2020%20-%20A%20Title) [[old2020 - A Title|old2020]] [[@old2020|t]]\n' +
        '`[a](notes/@old2020.md)` [old2020](https://x.org/notes/@old2020.md) [[@old2020b]]\n\n' +
        '[old2020]: notes/@old2020.md\n[other]: </notes/@old2020.md> "old2020"\n\n    [a](notes/@old2020.md)\n',
      'a.org': '[cite:@old2020] [[old2020]]\n',
    };
    assert.deepEqual(await texts(before, { old: 'old2020', key: 'new' }, '{{ citekey }} - {{ title }}'), {
      'refs.bib': '@book{new, title = {A}}\n',
      'notes/@new.md': '---\ncitekey: new\n---\nSee [above](@new.md#part) and [[@new#part]].\n',
      'notes/new - A Title.md': '---\ncitekey: new\n---\n',
      'notes/x/other.md': '[a](../@new.md) [b](../../other/@old2020.md) [c](../old2020.md)\n',
      'doc.md':
        'As [@old2020](notes/@new.md "old2020") says, [it](./notes/%40new.md#old2020), ![[folder/@new#h]]\n' +
        '[t](<notes/new - A Title.md>) [u](notes/new%20-%20A%20Title) [[new - A Title|old2020]] [[@new|t]]\n' +
        '`[a](notes/@old2020.md)` [old2020](https://x.org/notes/@old2020.md) [[@old2020b]]\n\n' +
        '[old2020]: notes/@new.md\n[other]: </notes/@new.md> "old2020"\n\n    [a](notes/@old2020.md)\n',
      'a.org': '[cite:@new] [[old2020]]\n',
    });
  });

  it('has links by path follow a note in every syntax that has them, also from cells of notebooks', async () => {
    const after = await texts(
      {
        'refs.bib': '@book{old2020, title = {A}}\n',
        'notes/old2020.md': '---\ncitekey: old2020\n---\n',
        'a.org': '[[file:notes/old2020.md::*old2020][old2020]] [[./notes/old2020.md]]\n#+include: "notes/old2020.md"\n',
        'b.adoc': 'link:notes/old2020.md[old2020] xref:notes/old2020.md#old2020[]\ninclude::notes/old2020.md[]\n',
        'c.rst':
          ':doc:`old2020 <notes/old2020>`\n\n.. include:: notes/old2020.md\n\n.. toctree::\n\n   notes/old2020\n',
        'd.tex': '\\input{notes/old2020.md}\n',
      },
      { old: 'old2020', key: 'new' },
    );
    assert.deepEqual(after, {
      'refs.bib': '@book{new, title = {A}}\n',
      'notes/new.md': '---\ncitekey: new\n---\n',
      'a.org': '[[file:notes/new.md::*old2020][old2020]] [[./notes/new.md]]\n#+include: "notes/new.md"\n',
      'b.adoc': 'link:notes/new.md[old2020] xref:notes/new.md#old2020[]\ninclude::notes/new.md[]\n',
      'c.rst': ':doc:`old2020 <notes/new>`\n\n.. include:: notes/new.md\n\n.. toctree::\n\n   notes/new\n',
      'd.tex': '\\input{notes/old2020.md}\n',
    });
    const files = filesOf({ 'refs.bib': '@book{old,}\n', 'notes/old.md': '---\ncitekey: old\n---\n' });
    const cell = {
      uri: 'vscode-notebook-cell:/ws/a.ipynb#W0sZmlsZQ%3D%3D',
      file: 'file:///ws/a.ipynb',
      text: '[it](notes/old.md)',
      syntax: SYNTAXES.pandoc,
    };
    const plan = await planRename({ old: 'old', key: 'new' }, { ...gathered(files, 'old'), documents: [cell] });
    assert.ok('edits' in plan, JSON.stringify(plan));
    const inCell = plan.edits.find(({ uri }) => uri === cell.uri);
    assert.deepEqual(inCell?.edits, [{ start: 11, end: 17, newText: 'new.md' }]);
  });

  it('writes the new name of a note so that the link holds', async () => {
    const linked = async (link: string, key: string) => {
      const before = { 'r.bib': '@book{old,}', 'old.md': '---\ncitekey: old\n---\n', 'a.md': link };
      return (await texts(before, { old: 'old', key }))['a.md'];
    };
    assert.equal(await linked('[a](old.md)', 'né:w'), '[a](né_w.md)');
    assert.equal(await linked('[a](%6fld.md)', 'né:w'), '[a](n%C3%A9_w.md)');
    assert.equal(await linked('[a](<old.md>)', 'new+x'), '[a](<new+x.md>)');
  });

  it('has the other names of a note follow, by which links find it', async () => {
    const before = {
      'r.bib': '@book{old,}',
      'n.md': '---\ncitekey: old\naliases:\n  - "Of old and @old" # old\n  - "@old"\n---\n',
      'm.md': '---\nbibkey: old\naliases: [Old, old, "@old"]\nalias: old.\n---\n',
    };
    const after = await texts(before, { old: 'old', key: 'new' });
    assert.equal(after['n.md'], '---\ncitekey: new\naliases:\n  - "Of old and @old" # old\n  - "@new"\n---\n');
    assert.equal(after['m.md'], '---\nbibkey: new\naliases: [Old, new, "@new"]\nalias: old.\n---\n');
  });

  it('has other entries follow that name the key as their own further one', async () => {
    const before = { 'r.bib': '@book{old, ids = {o}}\n', 's.bib': '@book{b, ids = "x, old", title = {old}}\n' };
    assert.deepEqual(await texts(before, { old: 'old', key: 'new' }), {
      'r.bib': '@book{new, ids = {o}}\n',
      's.bib': '@book{b, ids = "x, new", title = {old}}\n',
    });
  });

  it('leaves the old key as a further name where that is wanted', async () => {
    const after = await texts({ 'refs.bib': '@book{old, title = {A}}\n' }, { old: 'old', key: 'new', keepAlias: true });
    assert.match(after['refs.bib'], /@book\{new, title = \{A\},\s*ids = \{old\}/);
  });

  it('changes every item of a list of keys in a note', async () => {
    const note = '---\ncitekey: old\ncitekeys: [x, old]\n---\n';
    const after = await texts({ 'n.md': note, 'refs.bib': '@book{old, title = {A}}' }, { old: 'old', key: 'new' });
    assert.equal(after['n.md'], '---\ncitekey: new\ncitekeys: [x, new]\n---\n');
    const foreign = await texts(
      { 'r.bib': '@book{old,}', 'n.md': '---\nbibkey: "@old"\n---\n' },
      { old: 'old', key: 'new' },
    );
    assert.equal(foreign['n.md'], '---\nbibkey: "@new"\n---\n');
  });

  it('is refused where a key is taken or cannot be written, with one that can', async () => {
    const files = filesOf({
      'refs.bib': '@book{old, title = {A}}\n@book{other, title = {B}}\n',
      'a.org': '[cite:@old]',
      'b.tex': '\\cite{old}',
    });
    const refusal = (key: string) => planRename({ old: 'old', key }, gathered(files, 'old'));
    assert.deepEqual(await refusal('other'), { code: 'key-taken', key: 'other', legal: 'othera' });
    assert.deepEqual(await refusal('a b'), { code: 'unwritable', key: 'a b', syntax: 'bibtex', legal: 'ab' });
    assert.deepEqual(await refusal('old'), { code: 'same-key' });
    assert.deepEqual(await refusal(' '), { code: 'no-key' });
    const nowhere = { ...gathered(files, 'old'), sources: [] };
    assert.deepEqual(await planRename({ old: 'old', key: 'x' }, nowhere), { code: 'no-list' });
    const odd = await planRename({ old: 'old', key: 'a;b' }, gathered(files, 'old'));
    assert.ok('code' in odd && odd.code === 'unwritable' && odd.syntax === 'org', JSON.stringify(odd));
    const list = { uri: 'file:///ws/papers.txt', format: 'text-list' as const, text: 'A\nB\n' };
    const inList = { ...gathered(files, 'old'), sources: [list] };
    assert.deepEqual(await planRename({ old: 'old', key: 'x' }, inList), { code: 'no-keys-in-list', uri: list.uri });
  });

  it('is refused where a citation by the new key would be a cross-reference, with a key that would not', async () => {
    const refusal = (key: string, texts: Texts) => {
      const files = filesOf({ 'refs.bib': '@book{old,}', ...texts });
      return planRename({ old: 'old', key }, gathered(files, 'old'));
    };
    const unwritable = { code: 'unwritable', syntax: 'pandoc' };
    for (const [key, legal] of [
      ['thm:a', 'thma'],
      ['fig-doe', 'figdoe'],
      ['Eq:1', 'Eq1'],
    ]) {
      assert.deepEqual(await refusal(key, { 'a.md': '@old' }), { ...unwritable, key, legal });
      assert.ok('edits' in (await refusal(key, { 'a.tex': '\\cite{old}' })), key);
    }
    const label = { code: 'label', key: 'doe', legal: 'doea' };
    const inTypst = { 'a.typ': '@old', 'b.typ': '= Doe <doe>\n@old' };
    assert.deepEqual(await refusal('doe', inTypst), { ...label, syntax: 'typst' });
    assert.deepEqual(await refusal('doe', { 'a.md': '# Doe {#doe}\n@old' }), { ...label, syntax: 'pandoc' });
    const item = { 'a.tex': '\\cite{old}\\begin{thebibliography}{9}\\bibitem{doe}\\end{thebibliography}' };
    assert.deepEqual(await refusal('doe', item), { code: 'document', uri: 'file:///ws/a.tex' });
  });

  it('is refused where documents cite the new key already, which no list has, until the user is sure', async () => {
    const files = filesOf({
      'refs.bib': '@book{old, title = {A}}\n',
      'a.md': '@old @new [@new]',
      'b.tex': '\\cite{new}',
    });
    const wanted = { old: 'old', key: 'new' };
    assert.deepEqual(await planRename(wanted, gathered(files, 'old')), { code: 'cited-already', key: 'new', count: 3 });
    const { files: after } = await renamed(files, { ...wanted, isSure: true });
    assert.equal(textOf(after.get('file:///ws/a.md')!), '@new @new [@new]');
    const taken = { ...gathered(files, 'old'), isTaken: (key: string) => key === 'new' };
    assert.deepEqual(await planRename(wanted, taken), { code: 'key-taken', key: 'new', legal: 'newa' });
  });

  it('there and back gives every file back byte for byte, as does its undo', async () => {
    await fc.assert(
      fc.asyncProperty(project, newKey, async (project, wanted) => {
        // Typst writes a key with a slash as `#label("…")`, which stays one when its key could do without.
        fc.pre(!wanted.includes('/') || !Object.keys(project).some((path) => path.endsWith('.typ')));
        const before = filesOf(project);
        const refusal = await planRename({ old: 'old2020', key: wanted }, gathered(before, 'old2020'));
        // What a syntax takes for a cross-reference is refused, and the key that is proposed is not.
        const key = 'code' in refusal && refusal.code === 'unwritable' ? refusal.legal : wanted;
        const there = await renamed(before, { old: 'old2020', key });
        assert.equal(citing(there.files, 'old2020'), 0);
        assert.equal(citing(there.files, key), citing(before, 'old2020'));
        assert.deepEqual(asTexts((await renamed(there.files, { old: key, key: 'old2020' })).files), asTexts(before));
        assert.deepEqual(asTexts(carryOut(there.undo, there.files).files), asTexts(before));
      }),
      { numRuns: cases(1000, 125) },
    );
  });
});

const EXTENSIONS = {
  pandoc: 'md',
  latex: 'tex',
  typst: 'typ',
  org: 'org',
  rst: 'rst',
  asciidoc: 'adoc',
  jekyll: 'md',
  multimarkdown: 'mmd',
};

const newKey = fc
  .stringMatching(/^[a-z]{2,8}([:/][a-z]{1,3})?[0-9]{0,4}[a-z]?$/)
  .filter((key) => !['other', 'end', 'old2020x'].includes(key));

const prose = fc.constantFrom(
  'Words. ',
  '\n\n',
  '`old2020` ',
  'é–ж 😀 ',
  '\r\n',
  '% ',
  '// ',
  'jane@old2020.org ',
  '[[old2020]] ',
  '[[@old2020|old2020]] ',
  '[[notes/@old2020#old2020]] ',
  '[old2020](notes/old2020.md) ',
  '[@old2020](./notes/@old2020.md#old2020 "old2020") ',
  '[it](<notes/old2020 - A Title.md>) ',
  '[it](notes/%40old2020) ',
  '\n[old2020]: notes/old2020%20-%20A%20Title.md\n',
  '[[file:notes/@old2020.md::old2020][old2020]] ',
  '\n#+include: "notes/old2020 - A Title.md"\n',
  'xref:notes/old2020.md#old2020[old2020] ',
  '\ninclude::notes/@old2020.md[]\n',
  ':doc:`old2020 <notes/old2020>` ',
  '\n\n.. include:: notes/old2020 - A Title.md\n\n',
  '@{old2020} ',
  '[see ',
  '] ',
  '```\n',
  '\\cite{',
  '} ',
);

const documentOf = (id: keyof typeof EXTENSIONS) =>
  fc
    .array(
      fc.oneof(
        prose,
        fc
          .array(fc.constantFrom('old2020', 'other', 'old2020x'), { minLength: 1, maxLength: 3 })
          .map((keys) => `${SYNTAXES[id].format({ items: keys.map((key) => ({ key })) })} `),
      ),
      { maxLength: 12 },
    )
    .map((parts) => ({ extension: EXTENSIONS[id], text: parts.join('') }));

const documents = fc.array(
  fc.constantFrom(...(Object.keys(EXTENSIONS) as (keyof typeof EXTENSIONS)[])).chain(documentOf),
  { maxLength: 6 },
);

const bibEntry = fc.constantFrom(
  '@book{other, title = {O}}\n',
  '@inbook{a1, crossref = {old2020}, title = {C}}\n',
  '@inbook{a2,\n  xdata = "other, old2020",\n}\n',
  'old2020 is a comment\n',
  '@string{old2020 = "x"}\n',
  '@book{a4, ids = {x, old2020}, title = {D}}\n',
  '@set{a5, entryset = {old2020,other}, xref = "old2020"}\n',
  '@misc{a3, note = {old2020}, related={old2020,other}}\r\n',
);

const note = fc.constantFrom('old2020', '@old2020', 'old2020 - A Title', 'own');

const noteText = (name: string) =>
  `---\ncitekey: 'old2020'\naliases: [A, "@old2020"]\n---\nSee [[old2020]], @old2020, [it](<${name}.md#old2020>).\n`;

const project: fc.Arbitrary<Texts> = fc
  .record({ documents, entries: fc.uniqueArray(bibEntry), notes: fc.uniqueArray(note), hasItems: fc.boolean() })
  .map(({ documents, entries, notes, hasItems }) => ({
    ...Object.fromEntries(documents.map(({ extension, text }, i) => [`d${i}.${extension}`, text])),
    'refs.bib': `@book{old2020, title = {A}}\n${entries.join('')}`,
    'more.bib': '@inbook{z9, crossref = {old2020}, title = {Z}}\n',
    ...Object.fromEntries(notes.map((name) => [`notes/${name}.md`, noteText(name)])),
    ...(hasItems && { 'items.json': '[{ "title":"A", "id" : "old2020" }]' }),
  }));
