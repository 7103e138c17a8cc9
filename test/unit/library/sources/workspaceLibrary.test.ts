import assert from 'node:assert/strict';
import type { Severity } from '../../../../src/base/problem';
import { Library } from '../../../../src/library/library';
import { LARGE_SOURCE } from '../../../../src/library/reading/client';
import { patternFor } from '../../../../src/library/sources/sourcePattern';
import { WorkspaceLibrary } from '../../../../src/library/sources/workspaceLibrary';
import { fileNameOf } from '../../../../src/workspace/uri';
import { MemoryWorkspace, ROOT } from '../../support/memoryWorkspace';
import { readingHere } from '../../support/readingHere';

const bib = (...keys: string[]) => keys.map((key) => `@article{${key},\n  title = {On ${key}}\n}\n`).join('\n');
const csl = (...keys: string[]) => JSON.stringify(keys.map((id) => ({ id, title: `On ${id}`, type: 'book' })));

const DEFAULTS = ['**/*.bib', '**/references.json'];

/**
 * A library over a workspace in memory, with settings that a test can change.
 * @param hangs a source that the reading thread comes to no end with
 */
function libraryOf(workspace: MemoryWorkspace, hangs?: string) {
  const settings = {
    sources: DEFAULTS as readonly string[],
    userSources: [] as readonly string[],
    copies: [] as readonly string[],
    isTrusted: true,
    missingField: undefined as Severity | undefined,
  };
  let stop = () => {};
  const sample = new Library();
  const library = new WorkspaceLibrary({
    files: workspace,
    changes: workspace.changes,
    log: workspace.log,
    clock: workspace.clock,
    client: readingHere({ clock: workspace.clock, hangs: hangs && workspace.uri(hangs) }),
    cache: { file: () => undefined, writeLater: () => {} },
    progress: {
      during: (work) => {
        const abort = new AbortController();
        stop = () => abort.abort();
        return work(abort.signal);
      },
      arrived: () => {},
    },
    sample: {
      library: sample,
      isAllowed: true,
      load: () => {
        sample.setSource('sample', { papers: [], problems: [] });
        return Promise.resolve();
      },
    },
    settings: () => ({
      ...settings,
      folders: workspace
        .folders()
        .map((uri) => ({ uri, sources: settings.sources, defaultSources: DEFAULTS, ownSources: [] })),
      home: '/home/me',
      absolute: (path) => `file://${path}`,
    }),
    missingField: () => settings.missingField,
    nameForThread: () => undefined,
  });
  let updates = 0;
  library.onDidChange(() => void updates++);
  return {
    library,
    settings,
    stop: () => stop(),
    takeUpdates: () => [updates, (updates = 0)][0],
    keys: () => library.own.entries().map(({ citekey }) => citekey),
    codes: (path: string) => library.problems(workspace.uri(path)).map(({ code }) => code),
    /** The source that an entry comes from. */
    sourceOf: (key: string) => fileNameOf(library.own.get(key)?.source.uri ?? ''),
  };
}

describe('The library of a workspace', () => {
  it('follows its sources, with one update for what happens together', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1', 'a2') });
    const { library, keys, takeUpdates } = libraryOf(workspace);
    assert.equal(library.isLoaded, false);
    await library.reload();
    assert.equal(library.isLoaded, true);
    assert.deepEqual(keys(), ['a1', 'a2']);
    takeUpdates();
    workspace.write('a.bib', bib('a2'));
    workspace.write('deep/b.bib', bib('b1'));
    await workspace.clock.pass(50);
    assert.deepEqual(keys(), ['a2', 'b1']);
    assert.equal(takeUpdates(), 1);
    workspace.rename('deep', 'other');
    await workspace.clock.pass(500);
    assert.equal(library.own.get('b1')?.source.uri, `${ROOT}/other/b.bib`);
  });

  it('has small sources, and what happens to them, while a large one is read', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1'), 'large.bib': bib('l') + ' '.repeat(LARGE_SOURCE) });
    const { library, keys, codes } = libraryOf(workspace, 'large.bib');
    const loaded = library.reload();
    await workspace.clock.pass(50);
    assert.deepEqual(keys(), ['a1']);
    workspace.write('a.bib', bib('a1', 'a2'));
    workspace.write('b.bib', bib('b1'));
    await workspace.clock.pass(50);
    assert.deepEqual(keys(), ['a1', 'a2', 'b1']);
    assert.equal(library.isLoaded, false);
    await workspace.clock.pass(30_000);
    await loaded;
    assert.equal(library.isLoaded, true);
    assert.deepEqual([keys(), codes('large.bib')], [['a1', 'a2', 'b1'], ['too-slow']]);
  });

  it('shows no sample while the only source is a large one that is being read', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1'), 'large.bib': bib('l') + ' '.repeat(LARGE_SOURCE) });
    const { library } = libraryOf(workspace, 'large.bib');
    void library.reload();
    await workspace.clock.pass(50);
    workspace.delete('a.bib');
    await workspace.clock.pass(5000);
    assert.deepEqual([library.own.entries().length, library.isSample], [0, false]);
  });

  it('reads what is typed before it is saved', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1') });
    const { library, keys } = libraryOf(workspace);
    await library.reload();
    workspace.type('a.bib', bib('a1', 'typed'));
    await workspace.clock.pass(200);
    assert.deepEqual(keys(), ['a1', 'typed']);
    workspace.close('a.bib');
    await workspace.clock.pass(200);
    assert.deepEqual(keys(), ['a1']);
  });

  it('keeps the papers of a source that another program is writing', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1', 'a2') });
    const { library, keys } = libraryOf(workspace);
    await library.reload();
    for (const unfinished of ['', bib('a1', 'a2').slice(0, -4)]) {
      workspace.write('a.bib', unfinished);
      await workspace.clock.pass(1000);
      assert.deepEqual(keys(), ['a1', 'a2']);
    }
    workspace.delete('a.bib');
    await workspace.clock.pass(1000);
    assert.deepEqual(keys(), ['a1', 'a2']);
    workspace.write('a.bib', bib('a1', 'a3'));
    await workspace.clock.pass(50);
    assert.deepEqual(keys(), ['a1', 'a3']);
    workspace.write('a.bib', '');
    await workspace.clock.pass(2050);
    assert.deepEqual(keys(), []);
  });

  it('takes the entry of the first pattern where a key stands twice', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('both'), 'z/named.bib': bib('both') });
    const { library, settings, sourceOf, codes } = libraryOf(workspace);
    await library.reload();
    assert.equal(sourceOf('both'), 'a.bib');
    settings.sources = ['z/named.bib', ...DEFAULTS];
    workspace.changeSetting('literatureNotes.sources');
    await workspace.clock.pass(0);
    assert.equal(sourceOf('both'), 'named.bib');
    assert.deepEqual(codes('a.bib'), ['duplicate-key']);
  });

  it('tells of a path that the user named and that is not there, until it is', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1') });
    const { library, settings, codes, keys } = libraryOf(workspace);
    settings.sources = ['my [[]own] refs.bib', 'folder', ...DEFAULTS];
    workspace.write('folder/x.txt', '');
    await library.reload();
    assert.deepEqual(codes('my [own] refs.bib'), ['missing']);
    assert.deepEqual(codes('folder'), ['is-folder']);
    workspace.write('my [own] refs.bib', bib('mine'));
    await workspace.clock.pass(50);
    assert.deepEqual(codes('my [own] refs.bib'), []);
    assert.deepEqual(keys(), ['mine', 'a1']);
  });

  it('follows paths outside of the workspace, unless it is not trusted', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1'), 'file:///else/refs.bib': bib('else1') });
    const { library, settings, keys } = libraryOf(workspace);
    settings.sources = ['/else/refs.bib', '/else/more/*.bib', ...DEFAULTS];
    settings.isTrusted = false;
    await library.reload();
    assert.deepEqual(keys(), ['a1']);
    assert.ok(!workspace.asked.some((asked) => asked.includes('else')));
    settings.isTrusted = true;
    workspace.trust();
    await workspace.clock.pass(0);
    assert.deepEqual(keys(), ['else1', 'a1']);
    workspace.write('file:///else/refs.bib', bib('else2'));
    workspace.write('file:///else/more/b.bib', bib('more1'));
    await workspace.clock.pass(50);
    assert.deepEqual(keys(), ['else2', 'more1', 'a1']);
  });

  it('takes names with signs that globs and regular expressions have', async () => {
    const names = ['library (1).bib', 'a [old].bib', '$(x) [y](z).bib', 'a+b^c.bib'];
    const workspace = new MemoryWorkspace(Object.fromEntries(names.map((name, i) => [name, bib(`k${i}`)])));
    const { library, settings, keys } = libraryOf(workspace);
    settings.sources = names.map((name) => patternFor(workspace.uri(name), ROOT, ''));
    await library.reload();
    assert.deepEqual(keys(), ['k0', 'k1', 'k2', 'k3']);
    settings.sources = ['@(library|a) *.bib', 'a(+|-)b*.bib'];
    workspace.changeSetting('literatureNotes.sources');
    await workspace.clock.pass(50);
    assert.deepEqual(keys(), ['k1', 'k0', 'k3']);
  });

  it('takes paths that lead out of the folder, where the workspace is trusted', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1'), 'file:///beside/b.bib': bib('b1') });
    const { library, settings, keys } = libraryOf(workspace);
    settings.sources = ['*.bib', '../beside/b.bib'];
    await library.reload();
    assert.deepEqual(keys(), ['a1', 'b1']);
    settings.isTrusted = false;
    workspace.trust();
    await workspace.clock.pass(50);
    assert.deepEqual(keys(), ['a1']);
  });

  it('has copies of libraries of other programs behind all others, and lets nobody write into them', async () => {
    const copy = 'file:///storage/libraries/JabRef [x].bib';
    const workspace = new MemoryWorkspace({ 'a.bib': bib('both') });
    const { library, settings, keys, sourceOf } = libraryOf(workspace);
    settings.copies = [copy];
    await library.reload();
    assert.deepEqual(library.problems(copy), [], 'it is about to come');
    workspace.write(copy, bib('both', 'theirs'));
    await workspace.clock.pass(1000);
    assert.deepEqual(keys(), ['both', 'theirs']);
    assert.equal(sourceOf('both'), 'a.bib');
    assert.ok(library.isCopy(copy) && !library.isCopy(`${ROOT}/a.bib`));
    assert.deepEqual(
      library.writableSources().map(({ uri }) => uri),
      [`${ROOT}/a.bib`],
    );
    const refused = await library.planChange(copy, bib('both'), { kind: 'removeEntry', at: 0 });
    assert.deepEqual(refused, { code: 'not-written' });
  });

  it("has the user's own sources behind those of the workspace", async () => {
    const own = 'file:///home/me/papers/own.bib';
    const workspace = new MemoryWorkspace({ 'a.bib': bib('both'), [own]: bib('both', 'mine') });
    const { library, settings, keys, sourceOf } = libraryOf(workspace);
    settings.userSources = ['~/papers/*.bib', 'relative.bib'];
    await library.reload();
    assert.deepEqual(keys(), ['both', 'mine']);
    assert.equal(sourceOf('both'), 'a.bib');
    assert.equal(library.folderOf(own), undefined);
    assert.equal(library.folderOf(`${ROOT}/a.bib`), ROOT);
  });

  it('says nothing of a file that a default pattern found and that is something else', async () => {
    const workspace = new MemoryWorkspace({ 'references.json': '{"compilerOptions": {}}', 'a-blx.bib': bib('x') });
    const { library, codes } = libraryOf(workspace);
    await library.reload();
    assert.deepEqual([library.sources(), codes('references.json')], [[], []]);
    workspace.write('references.json', csl('r1'));
    await workspace.clock.pass(50);
    assert.deepEqual(library.sources(), [`${ROOT}/references.json`]);
  });

  it('reads a source again when another one defines its abbreviations', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': '@article{a1, title = {T}, journal = shortj}\n' });
    const { library, codes } = libraryOf(workspace);
    await library.reload();
    assert.deepEqual(codes('a.bib'), ['unknown-string']);
    workspace.write('strings.bib', '@string{shortj = {The Long Journal}}\n');
    await workspace.clock.pass(50);
    assert.equal(library.own.get('a1')?.venue, 'The Long Journal');
    assert.deepEqual(codes('a.bib'), []);
  });

  it('keeps the papers of a source that cannot be read, and tells why', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1') });
    const { library, codes, keys, takeUpdates } = libraryOf(workspace);
    await library.reload();
    workspace.write('a.bib', new Error('locked'));
    await workspace.clock.pass(50);
    assert.deepEqual([codes('a.bib'), keys()], [['unreadable'], ['a1']]);
    takeUpdates();
    workspace.write('a.bib', bib('a1'));
    await workspace.clock.pass(50);
    assert.deepEqual(codes('a.bib'), []);
    assert.equal(takeUpdates(), 1);
  });

  it('leaves as it was what the user stops the reading of', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': bib('a1'), 'b.bib': bib('b1') });
    const { library, codes, keys, stop } = libraryOf(workspace);
    await library.reload();
    workspace.beforeRead = () => stop();
    workspace.write('a.bib', bib('a1', 'a2'));
    workspace.write('b.bib', bib('b1', 'b2'));
    await workspace.clock.pass(50);
    assert.deepEqual(keys(), ['a1', 'b1']);
    assert.deepEqual([codes('a.bib'), codes('b.bib')], [['stopped'], ['stopped']]);
    workspace.beforeRead = () => {};
    await library.reload();
    assert.deepEqual(keys(), ['a1', 'a2', 'b1', 'b2']);
  });

  it('gives way to the sample while there is no source', async () => {
    const workspace = new MemoryWorkspace();
    const { library } = libraryOf(workspace);
    await library.reload();
    assert.ok(library.isSample);
    workspace.write('a.bib', bib('a1'));
    await workspace.clock.pass(50);
    assert.ok(!library.isSample);
    workspace.delete('a.bib');
    await workspace.clock.pass(2050);
    assert.ok(library.isSample);
  });

  it('reads no file for a changed severity', async () => {
    const workspace = new MemoryWorkspace({ 'a.bib': '@article{a1, title = {T}}\n' });
    const { library, settings, takeUpdates } = libraryOf(workspace);
    settings.missingField = 'information';
    await library.reload();
    const severities = () => library.problems(`${ROOT}/a.bib`).map(({ severity }) => severity);
    assert.deepEqual(severities(), ['information']);
    takeUpdates();
    workspace.takeReads();
    settings.missingField = 'warning';
    workspace.changeSetting('literatureNotes.problems.missingField');
    await workspace.clock.pass(100);
    assert.deepEqual(severities(), ['warning']);
    assert.equal(takeUpdates(), 1, 'whoever shows the problems is told');
    for (const name of ['unknownKey', 'ambiguousKey', 'aliasKey', 'repeatedKey']) {
      workspace.changeSetting(`literatureNotes.problems.${name}`);
    }
    await workspace.clock.pass(100);
    assert.deepEqual([workspace.takeReads(), takeUpdates()], [[], 0]);
  });

  it('knows a file once where names do not differ by case', async () => {
    const workspace = new MemoryWorkspace({ 'Refs.bib': bib('r1') });
    workspace.isCaseInsensitive = true;
    const { library, settings, keys } = libraryOf(workspace);
    settings.sources = ['refs.bib', ...DEFAULTS];
    await library.reload();
    assert.deepEqual(keys(), ['r1']);
    workspace.write('Refs.bib', bib('r2'));
    await workspace.clock.pass(50);
    assert.deepEqual(keys(), ['r2']);
  });

  it('says which sources entries can be added to', async () => {
    const workspace = new MemoryWorkspace({ 'references.json': csl('r1'), 'a.bib': bib('a1') });
    const { library } = libraryOf(workspace);
    await library.reload();
    assert.deepEqual(
      library.writableSources().map(({ uri, format }) => [fileNameOf(uri), format]),
      [
        ['a.bib', 'bibtex'],
        ['references.json', 'csl-json'],
      ],
    );
  });
});
