import assert from 'node:assert/strict';
import type { WorkerPort } from '../../../../src/base/workerCalls';
import { CslClient } from '../../../../src/citations/csl/client';

/** Threads that end as soon as they are asked; how many were started. */
function dying(reason: Error | undefined) {
  let count = 0;
  const start = (): WorkerPort => {
    const listeners: ((reason?: Error) => void)[] = [];
    count++;
    return {
      postMessage: () => queueMicrotask(() => listeners.forEach((tell) => tell(reason))),
      onMessage: () => undefined,
      onExit: (listener) => void listeners.push(listener),
      terminate: () => undefined,
    };
  };
  return { client: new CslClient(start), started: () => count };
}

describe('The thread that formats', () => {
  it('is asked once more where something else ended it', async () => {
    const { client, started } = dying(undefined);
    await assert.rejects(client.styles());
    assert.equal(started(), 2);
  });

  it('is not asked again for what it broke by', async () => {
    const { client, started } = dying(new Error('out of memory'));
    await assert.rejects(client.styles(), /out of memory/);
    assert.equal(started(), 1);
  });

  it('gives back what a style made, and throws why none was made', async () => {
    const refusal = { code: 'dependent', parent: 'plos' } as const;
    const replies: unknown[] = [{ made: [{ key: 'a', text: 'A.' }] }, { refusal }];
    const start = (): WorkerPort => {
      let answer: (message: unknown) => void = () => undefined;
      return {
        postMessage: (message) => answer({ call: (message as { call: number }).call, reply: replies.shift() }),
        onMessage: (listener) => void (answer = listener),
        onExit: () => undefined,
        terminate: () => undefined,
      };
    };
    const client = new CslClient(start);
    const formatting = { style: { name: 'x' }, format: 'text' } as const;
    assert.deepEqual(await client.references({}, formatting), [{ key: 'a', text: 'A.' }]);
    await assert.rejects(client.references({}, formatting), { name: 'StyleRefused', refusal });
  });
});
