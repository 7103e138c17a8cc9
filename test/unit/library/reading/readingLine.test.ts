import assert from 'node:assert/strict';
import { FakeClock } from '../../support/fakeClock';
import { readingHere } from '../../support/readingHere';

const entry = (key: string) => `@article{${key}, title = {${key}}}\n`;

describe('A source that cannot be read', () => {
  const endOf = (reading: Promise<unknown>) =>
    reading.then(
      () => 'read',
      (error: unknown) => (error instanceof Error ? error.message : error),
    );

  it('is given up where reading it comes to no end, and the others are read', async () => {
    const clock = new FakeClock();
    let starts = 0;
    const client = readingHere({ hangs: 'slow', clock, started: () => void starts++ });
    const [slow, other] = ['slow', 'other'].map((uri) => client.read({ uri, fileName: 'x.bib', content: entry(uri) }));
    let isEnded = false;
    const end = endOf(slow).finally(() => (isEnded = true));
    await clock.pass(29_999);
    assert.ok(!isEnded);
    await clock.pass(1);
    assert.equal(await end, 'too-slow');
    assert.equal((await other).papers.length, 1);
    assert.equal(starts, 2);
  });

  it('has more time where it is large', async () => {
    const clock = new FakeClock();
    const client = readingHere({ hangs: 'slow', clock });
    const content = entry('a') + ' '.repeat(2 * 1024 * 1024);
    let end: unknown;
    void endOf(client.read({ uri: 'slow', fileName: 'x.bib', content })).then((is) => (end = is));
    await clock.pass(35_999);
    assert.equal(end, undefined);
    await clock.pass(1);
    assert.equal(end, 'too-slow');
  });

  it('is given up where the thread dies of it twice, and the others are read', async () => {
    let starts = 0;
    const client = readingHere({ dies: 'bomb', started: () => void starts++ });
    const uris = ['a', 'bomb', 'b', 'c'];
    const ends = uris.map((uri) => endOf(client.read({ uri, fileName: 'x.bib', content: entry(uri) })));
    assert.deepEqual(await Promise.all(ends), ['read', 'too-demanding', 'read', 'read']);
    assert.equal(starts, 3);
  });

  it('is not read by another thread once the client is disposed of', async () => {
    let starts = 0;
    const client = readingHere({ hangs: 'slow', clock: new FakeClock(), started: () => void starts++ });
    const end = endOf(client.read({ uri: 'slow', fileName: 'x.bib', content: entry('a') }));
    await Promise.resolve();
    await Promise.resolve();
    client.dispose();
    assert.equal(await end, 'The worker was ended');
    assert.equal(starts, 1);
  });
});
