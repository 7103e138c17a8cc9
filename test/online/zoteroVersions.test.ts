import assert from 'node:assert/strict';
import { readText } from '../../src/library/formats/readers';
import { pickerOf, pickInProgram } from '../../src/online/zotero/cayw';
import { LocalConnection } from '../../src/online/zotero/connection';
import { LiveZotero } from '../../src/online/zotero/liveZotero';
import { LOOPBACK } from '../../src/platform/node/loopback';
import { text } from './localServer';
import { MemoryCopy } from './memoryCopy';
import { ZoteroServer } from './zoteroServer';

const NEVER = new AbortController().signal;

describe('The versions of Zotero', () => {
  let server: ZoteroServer;
  afterEach(() => server.close());

  /** The citekeys that papers have in the end: one that was set by hand, and one that Zotero or its plug-in made, if any does. */
  const KEYS = {
    '6.0.36': [undefined, undefined],
    '7.0.11': [
      ['pinned2020', undefined],
      ['bbtPINNED01', 'bbtBARE0001'],
    ],
    '8.0.2': [
      ['native2020', undefined],
      ['native2020', 'bbtBARE0001'],
    ],
    '10.0.1': [
      ['native2020', undefined],
      ['native2020', 'bbtBARE0001'],
    ],
  } as const;

  for (const [version, keys] of Object.entries(KEYS)) {
    for (const hasPlugin of [false, true]) {
      it(`are read and cited from: ${version} ${hasPlugin ? 'with' : 'without'} Better BibTeX`, async () => {
        server = await ZoteroServer.listen({
          version: version as keyof typeof KEYS,
          ...(hasPlugin && { betterBibtex: (key) => `bbt${key}` }),
        });
        const isNative = Number.parseInt(version) >= 8;
        const own = isNative ? { citationKey: 'native2020' } : { extra: 'Citation Key: pinned2020' };
        server.put({ key: 'PINNED01', title: 'By Hand', ...own });
        server.put({ key: 'BARE0001', title: 'Bare' });
        const zotero = new LocalConnection(LOOPBACK, server.http.url);
        const copy = new MemoryCopy();
        const live = new LiveZotero(zotero, { server: 'zotero', library: 'user' }, copy);
        const look = live.look({ isWhole: false, signal: NEVER, progress: () => {} });
        const expected = keys[hasPlugin ? 1 : 0];
        if (expected === undefined) await assert.rejects(look, { code: 'too-old' });
        else {
          await look;
          const { papers } = readText('Zotero.json', copy.text);
          assert.deepEqual(
            papers.map(({ title, statedKey }) => [title, statedKey]),
            [
              ['By Hand', expected[0]],
              ['Bare', expected[1]],
            ],
          );
        }
        if (hasPlugin) {
          server.http.on(/cayw/, text('[@bbtBARE0001]', 'text/plain', 200, { 'X-Zotero-Version': version }));
          assert.equal(await pickerOf(zotero, NEVER), 'zotero');
          assert.deepEqual(await pickInProgram(zotero, NEVER), { citation: '[@bbtBARE0001]' });
        } else await assert.rejects(pickerOf(zotero, NEVER), { code: 'too-old' });
      });
    }
  }
});
