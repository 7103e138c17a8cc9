import assert from 'node:assert/strict';
import { LocalConnection } from '../../src/online/zotero/connection';
import { jabrefLibraries, LiveJabref } from '../../src/online/zotero/liveJabref';
import { LOOPBACK } from '../../src/platform/node/loopback';
import { json, LocalServer, status, text } from './localServer';
import { MemoryCopy } from './memoryCopy';

const NEVER = new AbortController().signal;
const BIB = '@Article{doe2020,\n  title = {Maps},\n}\n';

describe('JabRef', () => {
  let server: LocalServer;
  let copy: MemoryCopy;
  before(async () => void (server = await LocalServer.listen()));
  beforeEach(() => void (copy = new MemoryCopy()));
  afterEach(() => server.reset());
  after(() => server.close());

  const jabref = () => new LocalConnection(LOOPBACK, server.url);
  const live = () => new LiveJabref(jabref(), { server: 'jabref', library: 'My Bib.bib-1' }, copy, () => new Date(0));
  const look = () => live().look({ isWhole: false, signal: NEVER, progress: () => {} });
  const KEPT = `% JabRef, as of 1970-01-01T00:00:00.000Z\n${BIB}`;

  it('tells which libraries are open', async () => {
    server.on(/^\/libraries$/, json(['a.bib-1', { id: 'b.bib-2' }, 7.5, null]));
    assert.deepEqual(await jabrefLibraries(jabref(), NEVER), ['a.bib-1', 'b.bib-2', '7.5']);
  });

  it('gives a library as BibTeX, and is copied where that changed', async () => {
    server.on(/^\/libraries\/My Bib.bib-1\/entries$/, text(BIB, 'application/x-bibtex'));
    assert.equal(await look(), true);
    assert.equal(copy.text, KEPT);
    assert.equal(await live().asOf(), '1970-01-01T00:00:00.000Z');
    assert.equal(await look(), false);
    server.on(/entries$/, text(`${BIB}@Book{b}\n`, 'application/x-bibtex'));
    assert.equal(await look(), true);
    assert.match(copy.text, /@Book/);
  });

  it('gives it entry by entry in JSON, or as the library itself, too', async () => {
    server.on(/entries$/, json([{ citationKey: 'doe2020', bibtex: BIB }]));
    await look();
    assert.equal(copy.text, KEPT);
    server.reset();
    copy = new MemoryCopy();
    server.on(/libraries\/My Bib.bib-1$/, text(BIB, 'application/x-bibtex'));
    await look();
    assert.equal(copy.text, KEPT);
  });

  it('fails in words, and the copy stays', async () => {
    await copy.write(new TextEncoder().encode(KEPT));
    await assert.rejects(look(), { code: 'not-found' });
    server.on(/./, text('x', 'text/plain', 200, { 'X-Zotero-Version': '8' }));
    await assert.rejects(look(), { code: 'other-program' });
    server.on(/./, status(500));
    await assert.rejects(look(), { code: 'server' });
    server.on(/./, text('<html>', 'text/html'));
    await assert.rejects(look(), { code: 'unreadable' });
    server.on(/./, json([{ id: 1 }]));
    await assert.rejects(look(), { code: 'unreadable' });
    assert.equal(copy.text, KEPT);
  });
});
