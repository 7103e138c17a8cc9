import assert from 'node:assert/strict';
import type { FailureCode, OnlineFailure } from '../../src/online/failure';
import { fetchPdf, LARGEST_PDF } from '../../src/online/pdfFile';
import type { OnlineSettings } from '../../src/online/requests/request';
import { askingOf, FAST_CLOCK, fastTime, PATIENT_CLOCK } from './asking';
import { LocalServer, silence, status, text, type Reply } from './localServer';

const PDF = Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\nsome objects\n%%EOF\n', 'latin1');
/** So long nothing may come, in milliseconds. */
const TIME_OUT = 20_000;
const realTime = (ms: number) => ms / fastTime(1);

const GARBAGE = Buffer.alloc(5 * 1024 * 1024, 'x');

const bytes =
  (body: Buffer, mediaType: string): Reply =>
  (response) =>
    void response.writeHead(200, { 'Content-Type': mediaType }).end(body);

/** A PDF that never ends. */
const endless: Reply = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/pdf' });
  response.write(PDF);
  const chunk = Buffer.alloc(1024 * 1024);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
};

/** Begins, and says no more. */
const stuck: Reply = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': '1000' });
  response.write(PDF);
};

const cut: Reply = (response) => {
  response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': '1000' });
  response.write(PDF, () => response.destroy());
};

/** What comes in place of a PDF, and what becomes of it. */
const FAILURES: readonly (readonly [what: string, reply: Reply, code: FailureCode])[] = [
  ['5 MB of garbage', bytes(GARBAGE, 'application/pdf'), 'unreadable'],
  ['nothing at all', bytes(Buffer.alloc(0), 'application/pdf'), 'unreadable'],
  ['a few bytes', bytes(Buffer.from('%PD'), 'application/pdf'), 'unreadable'],
  ['a page with a PDF named in it', text('<!doctype html><p>%PDF-1.7', 'text/html'), 'web-page'],
  ['a page that says it is a PDF', text('<html><body>Buy it</body></html>', 'application/pdf'), 'web-page'],
  ['404', status(404), 'not-found'],
  ['403', status(403), 'forbidden'],
  ['429 with a long Retry-After', status(429, { 'Retry-After': '3600' }), 'too-many'],
  ['500', status(500), 'server'],
  ['no answer', silence, 'timed-out'],
  ['a file that stops coming', stuck, 'timed-out'],
  ['a file that is cut off', cut, 'cut-off'],
  ['a redirect to an open connection', status(302, { Location: 'http://example.org/a.pdf' }), 'astray'],
  ['a redirect to the user’s network', status(302, { Location: 'http://192.168.0.1/a.pdf' }), 'astray'],
  ['a redirect to a file', status(302, { Location: 'file:///etc/passwd' }), 'astray'],
  ['a redirect in circles', status(302, { Location: '/again' }), 'astray'],
];

describe('A PDF on the web', () => {
  let server: LocalServer;
  before(async () => void (server = await LocalServer.listen()));
  afterEach(() => server.reset());
  after(() => server.close());

  const fetched = (url = 'https://example.org/dir/a.pdf?v=1', settings: Partial<OnlineSettings> = {}) =>
    fetchPdf(url, askingOf(server, settings));
  const failing = async (fetching: Promise<unknown>) =>
    fetching.then(
      () => assert.fail('it was taken'),
      (error: OnlineFailure) => error.code,
    );

  it('is fetched as it is, through the endpoint that the user has set', async () => {
    server.on(/a\.pdf/, bytes(PDF, 'application/pdf'));
    const told: unknown[] = [];
    const got = await fetchPdf('https://example.org/dir/a.pdf?v=1', askingOf(server), (...progress) =>
      told.push(progress),
    );
    assert.deepEqual(Buffer.from(got), PDF);
    const [{ path, query, headers }] = server.received;
    assert.equal(`${path}?${query.toString()}`, '/pdf/dir/a.pdf?v=1');
    assert.match(String(headers.accept), /^application\/pdf/);
    assert.deepEqual(told.at(-1), [PDF.length, undefined]);
  });

  it('is what its bytes say, whatever it is called', async () => {
    for (const mediaType of ['text/html', 'application/octet-stream', 'application/json']) {
      server.on(/a\.pdf/, bytes(PDF, mediaType));
      assert.deepEqual(Buffer.from(await fetched()), PDF, mediaType);
    }
    server.on(/a\.pdf/, bytes(Buffer.concat([Buffer.from('\ufeff\r\n'), PDF]), 'application/pdf'));
    assert.equal((await fetched()).length, PDF.length + 5);
  });

  it('is fetched anew each time, and its host is not told whom the user is', async () => {
    server.on(/a\.pdf/, bytes(PDF, 'application/pdf'));
    const asking = askingOf(server, { email: 'me@example.org' });
    await fetchPdf('https://example.org/a.pdf', asking);
    await fetchPdf('https://example.org/a.pdf', asking);
    assert.equal(server.received.length, 2);
    assert.doesNotMatch(JSON.stringify(server.received[0].headers), /me@example/);
  });

  it('is followed to where it lies', async () => {
    server.on(/old\.pdf/, status(302, { Location: '/pdf/a.pdf' }));
    server.on(/a\.pdf/, bytes(PDF, 'application/pdf'));
    assert.deepEqual(Buffer.from(await fetched('https://example.org/old.pdf')), PDF);
  });

  it('may take its time as long as something comes', async () => {
    server.on(/./, (response) => {
      response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': String(PDF.length + 9) });
      response.write(PDF);
      let left = 9;
      const more = setInterval(
        () => {
          response.write('x');
          if (--left > 0) return;
          clearInterval(more);
          response.end();
        },
        realTime(TIME_OUT / 3),
      );
    });
    assert.equal((await fetched()).length, PDF.length + 9);
  });

  for (const [what, reply, code] of FAILURES) {
    it(`is refused: ${what}`, async () => {
      server.on(/./, reply);
      const clock = code === 'unreadable' ? PATIENT_CLOCK : FAST_CLOCK;
      assert.equal(await failing(fetchPdf('https://example.org/a.pdf', askingOf(server, {}, undefined, clock))), code);
    });
  }

  it('is refused as soon as its first bytes are something else', async () => {
    let sent = 0;
    server.on(/./, (response) => {
      response.writeHead(200, { 'Content-Type': 'application/pdf' });
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, 'x'))) sent += 64 * 1024;
      };
      response.on('drain', more);
      more();
    });
    assert.equal(await failing(fetched()), 'unreadable');
    assert.ok(sent < LARGEST_PDF / 2, String(sent));
  });

  it('is refused where it does not end, or says that it is too large', async () => {
    server.on(/./, endless);
    const asking = askingOf(server, {}, undefined, PATIENT_CLOCK);
    assert.equal(await failing(fetchPdf('https://example.org/a.pdf', asking)), 'too-large');
    server.on(/./, (response) => {
      response.writeHead(200, { 'Content-Type': 'application/pdf', 'Content-Length': String(LARGEST_PDF + 1) });
      response.write(PDF);
    });
    assert.equal(await failing(fetched()), 'too-large');
  });

  it('is not asked for over an open connection, nor in the user’s own network', async () => {
    const direct = { endpoints: {} };
    for (const url of ['http://example.org/a.pdf', 'https://192.168.0.1/a.pdf', 'https://localhost/a.pdf', server.url])
      assert.equal(await failing(fetched(url, direct)), 'astray', url);
    assert.equal(await failing(fetched('file:///etc/a.pdf', direct)), 'astray');
    assert.deepEqual(server.received, []);
  });

  it('stops coming when the user gives up', async () => {
    const giveUp = new AbortController();
    server.on(/./, endless);
    const asking = askingOf(server, {}, giveUp.signal, PATIENT_CLOCK);
    assert.equal(await failing(fetchPdf('https://example.org/a.pdf', asking, () => giveUp.abort())), 'cancelled');
  });
});
