import assert from 'node:assert/strict';
import { readText } from '../../src/library/formats/readers';
import { LOOPBACK } from '../../src/platform/node/loopback';
import { BetterBibtex } from '../../src/online/zotero/betterBibtex';
import { pickerOf, pickInProgram } from '../../src/online/zotero/cayw';
import { CollectionAnnotations } from '../../src/online/zotero/collectionAnnotations';
import { LocalConnection } from '../../src/online/zotero/connection';
import { copyNameOf, followedLibraries, type FollowedLibrary } from '../../src/online/zotero/followed';
import { zoteroCollections, zoteroLibraries, zoteroSearches } from '../../src/online/zotero/library';
import { Snapshot } from '../../src/online/zotero/snapshot';
import { loadAll, loadChanges, type SyncParts } from '../../src/online/zotero/sync';
import { cutOff, json, silence, status, text } from './localServer';
import { emptyLibrary, fill, otherProgram, ZoteroServer } from './zoteroServer';

const NEVER = new AbortController().signal;
const USER: FollowedLibrary = { server: 'zotero', library: 'user' };

describe('Zotero', () => {
  let server: ZoteroServer;
  const start = async (kind: ZoteroServer['kind']) => {
    server = await ZoteroServer.listen(kind);
    return partsFor(server.http.url);
  };
  const partsFor = (url: string, followed = USER): SyncParts => {
    const zotero = new LocalConnection(LOOPBACK, url);
    return { zotero, followed, betterBibtex: new BetterBibtex(zotero), today: () => new Date(0) };
  };
  const changes = (parts: SyncParts, { head }: Snapshot, bytes: Uint8Array) =>
    loadChanges(parts, head, () => Promise.resolve(bytes), NEVER);
  /** Follows a library over one change of it. */
  const after = async (parts: SyncParts, change: () => void) => {
    const before = await loadAll(parts, NEVER);
    const bytes = await before.written();
    change();
    return changes(parts, before, bytes);
  };
  const keys = (snapshot: Snapshot | undefined) => snapshot && [...snapshot.lines.keys()].sort().join(' ');

  afterEach(() => server.close());

  for (const version of ['7.0.11', '8.0.2', '10.0.1'] as const) {
    describe(version, () => {
      it('gives the whole library in pages, with progress', async () => {
        const parts = await start({ version });
        fill(server, 1600);
        const told: number[] = [];
        const snapshot = await loadAll({ ...parts, progress: (done) => told.push(done) }, NEVER);
        assert.equal(snapshot.lines.size, 1600);
        assert.deepEqual(told, [250, 1250, 1600]);
        assert.ok(server.http.received.every(({ headers }) => headers['zotero-allowed-request'] === '1'));
      });

      it('gives what was changed, added and removed, and asks for little', async () => {
        const parts = await start({ version });
        fill(server, 300);
        const next = await after(parts, () => {
          server.http.received.length = 0;
          server.put({ key: 'P0000007', title: 'Another Title' });
          server.put({ key: 'NEW00001', title: 'New' });
          server.remove('P0000009');
        });
        assert.equal(next?.lines.size, 300);
        assert.match(next.lines.get('P0000007') ?? '', /Another Title/);
        assert.ok(next.lines.has('NEW00001') && !next.lines.has('P0000009'));
        assert.ok(server.http.received.length <= 6, String(server.http.received.length));
      });

      it('gives nothing where nothing changed', async () => {
        const parts = await start({ version });
        fill(server, 30);
        assert.equal(keys(await after(parts, () => {})), undefined);
      });

      it('keeps up with what comes and goes at once', async () => {
        const parts = await start({ version });
        fill(server, 5);
        const next = await after(parts, () => {
          server.remove('P0000001');
          server.put({ key: 'NEW00001', title: 'New' });
          server.remove('P0000002');
        });
        assert.equal(keys(next), 'NEW00001 P0000003 P0000004 P0000005');
      });
    });
  }

  it('follows a collection: what is put in and taken out, with what belongs to it', async () => {
    await start({ version: '10.0.1' });
    const parts = partsFor(server.http.url, { ...USER, collection: 'COLL0001' });
    server.library.collections = [{ key: 'COLL0001', name: 'Robots' }];
    server.put({ key: 'IN000001', collections: ['COLL0001'] });
    server.put({ key: 'OUT00001', collections: [] });
    server.put({ key: 'NOTE0001', itemType: 'note', parentItem: 'OUT00001', note: 'x' });
    assert.equal(keys(await loadAll(parts, NEVER)), 'IN000001');
    const next = await after(parts, () => {
      server.put({ key: 'OUT00001', collections: ['COLL0001'] });
      server.put({ key: 'IN000001', collections: [] });
    });
    assert.equal(keys(next), 'NOTE0001 OUT00001');
    assert.deepEqual(next?.head.collections, { COLL0001: 'Robots' });
  });

  it('follows a saved search, which finds others though no item changed', async () => {
    await start({ version: '10.0.1' });
    fill(server, 4);
    server.library.searches.set('SEARCH01', { name: 'New ones', keys: ['P0000001', 'P0000002'] });
    const parts = partsFor(server.http.url, { ...USER, search: 'SEARCH01' });
    const next = await after(parts, () => {
      server.library.searches.set('SEARCH01', { name: 'New ones', keys: ['P0000002', 'P0000004'] });
    });
    assert.equal(keys(next), 'P0000002 P0000004');
  });

  describe('follows a collection with the annotations of what is in it', () => {
    const IN = { key: 'IN000001', collections: ['COLL0001'] };
    const pdf = (key: string, parentItem: string) => ({
      key,
      itemType: 'attachment',
      parentItem,
      contentType: 'application/pdf',
    });
    const mark = (key: string, parentItem: string, annotationText = 'x') => ({
      key,
      itemType: 'annotation',
      parentItem,
      annotationText,
    });
    const begin = async (version: ZoteroServer['kind']['version']) => {
      await start({ version });
      for (const item of [IN, pdf('INPDF001', 'IN000001'), mark('MARKIN01', 'INPDF001')]) server.put(item);
      const out = { key: 'OUT00001', collections: [] };
      for (const item of [out, pdf('OUTPDF01', 'OUT00001'), mark('MARKOUT1', 'OUTPDF01')]) server.put(item);
      return partsFor(server.http.url, { ...USER, collection: 'COLL0001' });
    };

    for (const version of ['7.0.11', '10.0.1'] as const) {
      it(`in ${version}`, async () => {
        const parts = await begin(version);
        assert.equal(keys(await loadAll(parts, NEVER)), 'IN000001 INPDF001 MARKIN01');
        const changed = await after(parts, () => {
          server.put(mark('MARKIN02', 'INPDF001'));
          server.put(mark('MARKIN01', 'INPDF001', 'Other words'));
          server.put(mark('MARKOUT2', 'OUTPDF01'));
        });
        assert.equal(keys(changed), 'IN000001 INPDF001 MARKIN01 MARKIN02');
        assert.match(changed?.lines.get('MARKIN01') ?? '', /Other words/);
        const gone = await after(parts, () => {
          server.remove('MARKIN01');
          server.put(mark('MARKOUT3', 'OUTPDF01'));
        });
        assert.equal(keys(gone), 'IN000001 INPDF001 MARKIN02');
      });

      it(`in ${version}, as papers come and go`, async () => {
        const parts = await begin(version);
        const moved = await after(parts, () => {
          server.put({ key: 'OUT00001', collections: ['COLL0001'] });
          server.put({ key: 'IN000001', collections: [] });
        });
        assert.equal(keys(moved), 'MARKOUT1 OUT00001 OUTPDF01');
      });

      it(`in ${version}, and reads its copy once for those of other papers`, async () => {
        const begun = await begin(version);
        const parts = { ...begun, annotations: new CollectionAnnotations(begun.zotero, 'user') };
        const before = await loadAll(parts, NEVER);
        let reads = 0;
        const read = async () => (reads++, before.written());
        server.put(mark('MARKOUT2', 'OUTPDF01'));
        for (let look = 0; look < 3; look++)
          assert.equal(keys(await loadChanges(parts, before.head, read, NEVER)), undefined);
        assert.equal(reads, 1);
      });
    }
  });

  for (const version of ['7.0.11', '10.0.1'] as const) {
    for (const part of [{ collection: 'COLL0001' }, { search: 'SEARCH01' }]) {
      it(`gives nothing where nothing changed in a part of many items: ${version}, ${Object.keys(part)[0]}`, async () => {
        await start({ version });
        const parts = partsFor(server.http.url, { ...USER, ...part });
        fill(server, 400);
        for (const key of server.library.items.keys()) server.put({ key, collections: ['COLL0001'] });
        server.library.searches.set('SEARCH01', { name: 'All', keys: [...server.library.items.keys()] });
        assert.equal(keys(await after(parts, () => {})), undefined);
      });
    }
  }

  it('takes what is missing also where much lies below it', async () => {
    await start({ version: '10.0.1' });
    const parts = partsFor(server.http.url, { ...USER, collection: 'COLL0001' });
    fill(server, 30);
    for (const parentItem of [...server.library.items.keys()]) {
      for (let i = 0; i < 10; i++) server.put({ key: `${parentItem}N${i}`, itemType: 'note', parentItem, note: 'x' });
    }
    const next = await after(parts, () => {
      // Into the collection without a change of the items.
      for (const item of server.library.items.values()) if (item.itemType !== 'note') item.collections = ['COLL0001'];
    });
    assert.equal(next?.lines.size, 330);
  });

  it('asks a Zotero that was never synchronised for little, and reads all anew once it is', async () => {
    const parts = await start({ version: '7.0.11' });
    fill(server, 600);
    const before = await loadAll(parts, NEVER);
    const bytes = await before.written();
    server.http.received.length = 0;
    assert.equal(keys(await changes(parts, before, bytes)), undefined);
    assert.ok(server.http.received.length <= 3, `${server.http.received.length} requests`);
    server.library.version = 7;
    // What came from another machine was changed there before.
    const item = server.library.items.get('P0000003')!;
    server.library.items.set(item.key, { ...item, version: 7, title: 'From elsewhere' });
    assert.match((await changes(parts, before, bytes))?.lines.get('P0000003') ?? '', /From elsewhere/);
  });

  it('sees a renamed collection', async () => {
    const parts = await start({ version: '10.0.1' });
    server.library.collections = [{ key: 'COLL0001', name: 'Robots' }];
    server.put({ key: 'IN000001', collections: ['COLL0001'] });
    const next = await after(parts, () => {
      server.library.collections = [{ key: 'COLL0001', name: 'Machines' }];
      server.library.version++;
    });
    assert.deepEqual(next?.head.collections, { COLL0001: 'Machines' });
  });

  it('leaves out collections that are in the trash', async () => {
    const parts = await start({ version: '8.0.2' });
    server.library.collections = [
      { key: 'COLL0001', name: 'Robots' },
      { key: 'COLL0002', name: 'Old', deleted: true },
    ];
    assert.deepEqual((await loadAll(parts, NEVER)).head.collections, { COLL0001: 'Robots' });
  });

  for (const version of ['7.0.11', '8.0.2', '10.0.1'] as const) {
    describe(`sees what is put into a collection and taken out of it, though the item is as it was: ${version}`, () => {
      let parts: SyncParts;
      /** Puts an item into collections as that version does. */
      const move = (key: string, ...collections: string[]) =>
        version === '10.0.1' ? server.put({ key, collections }) : server.alter({ key, collections });
      const collectionsIn = async (snapshot: Snapshot | undefined) => {
        const { papers } = readText('Zotero.json', new TextDecoder().decode(await snapshot?.written()));
        return papers.map(({ collections = [] }) => collections.join(', '));
      };

      beforeEach(async () => {
        parts = await start({ version });
        fill(server, 3);
        server.put({ key: 'P0000003', title: 'Of "collections":["COLL0002"] and such' });
        for (const [i, name] of ['Robots', 'Maps'].entries())
          server.library.collections.push({ key: `COLL000${i + 1}`, name });
        move('P0000001', 'COLL0001');
      });

      it('one item, with few requests, and then nothing more', async () => {
        const next = await after(parts, () => {
          server.http.received.length = 0;
          move('P0000003', 'COLL0002');
        });
        assert.deepEqual(await collectionsIn(next), ['Robots', '', 'Maps']);
        assert.ok(server.http.received.length <= 6, `${server.http.received.length} requests`);
        const bytes = await next!.written();
        assert.equal(await changes(parts, next!, bytes), undefined);
      });

      it('one item that goes from one to the other, and one that is in both', async () => {
        const next = await after(parts, () => {
          move('P0000001', 'COLL0002');
          move('P0000002', 'COLL0001', 'COLL0002');
        });
        assert.deepEqual(await collectionsIn(next), ['Maps', 'Robots, Maps', '']);
      });

      it('and what a collection that is new, or gone, has or had', async () => {
        const next = await after(parts, () => {
          server.library.collections = [{ key: 'COLL0003', name: 'Rooms' }];
          server.library.version += version === '10.0.1' ? 1 : 0;
          move('P0000001');
          move('P0000002', 'COLL0003');
        });
        assert.deepEqual(next?.head.collections, { COLL0003: 'Rooms' });
        assert.deepEqual(await collectionsIn(next), ['', 'Rooms', '']);
      });

      it('also of what a saved search finds', async () => {
        server.library.searches.set('SEARCH01', { name: 'New ones', keys: ['P0000002'] });
        const next = await after(partsFor(server.http.url, { ...USER, search: 'SEARCH01' }), () => {
          move('P0000002', 'COLL0001');
        });
        assert.deepEqual(await collectionsIn(next), ['Robots']);
      });
    });
  }

  it('counts the members of collections where a copy of before says nothing of them', async () => {
    const parts = await start({ version: '7.0.11' });
    fill(server, 2);
    server.library.collections = [{ key: 'COLL0001', name: 'Robots' }];
    const { head, lines } = await loadAll(parts, NEVER);
    server.alter({ key: 'P0000002', collections: ['COLL0001'] });
    const before = new Snapshot({ ...head, members: undefined }, lines);
    const next = await changes(parts, before, await before.written());
    assert.match(next?.lines.get('P0000002') ?? '', /"collections":\["COLL0001"\]/);
    assert.deepEqual(next?.head.members, { COLL0001: 1 });
  });

  it('reads all anew where another database answers, or one that was restored', async () => {
    const parts = await start({ version: '10.0.1' });
    fill(server, 5);
    const other = await after(parts, () => {
      server.serverId = 'DB000002';
      server.library.items.clear();
      server.put({ key: 'OTHER001' });
    });
    assert.equal(keys(other), 'OTHER001');
    const sameNumbers = await after(parts, () => {
      server.serverId = 'DB000003';
      server.library.items.clear();
      server.library.version--;
      server.put({ key: 'OTHER002' });
    });
    assert.equal(keys(sameNumbers), 'OTHER002');
    const restored = await after(parts, () => {
      server.library.version = 2;
      server.library.items.clear();
      server.put({ key: 'RESTORE1' });
    });
    assert.equal(keys(restored), 'RESTORE1');
  });

  it('keeps a snapshot in a file and reads it again; what is no whole one is none', async () => {
    const parts = await start({ version: '10.0.1' });
    fill(server, 3);
    const snapshot = await loadAll(parts, NEVER);
    const bytes = await snapshot.written();
    const written = new TextDecoder().decode(bytes);
    const read = await Snapshot.read(bytes);
    assert.deepEqual(read?.head, snapshot.head);
    assert.deepEqual([...(read?.lines ?? [])], [...snapshot.lines]);
    assert.doesNotThrow(() => JSON.parse(written));
    assert.equal(await Snapshot.read(bytes.subarray(0, -200)), undefined);
    assert.equal(await Snapshot.read(new Uint8Array()), undefined);
    assert.equal(await Snapshot.read(new TextEncoder().encode('{"zotero":7}\n')), undefined);
  });

  it('asks Better BibTeX for citekeys where Zotero has none', async () => {
    const parts = await start({ version: '7.0.11', betterBibtex: (key) => `bbt${key}` });
    server.put({ key: 'ITEM0001', title: 'T' });
    server.put({ key: 'NOTE0001', itemType: 'note', parentItem: 'ITEM0001', note: 'x' });
    const snapshot = await loadAll(parts, NEVER);
    assert.match(snapshot.lines.get('ITEM0001') ?? '', /"citationKey":"bbtITEM0001"/);
    assert.doesNotMatch(snapshot.lines.get('NOTE0001') ?? '', /citationKey/);
  });

  it('asks Better BibTeX for those of groups by their names', async () => {
    await start({ version: '7.0.11', betterBibtex: (key) => `bbt${key}` });
    server.groups.push({ id: 42, name: 'Our Group' });
    server.libraries.set('42', emptyLibrary());
    server.put({ key: 'ITEM0001', title: 'T' }, server.libraries.get('42'));
    const snapshot = await loadAll(partsFor(server.http.url, { server: 'zotero', library: '42' }), NEVER);
    assert.match(snapshot.lines.get('ITEM0001') ?? '', /"citationKey":"bbtITEM0001"/);
    assert.equal(snapshot.head.place, 'groups/42');
  });

  it('tells which libraries, collections and searches there are', async () => {
    const { zotero } = await start({ version: '10.0.1' });
    server.groups.push({ id: 42, name: 'Our Group' });
    server.library.collections = [
      { key: 'B', name: 'Maps', parentCollection: 'A' },
      { key: 'A', name: 'Robots' },
      { key: 'C', name: 'In a Circle', parentCollection: 'C' },
    ];
    server.library.searches.set('S', { name: 'New', keys: [] });
    assert.deepEqual(await zoteroLibraries(zotero, NEVER), [{ id: 'user' }, { id: '42', name: 'Our Group' }]);
    const collections = await zoteroCollections(zotero, 'user', NEVER);
    assert.deepEqual(
      collections.filter(({ key }) => key !== 'C').map(({ name }) => name),
      ['Robots', 'Robots / Maps'],
    );
    assert.deepEqual(await zoteroSearches(zotero, 'user', NEVER), [{ key: 'S', name: 'New' }]);
  });

  describe('fails in words', () => {
    const failing = (code: string, parts: SyncParts) => assert.rejects(loadAll(parts, NEVER), { code });

    it('where it is not running', async () => {
      const parts = await start({ version: '10.0.1' });
      await server.close();
      await failing('not-running', parts);
      server = await ZoteroServer.listen({ version: '10.0.1' });
    });

    it('where another program answers, which is told apart', async () => {
      const parts = await start({ version: '10.0.1' });
      const program = async () => {
        const error = await loadAll(parts, NEVER).catch((reason: unknown) => reason);
        const { code, details } = error as { code: string; details: { program?: string } };
        return [code, details.program];
      };
      server.http.on(/./, otherProgram('Not Found'));
      assert.deepEqual(await program(), ['other-program', undefined]);
      server.http.on(/libraries/, json(['Chocolate.bib-1']));
      assert.deepEqual(await program(), ['other-program', 'JabRef']);
      server.http.on(/./, otherProgram('{"app":"BibLib"}'));
      assert.deepEqual(await program(), ['other-program', 'BibLib']);
    });

    it('where the local API is off, or not known yet', async () => {
      const parts = await start({ version: '10.0.1' });
      server.isApiOn = false;
      await failing('api-off', parts);
      server.kind = { version: '6.0.36' };
      await failing('too-old', parts);
    });

    it('where it dies between two pages, or within one', async () => {
      const parts = await start({ version: '10.0.1' });
      fill(server, 600);
      const before = server.http;
      server.http.on(/items/, (response, request) => {
        if (request.query.get('start') === '250') response.destroy();
        else
          response
            .writeHead(200, { 'X-Zotero-Version': '10.0.1', 'Total-Results': '600' })
            .end(JSON.stringify(Array.from({ length: 250 }, (_, i) => ({ key: `K${i}`, data: { itemType: 'book' } }))));
      });
      await failing('cut-off', parts);
      before.on(/items/, cutOff(JSON.stringify([{ key: 'K1' }])));
      await failing('cut-off', parts);
    });

    it('where what it answers has another shape', async () => {
      const parts = await start({ version: '10.0.1' });
      const zotero = { 'X-Zotero-Version': '11.0' };
      for (const answer of [
        json({ items: [] }, zotero),
        json([{ id: 1 }], zotero),
        text('[{', 'text/plain', 200, zotero),
      ]) {
        server.http.on(/items/, answer);
        await failing('unreadable', parts);
      }
      server.http.on(/items/, status(500, zotero));
      await failing('server', parts);
      server.http.on(/items/, status(404, zotero));
      await failing('not-found', parts);
      for (const [words, code] of [
        ['Zotero-Server-ID required', 'other-server'],
        ['If-Unmodified-Since-Version required', 'conflict'],
      ]) {
        server.http.on(/items/, text(words, 'text/plain', 428, zotero));
        await failing(code, parts);
      }
    });

    it('where it says nothing for too long, or the user gives up', async () => {
      const { zotero } = await start({ version: '10.0.1' });
      server.http.on(/./, silence);
      await assert.rejects(zotero.ask({ path: '/api/', timeOut: 20 }, NEVER), { code: 'timed-out' });
      const giveUp = new AbortController();
      const asked = zotero.ask({ path: '/api/' }, giveUp.signal);
      giveUp.abort();
      await assert.rejects(asked, { code: 'cancelled' });
    });

    it('where nothing of this machine can be reached', async () => {
      const { betterBibtex, followed, today } = await start({ version: '10.0.1' });
      const zotero = new LocalConnection(undefined, server.http.url);
      await failing('out-of-reach', { zotero, betterBibtex, followed, today });
    });
  });

  describe('has papers picked in its own window', () => {
    const picked = async (answer: Parameters<ZoteroServer['http']['on']>[1]) => {
      const { zotero } = await start({ version: '8.0.2' });
      server.http.on(/cayw/, answer);
      return pickInProgram(zotero, NEVER);
    };

    it('as JSON, with all that is said of them', async () => {
      const citationItems = [
        { id: 'doe2020', uris: ['http://zotero.org/x'], locator: '3-5', label: 'page', prefix: 'see', suffix: 'too' },
        { id: 'li2021', locator: '2', label: 'chapter', 'suppress-author': true },
        { id: 'bare' },
      ];
      assert.deepEqual(await picked(json({ state: 's', pick: [{ citationItems }], output: '[x]' })), {
        items: [
          { key: 'doe2020', prefix: 'see', suffix: 'too', locator: 'pp. 3-5' },
          { key: 'li2021', locator: 'chap. 2', suppressAuthor: true },
          { key: 'bare' },
        ],
      });
    });

    it('as a text, also where its ids are its own', async () => {
      const numbered = { pick: [{ citationItems: [{ id: 17 }] }], output: '[@doe2020, p. 3]' };
      assert.deepEqual(await picked(json(numbered)), { citation: '[@doe2020, p. 3]' });
      await server.close();
      assert.deepEqual(await picked(text('[@doe2020]', 'text/plain')), { citation: '[@doe2020]' });
    });

    it('by the older way where the newer is not known', async () => {
      const answer = await picked(
        (response, { method }) =>
          void (method === 'POST' ? response.writeHead(500).end('no') : response.writeHead(200).end('[@doe2020]')),
      );
      assert.deepEqual(answer, { citation: '[@doe2020]' });
    });

    it('or nothing, which is no error', async () => {
      assert.deepEqual(await picked(text('', 'text/plain')), { items: [] });
      await server.close();
      assert.deepEqual(await picked(json({ state: '', pick: [], output: '' })), { items: [] });
    });

    it('but not where there is no such window', async () => {
      const { zotero } = await start({ version: '8.0.2' });
      await assert.rejects(pickerOf(zotero, NEVER), { code: 'too-old' });
      server.http.on(/./, otherProgram('{"app":"BibLib"}'));
      await assert.rejects(pickerOf(zotero, NEVER), { code: 'other-program', details: { program: 'BibLib' } });
    });

    it('or in that of JabRef, where it answers', async () => {
      const { zotero } = await start({ version: '8.0.2' });
      server.http.on(/cayw/, text('ready', 'text/plain'));
      assert.equal(await pickerOf(zotero, NEVER), 'jabref');
    });
  });

  it('is asked by nothing but plain requests to its own host', async () => {
    const { zotero } = await start({ version: '10.0.1' });
    await zotero.version(NEVER);
    const [{ headers }] = server.http.received;
    assert.match(headers.host ?? '', /^localhost:\d+$/);
    assert.equal(headers.origin, undefined);
    assert.doesNotMatch(headers['user-agent'] ?? '', /^Mozilla/);
  });
});

describe('The libraries that are followed', () => {
  it('are those of the setting that make sense', () => {
    const setting = [
      { server: 'zotero', library: 'user' },
      { server: 'zotero', library: 'user' },
      { library: 42, collection: 'ABCD1234' },
      { server: 'jabref', library: 'Chocolate.bib-1' },
      { server: 'zotero', library: '../x' },
      { server: 'zotero', library: 'user', search: '../x' },
      { server: 'other', library: 'user' },
      null,
      7,
    ];
    assert.deepEqual(followedLibraries(setting), [
      { server: 'zotero', library: 'user' },
      { server: 'zotero', library: '42', collection: 'ABCD1234' },
      { server: 'jabref', library: 'Chocolate.bib-1' },
    ]);
    assert.deepEqual(followedLibraries('x'), []);
  });

  it('have a file each, whose name tells of them', () => {
    const name = (followed: Partial<FollowedLibrary>) => copyNameOf({ ...USER, ...followed });
    assert.equal(name({}), 'Zotero.json');
    assert.equal(name({ library: '42', collection: 'ABCD2345' }), 'Zotero 42 ABCD2345.json');
    assert.equal(name({ server: 'jabref', library: 'maps.bib-1' }), 'JabRef maps.bib-1.bib');
    const ids = ['Maps 1.bib-1', 'Maps_1.bib-1', 'maps_1.bib-1', 'Карты.bib', 'Книги.bib', 'a/b', 'a\\b'];
    const names = ids.map((library) => name({ server: 'jabref', library }).toLowerCase());
    assert.equal(new Set(names).size, ids.length);
    assert.ok(
      names.every((each) => /^[\w. -]+$/.test(each)),
      names.join(),
    );
  });
});
