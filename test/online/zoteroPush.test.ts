import assert from 'node:assert/strict';
import { LOOPBACK } from '../../src/platform/node/loopback';
import { LocalConnection } from '../../src/online/zotero/connection';
import { LocalFailure } from '../../src/online/zotero/failure';
import { readText } from '../../src/library/formats/readers';
import { Library } from '../../src/library/library';
import { type ImportTarget, importTarget } from '../../src/online/zotero/writing/connectorImport';
import { type KeptKeys, WritePermission } from '../../src/online/zotero/writing/permission';
import { writingWay } from '../../src/online/zotero/writing/writingWay';
import { push, pushByImport, type PushParts, type PushPlace } from '../../src/workflows/pushing/push';
import { type PushedPaper, type PushPlan, wordsOf } from '../../src/workflows/pushing/pushPlan';
import { cutOff, silence, status } from './localServer';
import { emptyLibrary, fill, ZoteroServer } from './zoteroServer';

const NEVER = new AbortController().signal;
const MINE: PushPlace = { library: 'user' };

describe('Papers go into Zotero', () => {
  let server: ZoteroServer;
  let keys: Map<string, string>;
  /** What the user was shown, and whether because of a conflict. */
  let shown: { plan: PushPlan; isConflict: boolean }[];
  let agrees: (isConflict: boolean) => boolean;
  const kept: KeptKeys = {
    get: (id) => Promise.resolve(keys.get(id)),
    set: (id, key) => Promise.resolve(void keys.set(id, key)),
    delete: (id) => Promise.resolve(void keys.delete(id)),
  };
  let tokens = 0;
  const parts = (serverId = server.serverId): PushParts => {
    const zotero = new LocalConnection(LOOPBACK, server.http.url);
    return {
      zotero,
      serverId,
      permission: new WritePermission(zotero, serverId, kept),
      token: () => `token${++tokens}`,
      now: () => new Date(0),
      agree: (plan, isConflict) => {
        shown.push({ plan, isConflict });
        return Promise.resolve(agrees(isConflict));
      },
    };
  };
  const titles = () => [...server.library.items.values()].map(({ title }) => String(title)).sort();
  const pushed = (papers: readonly PushedPaper[], place = MINE) => push(parts(), papers, place, NEVER);

  beforeEach(async () => {
    server = await ZoteroServer.listen({ version: '10.0.1' });
    keys = new Map();
    shown = [];
    agrees = () => true;
  });
  afterEach(() => server.close());

  it('with all that they say, their status and tags, once each', async () => {
    const [paper] = papers(
      `@book{doe2020, title = {Gärten}, author = {van der Doe, Jane and {The Club}}, editor = {Li, Yu}, year = 2020,
        publisher = {Press}, doi = {10.1000/x}, keywords = {maps}, isbn = {978-3-16-148410-0}}`,
      { status: 'reading', tags: ['to cite'] },
    );
    const outcome = await pushed([paper], { library: 'user', collection: 'COLL0001' });
    assert.deepEqual(outcome.added, ['doe2020']);
    const [item] = [...server.library.items.values()];
    assert.equal(item.itemType, 'book');
    assert.equal(item.title, 'Gärten');
    assert.equal(item.citationKey, 'doe2020');
    assert.equal(item.date, '2020');
    assert.deepEqual(item.collections, ['COLL0001']);
    assert.deepEqual(item.tags, [{ tag: 'maps' }, { tag: 'to cite' }]);
    assert.deepEqual(item.creators, [
      { creatorType: 'author', firstName: 'Jane', lastName: 'van der Doe' },
      { creatorType: 'author', name: 'The Club' },
      { creatorType: 'editor', firstName: 'Yu', lastName: 'Li' },
    ]);
    assert.match(String(item.extra), /^Read_Status: In Progress\nRead_Status_Date: 1970-01-01T00:00:00.000Z\n/);
    assert.match(String(item.extra), /^DOI: 10\.1000\/x$/m);
    const again = await pushed([paper]);
    assert.deepEqual([again.added, again.same], [[], ['doe2020']]);
    assert.equal(server.library.items.size, 1);
  });

  it('and what is there already is found by its key, DOI, or title and year; of several, none is guessed', async () => {
    server.put({ key: 'ITEM0001', title: 'A', citationKey: 'a2020' });
    server.put({ key: 'ITEM0002', title: 'Other Words', DOI: 'https://doi.org/10.1000/B' });
    server.put({ key: 'ITEM0003', title: 'Maps: of “Rooms”', date: '2019-03' });
    server.put({ key: 'ITEM0004', title: 'D', citationKey: 'd2020' });
    server.put({ key: 'ITEM0005', title: 'D', citationKey: 'd2020' });
    const outcome = await pushed(
      papers(
        `@misc{a2020, title = {Something}} @misc{b2020, title = {B}, doi = {10.1000/b}}
         @misc{c2019, title = {Maps of Rooms}, year = 2019} @misc{d2020, title = {D}} @misc{e2020, title = {Maps of Rooms}, year = 2020}`,
      ),
    );
    assert.deepEqual(outcome.same, ['a2020', 'b2020', 'c2019']);
    assert.deepEqual(outcome.ambiguous, ['d2020']);
    assert.deepEqual(outcome.added, ['e2020']);
  });

  it('and change the status and tags of items alone, after that is shown', async () => {
    server.put({
      key: 'ITEM0001',
      title: 'A',
      citationKey: 'a2020',
      extra: 'mine: stays\nRead_Status: New\nRead_Status_Date: 2020\nlast',
      tags: [{ tag: 'own', type: 1 }],
    });
    server.put({ key: 'ITEM0002', title: 'B', citationKey: 'b2020', extra: 'Read_Status: New' });
    const all = papers('@misc{a2020, title = {A}, keywords = {no}}', { status: 'read', tags: ['own', 'more'] });
    const unread = papers('@misc{b2020, title = {B}}', { status: 'to-read' });
    const outcome = await pushed([...all, ...unread]);
    assert.deepEqual([outcome.changed, outcome.same], [['a2020'], ['b2020']]);
    const item = server.library.items.get('ITEM0001');
    assert.equal(item?.extra, 'mine: stays\nRead_Status: Read\nRead_Status_Date: 1970-01-01T00:00:00.000Z\nlast');
    assert.deepEqual(item.tags, [{ tag: 'own', type: 1 }, { tag: 'more' }]);
    const [{ plan }] = shown;
    assert.match(wordsOf(plan.changed[0].item), /Read_Status: New/);
    assert.match(wordsOf({ ...plan.changed[0].item, ...plan.changed[0].data }), /Read_Status: Read\n[^]*more/);
  });

  it('but not where the user does not agree', async () => {
    agrees = () => false;
    const outcome = await pushed(papers('@misc{a2020, title = {A}}'));
    assert.deepEqual([outcome.added, outcome.left, outcome.stopped], [[], ['a2020'], undefined]);
    assert.deepEqual([server.library.items.size, server.writes.asked], [0, 0]);
  });

  it('by a permission that is asked for once where it is kept, and each time where it is for once', async () => {
    await pushed(papers('@misc{a2020, title = {A}}'));
    await pushed(papers('@misc{b2020, title = {B}}'));
    assert.equal(server.writes.asked, 1);
    keys.clear();
    server.writes.answer = 'allow';
    await pushed(papers('@misc{c2020, title = {C}}'));
    await pushed(papers('@misc{d2020, title = {D}}'));
    assert.equal(server.writes.asked, 3);
    assert.deepEqual([titles(), keys.size], [['A', 'B', 'C', 'D'], 0]);
  });

  it('asking again where a permission was taken back, or was for fewer items', async () => {
    await pushed(papers('@misc{a2020, title = {A}}'));
    server.writes.revoke();
    server.writes.answer = 'allow';
    const outcome = await pushed(papers(many(120)));
    assert.equal(outcome.added.length, 120);
    assert.equal(server.writes.asked, 4);
    assert.equal(server.library.items.size, 121);
  });

  it('or they stay here: the user denies it, or was asked too often', async () => {
    server.writes.answer = 'deny';
    const denied = await pushed(papers('@misc{a2020, title = {A}}'));
    assert.deepEqual([denied.stopped?.code, denied.left], ['denied', ['a2020']]);
    server.writes.answer = 'allow';
    server.writes.asksLeft = 1;
    const some = await pushed(papers(many(60)));
    assert.deepEqual([some.stopped?.code, some.stopped?.details.retryAfter], ['too-many', 60]);
    assert.deepEqual([some.added.length, some.left.length], [50, 10]);
  });

  it('or the library can only be read', async () => {
    server.writes.isReadOnly = true;
    const { stopped, left } = await pushed(papers('@misc{a2020, title = {A}}'));
    assert.deepEqual([stopped?.code, left], ['read-only', ['a2020']]);
  });

  it('or another database answers than was asked first', async () => {
    const before = parts();
    await push(before, papers('@misc{a2020, title = {A}}'), MINE, NEVER);
    server.serverId = 'another';
    const { stopped, left } = await push(before, papers('@misc{b2020, title = {B}}'), MINE, NEVER);
    assert.deepEqual([stopped?.code, left], ['other-server', ['b2020']]);
    assert.deepEqual(titles(), ['A']);
  });

  it('in parts where all are too large at once; one that is too large alone is named', async () => {
    server.writes.largest = 2000;
    const long = `@misc{long2020, title = {Long}, abstract = {${'words '.repeat(500)}}}`;
    const outcome = await pushed(papers(`${many(7)} ${long}`));
    assert.equal(outcome.added.length, 7);
    assert.equal(outcome.refused.get('long2020')?.code, 413);
    assert.deepEqual(outcome.left, []);
  });

  it('and those that are refused are named, each with the reason, while the others go in', async () => {
    const outcome = await pushed(
      papers('@misc{a2020, title = {A}} @misc{b2020, title = {Refused}} @misc{c2020, title = {C}}'),
    );
    assert.deepEqual(outcome.added, ['a2020', 'c2020']);
    assert.deepEqual([...outcome.refused], [['b2020', { code: 400, message: 'Refused by the test' }]]);
  });

  it('and what was changed in Zotero meanwhile is shown anew and kept', async () => {
    server.put({ key: 'ITEM0001', title: 'A', citationKey: 'a2020', extra: 'Read_Status: New' });
    server.writes.meanwhile = () => server.put({ key: 'ITEM0001', extra: 'Read_Status: Not Reading\nnew line' });
    const outcome = await pushed(papers('@misc{a2020, title = {A}} @misc{b2020, title = {B}}', { status: 'read' }));
    assert.deepEqual([outcome.added, outcome.changed], [['b2020'], ['a2020']]);
    assert.deepEqual(
      shown.map(({ plan, isConflict }) => [isConflict, plan.changed.map(({ item }) => item.extra)]),
      [
        [false, ['Read_Status: New']],
        [true, ['Read_Status: Not Reading\nnew line']],
      ],
    );
    assert.equal(server.library.items.get('ITEM0001')?.extra, 'Read_Status: Read\nnew line');
  });

  it('and nothing of that is overwritten where the user then declines', async () => {
    server.put({ key: 'ITEM0001', title: 'A', citationKey: 'a2020', extra: 'Read_Status: New' });
    server.writes.meanwhile = () => server.put({ key: 'ITEM0001', extra: 'Read_Status: Not Reading' });
    agrees = (isConflict) => !isConflict;
    const outcome = await pushed(papers('@misc{a2020, title = {A}}', { status: 'read' }));
    assert.deepEqual([outcome.changed, outcome.left], [[], ['a2020']]);
    assert.equal(server.library.items.get('ITEM0001')?.extra, 'Read_Status: Not Reading');
  });

  for (const repeats of [true, false]) {
    it(`once, where the answer is lost${repeats ? '' : ', also where a write cannot be repeated'}`, async () => {
      server.writes.repeats = repeats;
      const paper = papers('@misc{a2020, title = {A}}');
      const losing = { ...parts(), agree: () => (loseNext(), Promise.resolve(true)) };
      const outcome = await push(losing, paper, MINE, NEVER);
      assert.deepEqual([outcome.added, outcome.left], [['a2020'], []]);
      assert.deepEqual(titles(), ['A']);
    });
  }
  /** The next write is done, and its answer does not come. */
  const loseNext = () =>
    server.http.on(
      /\/items$/,
      (response, request) => {
        server.writes.write(server, server.library, request);
        cutOff('{}{}')(response, request);
      },
      1,
    );

  it('and stay here where Zotero dies over it', async () => {
    const dying: PushParts = {
      ...parts(),
      agree: () => {
        server.http.on(/./, (response) => response.destroy());
        return Promise.resolve(true);
      },
    };
    const outcome = await push(dying, papers('@misc{a2020, title = {A}}'), MINE, NEVER);
    assert.ok(outcome.stopped instanceof LocalFailure);
    assert.deepEqual(outcome.left, ['a2020']);
  });

  it('into a group', async () => {
    server.libraries.set('42', emptyLibrary());
    const outcome = await pushed(papers('@misc{a2020, title = {A}}'), { library: '42' });
    assert.deepEqual(outcome.added, ['a2020']);
    assert.deepEqual([server.library.items.size, server.libraries.get('42')?.items.size], [0, 1]);
  });

  it('as the user gives up, nothing more', async () => {
    const abort = new AbortController();
    const slow: PushParts = {
      ...parts(),
      agree: () => {
        server.http.on(/authorize/, (...reply) => {
          silence(...reply);
          abort.abort();
        });
        return Promise.resolve(true);
      },
    };
    const outcome = await push(slow, papers('@misc{a2020, title = {A}}'), MINE, abort.signal);
    assert.deepEqual([outcome.stopped?.code, outcome.left], ['cancelled', ['a2020']]);
  });

  describe('before version 10', () => {
    const imported = (all: readonly PushedPaper[], target: ImportTarget = { id: 'C7', name: 'Robots' }) => {
      const { zotero, agree, now } = parts();
      return pushByImport({ zotero, agree, now, session: () => `session${++tokens}` }, all, target, NEVER);
    };
    const is = (version: ZoteroServer['kind']['version']) => void (server.kind = { version });

    it('by its API or as an import, as the version has it', async () => {
      const way = () => writingWay(new LocalConnection(LOOPBACK, server.http.url), NEVER);
      assert.deepEqual(await way(), { serverId: server.serverId });
      server.isApiOn = false;
      await assert.rejects(way(), { code: 'api-off' });
      for (const version of ['8.0.2', '7.0.11', '6.0.36'] as const) {
        is(version);
        assert.equal(await way(), 'import');
        server.isApiOn = true;
        assert.equal(await way(), 'import');
        server.isApiOn = false;
      }
    });

    it('as imports, with status and tags, into what is selected', async () => {
      is('7.0.11');
      const target = await importTarget(new LocalConnection(LOOPBACK, server.http.url), NEVER);
      assert.deepEqual(target, { id: 'C7', name: 'Robots' });
      server.imports.selected = { libraryID: 3, libraryName: 'Group', id: null, name: 'Group' };
      assert.equal((await importTarget(new LocalConnection(LOOPBACK, server.http.url), NEVER)).id, 'L3');
      const outcome = await imported(papers('@article{a2020, title = {A}, keywords = {maps}}', { status: 'read' }));
      assert.deepEqual(outcome.added, ['a2020']);
      const [{ title, note }] = server.imports.imported;
      assert.equal(title, 'A');
      assert.match(String(note), /^Citation Key: a2020\nRead_Status: Read\n/);
      assert.deepEqual(
        server.imports.updates.map(({ target: to, tags }) => [to, tags]),
        [['C7', 'maps']],
      );
    });

    it('unless they are there, which only a Zotero from version 7 on tells', async () => {
      is('8.0.2');
      fill(server, 1);
      const [known] = papers('@article{x, title = {X}, doi = {10.5555/maps.1}}');
      const [read] = papers('@article{y, title = {Y}, doi = {10.5555/maps.1}}', { status: 'read' });
      const { same, unchangeable, left } = await imported([known, read]);
      assert.deepEqual([same, unchangeable, left, shown], [['x'], ['y'], [], []]);
      is('6.0.36');
      assert.deepEqual((await imported([known])).added, ['x']);
      assert.equal(shown[0].plan.isUnchecked, true);
    });

    it('unless they are in the group that is selected; of two groups of one name, neither is taken for it', async () => {
      is('8.0.2');
      server.imports.selected = { libraryID: 3, libraryName: 'Ours', libraryEditable: true, id: null, name: 'Ours' };
      const target = await importTarget(new LocalConnection(LOOPBACK, server.http.url), NEVER);
      assert.deepEqual(target, { id: 'L3', name: 'Ours', group: 'Ours' });
      fill(server, 1);
      server.libraries.set('42', emptyLibrary());
      server.groups.push({ id: 42, name: 'Ours' });
      const mine = papers('@article{x, title = {X}, doi = {10.5555/maps.1}}');
      assert.deepEqual((await imported(mine, target)).added, ['x']);
      server.put({ key: 'ITEM0001', title: 'X', DOI: '10.5555/maps.1' }, server.libraries.get('42'));
      assert.deepEqual((await imported(mine, target)).same, ['x']);
      server.groups.push({ id: 43, name: 'Ours' });
      assert.deepEqual((await imported(mine, target)).added, ['x']);
      assert.deepEqual(
        shown.map(({ plan }) => plan.isUnchecked ?? false),
        [false, true],
      );
    });

    it('and those that it cannot read are named; a session that is used is no obstacle', async () => {
      is('7.0.11');
      tokens = 0;
      await imported(papers('@article{a2020, title = {A}}'));
      tokens = 0;
      const outcome = await imported(papers('@article{b2020, title = {Refused}} @article{c2020, title = {C}}'));
      assert.deepEqual(outcome.added, ['c2020']);
      assert.equal(outcome.refused.get('b2020')?.code, 400);
    });

    it('but not into what can only be read', async () => {
      is('7.0.11');
      server.imports.selected = { libraryEditable: false, libraryID: 1, id: 1, name: 'x' };
      const target = importTarget(new LocalConnection(LOOPBACK, server.http.url), NEVER);
      await assert.rejects(target, { code: 'read-only' });
      const { stopped, left } = await imported(papers('@article{a2020, title = {A}} @article{b2020, title = {B}}'));
      assert.deepEqual([stopped?.code, left], ['read-only', ['a2020', 'b2020']]);
    });
  });

  it('and a server that fails takes nothing', async () => {
    const failing: PushParts = {
      ...parts(),
      agree: () => {
        server.http.on(/\/items$/, status(500, { 'X-Zotero-Version': '10.0.1' }));
        return Promise.resolve(true);
      },
    };
    const { stopped, left } = await push(failing, papers('@misc{a2020, title = {A}}'), MINE, NEVER);
    assert.deepEqual([stopped?.code, left], ['server', ['a2020']]);
  });
});

function papers(bib: string, { status: stated, tags = [] }: { status?: string; tags?: string[] } = {}): PushedPaper[] {
  const library = new Library();
  library.setSource('file:///a.bib', readText('a.bib', bib));
  return library.entries().map((entry) => ({ entry, tags, ...(stated !== undefined && { status: stated }) }));
}

function many(count: number): string {
  return Array.from({ length: count }, (_, i) => `@misc{n${i + 1}x, title = {Number n${i + 1}x}}`).join('\n');
}
