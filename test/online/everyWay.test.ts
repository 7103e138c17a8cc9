import assert from 'node:assert/strict';
import { CLIENTS } from '../../src/online/clients';
import type { Asking, Client } from '../../src/online/clients/client';
import { freeTextAt } from '../../src/online/clients/unpaywall';
import { type FailureCode, OnlineFailure } from '../../src/online/failure';
import type { Identifier, IdentifierKind } from '../../src/online/found';
import { askingOf, FAST_CLOCK, PATIENT_CLOCK } from './asking';
import { cutOff, json, LocalServer, silence, status, text, type Reply } from './localServer';

const IDENTIFIERS: Readonly<Record<IdentifierKind, Identifier>> = {
  doi: { kind: 'doi', value: '10.1234/abc' },
  arxiv: { kind: 'arxiv', value: '1706.03762' },
  isbn: { kind: 'isbn', value: '9780262033848' },
  pmid: { kind: 'pmid', value: '31452104' },
  pmcid: { kind: 'pmcid', value: 'PMC6612345' },
  openalex: { kind: 'openalex', value: 'W2741809807' },
  semanticscholar: { kind: 'semanticscholar', value: '204e3073870fae3d05bcbc2f6a8e263d9b72e776' },
};

/** A way to ask a service. */
interface Way {
  readonly name: string;
  readonly ask: (asking: Asking) => Promise<unknown>;
}

function waysOf(client: Client): Way[] {
  const { id } = client;
  const [doi] = [IDENTIFIERS.doi];
  const way = (name: string, ask: Way['ask'] | undefined): Way[] => (ask ? [{ name: `${id}: ${name}`, ask }] : []);
  return [
    ...client.kinds.flatMap((kind) => way(kind, (asking) => client.byId!(IDENTIFIERS[kind], asking))),
    ...way(
      'a description',
      client.byDescription && ((asking) => client.byDescription!({ title: 'On Maps', authors: ['Doe'] }, asking)),
    ),
    ...way('words', client.search && ((asking) => client.search!('maps', 5, 0, asking))),
    ...way('what a paper cites', client.citedIds && ((asking) => client.citedIds!(doi, asking))),
    ...way('its own ids', client.byOwnIds && ((asking) => client.byOwnIds!(['W1'], asking))),
    ...way('what cites a paper', client.citing && ((asking) => client.citing!(doi, 5, 0, asking))),
  ];
}

const WAYS: readonly Way[] = [
  ...CLIENTS.flatMap(waysOf),
  { name: 'unpaywall: a free text', ask: (asking) => freeTextAt('10.1234/abc', asking) },
];

const GARBAGE = 'x'.repeat(5 * 1024 * 1024);

/** What a service can answer, and what comes of it. */
const FAILURES: readonly (readonly [what: string, reply: Reply, code: FailureCode])[] = [
  ['429 without Retry-After', status(429), 'too-many'],
  ['429 with a long Retry-After', status(429, { 'Retry-After': '3600' }), 'too-many'],
  ['500', status(500), 'server'],
  ['403', status(403), 'forbidden'],
  ['no answer', silence, 'timed-out'],
  ['an answer that is cut off', cutOff(JSON.stringify({ title: 'A Long Answer That Ends Early' })), 'cut-off'],
  ['5 MB of garbage', text(GARBAGE, 'application/json'), 'too-large'],
  ['half of a JSON', text('{"title":', 'application/json'), 'unreadable'],
  ['nothing at all', text('', 'application/json'), 'unreadable'],
  ['a page to log in', text('<!doctype html><p>Log in', 'text/html'), 'web-page'],
  ['a page that says it is JSON', text('<html><body>Log in</body></html>', 'application/json'), 'web-page'],
  ['a redirect in circles', status(302, { Location: '/again' }), 'astray'],
  ['a redirect to a file', status(302, { Location: 'file:///etc/passwd' }), 'astray'],
];

/** doi.org sends people to the page of the publisher where it has no data: that is no failure. */
const isPage = (name: string, code: FailureCode) => name.startsWith('doi:') && code === 'web-page';

const WRONG: readonly unknown[] = [
  null,
  7,
  'x',
  true,
  [],
  {},
  [[]],
  { message: 7, data: 'x', results: null, items: {} },
];

describe('Whatever a service is asked for', () => {
  let server: LocalServer;
  before(async () => {
    server = await LocalServer.listen();
    // The first request of a process takes longer than a service may.
    await fetch(server.url);
    server.reset();
  });
  afterEach(() => server.reset());
  after(() => server.close());

  const asking = (signal?: AbortSignal, clock = FAST_CLOCK) =>
    askingOf(server, { email: 'me@example.org', keys: { openalex: 'k', semanticscholar: 'k' } }, signal, clock);
  const failing = async (ask: Way['ask'], signal?: AbortSignal, clock = FAST_CLOCK) => {
    const error = await ask(asking(signal, clock)).then(
      (answer) => assert.fail(`it was answered: ${JSON.stringify(answer)}`),
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof OnlineFailure, String(error));
    return error.code;
  };

  for (const { name, ask } of WAYS) {
    describe(name, () => {
      for (const [what, reply, code] of FAILURES) {
        if (isPage(name, code)) continue;
        it(`${what}: ${code}`, async () => {
          server.on(/./, reply);
          assert.equal(await failing(ask, undefined, code === 'too-large' ? PATIENT_CLOCK : FAST_CLOCK), code);
        });
      }

      it('404: nothing, or that there is nothing', async () => {
        server.on(/./, text('Resource not found.', 'text/plain', 404));
        const answer = await ask(asking()).catch((error: unknown) => {
          assert.ok(error instanceof OnlineFailure && error.code === 'not-found', String(error));
        });
        assert.ok(answer === undefined || (Array.isArray(answer) && answer.length === 0));
      });

      it('429 with a short Retry-After: it is asked again', async () => {
        server.on(/./, text('no', 'text/plain', 404));
        server.on(/./, status(429, { 'Retry-After': '2' }), 1);
        await ask(asking()).catch((error: unknown) =>
          assert.ok(error instanceof OnlineFailure && error.code === 'not-found'),
        );
        assert.ok(server.received.length >= 2);
      });

      it('a redirect: what is there is asked for', async () => {
        server.on(/./, text('no', 'text/plain', 404));
        server.on(/./, status(302, { Location: '/moved' }), 1);
        await ask(asking()).catch((error: unknown) =>
          assert.ok(error instanceof OnlineFailure && error.code === 'not-found'),
        );
        assert.equal(server.received.at(1)?.path, '/moved');
      });

      it('values of the wrong type: nothing, or that it cannot be read', async () => {
        for (const value of WRONG) {
          server.reset();
          server.on(/./, json(value));
          const answer = await ask(asking()).catch((error: unknown) => {
            assert.ok(error instanceof OnlineFailure && error.code === 'unreadable', String(error));
          });
          const isNothing =
            answer === undefined || (answer instanceof Map ? answer.size : (answer as unknown[]).length) === 0;
          assert.ok(isNothing, JSON.stringify(value));
        }
      });

      it('given up: nothing more is sent', async () => {
        const giveUp = new AbortController();
        server.on(/./, () => giveUp.abort());
        assert.equal(await failing(ask, giveUp.signal), 'cancelled');
        assert.equal(server.received.length, 1);
      });
    });
  }
});
