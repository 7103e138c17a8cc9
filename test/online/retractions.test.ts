import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { FailureCode } from '../../src/online/failure';
import { checkRetractions, type RetractionState } from '../../src/online/retractions/checkRetractions';
import { type KeptList, readKeptList } from '../../src/online/retractions/keptList';
import { askingOf, PATIENT_CLOCK } from './asking';
import { cutOff, json, LocalServer, type Reply, silence, status, text } from './localServer';

const hash = (doi: string) => createHash('sha1').update(doi).digest('hex');
const BAD = hash('10.1234/bad');
const LINES = `d${BAD.slice(0, 5)} 2020-01-01\np12345 2019-01-01\n`;
const ROW = {
  doi: BAD,
  pmid: null,
  date: '2020-01-01 00:00:00',
  reasons: ['Error in Data'],
  retractionDOI: '10.1234/n',
};
const BY_NUMBER = { doi: null, pmid: 12345678, date: '2019', reasons: [] };
const PAPERS = [{ doi: '10.1234/good' }, { doi: '10.1234/BAD' }, { pmid: '12345678' }, {}];
const listed = (lines = LINES, etag = '"1"') => text(lines, 'text/plain', 200, { ETag: etag });

describe('Checking for retractions', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  beforeEach(() => {
    server.on(/list$/, listed());
    server.on(/search$/, json([ROW, BY_NUMBER]));
  });
  afterEach(() => server.reset());
  after(() => server.close());

  const check = (last?: KeptList, papers: Parameters<typeof checkRetractions>[0] = PAPERS) =>
    checkRetractions(papers, last, askingOf(server), 1000);
  const states = (found: { readonly states: readonly RetractionState[] }) => found.states.map(({ is }) => is);
  const posted = () =>
    server.received.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body) as unknown);

  it('finds those that are retracted, and sends nothing but prefixes of the list', async () => {
    const found = await check();
    assert.deepEqual(states(found), ['clear', 'retracted', 'retracted', 'unidentified']);
    assert.deepEqual(found.states[1], {
      is: 'retracted',
      retraction: { doiHash: BAD, date: '2020-01-01', reasons: ['Error in Data'], notice: '10.1234/n' },
    });
    assert.equal(found.failure, undefined);
    assert.deepEqual(posted(), [[`d${BAD.slice(0, 5)}`, 'p12345']]);
    for (const { body, query, path } of server.received)
      assert.ok(!`${path}${query.toString()}${body}`.includes('1234/'));
  });

  it('posts nothing where no paper can be meant', async () => {
    assert.deepEqual(states(await check(undefined, [{ doi: '10.1234/good' }])), ['clear']);
    assert.deepEqual(posted(), []);
  });

  it('asks by the ETag whether the list has changed, and not again what it was told', async () => {
    const { list } = await check();
    server.received.length = 0;
    server.on(/list$/, status(304));
    const again = await checkRetractions(PAPERS, list, askingOf(server), 5000);
    assert.deepEqual(
      server.received.map(({ path, headers }) => [path, headers['if-none-match']]),
      [['/retractions/retractions/list', '"1"']],
    );
    assert.deepEqual(states(again), ['clear', 'retracted', 'retracted', 'unidentified']);
    assert.deepEqual([again.list.asked, again.failure], [5000, undefined]);
  });

  it('forgets what it was told of another list', async () => {
    const { list } = await check();
    server.on(/list$/, listed(`d${hash('10.1/other').slice(0, 5)} 2021-01-01\n`, '"2"'));
    const { list: next, ...found } = await check(list);
    assert.deepEqual(states(found), ['clear', 'clear', 'clear', 'unidentified']);
    assert.deepEqual([next.etag, next.told], ['"2"', {}]);
  });

  it('takes two papers with one prefix for two papers', async () => {
    server.on(/search$/, json([{ ...ROW, doi: `${BAD.slice(0, 5)}${'0'.repeat(35)}` }, BY_NUMBER, 'odd', null]));
    assert.deepEqual(states(await check()), ['clear', 'clear', 'retracted', 'unidentified']);
  });

  it('understands prefixes of several lengths, and lines of another form among many', async () => {
    const good = hash('10.1234/good');
    const many = Array.from({ length: 200 }, (_, i) => `d${hash(`10.9/${i}`).slice(0, 7)} 2001-01-01`);
    server.on(
      /list$/,
      listed([`d${BAD.slice(0, 5)} 2020`, `d${good.slice(0, 8)} 2020`, '# odd', ...many].join('\r\n')),
    );
    server.on(/search$/, json([ROW, { doi: good, date: '2021-02-03' }]));
    assert.deepEqual(states(await check()), ['retracted', 'retracted', 'clear', 'unidentified']);
    assert.deepEqual(posted(), [[`d${good.slice(0, 8)}`, `d${BAD.slice(0, 5)}`]]);
  });

  const failures: readonly (readonly [string, Reply, FailureCode])[] = [
    ['404', status(404), 'not-found'],
    ['403', status(403), 'forbidden'],
    ['429 without a time', status(429), 'too-many'],
    ['429 with a long time', status(429, { 'Retry-After': '600' }), 'too-many'],
    ['500', status(500), 'server'],
    ['no answer', silence, 'timed-out'],
    ['half an answer', cutOff(LINES), 'cut-off'],
    ['a web page', text('<!DOCTYPE html><title>Log in</title>', 'text/html'), 'web-page'],
    ['a web page that says it is text', text('<html>Log in</html>', 'text/plain'), 'web-page'],
    ['garbage', text('{"message":"try later"}', 'text/plain'), 'unreadable'],
    ['nothing', text('', 'text/plain'), 'unreadable'],
    ['a redirect to a file', status(302, { Location: 'file:///etc/passwd' }), 'astray'],
    ['a redirect in a circle', status(302, { Location: '/retractions/list' }), 'astray'],
  ];
  for (const [what, reply, code] of failures) {
    it(`keeps the last list where ${what} comes in its place, and says why`, async () => {
      const { list } = await check();
      server.on(/list$/, reply);
      const found = await checkRetractions(PAPERS, list, askingOf(server), 9000);
      assert.deepEqual(states(found), ['clear', 'retracted', 'retracted', 'unidentified']);
      assert.equal(found.failure?.code, code);
      assert.deepEqual(found.list, list);
      await assert.rejects(check(), { code }, 'without a last list nothing is known');
    });
  }

  const noAnswers: readonly (readonly [string, Reply, FailureCode])[] = [
    ...failures.filter(([what]) => !/redirect|nothing|says it is text/.test(what)),
    ['no list', json({ retractions: [] }), 'unreadable'],
    ['a list without them', json([]), 'unreadable'],
  ];
  for (const [what, reply, code] of noAnswers) {
    it(`does not call papers clear that ${what} tells nothing of`, async () => {
      server.on(/search$/, reply);
      const found = await check();
      assert.deepEqual(states(found), ['clear', 'unknown', 'unknown', 'unidentified']);
      assert.deepEqual([found.failure?.code, found.list.told], [code, {}]);
      server.on(/search$/, json([ROW, BY_NUMBER]));
      assert.deepEqual(states(await check(found.list)), ['clear', 'retracted', 'retracted', 'unidentified']);
    });
  }

  it('does not call papers clear that 5 MB of garbage tell nothing of', async () => {
    server.on(/search$/, text('x'.repeat(5_000_000), 'application/json'));
    const found = await checkRetractions(PAPERS, undefined, askingOf(server, {}, undefined, PATIENT_CLOCK), 9000);
    assert.deepEqual(states(found), ['clear', 'unknown', 'unknown', 'unidentified']);
    assert.equal(found.failure?.code, 'too-large');
  });

  it('follows a redirect', async () => {
    server.on(/list$/, status(302, { Location: '/moved' }));
    server.on(/moved$/, listed());
    assert.deepEqual(states(await check()), ['clear', 'retracted', 'retracted', 'unidentified']);
  });

  it('takes no more than a list can have', async () => {
    const { list } = await check();
    server.on(/list$/, text('x'.repeat(17_000_000), 'text/plain'));
    const { failure } = await checkRetractions(PAPERS, list, askingOf(server, {}, undefined, PATIENT_CLOCK), 9000);
    assert.equal(failure?.code, 'too-large');
  });

  it('can be given up', async () => {
    const { list } = await check();
    server.received.length = 0;
    server.on(/list$/, silence);
    const giveUp = new AbortController();
    const checking = checkRetractions(PAPERS, list, askingOf(server, {}, giveUp.signal), 9000);
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    giveUp.abort();
    await assert.rejects(checking, { code: 'cancelled' });
  });

  it('reads what was kept, and nothing else', async () => {
    const { list } = await check();
    assert.deepEqual(readKeptList(JSON.parse(JSON.stringify(list))), list);
    for (const other of [undefined, 1, {}, { ...list, lines: 1 }, { ...list, asked: 'now' }]) {
      assert.equal(readKeptList(other), undefined);
    }
    assert.deepEqual(readKeptList({ ...list, told: { dabc: 'x' } })?.told, { dabc: [] });
  });

  it('takes what was kept for nothing where its lines are no list', async () => {
    const { list } = await check();
    server.received.length = 0;
    assert.deepEqual(states(await check({ ...list, lines: 'x' })), ['clear', 'retracted', 'retracted', 'unidentified']);
    assert.equal(server.received[0].headers['if-none-match'], undefined);
    server.on(/list$/, status(503));
    await assert.rejects(check({ ...list, lines: 'x' }), { code: 'server' });
  });
});
