import { hash53 } from '../../base/hash';
import type { CallHandlers } from '../../base/workerCalls';
import { decode } from '../decode';
import type { Draft } from '../entry';
import type { SourceReading } from '../reader';
import { decodeCache, encodeCache } from './cache';
import { draftsDelta } from './delta';
import type { ReadingCalls, ReadReply, ReadRequest } from './protocol';
import { SourceTexts, type SourceContent } from './sourceTexts';

/** What the other side has of a source, or is fetching. */
interface Delivered {
  readonly reading: SourceReading;
  readonly fresh: readonly Draft[];
  /** What was read, until it is cached. */
  content?: SourceContent;
}

/** Reads sources and tells what changed since the last time. Runs in a thread of its own, but knows nothing of threads. */
export class ReadingServer {
  readonly #texts = new SourceTexts();
  readonly #delivered = new Map<string, Delivered>();

  handlers(): CallHandlers<ReadingCalls> {
    return {
      read: (request) => this.#read(request),
      drafts: ({ uri, from, count }) => this.#delivered.get(uri)?.fresh.slice(from, from + count) ?? [],
      cache: ({ uri }) => this.#cache(uri),
      forget: ({ uri }) => {
        this.#texts.forget(uri);
        this.#delivered.delete(uri);
        return undefined;
      },
    };
  }

  #read({ uri, fileName, content, cache }: ReadRequest): ReadReply {
    const before = this.#delivered.get(uri);
    const cached = before === undefined && cache ? readCache(cache, content) : undefined;
    const reading = cached ?? this.#texts.read(uri, fileName, content);
    const delta = draftsDelta(before?.reading.drafts ?? [], reading.drafts);
    const fresh = reading.drafts.filter((_, i) => delta.former[i] < 0);
    this.#delivered.set(uri, { reading, fresh, content: cached ? undefined : content });
    const { problems, format, encoding, incomplete } = reading;
    return { reading: { problems, format, encoding, incomplete }, delta, fromCache: cached !== undefined };
  }

  #cache(uri: string): Uint8Array | undefined {
    const delivered = this.#delivered.get(uri);
    const text = delivered?.content === undefined ? undefined : textOf(delivered.content);
    if (delivered === undefined || text === undefined) return undefined;
    delivered.content = undefined;
    return new TextEncoder().encode(encodeCache(contentHash(text), text, delivered.reading));
  }
}

function readCache(cache: Uint8Array, content: SourceContent): SourceReading | undefined {
  const text = textOf(content);
  return text === undefined ? undefined : decodeCache(new TextDecoder().decode(cache), contentHash(text), text);
}

function textOf(content: SourceContent): string | undefined {
  if (typeof content === 'string') return content;
  const decoded = decode(content);
  return decoded.kind === 'text' ? decoded.text : undefined;
}

/** Tells contents apart; a text by another encoding is another text. */
function contentHash(text: string): string {
  return `${text.length}-${hash53(text).toString(36)}`;
}
