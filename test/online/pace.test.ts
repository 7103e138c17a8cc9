import assert from 'node:assert/strict';
import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sharedPace } from '../../src/platform/node/sharedPace';
import { SYSTEM_CLOCK } from '../../src/base/clock';
import { temporaryFolder } from '../host/cleanup';
import { requesterOf } from './asking';
import { json, LocalServer } from './localServer';

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

  const window = () => requesterOf(server, {}, { clock: SYSTEM_CLOCK, gap: () => GAP, reserve: sharedPace(folder) });

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
    for (const reserve of [first, second, first, second]) waits.push(await reserve('api.example.org', gap));
    assert.equal(waits[0], 0);
    for (const [i, wait] of waits.entries()) assert.ok(wait > (i - 1) * gap && wait <= i * gap, waits.join());
    assert.equal(await second('other.example.org', gap), 0, 'another host has a pace of its own');
  });

  it('do not wait for one that crashed, or for a clock that was set back', async () => {
    await mkdir(folder, { recursive: true });
    const lock = join(folder, 'api.example.org.next.lock');
    await writeFile(lock, '');
    const long = new Date(Date.now() - 60_000);
    await utimes(lock, long, long);
    await writeFile(join(folder, 'api.example.org.next'), String(Date.now() + 3_600_000));
    assert.equal(await sharedPace(folder)('api.example.org', 1000), 0);
  });

  it('keep to their own pace where nothing can be written', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    assert.equal(await sharedPace(join(file, 'below'))('api.example.org', 1000), 0);
  });
});
