import assert from 'node:assert/strict';
import { stat, utimes } from 'node:fs/promises';
import * as vscode from 'vscode';
import { SharedFile, type SharedKind } from '../../../src/vscode/host/sharedFile';
import { QUIET_LOG } from '../quietLog';
import { read, remove, workspaceFile, write } from '../support';

/** Numbers, of which none is ever lost. */
const NUMBERS: SharedKind<readonly number[]> = {
  nothing: [],
  *read(records) {
    yield;
    return [...records].filter((record) => typeof record === 'number');
  },
  *merge(a, b) {
    yield;
    return [...new Set([...a, ...b])].sort((x, y) => x - y);
  },
  records: (numbers) => numbers,
};
const FILE = 'shared/numbers.jsonl';

describe('What windows share in a file', () => {
  const open: SharedFile<readonly number[]>[] = [];
  const openWindow = () => {
    const file = new SharedFile(workspaceFile(FILE), NUMBERS, QUIET_LOG);
    open.push(file);
    return file;
  };
  const put = (file: SharedFile<readonly number[]>, ...numbers: number[]) =>
    file.change((before) => [...before, ...numbers].sort((x, y) => x - y));
  const stated = async () => (await read(workspaceFile(FILE))).split('\n').filter(Boolean).map(Number);

  afterEach(async () => {
    for (const file of open.splice(0)) file.dispose();
    await remove('shared');
  });
  it('is there at once in the window that changes it, and in others with their next look', async () => {
    const [first, second] = [openWindow(), openWindow()];
    let told = 0;
    second.onDidChange(() => told++);
    const writing = put(first, 1);
    assert.deepEqual(first.value, [1]);
    await writing;
    await second.synchronize();
    assert.deepEqual(second.value, [1]);
    assert.equal(told, 1);
    await second.synchronize();
    assert.equal(told, 1, 'nothing is told twice');
  });

  it('has what both wrote at one moment, and both know it once each has looked after the other', async () => {
    for (let round = 0; round < 20; round++) {
      const [first, second] = [openWindow(), openWindow()];
      const [one, other] = [10 * round + 1, 10 * round + 2];
      await Promise.all([put(first, one), put(second, other)]);
      // Whose write was lost brings it back with its look; the other one knows of it with the next.
      for (const window of [first, second, first]) await window.synchronize();
      for (const window of [first, second]) {
        assert.ok(window.value.includes(one) && window.value.includes(other), `round ${round}: ${window.value.join()}`);
      }
      const there = await stated();
      assert.ok(there.includes(one) && there.includes(other), `round ${round}: ${there.join()}`);
    }
  });

  it('is looked at again where another window wrote as much within one tick of the clock', async () => {
    const window = openWindow();
    await put(window, 1);
    const path = workspaceFile(FILE).fsPath;
    const { atime, mtime } = await stat(path);
    await write(FILE, '2\n');
    await utimes(path, atime, mtime);
    await window.synchronize();
    assert.deepEqual(window.value, [1, 2]);
    assert.deepEqual(await stated(), [1, 2]);
  });

  it('takes in what a window changes while it is read', async () => {
    await write(FILE, '1\n2\n');
    const window = openWindow();
    const looking = window.synchronize();
    await Promise.all([looking, put(window, 3), put(window, 4)]);
    assert.deepEqual(window.value, [1, 2, 3, 4]);
    assert.deepEqual(await stated(), [1, 2, 3, 4]);
  });

  it('survives a crash in the middle of a write', async () => {
    await put(openWindow(), 1, 2, 3);
    // What a crash leaves: half of the next file under another name, or a file that the disk has only in part.
    await write(`${FILE}.0a1b2c3d.tmp`, '1\n2\n');
    const next = openWindow();
    await next.synchronize();
    assert.deepEqual(next.value, [1, 2, 3]);
    await write(FILE, '1\n2\n{"cut');
    const last = openWindow();
    await put(last, 4);
    assert.deepEqual(await stated(), [1, 2, 4]);
    await put(next, 5);
    assert.deepEqual(await stated(), [1, 2, 3, 4, 5], 'a window that is still open brings back what it knows');
  });

  it('is not written anew where there is nothing to add', async () => {
    const [first, second] = [openWindow(), openWindow()];
    await put(first, 1);
    const { mtime } = await vscode.workspace.fs.stat(workspaceFile(FILE));
    await second.synchronize();
    await second.synchronize();
    assert.equal((await vscode.workspace.fs.stat(workspaceFile(FILE))).mtime, mtime);
  });
});
