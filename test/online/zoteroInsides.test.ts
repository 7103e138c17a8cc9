import assert from 'node:assert/strict';
import { readText } from '../../src/library/formats/readers';
import { LocalConnection } from '../../src/online/zotero/connection';
import type { FollowedLibrary } from '../../src/online/zotero/followed';
import { LiveZotero } from '../../src/online/zotero/liveZotero';
import { LOOPBACK } from '../../src/platform/node/loopback';
import { MemoryCopy } from './memoryCopy';
import { fill, ZoteroServer } from './zoteroServer';

const NEVER = new AbortController().signal;
const MINE: FollowedLibrary = { server: 'zotero', library: 'user' };
/** So many looks that nobody waits for take a minute. */
const LOOKS = 6;

describe('What lies in collections before Zotero 10', () => {
  let server: ZoteroServer;
  let copy: MemoryCopy;
  const start = async (collections: number, version: ZoteroServer['kind']['version'] = '7.0.11') => {
    server = await ZoteroServer.listen({ version });
    fill(server, 3);
    for (let i = 1; i <= collections; i++) server.library.collections.push({ key: collection(i), name: `Part ${i}` });
  };
  const window = (followed = MINE) => new LiveZotero(new LocalConnection(LOOPBACK, server.http.url), followed, copy);
  const look = (live: LiveZotero, isThorough = false) =>
    live.look({ isWhole: false, isThorough, signal: NEVER, progress: () => {} });
  const collection = (i: number) => `COLL${String(i).padStart(4, '0')}`;
  /** Puts items into collections, which leaves no trace at them. */
  const lay = (...places: readonly number[]) =>
    places.forEach((place, i) =>
      server.alter({ key: `P000000${i + 1}`, collections: place ? [collection(place)] : [] }),
    );
  const groups = () => readText('Zotero.json', copy.text).papers.map(({ collections = [] }) => collections.join(', '));
  /** How often it was looked into collections since the last time. */
  const asked = () => server.http.received.splice(0).filter(({ path }) => path.endsWith('/items/top')).length;

  beforeEach(() => (copy = new MemoryCopy()));
  afterEach(() => server.close());

  for (const followed of [MINE, { ...MINE, collection: collection(1) }])
    it(`is seen by who asks where one item came for another: ${followed.collection ?? 'all'}`, async () => {
      await start(3);
      lay(1, 0, 1);
      const live = window(followed);
      await look(live);
      lay(0, 1, 1);
      await look(live, true);
      const there = followed.collection ? ['Part 1', 'Part 1'] : ['', 'Part 1', 'Part 1'];
      assert.deepEqual(groups(), there);
      assert.equal(await look(live, true), false);
    });

  it('is seen within a minute, each time anew', async () => {
    await start(2);
    lay(1, 2, 0);
    const live = window();
    await look(live);
    for (const [first, second, third] of [
      [2, 1, 0],
      [1, 2, 0],
      [1, 0, 2],
    ]) {
      lay(first, second, third);
      let looks = 1;
      while (!(await look(live)) && looks < 100) looks++;
      assert.ok(looks <= LOOKS, `${looks} looks`);
      assert.deepEqual(
        groups(),
        [first, second, third].map((place) => (place ? `Part ${place}` : '')),
      );
    }
  });

  it('is seen at the first look of a window', async () => {
    await start(2);
    lay(1, 2, 0);
    await look(window());
    lay(2, 1, 0);
    assert.equal(await look(window()), true);
    assert.deepEqual(groups(), ['Part 2', 'Part 1', '']);
  });

  it('is asked for once a minute, of many collections by turns', async () => {
    await start(50);
    lay(1, 50, 0);
    const live = window();
    await look(live);
    asked();
    for (let i = 0; i < LOOKS; i++) await look(live);
    assert.equal(asked(), 20);
    lay(50, 1, 0);
    let looks = 1;
    while (!(await look(live)) && looks < 100) looks++;
    assert.ok(looks <= 3 * LOOKS, `${looks} looks`);
    assert.deepEqual(groups(), ['Part 50', 'Part 1', '']);
  });

  it('costs no copy read again where nothing is different', async () => {
    await start(2);
    lay(1, 2, 0);
    const live = window();
    for (let i = 0; i < 2 * LOOKS; i++) await look(live);
    const { reads } = copy;
    for (let i = 0; i < 2 * LOOKS; i++) assert.equal(await look(live), false);
    assert.equal(copy.reads, reads);
  });

  it('is told by versions from Zotero 10 on, and not asked for', async () => {
    await start(2, '10.0.1');
    const live = window();
    await look(live);
    asked();
    for (let i = 0; i < 2 * LOOKS; i++) await look(live);
    assert.equal(asked(), 0);
  });
});
