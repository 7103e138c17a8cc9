import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startThread } from '../../../../src/platform/node/startThread';

const NO_FILES = { read: () => Promise.reject(new Error()), replace: () => Promise.reject(new Error()) };

describe('A thread of Node', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'thread-'))));
  after(() => rmSync(folder, { recursive: true }));

  function start(script: string, mostMemory?: number) {
    const file = join(folder, 'thread.js');
    writeFileSync(file, `const { parentPort: port } = require('node:worker_threads');\n${script}`);
    return startThread(file, NO_FILES, mostMemory);
  }

  it('ends where it needs more memory than it may have, and nothing else does', async () => {
    const thread = start(`const all = []; for (;;) all.push(new Array(1000).fill(all.length));`, 16);
    const reason = await new Promise<Error | undefined>((resolve) => thread.onExit(resolve));
    assert.match(String(reason), /memory/);
  });

  it('is heard while it works', async () => {
    const thread = start(`port.on('message', (flag) => {
      port.postMessage('progress');
      port.postMessage(Atomics.wait(flag, 0, 0, 5000));
    });`);
    const flag = new Int32Array(new SharedArrayBuffer(4));
    const heard = await new Promise((resolve) => {
      thread.onMessage((message) => {
        if (message !== 'progress') return resolve(message);
        Atomics.store(flag, 0, 1);
        Atomics.notify(flag, 0);
      });
      thread.postMessage(flag);
    });
    thread.terminate();
    assert.notEqual(heard, 'timed-out');
  });
});
