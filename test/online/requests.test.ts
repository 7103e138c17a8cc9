import assert from 'node:assert/strict';
import type { FailureCode, OnlineFailure } from '../../src/online/failure';
import { jsonOf } from '../../src/online/requests/answer';
import type { OnlineSettings } from '../../src/online/requests/request';
import type { Requester, RequesterParts } from '../../src/online/requests/requester';
import { fastTime, PATIENT_CLOCK, requesterOf } from './asking';
import { cutOff, json, LocalServer, silence, status, text } from './localServer';

const NEVER = new AbortController().signal;

describe('A request', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  const send = async (requester: Requester, signal = NEVER, path = '/thing') =>
    jsonOf(await requester.send({ service: 'crossref', path }, signal));
  const requester = (settings?: Partial<OnlineSettings>, parts?: Partial<RequesterParts>) =>
    requesterOf(server, settings, parts);
  const failure = async (code: FailureCode, requests: number, sending = send(requester())): Promise<OnlineFailure> => {
    const error = await sending.then(
      () => assert.fail('it was answered'),
      (reason: unknown) => reason as OnlineFailure,
    );
    assert.equal(error.code, code, String(error.cause));
    assert.equal(server.received.length, requests);
    return error;
  };

  it('gives the JSON of the answer, and says who asks', async () => {
    server.on(/thing/, json({ a: 1 }));
    assert.deepEqual(await send(requester({ email: 'me@example.org' })), { a: 1 });
    assert.equal(server.received[0].path, '/crossref/thing');
    assert.equal(server.received[0].headers.accept, 'application/json');
    assert.equal(
      server.received[0].headers['user-agent'],
      'LiteratureNotes/0 (https://example.org; mailto:me@example.org)',
    );
  });

  it('is sent whatever letters the e-mail address has', async () => {
    server.on(/thing/, json({ a: 1 }));
    assert.deepEqual(await send(requester({ email: 'jürgen@例子.cn' })), { a: 1 });
    assert.match(server.received[0].headers['user-agent'] ?? '', /mailto:j%C3%BCrgen@%E4/);
  });

  it('is not sent while the network is off, or to a service that is off', async () => {
    await failure('disabled', 0, send(requester({ enabled: false })));
    await failure('disabled', 0, send(requester({ services: ['arxiv'] })));
  });

  it('is not sent to an endpoint that is no address of the web', async () => {
    await failure('astray', 0, send(requester({ endpoints: { crossref: 'file:///etc' } })));
  });

  it('fails by what the service answers', async () => {
    await failure('not-found', 1);
    server.received.length = 0;
    server.on(/thing/, status(403));
    assert.equal((await failure('forbidden', 1)).status, 403);
    server.received.length = 0;
    server.on(/thing/, status(400));
    await failure('refused', 1);
    server.received.length = 0;
    server.on(/thing/, text('<!DOCTYPE html><title>Log in</title>', 'text/html'));
    await failure('web-page', 1);
    server.received.length = 0;
    server.on(/thing/, text('<html>Log in</html>', 'application/json'));
    await failure('web-page', 1);
    server.received.length = 0;
    server.on(/thing/, text('{"a":', 'application/json'));
    await failure('unreadable', 1);
  });

  it('is tried again where the service fails for a moment', async () => {
    server.on(/thing/, json({ a: 1 }));
    server.on(/thing/, status(500), 2);
    assert.deepEqual(await send(requester()), { a: 1 });
    assert.equal(server.received.length, 3);
  });

  it('is given up after three tries', async () => {
    server.on(/thing/, status(503));
    await failure('server', 3);
    server.received.length = 0;
    server.on(/thing/, cutOff('{"long":"answer"}'));
    await failure('cut-off', 3);
  });

  it('waits as long as the service says, and sends nothing to it meanwhile', async () => {
    server.on(/thing|other/, json({ a: 1 }));
    server.on(/thing/, status(429, { 'Retry-After': '5' }), 1);
    const asked = requester();
    await Promise.all([send(asked), send(asked, NEVER, '/other')]);
    const [first, ...later] = server.received.map(({ at }) => at);
    for (const each of later) assert.ok(fastTime(each - first) >= 4900, `only ${fastTime(each - first)} ms`);
  });

  it('is tried again after a moment where the service does not say when', async () => {
    server.on(/thing/, json({ a: 1 }));
    server.on(/thing/, status(429), 2);
    assert.deepEqual(await send(requester()), { a: 1 });
    const [first, second, third] = server.received.map(({ at }) => at);
    assert.ok(fastTime(second - first) >= 900 && fastTime(third - second) >= 1900);
  });

  it('tells how long a service wants to be left alone, rather than wait for minutes', async () => {
    server.on(/thing/, status(429, { 'Retry-After': '600' }));
    assert.equal((await failure('too-many', 1)).retryAfter, 600);
  });

  it('is not sent to a service that wants to be left alone for minutes, whoever asks', async () => {
    server.on(/./, status(429, { 'Retry-After': '60' }));
    const asked = requester();
    const paths = ['/a', '/b', '/c', '/d', '/e'];
    const codes = await Promise.all(
      paths.map((path) =>
        send(asked, NEVER, path).catch(({ code, retryAfter }: OnlineFailure) => [code, retryAfter! > 0]),
      ),
    );
    assert.deepEqual(codes, Array(5).fill(['too-many', true]));
    assert.equal(server.received.length, 1);
    await failure('too-many', 1, send(asked, NEVER, '/later'));
  });

  it('waits for no service that is out of order for minutes, and says what it is', async () => {
    server.on(/./, status(503, { 'Retry-After': '60' }));
    const asked = requester();
    await failure('server', 1, send(asked));
    assert.equal((await failure('server', 1, send(asked, NEVER, '/other'))).status, 503);
  });

  it('is sent again when the rest that the service wanted is over', async () => {
    let now = 0;
    const clock = { now: () => now, after: () => () => undefined, yield: () => Promise.resolve() };
    const asked = requester({}, { clock });
    server.on(/./, json({ a: 1 }));
    server.on(/./, status(429, { 'Retry-After': '60' }), 1);
    await failure('too-many', 1, send(asked));
    now += 60_000;
    assert.deepEqual(await send(asked), { a: 1 });
  });

  it('ends after a time without an answer, and frees its queue', async () => {
    server.on(/thing/, silence);
    server.on(/other/, json({ a: 1 }));
    const asked = requester();
    const [, other] = await Promise.all([failure('timed-out', 1, send(asked)), send(asked, NEVER, '/other')]);
    assert.deepEqual(other, { a: 1 });
  });

  it('can be given up, on the wire and before its turn; nothing of it is sent later', async () => {
    server.on(/thing/, silence);
    const giveUp = new AbortController();
    const asked = requester();
    const both = [send(asked, giveUp.signal), send(asked, giveUp.signal, '/later')];
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    giveUp.abort();
    for (const sending of both) await failure('cancelled', 1, sending);
    server.on(/after/, json({ a: 1 }));
    assert.deepEqual(await send(asked, NEVER, '/after'), { a: 1 });
    assert.deepEqual(
      server.received.map(({ path }) => path),
      ['/crossref/thing', '/crossref/after'],
    );
  });

  it('can be given up while it waits to be tried again', async () => {
    server.on(/thing/, status(429, { 'Retry-After': '15' }));
    const giveUp = new AbortController();
    const sending = send(requester(), giveUp.signal);
    while (server.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    setTimeout(() => giveUp.abort(), 20);
    await failure('cancelled', 1, sending);
  });

  it('reads no more than it wants, whether the length is stated or not', async () => {
    const patient = () => send(requester({}, { clock: PATIENT_CLOCK }));
    const garbage = 'x'.repeat(5 * 1024 * 1024);
    server.on(/thing/, text(garbage, 'application/json', 200, { 'Content-Length': String(garbage.length) }));
    await failure('too-large', 1, patient());
    server.received.length = 0;
    server.on(/thing/, (response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.write(garbage);
      response.end();
    });
    await failure('too-large', 1, patient());
  });

  it('follows redirects, but not in circles, and not into other protocols', async () => {
    server.on(/thing/, status(302, { Location: '/elsewhere' }));
    server.on(/elsewhere/, json({ a: 1 }));
    assert.deepEqual(await send(requester()), { a: 1 });
    server.on(/circle/, status(301, { Location: '/circle' }));
    server.received.length = 0;
    await failure('astray', 6, send(requester(), NEVER, '/circle'));
    server.on(/file/, status(301, { Location: 'file:///etc/passwd' }));
    server.received.length = 0;
    await failure('astray', 1, send(requester(), NEVER, '/file'));
  });

  it('fails in a moment where there is no connection', async () => {
    const sending = send(requester({ endpoints: { crossref: 'http://127.0.0.1:1' } }));
    await failure('offline', 0, sending);
  });

  it('is not sent again while its answer is fresh, and asks later whether it changed', async () => {
    let now = 0;
    const clock = { now: () => now, after: () => () => undefined, yield: () => Promise.resolve() };
    const asked = requester({}, { clock });
    server.on(/thing/, (response, { headers }) =>
      headers['if-none-match'] === '"v1"'
        ? status(304)(response, server.received[0])
        : json({ a: 1 }, { ETag: '"v1"' })(response, server.received[0]),
    );
    await send(asked);
    await send(asked);
    assert.equal(server.received.length, 1);
    now += 3_600_000;
    assert.deepEqual(await send(asked), { a: 1 });
    assert.equal(server.received.length, 2);
    await send(asked);
    assert.equal(server.received.length, 2);
  });

  it('keeps apart from the one before as the service and its headers want', async () => {
    server.on(/thing|other|third/, json({}, { 'X-Rate-Limit-Limit': '1', 'X-Rate-Limit-Interval': '6s' }));
    const asked = requester({}, { gap: () => 3000 });
    await Promise.all(['/thing', '/other', '/third'].map((path) => send(asked, NEVER, path)));
    const [first, second, third] = server.received.map(({ at }) => at);
    // Those who ask keep apart; the first request was a moment longer on its way.
    assert.ok(fastTime(second - first) >= 4500, `${fastTime(second - first)}`);
    assert.ok(fastTime(third - second) >= 4500, `${fastTime(third - second)}`);
  });

  it('is written to the log without the keys and the e-mail of the user', async () => {
    const lines: string[] = [];
    server.on(/works/, json({ results: [] }));
    const asked = requester({}, { log: (line) => lines.push(line) });
    const query = { search: 'x', api_key: 'secret', mailto: 'me@example.org' };
    await asked.send({ service: 'openalex', path: '/works', query }, NEVER);
    assert.match(lines.join(), /^GET \S+\/works\?search=x\S* 200$/);
    assert.doesNotMatch(lines.join(), /secret|example/);
  });
});
