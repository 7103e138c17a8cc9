import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { literature, remove, until, workspaceFile, write } from '../support';

const csl = (...items: object[]) => JSON.stringify(items, null, 1);

describe('The library of a workspace', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));

  const problemsOf = (path: string) =>
    api.problems().filter(({ uri }) => uri.toString() === workspaceFile(path).toString());

  it('gives its entries at once, and a page at a time', async () => {
    const all = api.entries();
    assert.deepEqual(await api.entriesPage(1, 5), all.slice(1, 6));
    assert.deepEqual(await api.entriesPage(all.length, 5), []);
    assert.deepEqual(JSON.parse(JSON.stringify(all)), JSON.parse(JSON.stringify(await api.entriesPage(0, all.length))));
  });

  it('holds the papers of the list, in its order', () => {
    assert.deepEqual(
      api.entries().map(({ title }) => title),
      [
        'Tidal Memory: Recurrent Networks That Forget on Purpose',
        'Sparse Maps for Patient Robots',
        'Learning Translation in Context from a Pocket Grammar',
      ],
    );
  });

  it('gives plain items with citekey and place', () => {
    const entry = api.entry('sparsemapspatient');
    assert.ok(entry);
    assert.equal(entry.source.uri.toString(), workspaceFile('papers.txt').toString());
    assert.equal(entry.source.range.start.line, 2);
    assert.equal((JSON.parse(JSON.stringify(entry)) as { citekey: string }).citekey, 'sparsemapspatient');
  });

  it('follows a list that is created, changed, renamed and deleted', async () => {
    await write('lists/more.csl.json', csl({ id: 'first2020', title: 'First' }));
    await until('the new list', () => api.entry('first2020'));
    await write('lists/more.csl.json', csl({ id: 'second2021', title: 'Second' }));
    await until('the changed list', () => api.entry('second2021') && !api.entry('first2020'));
    await vscode.workspace.fs.rename(workspaceFile('lists/more.csl.json'), workspaceFile('lists/other.csl.json'));
    await until('the renamed list', () => api.entry('second2021')?.source.uri.path.endsWith('other.csl.json'));
    await remove('lists');
    await until('the deleted folder', () => !api.entry('second2021'));
  });

  it('follows a folder that is renamed', async () => {
    await write('old/a.csl.json', csl({ id: 'moved2020', title: 'Moved' }));
    await until('the list', () => api.entry('moved2020'));
    await vscode.workspace.fs.rename(workspaceFile('old'), workspaceFile('new'));
    await until('the moved list', () => api.entry('moved2020')?.source.uri.path.includes('/new/'));
    await remove('new');
    await until('the end of the list', () => !api.entry('moved2020'));
  });

  it('tells of a title without an abstract, with its line, and loads the rest', async () => {
    await write(
      'part/papers.txt',
      'A Title With an Abstract That Follows\nWe show that it does. It is long enough to be one, we hope.\nA Lonely Title\n',
    );
    await until('the list', () => api.entry('titleabstractfollows'));
    const [problem] = problemsOf('part/papers.txt');
    assert.equal(problem.code, 'title-without-abstract');
    assert.equal(problem.range.start.line, 2);
    const shown = () => vscode.languages.getDiagnostics(workspaceFile('part/papers.txt'));
    await until('the problem in the panel', () => shown().length > 0);
    assert.deepEqual(
      shown().map(({ message }) => message),
      [problem.message],
    );
    await remove('part');
    await until('no problem', () => shown().length === 0);
  });

  it('tells of a broken .csl.json', async () => {
    await write('broken.csl.json', '[{"id": "a", "title": "A"}, {"id"');
    await until('the problem', () => problemsOf('broken.csl.json').length > 0);
    assert.equal(problemsOf('broken.csl.json')[0].code, 'invalid-json');
    await remove('broken.csl.json');
    await until('its end', () => problemsOf('broken.csl.json').length === 0);
  });

  it('says nothing of a references.json that is something else', async () => {
    await write('references.json', '{"compilerOptions": {}}');
    await write('known.csl.json', csl({ id: 'known2020', title: 'Known' }));
    await until('the list read after it', () => api.entry('known2020'));
    assert.deepEqual(problemsOf('references.json'), []);
    await remove('references.json');
    await remove('known.csl.json');
    await until('the end', () => !api.entry('known2020'));
  });

  it('lives with a binary file and a folder called papers.txt', async () => {
    await write('odd/papers.txt', new Uint8Array([0, 1, 2, 0, 255, 0]));
    await vscode.workspace.fs.createDirectory(workspaceFile('folder/papers.txt'));
    await until('the problem', () => problemsOf('odd/papers.txt').length > 0);
    assert.equal(problemsOf('odd/papers.txt')[0].code, 'binary-file');
    assert.equal(api.entries().length, 3);
    await remove('odd');
    await remove('folder');
    await until('its end', () => problemsOf('odd/papers.txt').length === 0);
  });

  it('tells of a list that is too large to be read', async () => {
    const line = 'A line that repeats itself until nobody can read it any more, and then some more. \n';
    const unfinished = await write('huge.part', Buffer.alloc(100 * 1024 * 1024, line));
    await vscode.workspace.fs.rename(unfinished, workspaceFile('huge/papers.txt'));
    await until('the problem', () => problemsOf('huge/papers.txt').length > 0);
    assert.deepEqual(
      problemsOf('huge/papers.txt').map(({ code }) => code),
      ['too-large'],
    );
    assert.equal(api.entries().length, 3);
    await remove('huge');
    await until('its end', () => problemsOf('huge/papers.txt').length === 0);
  });

  it('tells of a list that it may not read, and keeps its papers', async function () {
    if (process.platform === 'win32' || process.getuid?.() === 0) return this.skip();
    const uri = await write('secret.csl.json', csl({ id: 'secret2020', title: 'Secret' }));
    await until('the list', () => api.entry('secret2020'));
    await chmod(uri.fsPath, 0o000);
    await vscode.commands.executeCommand('literatureNotes.refresh');
    assert.deepEqual(
      problemsOf('secret.csl.json').map(({ code }) => code),
      ['unreadable'],
    );
    assert.ok(api.entry('secret2020'));
    await remove('secret.csl.json');
    await until('its end', () => !api.entry('secret2020'));
  });

  it('reads nothing in node_modules, nor what files.exclude hides', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('exclude', { '**/hidden': true }, vscode.ConfigurationTarget.Workspace);
    await write('node_modules/pkg/papers.csl.json', csl({ id: 'nope2020', title: 'Nope' }));
    await write('hidden/papers.csl.json', csl({ id: 'nope2021', title: 'Nope again' }));
    await write('seen.csl.json', csl({ id: 'seen2020', title: 'Seen' }));
    await until('the list that is not hidden', () => api.entry('seen2020'));
    await vscode.commands.executeCommand('literatureNotes.refresh');
    assert.equal(api.entry('nope2020'), undefined);
    assert.equal(api.entry('nope2021'), undefined);
    await files.update('exclude', undefined, vscode.ConfigurationTarget.Workspace);
    await until('the list that is hidden no more', () => api.entry('nope2021'));
    for (const path of ['node_modules', 'hidden', 'seen.csl.json']) await remove(path);
    await until('the end', () => api.entries().length === 3);
  });

  it('adds a paper list that the user names to the setting', async () => {
    const uri = await write('my [old] list.json', csl({ id: 'named2020', title: 'Named' }));
    await vscode.commands.executeCommand('literatureNotes.addPaperList', uri);
    await until('the named list', () => api.entry('named2020'));
    const sources = vscode.workspace.getConfiguration('literatureNotes').inspect<string[]>('sources');
    assert.deepEqual(sources?.workspaceValue, [...(sources?.defaultValue ?? []), 'my [[]old] list.json']);
    await write('my [old] list.json', 'no list');
    await until('its problem', () => problemsOf('my [old] list.json').length > 0);
    await vscode.workspace
      .getConfiguration('literatureNotes')
      .update('sources', undefined, vscode.ConfigurationTarget.Workspace);
    await remove('my [old] list.json');
    await until('the end', () => problemsOf('my [old] list.json').length === 0);
  });

  const outside = (audience: string, setting: string, pattern: RegExp, target: vscode.ConfigurationTarget) =>
    it(`names a list outside of the folder by ${pattern} for the ${audience}`, async () => {
      const uri = vscode.Uri.joinPath(workspaceFile('.'), '..', `outside-${audience}.bib`);
      const text = `@book{outside${audience}, title = {Outside}}\n`;
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      await vscode.commands.executeCommand('literatureNotes.addPaperList', uri, audience);
      await until('the list outside', () => api.entry(`outside${audience}`));
      const configuration = vscode.workspace.getConfiguration('literatureNotes');
      const inspected = configuration.inspect<string[]>(setting);
      const values = target === vscode.ConfigurationTarget.Global ? inspected?.globalValue : inspected?.workspaceValue;
      assert.match(values?.at(-1) ?? '', pattern);
      await configuration.update(setting, undefined, target);
      await vscode.workspace.fs.delete(uri);
      await until('the end', () => !api.entry(`outside${audience}`));
    });
  outside('workspace', 'sources', /^\.\.\/outside-workspace\.bib$/, vscode.ConfigurationTarget.Workspace);
  outside('user', 'userSources', /^(~|\/).*\/outside-user\.bib$/, vscode.ConfigurationTarget.Global);

  it('tells of papers that want the same key, and takes the bare key for none of them', async () => {
    await write('twins/papers.txt', twin('Sparse Maps for Patient Robots, Revisited in the Dark'));
    await until('the twin', () => api.entries().length === 4);
    assert.equal(api.entry('sparsemapspatient'), undefined);
    const keys = api
      .entries()
      .map(({ citekey }) => citekey)
      .filter((key) => key.startsWith('sparsemapspatient-'));
    assert.equal(keys.length, 2);
    assert.ok(
      api
        .problems()
        .some(
          ({ code, message }) =>
            code === 'ambiguous-key' && keys.every((key) => message.includes(key)) && / or /.test(message),
        ),
    );
    await remove('twins');
    await until('the bare key again', () => api.entry('sparsemapspatient'));
  });
});

describe('An entry that lacks a field of its type', () => {
  it('is told where the user wants it to be', async () => {
    const api = await literature();
    const codes = () => api.problems().map(({ code, severity }) => `${code} ${severity}`);
    const expected = `missing-field ${vscode.DiagnosticSeverity.Information}`;
    const configuration = vscode.workspace.getConfiguration('literatureNotes');
    await write('bare.bib', '@article{bare, title = {Bare}}\n');
    await until('the paper', () => api.entry('bare'));
    assert.ok(!codes().includes(expected));
    await configuration.update('problems.missingField', 'information', vscode.ConfigurationTarget.Workspace);
    await until('the problem', () => codes().includes(expected));
    await configuration.update('problems.missingField', undefined, vscode.ConfigurationTarget.Workspace);
    await until('its end', () => !codes().includes(expected));
    await remove('bare.bib');
  });
});

describe('Abbreviations of another file', () => {
  it('are known, and unknown again without it', async () => {
    const api = await literature();
    await write('abbreviated.bib', '@article{abbreviated, title = {T}, author = {A B}, journal = shortj}\n');
    await until('the paper', () => api.entry('abbreviated')?.['container-title'] === 'shortj');
    assert.ok(api.problems().some(({ code }) => code === 'unknown-string'));
    await write('strings.bib', '@string{shortj = {The Long Journal}}\n');
    await until('its journal', () => api.entry('abbreviated')?.['container-title'] === 'The Long Journal');
    assert.ok(!api.problems().some(({ code }) => code === 'unknown-string'));
    await remove('strings.bib');
    await until('the bare name', () => api.entry('abbreviated')?.['container-title'] === 'shortj');
    await remove('abbreviated.bib');
  });
});

function twin(title: string): string {
  return `${title}\nWe look at the maps again after sunset, and find that patience pays twice. The robot agrees with us in most rooms.\n`;
}
