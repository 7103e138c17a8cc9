import assert from 'node:assert/strict';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedPace } from '../../src/platform/node/sharedPace';
import { SYSTEM_CLOCK } from '../../src/base/clock';
import { temporaryFolder } from '../host/cleanup';
import { requesterOf } from './asking';
import type { OnlineFailure } from '../../src/online/failure';
import { json, LocalServer, status } from './localServer';

const GAP = 60;
const NEVER = new AbortController().signal;

describe('Several windows of one user', () => {
  let server: LocalServer;
  let folder: string;
  before(async () => void (server = await LocalServer.listen()));
  beforeEach(() => (folder = temporaryFolder('pace')));
  afterEach(async () => {
    server.reset();
    await rm(folder, { recursive: true, force: true });
  });
  after(() => server.close());

  const window = () => requesterOf(server, {}, { clock: SYSTEM_CLOCK, gap: () => GAP, pace: sharedPace(folder) });

  it('ask a service together no more often than one of them may', async () => {
    server.on(/./, json({}));
    const windows = [window(), window(), window()];
    const asked = windows.flatMap((each, w) =>
      Array.from({ length: 4 }, (_, i) => each.send({ service: 'crossref', path: `/${w}-${i}` }, NEVER)),
    );
    await Promise.all(asked);
    const times = server.received.map(({ at }) => at).sort((a, b) => a - b);
    assert.equal(times.length, 12);
    // The first may have been longer on its way than the last, by less than its own turn.
    assert.ok(times[11] - times[0] >= 10 * GAP, `${times[11] - times[0]}`);
  });

  it('wait for one another’s turn, each for its own', async () => {
    const [first, second] = [sharedPace(folder), sharedPace(folder)];
    const waits: number[] = [];
    const gap = 25_000;
    for (const { turn } of [first, second, first, second]) waits.push((await turn('api.example.org', gap, NEVER)).wait);
    assert.equal(waits[0], 0);
    for (const [i, wait] of waits.entries()) assert.ok(wait > (i - 1) * gap && wait <= i * gap, waits.join());
    assert.equal((await second.turn('other.example.org', gap, NEVER)).wait, 0, 'another host has a pace of its own');
  });

  it('leave a host alone together, as long as one of them was told to', async () => {
    server.on(/./, json({}));
    server.on(/first/, status(429, { 'Retry-After': '60' }));
    const ask = (path: string) => window().send({ service: 'crossref', path }, NEVER);
    await assert.rejects(ask('/first'), { code: 'too-many', retryAfter: 60 });
    await assert.rejects(ask('/second'), ({ code, retryAfter }: OnlineFailure) => {
      assert.equal(code, 'too-many');
      return retryAfter !== undefined && retryAfter > 30 && retryAfter <= 60;
    });
    assert.equal(server.received.length, 1);
  });

  it('keep to the longest rest that a host asked for, and take no turn meanwhile', async () => {
    const [first, second] = [sharedPace(folder), sharedPace(folder)];
    await first.rest('api.example.org', { ms: 500_000, status: 503 }, NEVER);
    await second.rest('api.example.org', { ms: 1000, status: 429 }, NEVER);
    const { wait, rest } = await second.turn('api.example.org', 1000, NEVER);
    assert.deepEqual([wait, rest?.status], [0, 503]);
    assert.ok(rest!.ms > 400_000 && rest!.ms <= 500_000);
    assert.deepEqual(await second.turn('other.example.org', 1000, NEVER), { wait: 0 });
  });

  it('do not wait for one that crashed, or for a clock that was set back', async () => {
    await mkdir(folder, { recursive: true });
    const lock = join(folder, 'api.example.org.next.lock');
    await writeFile(lock, '');
    const long = new Date(Date.now() - 60_000);
    await utimes(lock, long, long);
    await writeFile(join(folder, 'api.example.org.next'), String(Date.now() + 3_600_000));
    assert.deepEqual(await sharedPace(folder).turn('api.example.org', 1000, NEVER), { wait: 0 });
  });

  it('do not wait for a lock or a rest from the time before a clock was set back', async () => {
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'api.example.org.next');
    const ahead = Date.now() + 3_600_000;
    await writeFile(`${file}.lock`, '');
    await utimes(`${file}.lock`, new Date(ahead), new Date(ahead));
    await writeFile(file, `0 ${ahead} ${ahead + 60_000} 429`);
    assert.deepEqual(await sharedPace(folder).turn('api.example.org', 1000, NEVER), { wait: 0 });
  });

  it('do not hold one another where the user gives up', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'api.example.org.next.lock'), '');
    assert.deepEqual(await sharedPace(folder).turn('api.example.org', 1000, AbortSignal.abort()), { wait: 0 });
  });

  it('keep to their own pace where nothing can be written', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    assert.deepEqual(await sharedPace(join(file, 'below')).turn('api.example.org', 1000, NEVER), { wait: 0 });
  });
});
