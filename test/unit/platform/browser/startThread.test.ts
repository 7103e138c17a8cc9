import assert from 'node:assert/strict';
import type { WorkerPort } from '../../../../src/base/workerCalls';
import { ENDED, portOf } from '../../../../src/platform/browser/channel';
import { nameForThreads, startThread } from '../../../../src/platform/browser/startThread';
import type { HostFiles } from '../../../../src/platform/hostFiles';

/** A web worker at the edge of the machine: it notes what it is told. */
class StandInWorker {
  static readonly started: StandInWorker[] = [];
  readonly ports: MessagePort[] = [];
  onerror: ((event: { message: string }) => void) | undefined;
  onmessage: ((event: { data: unknown }) => void) | undefined;
  terminated = 0;

  constructor(readonly address: string) {
    StandInWorker.started.push(this);
  }

  postMessage(_message: unknown, ports: MessagePort[]): void {
    this.ports.push(...ports);
  }

  terminate(): void {
    this.terminated++;
    for (const port of this.ports) port.close();
  }
}

const SCRIPT = 'https://host/dist/web/search.js';

/** Files of a host by their URIs. */
function filesOf(texts: Record<string, string>): HostFiles & { readonly texts: Record<string, string> } {
  return {
    texts,
    read: (uri) =>
      uri in texts
        ? Promise.resolve(new TextEncoder().encode(texts[uri]))
        : Promise.reject(new Error(`${uri} does not exist`)),
    replace: (uri, bytes) => {
      texts[uri] = new TextDecoder().decode(bytes);
      return Promise.resolve();
    },
  };
}

const nextMessage = (port: { onMessage(listener: (message: unknown) => void): void }): Promise<unknown> =>
  new Promise((resolve) => port.onMessage(resolve));

describe('A thread in the browser', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'Worker');
  const threads: WorkerPort[] = [];

  beforeEach(() => {
    StandInWorker.started.length = 0;
    Object.defineProperty(globalThis, 'Worker', { value: StandInWorker, configurable: true, writable: true });
  });

  afterEach(() => {
    for (const thread of threads.splice(0)) thread.terminate();
    if (before) Object.defineProperty(globalThis, 'Worker', before);
    else Reflect.deleteProperty(globalThis, 'Worker');
  });

  /** A thread and its worker, once that is there. */
  async function started(
    files = filesOf({ [SCRIPT]: 'run()' }),
  ): Promise<{ thread: WorkerPort; worker: StandInWorker }> {
    const thread = startThread(SCRIPT, files);
    threads.push(thread);
    await new Promise((resolve) => setImmediate(resolve));
    return { thread, worker: StandInWorker.started[0] };
  }

  it('runs the bytes of its script', async () => {
    const { worker } = await started();
    assert.match(worker.address, /^blob:/);
    assert.equal(await (await fetch(worker.address)).text(), 'run()');
    worker.onmessage?.({ data: 'up' });
    await assert.rejects(fetch(worker.address), 'The bytes are given back once the worker is up');
  });

  it('gets what was sent before it was up, and answers', async () => {
    const thread = startThread(SCRIPT, filesOf({ [SCRIPT]: '' }));
    threads.push(thread);
    thread.postMessage('early');
    await new Promise((resolve) => setImmediate(resolve));
    const calls = portOf(StandInWorker.started[0].ports[0]);
    assert.equal(await nextMessage(calls), 'early');
    const answer = nextMessage(thread);
    calls.postMessage('answer');
    assert.equal(await answer, 'answer');
  });

  it('reads and replaces files through the host', async () => {
    const files = filesOf({ [SCRIPT]: '', 'memfs:/a.bib': '@book{a}' });
    const { worker } = await started(files);
    const port = portOf(worker.ports[1]);
    const answers: unknown[] = [];
    const three = new Promise<void>((resolve) => {
      port.onMessage((message) => answers.push(message) === 3 && resolve());
    });
    port.postMessage({ call: 1, name: 'read', request: { uri: 'memfs:/a.bib' } });
    port.postMessage({
      id: 2,
      name: 'replace',
      request: { uri: 'memfs:/b.cache', bytes: new TextEncoder().encode('kept') },
    });
    port.postMessage({ call: 3, name: 'read', request: { uri: 'memfs:/none' } });
    await three;
    assert.equal(files.texts['memfs:/b.cache'], 'kept');
    assert.match(JSON.stringify(answers), /does not exist/);
    assert.ok(answers.some((one) => Object.values(one as object).some((value) => value instanceof Uint8Array)));
  });

  it('says why it ended, once', async () => {
    const { thread, worker } = await started();
    const reasons: unknown[] = [];
    thread.onExit((reason) => reasons.push(reason?.message));
    worker.onerror?.({ message: 'out of memory' });
    worker.onmessage?.({ data: ENDED });
    thread.terminate();
    assert.deepEqual(reasons, ['out of memory']);
    assert.equal(worker.terminated, 1);
  });

  it('ends without a reason where it ends by itself', async () => {
    const { thread, worker } = await started();
    const reasons: unknown[] = [];
    thread.onExit((reason) => reasons.push(reason));
    worker.onmessage?.({ data: ENDED });
    assert.deepEqual(reasons, [undefined]);
  });

  it('ends with the reason where its script cannot be read, and starts no worker', async () => {
    const thread = startThread(SCRIPT, filesOf({}));
    threads.push(thread);
    const reason = await new Promise<Error | undefined>((resolve) => thread.onExit(resolve));
    assert.match(reason!.message, /does not exist/);
    assert.equal(StandInWorker.started.length, 0);
  });

  it('starts no worker where it was ended before its script came', async () => {
    const thread = startThread(SCRIPT, filesOf({ [SCRIPT]: '' }));
    thread.terminate();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(StandInWorker.started.length, 0);
  });

  it('knows every file by its URI', () => {
    assert.equal(nameForThreads({ scheme: 'memfs', fsPath: '/x', toString: () => 'memfs:/x' }), 'memfs:/x');
  });
});
