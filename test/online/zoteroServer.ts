import { randomUUID } from 'node:crypto';
import { LocalServer, type Received, type Reply } from './localServer';
import type { ServedItem, ServedLibrary } from './zoteroLibrary';
import { type Answered, ZoteroImports, ZoteroWrites } from './zoteroWrites';

type Served = Readonly<Record<string, unknown>>;

interface Kind {
  readonly version: '6.0.36' | '7.0.11' | '8.0.2' | '10.0.1';
  /** The citekeys of Better BibTeX by item; undefined where it is not installed. */
  readonly betterBibtex?: (key: string) => string | undefined;
}

/** A call of Better BibTeX's JSON-RPC. */
interface Call {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** A server on this machine that answers as Zotero's local API does, in its versions. */
export class ZoteroServer {
  readonly http: LocalServer;
  readonly libraries = new Map<string, ServedLibrary>([['user', emptyLibrary()]]);
  readonly groups: { id: number; name: string }[] = [];
  kind: Kind;
  /** Every server has a database of its own. */
  serverId: string = randomUUID();
  isApiOn = true;
  readonly writes = new ZoteroWrites();
  readonly imports = new ZoteroImports();
  #clock = 0;
  /** The last list that was put in order, and of which state of what. */
  #ordered: { readonly of: string; readonly library: ServedLibrary; readonly items: readonly ServedItem[] } | undefined;

  private constructor(http: LocalServer, kind: Kind) {
    this.http = http;
    this.kind = kind;
    this.restore();
  }

  static async listen(kind: Kind): Promise<ZoteroServer> {
    return new ZoteroServer(await LocalServer.listen(), kind);
  }

  /** How requests begin that only read: those of Better BibTeX are posted, too. */
  get readings(): readonly string[] {
    return [`GET ${this.http.url}/`, `POST ${this.http.url}/better-bibtex/json-rpc`];
  }

  /** Answers as it should again, after `http.on` had it fail. */
  restore(): void {
    this.http.reset();
    this.http.on(/./, this.reply);
  }

  /** Answers as it should. */
  readonly reply: Reply = (response, request) => {
    const { status, body, headers } = this.#answer(request);
    response.writeHead(status, {
      'X-Zotero-Version': this.kind.version,
      'X-Zotero-Connector-API-Version': '3',
      ...(this.#isNumbered && { 'Zotero-Server-ID': this.serverId }),
      ...headers,
    });
    // As it writes it, for people to read.
    response.end(typeof body === 'string' ? body : JSON.stringify(body, null, 4));
  };

  /** Keeps the next answer back until it is let go. */
  hold(): { readonly asked: Promise<void>; readonly go: () => void } {
    let go = () => {};
    const held = new Promise<void>((resolve) => (go = resolve));
    const asked = new Promise<void>((resolve) => {
      const reply: Reply = (response, request) => {
        resolve();
        void held.then(() => this.reply(response, request));
      };
      this.http.on(/./, reply, 1);
    });
    return { asked, go };
  }

  get library(): ServedLibrary {
    return this.libraries.get('user')!;
  }

  /** Since Zotero 10 every change has a number of its own. */
  get #isNumbered(): boolean {
    return this.kind.version.startsWith('10');
  }

  /** Adds an item, or changes the members of one. */
  put(item: { key: string } & Served, library = this.library): void {
    const known = library.items.get(item.key);
    if (this.#isNumbered) library.version++;
    const at = new Date(Date.UTC(2024, 0, 1) + ++this.#clock * 1000).toISOString().replace('.000', '');
    const version = this.#isNumbered ? library.version : 0;
    library.items.set(item.key, {
      itemType: 'journalArticle',
      dateAdded: at,
      ...known,
      ...item,
      version,
      dateModified: at,
    });
  }

  /** Changes members of an item without a trace: neither its version nor its date tells of it. */
  alter({ key, ...members }: { key: string } & Served, library = this.library): void {
    library.items.set(key, { ...library.items.get(key)!, ...members });
    this.#ordered = undefined;
  }

  remove(key: string, library = this.library): void {
    library.items.delete(key);
  }

  close(): Promise<void> {
    return this.http.close();
  }

  #answer(received: Received): Answered {
    const { method, path, query, headers, body } = received;
    const imported = this.imports.answer(received);
    if (imported) return imported;
    if (path === '/better-bibtex/json-rpc' && this.kind.betterBibtex)
      return { status: 200, body: this.#call(JSON.parse(body) as Call) };
    if (!path.startsWith('/api/') || this.kind.version.startsWith('6'))
      return { status: 404, body: 'No endpoint found' };
    if (!this.isApiOn) return { status: 403, body: 'Local API is not enabled' };
    if (path === '/api/') return { status: 200, body: 'Nothing to see here.' };
    if (method !== 'GET' && !this.#isNumbered) return { status: 501, body: 'Method not implemented' };
    if (path === '/api/local/authorize') return this.writes.authorize();
    if (path === '/api/users/0/groups') {
      return { status: 200, body: this.groups.map(({ id, name }) => ({ id, version: 1, data: { id, name } })) };
    }
    const [, user, group, rest] = /^\/api\/(?:users\/(0)|groups\/(\d+))\/(.*)$/.exec(path) ?? [];
    const library = this.libraries.get(user === '0' ? 'user' : (group ?? ''));
    if (!library || rest === undefined) return { status: 404, body: 'Not found' };
    if (method === 'POST' && rest === 'items') return this.writes.write(this, library, received);
    const stated = { 'Last-Modified-Version': String(library.version), 'Content-Type': 'application/json' };
    if (rest === 'collections')
      return { status: 200, body: library.collections.map((data) => servedCollection(library, data)), headers: stated };
    if (rest === 'searches') {
      return {
        status: 200,
        body: [...library.searches].map(([key, { name }]) => ({ key, data: { key, name } })),
        headers: stated,
      };
    }
    const since = Number(query.get('since') ?? 0);
    // A version of 0, as before the first synchronisation, limits nothing.
    const known = Number(headers['if-modified-since-version'] ?? 0);
    if (known !== 0 && library.version <= known) return { status: 304, body: '' };
    const items = this.#items(library, rest);
    if (!items) return { status: 404, body: 'Not found' };
    const named = query.get('itemKey')?.split(',');
    const [words, type] = [query.get('q'), query.get('itemType')];
    const found = items
      .filter(({ version }) => since === 0 || version > since)
      .filter((item) => named === undefined || isBelow(library, item, named))
      .filter(({ itemType }) => type === null || itemType === type)
      .filter((item) => words === null || isFound(item, words));
    const wanted = this.#inOrder(library, found, query);
    const start = Number(query.get('start') ?? 0);
    const page = wanted.slice(start, start + Number(query.get('limit') ?? Infinity));
    const counted = { ...stated, 'Total-Results': String(wanted.length) };
    if (query.get('format') === 'keys')
      return { status: 200, body: `${page.map(({ key }) => key).join('\n')}\n`, headers: counted };
    return { status: 200, body: page.map(served), headers: counted };
  }

  /** Thousands of items are put in order once, not for each page. */
  #inOrder(library: ServedLibrary, items: ServedItem[], query: URLSearchParams): readonly ServedItem[] {
    const by = query.get('sort') ?? 'dateModified';
    const direction = query.get('direction') ?? (by.startsWith('date') ? 'desc' : 'asc');
    const of = [by, direction, this.#clock, items.length, items.at(-1)?.key].join(' ');
    if (this.#ordered?.of === of && this.#ordered.library === library) return this.#ordered.items;
    const sign = direction === 'desc' ? -1 : 1;
    items.sort((a, b) => sign * (String(a[by]) < String(b[by]) ? -1 : String(a[by]) > String(b[by]) ? 1 : 0));
    this.#ordered = { of, library, items };
    return items;
  }

  #items({ items, searches }: ServedLibrary, path: string): ServedItem[] | undefined {
    const all = [...items.values()];
    const [, kind, key, top] = /^(collections|searches)\/(\w+)\/items(\/top)?$/.exec(path) ?? [];
    if (kind === 'searches') {
      const keys = searches.get(key)?.keys;
      return keys && all.filter((item) => keys.includes(item.key));
    }
    if (kind === 'collections') {
      const isIn = (item: ServedItem | undefined): boolean =>
        item !== undefined && (lies(item.collections, key) || isIn(items.get(item.parentItem as string)));
      if (top !== undefined) return all.filter(({ parentItem, collections }) => !parentItem && lies(collections, key));
      // Attachments and notes come with their items, but annotations do not.
      return all.filter((item) => item.itemType !== 'annotation' && isIn(item));
    }
    return path === 'items' ? all : undefined;
  }

  #call({ method, params }: Call): unknown {
    const reply = (result: unknown) => ({ jsonrpc: '2.0', id: 1, result });
    switch (method) {
      case 'api.ready':
        return reply({ zotero: this.kind.version, betterbibtex: '6.7.200' });
      case 'user.groups':
        return reply([{ id: 1, name: 'My Library' }, ...this.groups.map(({ name }, i) => ({ id: i + 2, name }))]);
      case 'item.citationkey':
        return reply(
          Object.fromEntries(
            (params[0] as string[]).map((name) => [name, this.kind.betterBibtex!(name.split(':')[1]) ?? null]),
          ),
        );
      default:
        return { jsonrpc: '2.0', id: null, error: { code: -32601, message: 'Method not found' } };
    }
  }
}

/** Whether an item is one of those that are named, or below one: children come with what is asked for by name. */
function isBelow({ items }: ServedLibrary, item: ServedItem | undefined, named: readonly string[]): boolean {
  return (
    item !== undefined &&
    (named.includes(item.key) || isBelow({ items } as ServedLibrary, items.get(item.parentItem as string), named))
  );
}

/** Zotero's quick search of everything: each word is somewhere. */
function isFound(item: ServedItem, q: string): boolean {
  const all = JSON.stringify(item).toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

export function emptyLibrary(): ServedLibrary {
  return { items: new Map(), collections: [], searches: new Map(), version: 0 };
}

/** Fills the user's library with papers; their keys are `P0000001`, `P0000002`, … */
export function fill(server: ZoteroServer, papers: number): void {
  for (let i = 1; i <= papers; i++) {
    const number = String(i).padStart(7, '0');
    server.put({
      key: `P${number}`,
      title: `Maps for Patient Robots, Number ${i}`,
      creators: [{ creatorType: 'author', firstName: 'Ada', lastName: `Writer${i % 997}` }],
      abstractNote: `We draw maps for robots that wait. Of ${papers} studies this is number ${i}. It tells how rooms are found again.`,
      publicationTitle: 'Journal of Waiting Machines',
      date: String(1980 + (i % 45)),
      DOI: `10.5555/maps.${i}`,
      citationKey: `writer${i}`,
      tags: [{ tag: `topic ${i % 20}` }],
      collections: [],
      extra: '',
    });
  }
}

function lies(collections: unknown, key: string): boolean {
  return Array.isArray(collections) && collections.includes(key);
}

/** A collection with how many items lie in it: also those that were put there since they were synchronised. */
function servedCollection({ items, collections }: ServedLibrary, data: ServedLibrary['collections'][number]): unknown {
  const numItems = [...items.values()].filter((item) => lies(item.collections, data.key)).length;
  const numCollections = collections.filter(({ parentCollection }) => parentCollection === data.key).length;
  return { key: data.key, meta: { numCollections, numItems }, data };
}

function served(data: ServedItem): unknown {
  const { key, version, filename } = data;
  const enclosure = { type: 'application/pdf', href: `file:///zotero/storage/${key}/${String(filename)}` };
  return {
    key,
    version,
    library: { type: 'user', id: 0, name: '' },
    links: { self: { href: `http://localhost/${key}` }, ...(filename !== undefined && { enclosure }) },
    meta: {},
    data,
  };
}

/** Says that it is JabRef's server, or another program's. */
export const otherProgram =
  (text: string, headers: Readonly<Record<string, string>> = {}): Reply =>
  (response) =>
    void response.writeHead(404, headers).end(text);
