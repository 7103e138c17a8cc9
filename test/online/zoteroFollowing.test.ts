import assert from 'node:assert/strict';
import { readText } from '../../src/library/formats/readers';
import { LocalConnection } from '../../src/online/zotero/connection';
import { type ItemPage, itemPages } from '../../src/online/zotero/items';
import { LiveZotero } from '../../src/online/zotero/liveZotero';
import { Snapshot } from '../../src/online/zotero/snapshot';
import { LOOPBACK } from '../../src/platform/node/loopback';
import { json, type Reply } from './localServer';
import { MemoryCopy } from './memoryCopy';
import { fill, ZoteroServer } from './zoteroServer';

const NEVER = new AbortController().signal;

describe('A library of Zotero that is followed', () => {
  let server: ZoteroServer;
  let copy: MemoryCopy;
  const window = () =>
    new LiveZotero(new LocalConnection(LOOPBACK, server.http.url), { server: 'zotero', library: 'user' }, copy);
  const look = (live: LiveZotero, signal = NEVER) => live.look({ isWhole: false, signal, progress: () => {} });
  const count = async () => (await Snapshot.read(copy.bytes!))?.lines.size;
  /** What was asked for since the last time: pages of the whole, and all requests. */
  const asked = () => {
    const requests = server.http.received.splice(0);
    const pages = requests.filter(({ path, query }) => path.endsWith('/items') && query.get('sort') === 'dateAdded');
    return { pages: pages.length, requests: requests.length };
  };

  beforeEach(async () => {
    server = await ZoteroServer.listen({ version: '10.0.1' });
    copy = new MemoryCopy();
  });
  afterEach(() => server.close());

  it('stays as it was where Zotero dies between two pages, and is whole the next time', async () => {
    fill(server, 600);
    const live = window();
    server.http.on(/items$/, dyingAt('250'), 2);
    await assert.rejects(look(live), { code: 'cut-off' });
    assert.equal(copy.bytes, undefined);
    server.restore();
    await look(live);
    assert.equal(await count(), 600);
    // All of it anew: the copy from before serves until the last page has come.
    const before = copy.text;
    server.http.on(/items$/, dyingAt('250'), 2);
    await assert.rejects(live.look({ isWhole: true, signal: NEVER, progress: () => {} }), { code: 'cut-off' });
    assert.equal(copy.text, before);
    assert.equal(await live.asOf(), /"asOf":"([^"]+)"/.exec(before)?.[1]);
  });
  /** Gives full pages up to one, over which it dies. */
  const dyingAt =
    (start: string): Reply =>
    (response, { query }) =>
      void (query.get('start') === start
        ? response.destroy()
        : json(
            Array.from({ length: 250 }, (_, i) => ({ key: `K${i}`, data: { itemType: 'book' } })),
            { 'X-Zotero-Version': '10.0.1', 'Total-Results': '600' },
          )(response, { query } as never));

  it('comes as slowly as Zotero answers, with progress, and not at all where the user gives up', async () => {
    fill(server, 1600);
    const told: number[] = [];
    let release = server.hold();
    const abort = new AbortController();
    const given = look(window(), abort.signal);
    await release.asked;
    abort.abort();
    await assert.rejects(given, { code: 'cancelled' });
    release.go();
    assert.equal(copy.bytes, undefined);
    const slow = window().look({ isWhole: false, signal: NEVER, progress: (done) => void told.push(done) });
    // The collections come first.
    for (const before of [[], [], [250], [250, 1250]]) {
      release = server.hold();
      await release.asked;
      assert.deepEqual(told, before);
      release.go();
    }
    await slow;
    assert.equal(await count(), 1600);
  });

  it('is read also where later versions say more, or say it otherwise', async () => {
    server.library.collections = [{ key: 'COLL0001', name: 'Robots' }];
    server.put({ key: 'NEWTYPE1', itemType: 'hologram', title: 'Light', beams: 7, citationKey: 'light2030' });
    server.put({
      key: 'ODD00001',
      itemType: 'book',
      title: 'Odd',
      citationKey: 'odd2030',
      creators: [{ creatorType: 'beamer', lastName: 'Li', orcid: 'x' }, 7, null],
      tags: ['plain', { tag: 'told', colour: 'red' }],
      collections: ['COLL0001', 7],
      date: { iso: '2030' },
    });
    await look(window());
    const { papers, problems } = readText('Zotero.json', copy.text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      papers.map(({ statedKey, keywords, collections = [] }) => [statedKey, ...keywords, ...collections]),
      [['light2030'], ['odd2030', 'plain', 'told', 'Robots']],
    );
  });

  it('has 50,000 items: they come in pages, and then a change alone', async function () {
    this.timeout(120_000);
    fill(server, 50_000);
    const live = window();
    await look(live);
    assert.equal(await count(), 50_000);
    const whole = asked().pages;
    assert.ok(whole <= 50, `${whole} pages`);
    server.put({ key: 'P0012345', title: 'Another Title' });
    assert.equal(await look(live), true);
    assert.match(copy.text, /Another Title/);
    const { pages, requests } = asked();
    assert.deepEqual([pages, requests <= 3], [0, true], `${requests} requests`);
    assert.equal(await look(live), false);
  });

  describe('comes in pages', () => {
    const pages = async () => {
      const zotero = new LocalConnection(LOOPBACK, server.http.url);
      const found: ItemPage[] = [];
      for await (const page of itemPages(zotero, { path: '/api/users/0/items' }, NEVER)) found.push(page);
      return found;
    };
    const sum = (found: readonly ItemPage[]) => found.reduce((all, { items }) => all + items.length, 0);

    it('that are few and long, but no longer than is parsed at once', async () => {
      fill(server, 10_000);
      const found = await pages();
      assert.equal(sum(found), 10_000);
      assert.ok(found.length <= 12, `${found.length} pages`);
      for (const { length } of found) assert.ok(length < 1_600_000, `${length} characters`);
    });

    it('that have fewer items again where those are long', async () => {
      fill(server, 2000);
      let count = 0;
      // The latest come first.
      for (const key of server.library.items.keys()) {
        if (++count < 1000) server.put({ key, note: 'word '.repeat(4000) });
      }
      const found = await pages();
      assert.equal(sum(found), 2000);
      assert.deepEqual(
        found.slice(0, 3).map(({ items }) => items.length < 80),
        [false, true, true],
      );
    });

    it('of as many items as a server gives at most', async () => {
      fill(server, 700);
      const { http } = server;
      http.on(/items$/, (response, request) => {
        request.query.set('limit', '100');
        server.reply(response, request);
      });
      const found = await pages();
      assert.deepEqual([sum(found), found.length], [700, 7]);
    });
  });

  it('is loaded by one of two windows, and what one has seen the other does not ask for again', async () => {
    fill(server, 600);
    const [one, other] = [window(), window()];
    await look(one);
    assert.equal(asked().pages, 2);
    assert.equal(await look(other), false);
    assert.equal(asked().pages, 0);
    server.put({ key: 'P0000007', title: 'Another Title' });
    assert.deepEqual([await look(other), await look(one)], [true, false]);
    assert.equal(asked().pages, 0);
    server.remove('P0000009');
    await Promise.all([look(one), look(other)]);
    assert.equal(await count(), 599);
    assert.equal(asked().pages, 0);
  });
});
