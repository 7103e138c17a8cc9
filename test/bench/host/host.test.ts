import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';

const QUERY = 'gradient descent in transformers';
const ROUNDS = 5;

/** What a run of VS Code with the workspace's papers gives. It asserts nothing about times: they are for people to read. */
describe('In the extension host', function () {
  this.timeout(120_000);
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  let api: LiteratureNotesApi;

  before(async () => {
    stalls.enable();
    const extension = vscode.extensions.getExtension<LiteratureNotesApi>('literature-notes.literature-notes');
    assert.ok(extension);
    const start = performance.now();
    const wasActive = extension.isActive;
    api = await extension.activate();
    tell(wasActive ? 'VS Code had activated the extension' : `activation ${(performance.now() - start).toFixed(0)} ms`);
  });

  it('becomes ready', async () => {
    const start = performance.now();
    await api.ready();
    const ready = performance.now() - start;
    tell(`${api.entries().length} papers, ready ${ready.toFixed(0)} ms after activation`);
    const { rss, heapUsed } = process.memoryUsage();
    tell(`memory of the extension host ${megabytes(rss)} MB, ${megabytes(heapUsed)} MB of it on the heap`);
    tell(
      `longest stall until ready ${(stalls.max / 1e6).toFixed(1)} ms, p99 ${(stalls.percentile(99) / 1e6).toFixed(1)} ms`,
    );
  });

  it('answers keystrokes', async () => {
    stalls.reset();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (let length = 1; length <= QUERY.length; length++) {
        const start = performance.now();
        await api.search(QUERY.slice(0, length), 300);
        times.push(performance.now() - start);
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * times.length)].toFixed(2);
    tell(`keystroke round trip p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.9999)} ms`);
    tell(`longest stall while typing ${(stalls.max / 1e6).toFixed(1)} ms`);
  });
});

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);

/** Shows a line among the tests. */
function tell(line: string): void {
  Mocha.reporters.Base.consoleLog(`      ${line}`);
}
