import assert from 'node:assert/strict';
import { originalOfCopy } from '../../../src/notes/conflictCopy';
import { setField } from '../../../src/notes/edit';
import { OUR_NAMES } from '../../../src/notes/fieldNames';
import { planLink, planNewKey } from '../../../src/notes/keyPlans';
import { noteUpdate } from '../../../src/notes/managedFields';
import type { KnownPaper } from '../../../src/notes/paperLookup';
import { WorkspaceNotes } from '../../../src/notes/workspaceNotes';
import { applyEdits } from '../../../src/base/textEdit';
import { MemoryWorkspace, ROOT } from '../support/memoryWorkspace';
import { paper } from './paper';

const SMITH: KnownPaper = { citekey: 'smith2021', title: 'The Sea & the Sky', doi: '10.1000/Sea', arxiv: '2001.01234' };
const JONES: KnownPaper = { citekey: 'jones2020', title: 'Über kleine Maße' };

/** The notes of these files beside these papers. */
async function notesOf(files: Record<string, string>, papers: KnownPaper[] = [SMITH, JONES]) {
  const workspace = new MemoryWorkspace(files);
  const lookup = {
    isReady: true,
    citekeyOf: (key: string) => papers.find(({ citekey }) => citekey === key)?.citekey,
    titleOf: (key: string) => papers.find(({ citekey }) => citekey === key)?.title,
    papers: () => papers,
  };
  const notes = new WorkspaceNotes(() => ({ folder: 'notes', names: OUR_NAMES }), workspace, lookup);
  await notes.reload();
  const path = (uri: string | undefined) => uri && decodeURIComponent(uri.slice(ROOT.length + 1));
  return {
    notes,
    workspace,
    papers,
    noteOf: (key: string) => path(notes.noteOf(key)?.uri),
    notesOf: (key: string) => notes.notesOf(key).map(({ uri }) => path(uri)),
    codes: () => notes.problems().flatMap(({ problems }) => problems.map(({ code }) => code)),
    orphans: () => notes.orphans().map(({ uri, candidates }) => [path(uri), ...candidates]),
  };
}
const front = (...lines: string[]) => ['---', ...lines, '---', 'Words.', ''].join('\n');

describe('Whom a note is about', () => {
  const healed = (by: string, ...lines: string[]) =>
    it(`is told by its ${by} where no paper has its citekey`, async () => {
      const { notes, noteOf, codes, orphans } = await notesOf({ 'a.md': front('citekey: smith2020', ...lines) });
      assert.equal(noteOf('smith2021'), 'a.md');
      assert.equal(notes.noteOf('smith2021')?.linkedBy, by);
      assert.deepEqual([codes(), orphans()], [['note-key-changed'], []]);
    });
  healed('doi', 'doi: https://doi.org/10.1000/SEA');
  healed('arxiv', 'arxiv: 2001.01234v3');
  healed('title', 'title: "The sea & the  sky."');

  it('is told by the title that its front matter states, however short, and by a long first heading', async () => {
    const papers = ['Notes', 'BERT', '深度学习导论', '引言', 'On the Sea'].map((title, i) => ({
      citekey: `k${i}`,
      title,
    }));
    const found = async (text: string) => {
      const { notes } = await notesOf({ 'notes/lost.md': text }, papers);
      return papers.filter(({ citekey }) => notes.noteOf(citekey)).map(({ title }) => title);
    };
    assert.deepEqual(await found(front('citekey: lost', 'title: Bert')), ['BERT']);
    assert.deepEqual(await found(front('citekey: lost', 'title: 引言')), ['引言']);
    assert.deepEqual(await found(`${front('citekey: lost')}\n# BERT\n`), []);
    assert.deepEqual(await found(`${front('citekey: lost')}\n# Notes\n`), []);
    assert.deepEqual(await found(`${front('citekey: lost')}\n# 引言\n`), []);
    assert.deepEqual(await found(`${front('citekey: lost')}\n# 深度学习导论\n`), ['深度学习导论']);
    assert.deepEqual(await found(`${front('citekey: lost')}\n# On the Sea!\n`), []);
    assert.deepEqual(await found(front('citekey: lost', 'title: "…"')), []);
  });

  it('stays open between two papers, with both', async () => {
    const twin = { ...SMITH, citekey: 'smith2021b' };
    const { noteOf, codes, orphans } = await notesOf({ 'a.md': front('citekey: old', 'doi: 10.1000/sea') }, [
      SMITH,
      twin,
    ]);
    assert.deepEqual([noteOf('smith2021'), noteOf('smith2021b')], [undefined, undefined]);
    assert.deepEqual([codes(), orphans()], [['note-key-ambiguous'], [['a.md', 'smith2021', 'smith2021b']]]);
  });

  it('is nobody where nothing tells it: the note is an orphan, and still found by its key', async () => {
    const { noteOf, codes, orphans } = await notesOf({ 'a.md': front('citekey: lost', 'title: Notes') });
    assert.deepEqual([noteOf('lost'), codes(), orphans()], ['a.md', ['orphan-note'], [['a.md']]]);
  });

  it('follows the papers as they come, change their keys and go', async () => {
    const { notes, noteOf, papers, codes } = await notesOf({ 'a.md': front('citekey: smith2021', 'doi: 10.1000/sea') });
    assert.deepEqual([noteOf('smith2021'), codes()], ['a.md', []]);
    papers[0] = { ...SMITH, citekey: 'smith2022' };
    await notes.relink(['smith2021', 'smith2022']);
    assert.deepEqual([noteOf('smith2022'), codes()], ['a.md', ['note-key-changed']]);
    papers.splice(0, 1);
    await notes.relink(['smith2022']);
    assert.deepEqual([noteOf('smith2022'), codes()], [undefined, ['orphan-note']]);
  });

  it('follows the papers also after that went wrong once', async () => {
    const { notes, noteOf, papers } = await notesOf({ 'a.md': front('citekey: smith2021', 'doi: 10.1000/sea') });
    const broken = {
      get citekey(): string {
        throw new Error('gone');
      },
      title: '',
    };
    papers.unshift(broken);
    await assert.rejects(notes.relink(), /gone/);
    papers.splice(0, 2, { ...SMITH, citekey: 'smith2022' });
    await notes.relink(['smith2021', 'smith2022']);
    assert.equal(noteOf('smith2022'), 'a.md');
  });

  it('may be several papers, in several notes and parts of notes, the file of its name first', async () => {
    const { notesOf: of, notes } = await notesOf({
      'notes/smith2021-method.md': 'Method.',
      'notes/smith2021.md': 'All.',
      'deep/both.md': front('citekeys: [smith2021, jones2020]'),
      'journal.md': '# May\n\n## @jones2020\n\nGood.\n\n## Seen with @smith2021\n',
      'notes/week.md': '# Read\n\n## On @smith2021\n\nWell.\n\n## Else\n',
    });
    assert.deepEqual(of('smith2021'), [
      'notes/smith2021.md',
      'deep/both.md',
      'notes/smith2021-method.md',
      'notes/week.md',
    ]);
    assert.deepEqual(of('jones2020'), ['deep/both.md', 'journal.md']);
    const part = notes.notesOf('jones2020')[1];
    assert.deepEqual([part.linkedBy, part.citekeyRange.start.line, part.text], ['heading', 2, 'Good.']);
  });

  it('has parts that were changed when their file was, be that a note or not', async () => {
    const { notes, workspace } = await notesOf({
      'journal.md': '## @jones2020\n',
      'log.org': '* @jones2020\n',
      'notes/week.md': '## On @jones2020\n',
    });
    const times = () => notes.notesOf('jones2020').map(({ mtime }) => typeof mtime);
    assert.deepEqual(times(), ['number', 'number', 'number']);
    workspace.type('journal.md', '## @jones2020\n\nTyped.\n');
    await workspace.clock.pass(200);
    assert.deepEqual(times().sort(), ['number', 'number', 'undefined']);
  });

  it('is not what a fenced block or a mail address says', async () => {
    const { notesOf: of } = await notesOf({ 'a.md': '```\n## @jones2020\n```\n## me@jones2020\n' });
    assert.deepEqual(of('jones2020'), []);
  });
});

/** What each tool writes, by its path; the paper is that of SMITH. */
const TOOL_NOTES: readonly (readonly [tool: string, path: string, text: string])[] = [
  [
    'obsidian-citation-plugin',
    'Reading notes/@smith2021.md',
    front('title: "The Sea: A Life"', 'authors: Ann Smith', 'year: 2021'),
  ],
  [
    'obsidian-zotero-integration',
    'Literature/@smith2021.md',
    `${front('category: literaturenote', 'tags: sea', 'status:')}
%% begin notes %%
Mine. @jones2020
%% end notes %%

> [!quote] p. 3
%% begin annotations %%
### Imported: 2024-05-01 10:15 am
%% end annotations %%
%% Import Date: 2024-05-01T10:15:30.000+02:00 %%
`,
  ],
  [
    'ZotLit',
    'LiteratureNotes/Smith.md',
    front('title: The Sea', 'citekey: smith2021', 'zotero-key: ABCD2345') +
      '\n## Annotations\n\n> [!note] Page 3\n> Deep. ^ABCD2345a1g3\n',
  ],
  [
    'BibLib',
    'biblib/@smith2021.md',
    front(
      'id: smith2021',
      'type: article-journal',
      'author:',
      '  - family: Smith',
      '    given: Ann',
      'issued: { year: 2021 }',
      'attachment: "[[biblib/smith2021.pdf|PDF]]"',
    ),
  ],
  ['citar', 'notes/smith2021.md', '# Smith: The Sea\n\nWords.\n'],
  ['citar in Org', 'notes/smith2021.org', '#+title: Smith: The Sea\n\n* Words\n'],
  ['Zettlr', 'zettel/20240501.md', '# [@smith2021]\n\nWords.\n'],
  ['Foam', 'foam/@smith2021.md', front('type: literature') + '[[sea]]\n'],
  ['org-roam', 'roam/sea.org', ':PROPERTIES:\n:ID: x\n:ROAM_REFS: @smith2021\n:END:\n#+title: Sea\n'],
  ['org-roam with cite', 'roam/sea2.org', ':PROPERTIES:\n:ROAM_REFS: [cite:@smith2021]\n:END:\n'],
  ['Org by id', 'notes/sea.org', ':PROPERTIES:\n:CUSTOM_ID: smith2021\n:END:\n#+title: Sea\n'],
  ['Org by id elsewhere', 'org/sea.org', ':PROPERTIES:\n:CUSTOM_ID: smith2021\n:END:\n#+title: Sea\n'],
  ['citar in Org elsewhere', 'refs/smith2021.org', '#+title: Notes on: Smith, The Sea & the Sky\n\nWords.\n'],
  ['citar in Org with a name of its own', 'notes/smith2021-method.org', '#+title: Method\n'],
];

describe('Org files', () => {
  it('elsewhere are no notes by an id or a name alone that is that of no paper, or by a title of another', async () => {
    const { notes, codes, orphans } = await notesOf({
      'org/todo.org':
        ':PROPERTIES:\n:CUSTOM_ID: top\n:END:\n#+title: To do\n* Else\n:PROPERTIES:\n:CUSTOM_ID: else\n:END:\n',
      'org/smith2021.org': '#+title: Smith, in 2021\n',
    });
    assert.deepEqual([notes.citekeys(), codes(), orphans()], [[], [], []]);
  });

  it('are linked by the title of the paper as soon as there is such a paper', async () => {
    const { notes, noteOf, papers } = await notesOf({ 'refs/doe2022.org': '#+title: Doe: Dunes\n' });
    assert.equal(noteOf('doe2022'), undefined);
    papers.push({ citekey: 'doe2022', title: 'Dunes' });
    await notes.relink(['doe2022']);
    assert.equal(noteOf('doe2022'), 'refs/doe2022.org');
  });

  it('have a part about a paper under each heading whose properties name it', async () => {
    const text = [
      '#+title: All that I read',
      '* The Sea',
      'SCHEDULED: <2024-05-01 Wed>',
      ':PROPERTIES:',
      ':Custom_ID: smith2021',
      ':END:',
      'Deep.',
      '** Method',
      '* TODO Maße',
      '  :PROPERTIES:',
      '  :ID: x',
      '  :ROAM_REFS: [cite:@jones2020]',
      '  :END:',
      'Small.',
      '* @jones2020 again, said in words',
      ':CUSTOM_ID: smith2021',
    ];
    for (const [path, end] of [
      ['roam/all.org', '\n'],
      ['notes/all.org', '\r\n'],
    ]) {
      const { notes } = await notesOf({ [path]: text.join(end) });
      const parts = ['smith2021', 'jones2020'].map((key) => notes.notesOf(key));
      assert.deepEqual(
        parts.map(([{ linkedBy, citekeyRange, text }]) => [linkedBy, citekeyRange.start.line, text]),
        [
          ['heading', 1, `Deep.${end}** Method`],
          ['heading', 8, 'Small.'],
        ],
      );
      assert.equal(parts[0].length, 1);
    }
  });
});

describe('Notes of other tools', () => {
  for (const [tool, path, text] of TOOL_NOTES) {
    it(`${tool}: ${path}`, async () => {
      const { noteOf, codes } = await notesOf({ [path]: text });
      assert.deepEqual([noteOf('smith2021'), codes()], [path, []]);
    });
  }

  for (const [tool, , text] of TOOL_NOTES.filter(([, path]) => path.endsWith('.md'))) {
    it(`keep all else when a status is set: ${tool}`, () => {
      const { edits, problem } = setField(text, 'status', 'read');
      const after = applyEdits(text, edits);
      assert.equal(problem, undefined);
      assert.match(after, /^status: read$/m);
      if (!text.startsWith('---')) return assert.ok(after.endsWith(text));
      assert.equal(after.replace(/^status: read\n/m, ''), text.replace(/^status:\n/m, ''));
    });

    it(`keep what they say of the paper: ${tool}`, () => {
      const entry = paper({ title: 'Another Title', authors: ['Bo Berg'], year: 1999 });
      assert.deepEqual(noteUpdate(text, entry, OUR_NAMES).edits, []);
    });
  }
});

describe('Conflict copies', () => {
  const copy = (name: string, original: string | undefined, isCertain = true) =>
    it(`${name} → ${original ?? 'none'}`, () =>
      assert.deepEqual(originalOfCopy(name), original === undefined ? undefined : { original, isCertain }));
  copy("a (Ann's conflicted copy 2024-05-01).md", 'a.md');
  copy('a (conflicted copy 2024-05-01 101530).md', 'a.md');
  copy('a (Conflicted copy phone 202405011015).md', 'a.md');
  copy('a (In Konflikt stehende Kopie von Ann 2024-05-01).md', 'a.md');
  copy('a.sync-conflict-20240501-101530-ABCDEFG.md', 'a.md');
  copy('a-DESKTOP-4F2K9QX.md', 'a.md');
  copy('a-LAPTOP-4F2K9QXZ.md', undefined);
  copy('a-WIN-4F2K9QXZ012-3.md', 'a.md');
  copy('a-MARYS-PC-2.md', 'a.md', false);
  copy('a-LAPTOP.md', 'a.md', false);
  copy("a-Ann's MacBook Pro.md", 'a.md', false);
  copy('a (Cópia em conflito de Ann 2024-05-01).md', 'a.md');
  copy('a (Co\u0301pia em conflito de Ann 2024-05-01).md', 'a.md');
  copy('a (cópia conflitante de Ann 2024-05-01).md', 'a.md');
  copy('a (Ann 的冲突副本 2024-05-01).md', 'a.md');
  copy('a (Annの競合コピー 2024-05-01).md', 'a.md');
  copy('a (Conflicterende kopie van Ann 2024-05-01).md', 'a.md');
  copy('a (conflicts of interest).md', undefined);
  copy('a-COVID-19.md', undefined);
  copy('a-GPT-3.md', undefined);
  copy('a-CNN-RNN.md', undefined);
  copy('a-PC.md', undefined);
  copy('a-method.md', undefined);
  copy('a-METHOD.md', undefined);
  copy('a-2.md', undefined);
  copy('a (2).md', undefined);

  it('are none by words in capitals, also beside the note of that name', async () => {
    const { notesOf: of, codes } = await notesOf({
      'notes/smith2021.md': front('citekey: smith2021'),
      'notes/smith2021-COVID-19.md': front('citekey: smith2021'),
      'notes/smith2021-GPT-3.md': 'Words.',
    });
    const all = ['notes/smith2021.md', 'notes/smith2021-COVID-19.md', 'notes/smith2021-GPT-3.md'];
    assert.deepEqual([of('smith2021'), codes()], [all, []]);
  });

  it('are told by what they state where people may name a note of theirs so, too', async () => {
    const copies = async (text: string) => {
      const files = {
        'notes/smith2021.md': front('citekey: smith2021', 'title: Sea'),
        'notes/smith2021-LAPTOP.md': text,
      };
      return (await notesOf(files)).codes();
    };
    assert.deepEqual(await copies(front('citekey: smith2021', 'title: Sea', 'status: read')), ['conflict-copy']);
    assert.deepEqual(await copies(front('citekey: smith2021')), []);
    assert.deepEqual(await copies('Words.'), []);
  });

  it('are no notes beside their original, and notes where it is gone', async () => {
    const copyPath = 'notes/smith2021.sync-conflict-20240501-101530-ABCDEFG.md';
    const text = front('citekey: smith2021');
    const { notesOf: of, codes, workspace } = await notesOf({ [copyPath]: text, 'notes/smith2021.md': text });
    assert.deepEqual([of('smith2021'), codes()], [['notes/smith2021.md'], ['conflict-copy']]);
    workspace.delete('notes/smith2021.md');
    await workspace.clock.pass(3000);
    assert.deepEqual([of('smith2021'), codes()], [[copyPath], []]);
  });
});

describe('A note that a program deletes and writes again', () => {
  it('is the same note all the while', async () => {
    const { notes, workspace, noteOf } = await notesOf({ 'a.md': front('citekey: smith2021') });
    const told: string[] = [];
    notes.onDidChange(() => void told.push(noteOf('smith2021') ?? 'none'));
    workspace.delete('a.md');
    await workspace.clock.pass(1000);
    workspace.write('a.md', front('citekey: smith2021', 'status: read'));
    await workspace.clock.pass(3000);
    assert.deepEqual(told, ['a.md']);
    assert.equal(notes.noteOf('smith2021')?.status, 'read');
  });
});

describe('Plans for the citekey of a note', () => {
  const edited = (text: string, planned: ReturnType<typeof planLink>) => {
    assert.ok('plan' in planned);
    return applyEdits(text, planned.plan.edits[0]?.edits ?? []);
  };
  const note = (text: string) => ({ uri: 'file:///a.md', text, names: OUR_NAMES });
  const isCitekey = (key: string) => key !== 'lost';

  it('write the new key in the place of the old one and keep all else', () => {
    const text = '---\n# mine\ncitekey: "old" # c\r\n---\nold\n';
    assert.equal(edited(text, planNewKey(note(text), 'old', 'new')), text.replace('"old"', '"new"'));
    const several = '---\ncitekeys: [a, old]\n---\n';
    assert.equal(edited(several, planNewKey(note(several), 'old', 'new')), '---\ncitekeys: [a, new]\n---\n');
  });

  it('write the new key wherever the note states the old one, in the form that it has', () => {
    const fixed = (...lines: string[]) => {
      const text = front(...lines);
      return edited(text, planNewKey(note(text), 'old', 'new'))
        .split('\n')
        .slice(1, -3);
    };
    assert.deepEqual(fixed('bibkey: old'), ['bibkey: new']);
    assert.deepEqual(fixed('citation key: old # c'), ['citation key: new # c']);
    assert.deepEqual(fixed('CiteKey: "@old"'), ['CiteKey: "@new"']);
    assert.deepEqual(fixed('citekey: "[[@old]]"'), ['citekey: "[[@new]]"']);
    assert.deepEqual(fixed('citekey: old', 'citekeys: [old, b]'), ['citekey: new', 'citekeys: [new, b]']);
    assert.deepEqual(fixed('citekeys: [new, old, b]'), ['citekeys: [new, b]']);
    assert.deepEqual(fixed('citekeys: new; old, b'), ['citekeys: "new, b"']);
    assert.deepEqual(fixed('citekeys:', '- a', '- old # c', '- b'), ['citekeys:', '- a', '- new # c', '- b']);
    assert.deepEqual(fixed('title: old'), ['title: old', 'citekey: new']);
  });

  it('link a file that states keys of no paper in any property', () => {
    const link = (text: string) => edited(text, planLink(note(text), 'new', isCitekey));
    assert.equal(link(front('bibkey: lost')), front('bibkey: new'));
    assert.equal(link(front('citekey: lost', 'citekeys: [lost, a]')), front('citekey: new', 'citekeys: [new, a]'));
    assert.equal(link(front('citekey: a', 'bibkey: "@lost"')), front('citekey: a', 'bibkey: "@new"'));
  });

  it('link a file to one more paper', () => {
    const link = (text: string) => edited(text, planLink(note(text), 'new', isCitekey));
    assert.equal(link('Words.\n'), '---\ncitekey: new\n---\n\nWords.\n');
    assert.equal(link('---\ncitekey: lost\n---\n'), '---\ncitekey: new\n---\n');
    assert.equal(link('---\ncitekey: a\n---\n'), '---\ncitekey: a\ncitekeys:\n  - a\n  - new\n---\n');
    assert.equal(link('---\ncitekey: new\n---\n'), '---\ncitekey: new\n---\n');
  });
});
