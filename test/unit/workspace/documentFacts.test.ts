import assert from 'node:assert/strict';
import { DocumentFacts } from '../../../src/workspace/documentFacts';
import type { FactKind } from '../../../src/workspace/factKind';
import type { FactsChange } from '../../../src/workspace/factsChange';
import { type FollowedFile, filesOfGlob } from '../../../src/workspace/selection';
import { fileNameOf } from '../../../src/workspace/uri';
import { MemoryWorkspace, ROOT } from '../support/memoryWorkspace';

type Kind = FactKind<string, FollowedFile>;

/** The first lines of text files, kept in a test workspace; files that start with "-" say nothing. */
function firstLines(workspace: MemoryWorkspace, more: Partial<Kind> = {}) {
  const kind: Kind = {
    select: () => filesOfGlob(workspace, '**/*.txt', workspace),
    read: async (_, content) => {
      const line = (await content.text()).split('\n', 1)[0];
      return line.startsWith('-') ? undefined : line;
    },
    isSame: (before, now) => before === now,
    largest: 1000,
    ...more,
  };
  const facts = new DocumentFacts(kind, workspace);
  const changes: string[] = [];
  facts.onDidChange(({ changed, gone }: FactsChange<FollowedFile>) => {
    const told = [...changed.map(({ uri }) => `+${fileNameOf(uri)}`), ...gone.map((uri) => `-${fileNameOf(uri)}`)];
    changes.push(told.sort().join(' '));
  });
  return {
    facts,
    /** What was told since this was last asked, one text an update. */
    takeChanges: () => changes.splice(0),
    get: (path: string) => facts.get(workspace.uri(path)),
  };
}

describe('Facts of documents', () => {
  it('are read when they are asked for the first time, and not before', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A', 'deep/b.txt': 'B\nb', 'c.md': 'C', '-.txt': '-' });
    const { facts } = firstLines(workspace);
    workspace.write('a.txt', 'A2');
    await workspace.clock.pass(5000);
    assert.deepEqual(workspace.asked, []);
    assert.deepEqual([...(await facts.all()).values()].sort(), ['A2', 'B']);
    workspace.takeReads();
    assert.equal((await facts.all()).size, 2);
    assert.deepEqual(workspace.takeReads(), []);
  });

  it('follow files that are made, changed, renamed and deleted', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts, takeChanges, get } = firstLines(workspace);
    await facts.start();
    assert.deepEqual(takeChanges(), ['+a.txt']);
    workspace.write('a.txt', 'A2');
    workspace.write('b.txt', 'B');
    await workspace.clock.pass(50);
    assert.deepEqual(takeChanges(), ['+a.txt +b.txt']);
    workspace.rename('b.txt', 'c.txt');
    await workspace.clock.pass(50);
    assert.deepEqual(takeChanges(), ['+c.txt -b.txt']);
    workspace.delete('a.txt');
    await workspace.clock.pass(50);
    assert.deepEqual(takeChanges(), ['-a.txt']);
    assert.equal(get('a.txt'), undefined);
    assert.equal(get('c.txt'), 'B');
  });

  it('are not told where they stay the same', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A', '-.txt': '-' });
    const { facts, takeChanges } = firstLines(workspace);
    await facts.start();
    takeChanges();
    workspace.write('a.txt', 'A\nmore');
    workspace.write('-.txt', '- still nothing');
    await workspace.clock.pass(50);
    assert.deepEqual(takeChanges(), []);
  });

  it('come from open editors before the disk', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts, takeChanges, get } = firstLines(workspace);
    await facts.start();
    takeChanges();
    workspace.type('a.txt', 'A t');
    workspace.type('a.txt', 'A typed');
    await workspace.clock.pass(199);
    assert.equal(get('a.txt'), 'A');
    await workspace.clock.pass(1);
    assert.equal(get('a.txt'), 'A typed');
    workspace.write('a.txt', 'written beside');
    await workspace.clock.pass(50);
    assert.equal(get('a.txt'), 'A typed');
    workspace.close('a.txt');
    await workspace.clock.pass(200);
    assert.equal(get('a.txt'), 'written beside');
    assert.deepEqual(takeChanges(), ['+a.txt', '+a.txt']);
  });

  it('are read at once when an editor is saved', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts, get } = firstLines(workspace);
    await facts.start();
    workspace.type('a.txt', 'A typed');
    workspace.save('a.txt');
    await facts.settled;
    assert.equal(get('a.txt'), 'A typed');
  });

  it('read nothing where an editor without changes is closed', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts } = firstLines(workspace);
    await facts.start();
    workspace.takeReads();
    workspace.close('a.txt');
    await workspace.clock.pass(1000);
    assert.deepEqual(workspace.takeReads(), []);
  });

  it('take a storm of 5,000 events as one update', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts, takeChanges } = firstLines(workspace);
    await facts.start();
    takeChanges();
    workspace.takeReads();
    for (let i = 0; i < 2500; i++) {
      workspace.write('a.txt', `A${i}`);
      workspace.write(`storm${i % 5}.txt`, `S${i}`);
    }
    await workspace.clock.pass(5000);
    assert.deepEqual(takeChanges(), ['+a.txt +storm0.txt +storm1.txt +storm2.txt +storm3.txt +storm4.txt']);
    assert.equal(workspace.takeReads().length, 6);
  });

  it('take a storm that lasts in one update a second', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts, takeChanges } = firstLines(workspace);
    await facts.start();
    takeChanges();
    for (let i = 0; i < 200; i++) {
      workspace.write('a.txt', `A${i}`);
      await workspace.clock.pass(20);
    }
    await workspace.clock.pass(50);
    assert.equal(takeChanges().length, 4);
  });

  it('make one update of all that happens during another', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts, takeChanges, get } = firstLines(workspace);
    await facts.start();
    takeChanges();
    let release = () => {};
    workspace.beforeRead = () => new Promise((resolve) => (release = resolve));
    workspace.write('a.txt', 'A2');
    await workspace.clock.pass(50);
    workspace.beforeRead = () => {};
    for (const text of ['A3', 'A4', 'A5']) {
      workspace.write('a.txt', text);
      await workspace.clock.pass(100);
    }
    assert.equal(get('a.txt'), 'A');
    release();
    await facts.settled;
    assert.equal(get('a.txt'), 'A5');
    assert.equal(takeChanges().length, 1);
  });

  it('wait for whoever takes in an update', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts } = firstLines(workspace);
    const seen: string[] = [];
    facts.onDidChange(async () => {
      seen.push('begin');
      await workspace.clock.yield();
      seen.push('end');
    });
    const first = facts.start();
    await workspace.clock.yield();
    await Promise.all([first, facts.reload(), facts.settled]);
    assert.equal(seen.join(' '), 'begin end begin end');
  });

  it('are found in a folder that was moved here or made unseen', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A', 'old/b.txt': 'B' });
    const { facts, takeChanges } = firstLines(workspace);
    await facts.start();
    takeChanges();
    workspace.writeUnseen('new/deep/c.txt', 'C');
    await workspace.clock.pass(500);
    assert.deepEqual(takeChanges(), ['+c.txt']);
    workspace.rename('old', 'other');
    await workspace.clock.pass(500);
    assert.deepEqual([...(await facts.all()).keys()].sort(), [
      `${ROOT}/a.txt`,
      `${ROOT}/new/deep/c.txt`,
      `${ROOT}/other/b.txt`,
    ]);
  });

  it('are looked for anew where more folders appear than can be looked into', async () => {
    const workspace = new MemoryWorkspace();
    const { facts } = firstLines(workspace);
    await facts.start();
    for (let i = 0; i < 210; i++) workspace.writeUnseen(`folder${i}/f.txt`, 'F');
    await workspace.clock.pass(1000);
    assert.equal((await facts.all()).size, 210);
  });

  it('are those that are not hidden, in folders that are open', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A', 'secret/b.txt': 'B', 'node_modules/c.txt': 'C' });
    const { facts, takeChanges } = firstLines(workspace);
    workspace.hidden = ['secret/**'];
    await facts.start();
    assert.deepEqual(takeChanges(), ['+a.txt']);
    workspace.write('secret/b.txt', 'B2');
    await workspace.clock.pass(50);
    assert.deepEqual(takeChanges(), []);
    workspace.takeReads();
    workspace.hidden = [];
    workspace.changeSetting('files.exclude');
    await facts.settled;
    assert.deepEqual(takeChanges(), ['+b.txt']);
    assert.deepEqual(workspace.takeReads(), ['read secret/b.txt'], 'what is known is not read again');
    workspace.openFolders(`${ROOT}/secret`);
    await facts.settled;
    assert.deepEqual(takeChanges(), ['-a.txt']);
    workspace.write('b.txt', 'B3');
    await workspace.clock.pass(50);
    assert.deepEqual(takeChanges(), ['+b.txt']);
  });

  it('are all read again where that is asked for', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A', 'b.txt': 'B' });
    const { facts } = firstLines(workspace);
    await facts.start();
    workspace.takeReads();
    await facts.look();
    assert.deepEqual(workspace.takeReads(), []);
    await facts.reload();
    assert.deepEqual(workspace.takeReads(), ['read a.txt', 'read b.txt']);
  });

  it('leave to a newer look what an older one has not read', async () => {
    const files = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`${i}.txt`, `F${i}`]));
    const workspace = new MemoryWorkspace(files);
    const { facts, takeChanges } = firstLines(workspace, { atOnce: 1 });
    let release = () => {};
    workspace.beforeRead = () => new Promise((resolve) => (release = resolve));
    const first = facts.start();
    await workspace.clock.pass(0);
    workspace.beforeRead = () => {};
    workspace.hidden = ['{2,3,4}?.txt'];
    const second = facts.look();
    release();
    await first;
    assert.equal((await facts.all()).size, 20, 'the first, too, resolves when all is read');
    await second;
    assert.equal(takeChanges().length, 2);
    assert.equal(workspace.takeReads().length, 20);
  });

  it('do not believe at once what looks unfinished', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts, get } = firstLines(workspace, { isDoubtful: (_, now) => now === undefined || now === '' });
    await facts.start();
    workspace.write('a.txt', '');
    await workspace.clock.pass(1900);
    workspace.delete('a.txt');
    await workspace.clock.pass(1900);
    assert.equal(get('a.txt'), 'A');
    workspace.write('a.txt', 'A2');
    await workspace.clock.pass(50);
    assert.equal(get('a.txt'), 'A2');
    workspace.delete('a.txt');
    await workspace.clock.pass(2050);
    assert.equal(get('a.txt'), undefined);
  });

  it('go at once with what the user deletes', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A', 'folder/b.txt': 'B', 'c.txt': 'C' });
    const { facts, get } = firstLines(workspace, { isDoubtful: (_, now) => now === undefined });
    await facts.start();
    workspace.remove('folder');
    await workspace.clock.pass(0);
    assert.deepEqual([get('a.txt'), get('folder/b.txt'), get('c.txt')], ['A', undefined, 'C']);
    workspace.delete('a.txt');
    await workspace.clock.pass(60);
    assert.equal(get('a.txt'), 'A', 'another program may be about to write it anew');
    workspace.remove('a.txt');
    await workspace.clock.pass(0);
    assert.equal(get('a.txt'), undefined, 'the watcher was first to tell');
  });

  it('are kept where a file cannot be read, and the reason is logged', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A', 'b.txt': 'B' });
    const { facts, get } = firstLines(workspace);
    await facts.start();
    workspace.write('a.txt', new Error('locked'));
    workspace.write('b.txt', 'B'.repeat(1001));
    await workspace.clock.pass(50);
    assert.equal(get('a.txt'), 'A');
    assert.equal(get('b.txt'), undefined);
    assert.deepEqual(workspace.logged.sort(), [
      'Reading file:///ws/a.txt: Error: locked',
      'file:///ws/b.txt is not read: it has 1001 bytes',
    ]);
  });

  it('are read again where others outdate them', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A', 'b.txt': 'B' });
    let outdated = ['file:///ws/a.txt'];
    const { facts } = firstLines(workspace, { outdated: () => outdated.splice(0) });
    await facts.start();
    assert.deepEqual(workspace.takeReads(), ['read a.txt', 'read b.txt', 'read a.txt']);
    outdated = [];
    workspace.write('b.txt', 'B2');
    await workspace.clock.pass(50);
    assert.deepEqual(workspace.takeReads(), ['read b.txt']);
  });

  it('are left as they are where the user stops the reading', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A', 'b.txt': 'B' });
    const abort = new AbortController();
    abort.abort();
    const reasons: string[] = [];
    const { facts } = firstLines(workspace, {
      during: (work) => work(abort.signal),
      unread: (_, { code }) => void reasons.push(code),
    });
    await facts.start();
    assert.deepEqual(reasons, ['stopped', 'stopped']);
    assert.deepEqual(workspace.takeReads(), []);
  });

  describe('of large files', () => {
    const LONG = 50;
    const large = (line: string) => `${line}\n${' '.repeat(LONG)}`;
    /** What holds up the reading of a file until it is let go. */
    function holdUp(workspace: MemoryWorkspace, path: string): () => void {
      let letGo: (() => void)[] = [];
      workspace.beforeRead = (uri) => (uri === workspace.uri(path) ? new Promise((go) => letGo.push(go)) : undefined);
      return () => {
        for (const go of letGo) go();
        letGo = [];
      };
    }

    it('come after those of small ones', async () => {
      const workspace = new MemoryWorkspace({ 'a.txt': large('A'), 'b.txt': 'B', 'c.txt': 'C'.repeat(49) });
      workspace.type('c.txt', 'C');
      const { facts, takeChanges } = firstLines(workspace, { long: LONG, atOnce: 1 });
      workspace.write('d.txt', 'DD');
      await facts.start();
      assert.deepEqual(workspace.takeReads(), ['read b.txt', 'read d.txt', 'read a.txt']);
      assert.deepEqual(takeChanges(), ['+b.txt +c.txt +d.txt', '+a.txt']);
    });

    it('hold up no other, and are told as soon as they are there', async () => {
      const workspace = new MemoryWorkspace({ 'a.txt': large('A'), 'b.txt': 'B' });
      const letGo = holdUp(workspace, 'a.txt');
      const { facts, takeChanges, get } = firstLines(workspace, { long: LONG });
      let isReady = false;
      const started = facts.start().then(() => (isReady = true));
      for (const line of ['B2', 'B3']) {
        workspace.write('b.txt', line);
        await workspace.clock.pass(50);
        assert.equal(get('b.txt'), line);
      }
      assert.deepEqual(takeChanges().slice(-1), ['+b.txt']);
      void facts.look();
      await workspace.clock.pass(50);
      assert.ok(!isReady);
      letGo();
      await started;
      assert.equal(get('a.txt'), 'A');
      assert.deepEqual(takeChanges(), ['+a.txt']);
    }).timeout(500);

    it('tell all that was found once they are there', async () => {
      const workspace = new MemoryWorkspace({ 'a.txt': large('A'), 'b.txt': 'B' });
      const letGo = holdUp(workspace, 'a.txt');
      const { facts } = firstLines(workspace, { long: LONG });
      const told: boolean[] = [];
      facts.onDidChange(({ isWhole }) => void told.push(isWhole));
      const started = facts.start();
      await workspace.clock.pass(50);
      assert.deepEqual([told, facts.isEmpty], [[false], false]);
      letGo();
      await started;
      assert.deepEqual(told, [false, true]);
    });

    it('are read once for all that happened while they were read', async () => {
      const workspace = new MemoryWorkspace({ 'a.txt': large('A') });
      const letGo = holdUp(workspace, 'a.txt');
      const { facts, get } = firstLines(workspace, { long: LONG });
      const started = facts.start();
      await workspace.clock.pass(50);
      for (const line of ['A2', 'A3', 'A4']) {
        workspace.write('a.txt', line === 'A4' ? line : large(line));
        await workspace.clock.pass(50);
      }
      letGo();
      await workspace.clock.pass(50);
      letGo();
      await started;
      assert.equal(get('a.txt'), 'A4');
      assert.deepEqual(workspace.takeReads(), ['read a.txt', 'read a.txt']);
    });

    it('are not taken in where the file is not wanted any more', async () => {
      const workspace = new MemoryWorkspace({ 'a.txt': large('A'), 'b.txt': 'B' });
      const letGo = holdUp(workspace, 'a.txt');
      const forgotten: string[] = [];
      let glob = '**/*.txt';
      const { facts, get } = firstLines(workspace, {
        long: LONG,
        select: () => filesOfGlob(workspace, glob, { log: workspace.log }),
        forgotten: (uri) => void forgotten.push(fileNameOf(uri)),
      });
      const started = facts.start();
      await workspace.clock.pass(50);
      glob = 'b.txt';
      await facts.look();
      await started;
      letGo();
      await workspace.clock.pass(50);
      assert.deepEqual([get('a.txt'), get('b.txt')], [undefined, 'B']);
      assert.equal(forgotten.at(-1), 'a.txt');
    });

    it('can be stopped', async () => {
      const workspace = new MemoryWorkspace({ 'a.txt': large('A'), 'b.txt': large('B'), 'c.txt': large('C') });
      const abort = new AbortController();
      workspace.beforeRead = () => abort.abort();
      const reasons: string[] = [];
      const { facts } = firstLines(workspace, {
        long: LONG,
        during: (work) => work(abort.signal),
        unread: ({ uri }, { code }) => void reasons.push(`${fileNameOf(uri)} ${code}`),
        read: async (_, content) => {
          await content.bytes();
          content.signal.throwIfAborted();
          return undefined;
        },
      });
      await facts.start();
      assert.deepEqual(reasons.sort(), ['a.txt stopped', 'b.txt stopped', 'c.txt stopped']);
    });
  });

  it('know a file by all ways to write its name, where case does not matter', async () => {
    const workspace = new MemoryWorkspace({ 'Refs.txt': 'R' });
    workspace.isCaseInsensitive = true;
    const { facts, takeChanges, get } = firstLines(workspace);
    await facts.start();
    assert.equal(get('refs.TXT'), 'R');
    workspace.write('refs.txt', 'R2');
    await workspace.clock.pass(50);
    assert.equal((await facts.all()).size, 1);
    assert.equal(get('Refs.txt'), 'R2');
    assert.deepEqual(takeChanges(), ['+Refs.txt', '+refs.txt -Refs.txt']);
  });

  it('say nothing more once they are disposed of', async () => {
    const workspace = new MemoryWorkspace({ 'a.txt': 'A' });
    const { facts, takeChanges } = firstLines(workspace);
    await facts.start();
    takeChanges();
    workspace.write('a.txt', 'A2');
    facts.dispose();
    await workspace.clock.pass(5000);
    assert.deepEqual(takeChanges(), []);
  });
});
