import { randomUUID } from 'node:crypto';
import type { Received } from './localServer';
import type { ServedItem, ServedLibrary } from './zoteroLibrary';

export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

type Sent = Readonly<Record<string, unknown>>;

/** What takes changes: a server's libraries. */
interface Store {
  readonly serverId: string;
  put(item: { key: string } & Sent, library: ServedLibrary): void;
}

/** The fields that Zotero's type of a book lacks; enough to be refused as Zotero does. */
const NOT_OF_BOOKS = ['publicationTitle', 'issue'];

/** How Zotero 10 takes changes, and how it refuses them. */
export class ZoteroWrites {
  /** What the user clicks in Zotero's window when a program asks for permission. */
  answer: 'allow' | 'always' | 'deny' = 'always';
  /** How often a program may ask before it is told to wait. */
  asksLeft = Infinity;
  asked = 0;
  /** The most bytes of a request. */
  largest = Infinity;
  isReadOnly = false;
  /** Whether a write that is repeated gives its first answer again; else it is refused. */
  repeats = true;
  /** Done right before a write, once: what another one changes meanwhile. */
  meanwhile: (() => void) | undefined;
  readonly #keys = new Map<string, 'allow' | 'always'>();
  readonly #tokens = new Map<string, Answered>();

  /** Takes all permissions back. */
  revoke(): void {
    this.#keys.clear();
  }

  authorize(): Answered {
    this.asked++;
    if (this.asksLeft-- <= 0) return { status: 429, body: 'Too many requests', headers: { 'Retry-After': '60' } };
    if (this.answer === 'deny') return { status: 403, body: { denied: true } };
    const key = randomUUID().replaceAll('-', '').slice(0, 24);
    this.#keys.set(key, this.answer);
    return { status: 200, body: { key, remember: this.answer === 'always' } };
  }

  write(store: Store, library: ServedLibrary, { headers, body }: Received): Answered {
    const [server, key, token] = ['zotero-server-id', 'zotero-api-key', 'zotero-write-token'].map((name) => {
      const value = headers[name];
      return typeof value === 'string' ? value : undefined;
    });
    if (server === undefined) return { status: 428, body: 'Zotero-Server-ID required' };
    if (server !== store.serverId) return { status: 412, body: 'Zotero-Server-ID does not match' };
    const right = this.#keys.get(key ?? '');
    if (right === undefined) return { status: 401, body: 'Invalid API key' };
    if (this.isReadOnly) return { status: 403, body: 'Write access denied' };
    const objects = JSON.parse(body) as Sent[];
    if (objects.length > 50 || body.length > this.largest) return { status: 413, body: 'Too large' };
    const before = token === undefined ? undefined : this.#tokens.get(token);
    if (before) return this.repeats ? before : { status: 412, body: 'Write token already used' };
    if (right === 'allow') this.#keys.delete(key ?? '');
    this.meanwhile?.();
    this.meanwhile = undefined;
    const answer = { status: 200, body: this.#take(store, library, objects) };
    if (token !== undefined) this.#tokens.set(token, answer);
    return answer;
  }

  #take(store: Store, library: ServedLibrary, objects: readonly Sent[]): unknown {
    const successful: Record<string, unknown> = {};
    const success: Record<string, string> = {};
    const failed: Record<string, unknown> = {};
    objects.forEach((object, i) => {
      const known = typeof object.key === 'string' ? library.items.get(object.key) : undefined;
      const wrong = refusal(object, known);
      if (wrong) return void (failed[i] = wrong);
      const key = known?.key ?? newKey();
      // oxlint-disable-next-line typescript/no-unused-vars
      const { version, ...data } = object;
      store.put({ ...data, key }, library);
      success[i] = key;
      successful[i] = { key, data: library.items.get(key) };
    });
    return { successful, success, unchanged: {}, failed };
  }
}

function refusal(object: Sent, known: ServedItem | undefined): Sent | undefined {
  if (object.key !== undefined && object.version === undefined) return { code: 428, message: 'version required' };
  if (known && object.version !== known.version) {
    return { key: known.key, code: 412, message: `Item has been modified since specified version` };
  }
  const odd = object.itemType === 'book' ? NOT_OF_BOOKS.find((field) => field in object) : undefined;
  if (odd !== undefined) return { code: 400, message: `'${odd}' is not a valid field for type 'book'` };
  return object.title === 'Refused' ? { code: 400, message: 'Refused by the test' } : undefined;
}

let count = 0;

function newKey(): string {
  return `N${String(++count).padStart(7, '0')}`;
}

/** How the connectors of browsers have older versions of Zotero take papers. */
export class ZoteroImports {
  /** What is selected in Zotero's window. */
  selected: Sent = { libraryID: 1, libraryName: 'My Library', libraryEditable: true, id: 7, name: 'Robots' };
  readonly imported: Sent[] = [];
  readonly updates: Sent[] = [];
  readonly #sessions = new Set<string>();

  answer({ path, query, body }: Received): Answered | undefined {
    switch (path) {
      case '/connector/ping':
        return { status: 200, body: 'Zotero is running' };
      case '/connector/getSelectedCollection':
        return { status: 200, body: this.selected };
      case '/connector/import':
        return this.#import(query.get('session') ?? '', body);
      case '/connector/updateSession':
        this.updates.push(JSON.parse(body) as Sent);
        return { status: 200, body: {} };
      default:
        return undefined;
    }
  }

  #import(session: string, body: string): Answered {
    if (this.#sessions.has(session)) return { status: 409, body: { error: 'SESSION_EXISTS' } };
    if (this.selected.libraryEditable === false) return { status: 500, body: { libraryEditable: false } };
    if (!/^\s*\[/.test(body) || body.includes('"Refused"')) return { status: 400, body: 'No translator found' };
    this.#sessions.add(session);
    const items = JSON.parse(body) as Sent[];
    this.imported.push(...items);
    return { status: 201, body: items.map(({ title }) => ({ itemType: 'journalArticle', title })) };
  }
}
