import assert from 'node:assert/strict';
import { readText } from '../../src/library/formats/readers';
import { LocalConnection } from '../../src/online/zotero/connection';
import type { FollowedLibrary } from '../../src/online/zotero/followed';
import { LiveZotero } from '../../src/online/zotero/liveZotero';
import { LOOPBACK } from '../../src/platform/node/loopback';
import { json } from './localServer';
import { MemoryCopy } from './memoryCopy';
import { emptyLibrary, fill, ZoteroServer } from './zoteroServer';

const NEVER = new AbortController().signal;
const MINE: FollowedLibrary = { server: 'zotero', library: 'user' };
/** So many looks that nobody waits for are enough to see what leaves no trace. */
const LOOKS = 6;

describe('Citekeys that Better BibTeX makes anew', () => {
  let server: ZoteroServer;
  let copy: MemoryCopy;
  /** What stands before the keys of items. */
  let prefix: string;
  const start = async (version: ZoteroServer['kind']['version'] = '7.0.11') => {
    server = await ZoteroServer.listen({ version, betterBibtex: (key) => `${prefix}${key}` });
  };
  const window = (followed = MINE) => new LiveZotero(new LocalConnection(LOOPBACK, server.http.url), followed, copy);
  const look = (live: LiveZotero, isThorough = false) =>
    live.look({ isWhole: false, isThorough, signal: NEVER, progress: () => {} });
  const citekeys = () => readText('Zotero.json', copy.text).papers.map(({ statedKey }) => statedKey);
  /** How often Better BibTeX was asked for citekeys since the last time, and pages of the library for all. */
  const asked = () => {
    const requests = server.http.received.splice(0);
    return {
      citekeys: requests.filter(({ body }) => body.includes('item.citationkey')).length,
      pages: requests.filter(({ query }) => query.get('sort') === 'dateAdded').length,
    };
  };

  beforeEach(() => {
    copy = new MemoryCopy();
    prefix = 'old';
  });
  afterEach(() => server.close());

  /** Papers without citekeys of their own. */
  const papers = (count: number, library = server.library) => {
    for (let i = 1; i <= count; i++) server.put({ key: `ITEM000${i}`, title: `Number ${i}` }, library);
  };

  it('are seen by whoever asks, though no item changed', async () => {
    await start();
    papers(2);
    const live = window();
    await look(live);
    prefix = 'new';
    assert.equal(await look(live, true), true);
    assert.deepEqual(citekeys(), ['newITEM0001', 'newITEM0002']);
    assert.equal(await look(live, true), false);
  });

  it('are seen as time goes by, and asked for seldom', async () => {
    await start();
    papers(2);
    const live = window();
    await look(live);
    asked();
    prefix = 'new';
    let looks = 1;
    while (!(await look(live)) && looks < 100) looks++;
    assert.ok(looks <= LOOKS, `${looks} looks`);
    assert.deepEqual(citekeys(), ['newITEM0001', 'newITEM0002']);
    asked();
    for (let i = 0; i < LOOKS; i++) await look(live);
    assert.deepEqual(asked(), { citekeys: 1, pages: 0 });
  });

  it('are seen at the first look of a window, as they may be new since the last', async () => {
    await start();
    papers(1);
    await look(window());
    prefix = 'new';
    assert.equal(await look(window()), true);
    assert.deepEqual(citekeys(), ['newITEM0001']);
  });

  it('are seen as soon as anything else changed, as adding a paper changes those of others', async () => {
    await start();
    papers(2);
    const live = window();
    await look(live);
    await look(live);
    prefix = 'new';
    server.put({ key: 'ITEM0003', title: 'Another' });
    asked();
    assert.equal(await look(live), true);
    assert.deepEqual(citekeys(), ['newITEM0001', 'newITEM0002', 'newITEM0003']);
    assert.equal(asked().pages, 0);
  });

  it('are seen where Zotero keeps them itself, without that it dates the change', async () => {
    await start('8.0.2');
    server.put({ key: 'ITEM0001', title: 'T', citationKey: 'oldITEM0001' });
    const live = window();
    await look(live);
    prefix = 'new';
    server.alter({ key: 'ITEM0001', citationKey: 'newITEM0001' });
    assert.equal(await look(live, true), true);
    assert.deepEqual(citekeys(), ['newITEM0001']);
  });

  it('are not asked for over and over where Zotero keeps others', async () => {
    await start('10.0.1');
    server.put({ key: 'ITEM0001', title: 'T', citationKey: 'native2020' });
    const live = window();
    await look(live);
    await look(live, true);
    const named = () => server.http.received.splice(0).filter(({ query }) => query.has('itemKey')).length;
    assert.equal(named(), 1);
    assert.equal(await look(live, true), false);
    assert.equal(named(), 0);
    assert.deepEqual(citekeys(), ['native2020']);
  });

  it('are seen in groups and collections, with the annotations that these have', async () => {
    await start();
    const group = emptyLibrary();
    group.collections = [{ key: 'COLL0001', name: 'Ours' }];
    server.groups.push({ id: 42, name: 'Our Group' });
    server.libraries.set('42', group);
    papers(2, group);
    server.put({ key: 'ITEM0001', collections: ['COLL0001'] }, group);
    const pdf = { itemType: 'attachment', parentItem: 'ITEM0001', contentType: 'application/pdf' };
    server.put({ key: 'PDFFILE1', ...pdf }, group);
    server.put({ key: 'MARK0001', itemType: 'annotation', parentItem: 'PDFFILE1', annotationText: 'Marked' }, group);
    const live = window({ ...MINE, library: '42', collection: 'COLL0001' });
    await look(live);
    prefix = 'new';
    assert.equal(await look(live, true), true);
    assert.deepEqual(citekeys(), ['newITEM0001']);
    assert.match(copy.text, /Marked/);
  });

  it('are seen once by two windows', async () => {
    await start();
    papers(2);
    const [one, other] = [window(), window()];
    await look(one);
    await look(other);
    prefix = 'new';
    assert.equal(await look(one, true), true);
    assert.equal(await look(other, true), false);
    assert.deepEqual(citekeys(), ['newITEM0001', 'newITEM0002']);
    prefix = 'newer';
    assert.equal(await look(other, true), true);
    assert.equal(await look(one, true), false);
    assert.deepEqual(citekeys(), ['newerITEM0001', 'newerITEM0002']);
  });

  it('come few at a time, of thousands of papers', async () => {
    await start();
    fill(server, 1200);
    for (const item of server.library.items.values()) delete item.citationKey;
    const live = window();
    await look(live);
    prefix = 'new';
    asked();
    assert.equal(await look(live, true), true);
    // Those that changed are asked for once more, as what they are.
    assert.deepEqual(asked(), { citekeys: 3 + 24, pages: 0 });
    assert.ok(citekeys().every((key) => key?.startsWith('new')));
  });

  it('come from a plug-in that was not there at first', async () => {
    await start();
    papers(1);
    const { kind } = server;
    server.kind = { version: '7.0.11' };
    const live = window();
    await look(live);
    server.put({ key: 'ITEM0002', title: 'Another' });
    await look(live);
    assert.equal(asked().citekeys, 0);
    server.kind = kind;
    assert.equal(await look(live, true), true);
    assert.deepEqual(citekeys(), ['oldITEM0001', 'oldITEM0002']);
  });

  it('leave all as it was where the plug-in fails over them', async () => {
    await start();
    papers(1);
    const live = window();
    await look(live);
    prefix = 'new';
    server.http.on(
      /json-rpc/,
      (response, request) =>
        request.body.includes('api.ready')
          ? json({ result: { betterbibtex: '6.7.200' } }, ZOTERO)(response, request)
          : json({ error: { code: -32603, message: 'Internal error' }, id: null }, ZOTERO)(response, request),
      2,
    );
    await assert.rejects(look(live, true), { code: 'server' });
    assert.deepEqual(citekeys(), ['oldITEM0001']);
    assert.equal(await look(live, true), true);
  });
  const ZOTERO = { 'X-Zotero-Version': '7.0.11' };
});
