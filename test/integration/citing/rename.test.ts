import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, read, remove, saveDocuments, until, workspaceFile, write } from '../support';

/** Each file with the old key in the place of `§`; the last two in other encodings. */
const FILES = {
  'refs.bib': '@book{§, title = {A Book Renamed}}\n@inbook{renpart, crossref = {§}, title = {Part of It}}\n',
  'more.bib':
    '@inbook{renmore, xdata = {§}, title = {More Renamed}}\n' +
    '@book{renids, ids = {renx, §}, related = {§}, xref = {§}, title = {Named So Too}}\n' +
    '@set{renset, entryset = {renids, §}, title = {A Set}}\n',
  'a.md': 'See @§ and `@oldren2020`, jane@oldren2020.org.\r\n',
  'b.tex': '\\cite[3]{§} % \\cite{oldren2020}\n',
  'c.typ': 'See @§. // @oldren2020\n',
  'd.org': 'See [cite:@§] =[cite:@oldren2020]=. [[file:§.md::*oldren2020][oldren2020]] =[[file:oldren2020.md]]=\n',
  'e.rst': 'See :cite:p:`§`, :doc:`oldren2020 <§>`.\n\n.. include:: §.md\n\n.. toctree::\n\n   §\n',
  'f.adoc': 'See cite:[§], xref:§.md#oldren2020[oldren2020].\ninclude::§.md[]\n',
  'g.mmd': 'See [#§].\n',
  '§.md': '---\ncitekey: "§"\n---\nA note. [[§]]\n',
  '@§ - A Title.md': '---\nbibkey: "@§"\naliases: [oldren2020b, "@§"]\n---\nMore. [[@§ - A Title#x]]\n',
  'h.md': 'As in [[§|there]], [[@§]] and [[x/@§#oldren2020]].\n',
  'i.md':
    '[oldren2020](§.md#oldren2020) [t](<./@§ - A Title.md>) [u](%40§%20-%20A%20Title "oldren2020") `[c](oldren2020.md)`\r\n' +
    '\r\n[d](x/oldren2020.md) [e](https://x.org/oldren2020.md)\r\n\r\n[oldren2020]: §.md\r\n',
  'wide.md': 'Müller: @§.\n',
  'latin.tex': 'M\xfcller: \\cite{§}.\n',
} as const;
type Path = keyof typeof FILES;

const OLD = 'oldren2020';
const NEW = 'newren2021';

function bytesOf(path: Path, key: string): Uint8Array {
  const text = FILES[path].replaceAll('§', key);
  if (path === 'wide.md') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  return Buffer.from(text, path === 'latin.tex' ? 'latin1' : 'utf8');
}

describe('Renaming a citekey', () => {
  let api: LiteratureNotesApi;
  /** Of its own for each test: VS Code keeps what it read under a name for a while. */
  let folder = '';
  let count = 0;
  before(async () => void (api = await literature()));
  beforeEach(async () => {
    folder = `ren${++count}/`;
    for (const path of Object.keys(FILES) as Path[]) await write(folder + path.replace('§', OLD), bytesOf(path, OLD));
    await until('the entry', () => api.entry(OLD));
    await until('the note', () => api.noteUri(OLD));
    await until('all files', async () => (await api.citations(OLD)).length === 9);
    await until('all places', async () => (await references('a.md', OLD)).length === 33);
  });
  afterEach(async () => {
    await closeEditors();
    await remove(folder.slice(0, -1));
    await until('the end', () => !api.entry(OLD) && !api.entry(NEW));
  });

  /** The places of the key at the first one in a document: citations, notes, links to these, and what the lists say. */
  const references = async (path: string, key: string) => {
    const document = await vscode.workspace.openTextDocument(workspaceFile(folder + path));
    const at = document.positionAt(document.getText().indexOf(key) + 1);
    return vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', document.uri, at);
  };
  const isOnDisk = async (path: Path, key: string) => {
    const bytes = await vscode.workspace.fs.readFile(workspaceFile(folder + path.replace('§', key)));
    return Buffer.compare(Buffer.from(bytes), Buffer.from(bytesOf(path, key))) === 0;
  };
  /** What is not as it is with a key: files on the disk, and documents that have not been saved. */
  const notWith = async (key: string) => {
    await saveDocuments();
    const others: string[] = [];
    for (const path of Object.keys(FILES) as Path[])
      if (!(await isOnDisk(path, key).catch(() => false))) others.push(path);
    const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.path);
    return [...others, ...dirty];
  };
  /** Everything is as it is with a key, as soon as all has been written; `act` may be done more than once until then. */
  const allAre = async (key: string, act: () => Thenable<unknown> = () => Promise.resolve()) => {
    let left: readonly string[] = [];
    const isDone = async () => {
      await act();
      left = await notWith(key);
      return left.length === 0;
    };
    await until('all', isDone, 10_000).catch(() => assert.deepEqual(left, [], `not with ${key}`));
  };
  /** A change can be taken back once it is whole, which takes longer than its first file. */
  const undoTo = (key: string) => allAre(key, () => vscode.commands.executeCommand('literatureNotes.undoLastChange'));

  it('changes every place in every file and no other byte, and all of it can be taken back', async () => {
    await vscode.commands.executeCommand('literatureNotes.renameCitekey', OLD, NEW);
    await allAre(NEW);
    await until('the entry by its new key', () => api.entry(NEW));
    await until('all places by the new key', async () => (await references('a.md', NEW)).length === 33);
    await undoTo(OLD);
  });

  it('is taken back by its own button, whatever else was changed since', async () => {
    await write(`${folder}other.md`, '---\ncitekey: renpart\n---\n');
    await until('the other note', () => api.noteUri('renpart'));
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('literatureNotes.renameCitekey', OLD, NEW);
    await saveDocuments();
    await until('the entry by its new key', () => api.entry(NEW));
    await vscode.commands.executeCommand('literatureNotes.setStatus', 'renpart', 'reading');
    await until('the rename to be taken back', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return isOnDisk('a.md', OLD);
    });
    await allAre(OLD);
    assert.match(await read(workspaceFile(`${folder}other.md`)), /status: reading/);
  });

  it('is not taken back where a file was changed since', async () => {
    await vscode.commands.executeCommand('literatureNotes.renameCitekey', OLD, NEW);
    await saveDocuments();
    await write(folder + 'd.org', 'Something else.\n');
    await until('the change', async () => (await api.citedIn(workspaceFile(folder + 'd.org'))).length === 0);
    await vscode.commands.executeCommand('literatureNotes.undoLastChange');
    await saveDocuments();
    assert.ok(await isOnDisk('a.md', NEW));
    const other = await vscode.workspace.fs.readFile(workspaceFile(folder + 'd.org'));
    assert.equal(new TextDecoder().decode(other), 'Something else.\n');
  });

  it('is done by F2 at a citation, what is typed and not saved included', async () => {
    const document = await vscode.workspace.openTextDocument(workspaceFile(folder + 'c.typ'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), `Typed @${OLD}. `));
    await until('what was typed', async () => (await api.citations(OLD)).length === 10);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      document.positionAt(document.getText().indexOf(OLD) + 1),
      NEW,
    );
    // As VS Code applies what a rename provider gives: files that were saved before are saved again.
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    assert.equal(document.getText(), `Typed @${NEW}. See @${NEW}. // @${OLD}\n`);
    await saveDocuments();
    assert.ok(await isOnDisk('refs.bib', NEW));
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** What VS Code gets of F2 at the first place of a document that says the key. */
  const editOfF2 = async (path: string, key: string) => {
    const document = await vscode.workspace.openTextDocument(workspaceFile(folder + path));
    await vscode.window.showTextDocument(document);
    return vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      document.positionAt(document.getText().indexOf(OLD) + 1),
      key,
    );
  };
  /** Presses the first button of what is told, until something is so. */
  const press = (what: string, isSo: () => Promise<boolean>) =>
    until(what, async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return isSo();
    });

  it('by F2 can be taken back with its own button, where the user left out a part of it, too', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    const all = await editOfF2('a.md', NEW);
    const some = new vscode.WorkspaceEdit();
    // Notes would be edited under their new names, which they do not get here.
    const isLeftOut = ({ path }: vscode.Uri) => path.endsWith('b.tex') || /newren2021( - A Title)?\.md$/.test(path);
    for (const [uri, edits] of all.entries()) if (!isLeftOut(uri)) some.set(uri, edits);
    assert.ok(await vscode.workspace.applyEdit(some, { isRefactoring: true }));
    await saveDocuments();
    assert.ok((await isOnDisk('d.org', NEW)) && (await isOnDisk('b.tex', OLD)));
    await press('the files as they were', () => isOnDisk('d.org', OLD));
    await allAre(OLD);
  });

  it('by F2 is taken back by Undo Last Change, its renamed note included', async () => {
    const edit = await editOfF2('a.md', NEW);
    await vscode.commands.executeCommand('literatureNotes.undoLastChange');
    assert.ok(await isOnDisk('a.md', OLD));
    // What `entries` gives has no renames of files; VS Code makes them with the rest.
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    await allAre(NEW);
    await until('the files as they were', async () => {
      await vscode.commands.executeCommand('literatureNotes.undoLastChange');
      return isOnDisk('a.md', OLD);
    });
    await allAre(OLD);
  });

  it('asks before where documents say the new key already, which no list has', async () => {
    await write(`${folder}said.md`, `As @${NEW} says.\n`);
    await until('what is said', async () => (await api.citations(NEW)).length === 1);
    for (const rename of [
      async () => assert.deepEqual((await editOfF2('a.md', NEW)).entries(), []),
      () => Promise.resolve(void vscode.commands.executeCommand('literatureNotes.renameCitekey', OLD, NEW)),
    ]) {
      await vscode.commands.executeCommand('notifications.clearAll');
      await rename();
      assert.ok(await isOnDisk('a.md', OLD));
      await press('the rename', () => isOnDisk('a.md', NEW));
      await allAre(NEW);
      await undoTo(OLD);
    }
    assert.equal(await read(workspaceFile(`${folder}said.md`)), `As @${NEW} says.\n`);
  });

  it('is done by F2 in a paper list, at an entry that refers to it, and in the front matter of the note', async () => {
    const csl = await write(folder + 'list.csl.json', '[{"id": "rencsl", "title": "A Book in JSON"}]\n');
    await until('the entry', () => api.entry('rencsl'));
    const placeholderAt = async (uri: vscode.Uri, key: string, occurrence = 0) => {
      const document = await vscode.workspace.openTextDocument(uri);
      const before = document
        .getText()
        .split(key, occurrence + 1)
        .join(key);
      const found = await vscode.commands.executeCommand<{ range: vscode.Range; placeholder: string }>(
        'vscode.prepareRename',
        uri,
        document.positionAt(before.length + 1),
      );
      return [document.getText(found.range), found.placeholder];
    };
    assert.deepEqual(await placeholderAt(csl, 'rencsl'), ['rencsl', 'rencsl']);
    for (const [path, occurrence] of [
      ['refs.bib', 0],
      ['refs.bib', 1],
      ['more.bib', 0],
      [`${OLD}.md`, 0],
    ] as const) {
      assert.deepEqual(await placeholderAt(workspaceFile(folder + path), OLD, occurrence), [OLD, OLD], path);
    }
    const list = await vscode.workspace.openTextDocument(workspaceFile(folder + 'refs.bib'));
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      list.uri,
      list.positionAt(list.getText().indexOf(OLD) + 1),
      NEW,
    );
    assert.ok(await vscode.workspace.applyEdit(edit, { isRefactoring: true }));
    await allAre(NEW);
  });

  it('is refused by F2 with the language that cannot write the key, and where there is none', async () => {
    const document = await vscode.workspace.openTextDocument(workspaceFile(folder + 'a.md'));
    const rename = (offset: number, key: string) =>
      vscode.commands.executeCommand(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        document.positionAt(offset),
        key,
      );
    await assert.rejects(async () => rename(6, 'knuth1984texbook'), /knuth1984texbook.*is free/);
    await assert.rejects(async () => rename(6, 'a b'), /BibTeX cannot write/);
    await assert.rejects(async () => rename(6, 'fig:doe'), /Markdown.*cannot write.*“fig:doe”.*“figdoe”/);
    await assert.rejects(async () => rename(1, 'abc'));
    // VS Code shows what is thrown in a toast, where it would make a link of this.
    const isText = ({ message }: Error) => message.includes('[a]') && !message.includes('](');
    await assert.rejects(async () => rename(6, '[a](command:workbench.action.files.newUntitledFile) b'), isText);
  });
});

describe('A list of titles, which holds no citekeys', () => {
  let api: LiteratureNotesApi;
  let citekey = '';
  before(async () => void (api = await literature()));
  beforeEach(async () => {
    await write('titles/papers.txt', 'A Title Without Any Key\nSomething about it.\n');
    await until('the paper', () => api.entries().some(({ title }) => title === 'A Title Without Any Key'));
    ({ citekey } = api.entries().find(({ title }) => title === 'A Title Without Any Key')!);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
  afterEach(async () => {
    await closeEditors();
    await remove('titles');
    await until('the end', () => !api.entry(citekey));
  });

  const isWrittenOut = async () => {
    const list = workspaceFile('titles/papers.bib');
    await until('the list', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return (await read(list).catch(() => '')) !== '';
    });
    assert.match(await read(list), new RegExp(`\\{${citekey},[^]*title = \\{A Title Without Any Key\\}`));
  };

  it('can be written out as one that does', async () => {
    const renaming = vscode.commands.executeCommand('literatureNotes.renameCitekey', citekey, 'mine2020');
    await isWrittenOut();
    await renaming;
  });

  it('can be so at F2 too, before a new key is typed', async () => {
    const uri = await write('titles/a.md', `See @${citekey}.\n`);
    await vscode.window.showTextDocument(uri);
    const at = new vscode.Position(0, 6);
    await assert.rejects(
      async () => vscode.commands.executeCommand('vscode.prepareRename', uri, at),
      /cannot be changed/,
    );
    await isWrittenOut();
  });
});

describe('Renaming a citekey that notebooks name', () => {
  const [FROM, TO] = ['oldcell2020', 'newcell2021'];
  let api: LiteratureNotesApi;
  before(async () => {
    api = await literature();
    const source = (text: string) => ({ cell_type: 'markdown', id: 'a', metadata: {}, source: [text] });
    const notebook = (text: string) =>
      JSON.stringify({ cells: [source(text)], metadata: {}, nbformat: 4, nbformat_minor: 5 });
    await write('rencells/refs.bib', `@book{${FROM}, title = {Of Cells}}\n`);
    await write(`rencells/${FROM}.md`, `---\ncitekey: ${FROM}\n---\n`);
    await write('rencells/both.ipynb', notebook(`See [it](${FROM}.md#${FROM}) and @${FROM}.`));
    await write('rencells/link.ipynb', notebook(`See [it](${FROM}.md).`));
    await until('the note', () => api.noteUri(FROM));
    await until('the citation', async () => (await api.citations(FROM)).length === 1);
  });
  after(async () => {
    await closeEditors();
    await remove('rencells');
    await until('the end', () => !api.entry(TO));
  });

  it('has the links by path in their cells follow the note', async () => {
    const list = await vscode.workspace.openTextDocument(workspaceFile('rencells/refs.bib'));
    await until('the links', async () => {
      const places = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        list.uri,
        new vscode.Position(0, 8),
      );
      return places.filter(({ uri }) => uri.scheme === 'vscode-notebook-cell').length === 3;
    });
    await vscode.commands.executeCommand('literatureNotes.renameCitekey', FROM, TO);
    const saved = (path: string) => read(workspaceFile(`rencells/${path}`));
    await until('both', async () => (await saved('both.ipynb')).includes(`See [it](${TO}.md#${FROM}) and @${TO}.`));
    await until('the link', async () => (await saved('link.ipynb')).includes(`See [it](${TO}.md).`));
    assert.match(await saved(`${TO}.md`), /citekey: newcell2021/);
  });
});
