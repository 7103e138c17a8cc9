import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SRC = 'src';

/** Whatever could open a connection. */
const CONNECTS =
  /(?<![.#\w])fetch\(|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b|['"](?:node:)?(?:https?|http2|net|tls|dgram)['"]/;

/** Who may: the one way to services on the web, which tests lead to a server of their own, and to programs of this machine. */
const MAY: readonly string[] = ['vscode/online/onlineService.ts', 'platform/node/loopback.ts'];

describe('The network', () => {
  it('is reached by no other way than the one that is recorded, switched off and told of', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const connecting = files.filter((path) => CONNECTS.test(codeOf(readFileSync(join(SRC, path), 'utf8'))));
    assert.deepEqual(connecting.map((path) => path.replaceAll('\\', '/')).sort(), [...MAY].sort());
  });
});

/** Without comments, and without methods that are called so. */
function codeOf(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '').replace(/\basync fetch\(/g, '');
}
