import assert from 'node:assert/strict';
import { LARGE_SOURCE } from '../../../../src/library/reading/client';
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

  it('is given up only where there is no progress', async () => {
    const clock = new FakeClock();
    const progress: (() => void)[] = [];
    const client = readingHere({ hangs: 'slow', clock, onStuck: (report) => progress.push(report) });
    let end: unknown;
    void endOf(client.read({ uri: 'slow', fileName: 'x.bib', content: entry('a') })).then((is) => (end = is));
    for (let times = 0; times < 10; times++) {
      await clock.pass(29_999);
      assert.equal(end, undefined);
      progress.at(-1)!();
    }
    await clock.pass(29_999);
    assert.equal(end, undefined);
    await clock.pass(1);
    assert.equal(end, 'too-slow');
  });

  it('does not hold up small ones where it is large', async () => {
    const clock = new FakeClock();
    let starts = 0;
    const client = readingHere({ hangs: 'large', clock, started: () => void starts++ });
    const large = endOf(
      client.read({ uri: 'large', fileName: 'x.bib', content: entry('a') + ' '.repeat(LARGE_SOURCE) }),
    );
    for (const uri of ['b', 'c', 'b'])
      assert.equal((await client.read({ uri, fileName: 'x.bib', content: entry(uri) })).papers.length, 1);
    assert.equal(starts, 2);
    await clock.pass(30_000);
    assert.equal(await large, 'too-slow');
    assert.equal((await client.read({ uri: 'b', fileName: 'x.bib', content: entry('d') })).papers.length, 1);
    assert.equal(starts, 2);
  });

  it('is read by another thread where it grows or shrinks, and stays the same papers', async () => {
    const client = readingHere();
    const read = (content: string) => client.read({ uri: 'a', fileName: 'x.bib', content });
    const small = await read(entry('a') + entry('b'));
    const large = await read(entry('a') + entry('b') + ' '.repeat(LARGE_SOURCE));
    const smaller = await read(entry('a') + entry('c'));
    assert.deepEqual([large.papers[1], smaller.papers[0]], [small.papers[1], small.papers[0]]);
    assert.equal(smaller.papers[1].statedKey, 'c');
  });

  it('is given up where the thread dies of it twice, and the others are read', async () => {
    let starts = 0;
    const client = readingHere({ dies: 'bomb', started: () => void starts++ });
    const uris = ['a', 'bomb', 'b', 'c'];
    const ends = uris.map((uri) => endOf(client.read({ uri, fileName: 'x.bib', content: entry(uri) })));
    assert.deepEqual(await Promise.all(ends), ['read', 'too-demanding', 'read', 'read']);
    assert.equal(starts, 3);
  });

  it('is read all the same where others end its thread, ever later', async () => {
    const clock = new FakeClock();
    let starts = 0;
    const client = readingHere({ killed: { uri: 'a', times: 7 }, clock, started: () => void starts++ });
    const end = endOf(client.read({ uri: 'a', fileName: 'x.bib', content: entry('a') }));
    await clock.pass(0);
    assert.equal(starts, 2, 'the second time at once');
    await clock.pass(100);
    assert.equal(starts, 3);
    await clock.pass(6200 - 1);
    assert.equal(starts, 7);
    await clock.pass(1);
    assert.equal(await end, 'read');
  });

  it('is stopped, and not told as too demanding, where others go on to end its thread', async () => {
    const clock = new FakeClock();
    const client = readingHere({ killed: { uri: 'a', times: Infinity }, clock });
    const end = endOf(client.read({ uri: 'a', fileName: 'x.bib', content: entry('a') }));
    await clock.pass(60_000);
    assert.equal(await end, 'stopped');
    const other = client.read({ uri: 'b', fileName: 'x.bib', content: entry('b') });
    assert.equal((await other).papers.length, 1);
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
