import { byteLines } from '../../base/byteLines';
import { Cooperation } from '../../base/cooperate';
import type { ZoteroItem } from './items';

/** What a snapshot says of itself. */
export interface SnapshotHead {
  /** Of this form; another one is not read. */
  readonly form: 2;
  /** `library` or the path of a group, as links of `zotero:` have it: `groups/123`. */
  readonly place: string;
  readonly serverId?: string;
  /** The library's version up to which it is complete. */
  readonly version: number;
  /** The latest `dateModified`, and which items have it, with their versions. */
  readonly latest: string;
  readonly latestItems: Readonly<Record<string, number>>;
  readonly count: number;
  /** Tells sets of keys apart: those of the list that is followed; empty for a whole library. */
  readonly keys: string;
  /** How many annotations the library has; undefined where they are in the list. */
  readonly annotations?: number;
  /** How many items lie in each collection, by their keys, where no version tells who is put into one. */
  readonly members?: Readonly<Record<string, number>>;
  /** The paths of the collections by their keys. */
  readonly collections: Readonly<Record<string, string>>;
  /** When it was as Zotero had it, in ISO 8601. */
  readonly asOf: string;
}

/** The items of a library as they were last seen, each as the line of JSON that keeps it, by key. */
export class Snapshot {
  readonly head: SnapshotHead;
  readonly lines: Map<string, string>;

  constructor(head: SnapshotHead, lines: Map<string, string>) {
    this.head = head;
    this.lines = lines;
  }

  /** Reads what `written` gave; undefined for anything else. Lets others run meanwhile. */
  static async read(bytes: Uint8Array): Promise<Snapshot | undefined> {
    let head: SnapshotHead | undefined;
    let isWhole = false;
    const lines = new Map<string, string>();
    for await (const some of byteLines(bytes)) {
      for (const line of some) {
        head ??= headOf(`${line}\n`);
        if (head === undefined) return undefined;
        const key = keyOfLine(line);
        if (key !== undefined) lines.set(key, line.endsWith(',') ? line.slice(0, -1) : line);
        isWhole = line === LAST_LINE;
      }
    }
    return head && isWhole && lines.size === head.count ? new Snapshot(head, lines) : undefined;
  }

  /** As the bytes of a file, one item a line. Lets others run meanwhile. */
  async written(): Promise<Uint8Array> {
    const cooperation = new Cooperation();
    const encoder = new TextEncoder();
    const parts: Uint8Array[] = [encoder.encode(`${HEAD}${JSON.stringify(this.head)},"items":[\n`)];
    let some: string[] = [];
    let left = this.lines.size;
    for (const line of this.lines.values()) {
      some.push(--left > 0 ? `${line},\n` : `${line}\n`);
      if (some.length < 256 && left > 0) continue;
      parts.push(encoder.encode(some.join('')));
      some = [];
      await cooperation.yieldIfDue();
    }
    parts.push(encoder.encode(`${LAST_LINE}\n`));
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
      await cooperation.yieldIfDue();
    }
    return bytes;
  }
}

/** The form is read by `src/library/formats/zotero.ts`, too. */
const HEAD = '{"zotero":';
const LAST_LINE = ']}';

/** The line that keeps an item: its key comes first. */
export function lineOf(item: ZoteroItem): string {
  return JSON.stringify(item);
}

export function keyOfLine(line: string): string | undefined {
  return /^\{"key":"([A-Za-z0-9]+)"/.exec(line)?.[1];
}

/** Whether a line keeps an annotation. */
export function isAnnotationLine(line: string): boolean {
  return /^\{"key":"[A-Za-z0-9]+","version":-?\d+,"itemType":"annotation"/.test(line);
}

/** Whether a line keeps a part of another item: an attachment, a note or an annotation. */
export function isPartLine(line: string): boolean {
  return /^\{"key":"[A-Za-z0-9]+","version":-?\d+,"itemType":"(?:attachment|note|annotation)"/.test(line);
}

/** The head of a snapshot's text. */
export function headOf(text: string): SnapshotHead | undefined {
  const end = text.indexOf('\n');
  if (!text.startsWith(HEAD) || end < 0) return undefined;
  try {
    const { zotero } = JSON.parse(`${text.slice(0, end)}]}`) as { zotero: Partial<SnapshotHead> };
    const isOurs = zotero.form === 2 && typeof zotero.asOf === 'string' && typeof zotero.count === 'number';
    return isOurs ? (zotero as SnapshotHead) : undefined;
  } catch {
    return undefined;
  }
}
