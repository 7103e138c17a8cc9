import { OnlineFailure } from '../failure';
import type { ServiceId } from '../services';
import { isWebPage } from './answer';
import type { FileWanted, OnlineRequest } from './request';

/**
 * The text of a response, read no further than `largest` bytes. Throws a failure where it is longer or is cut off.
 * @param textOf what makes a text of its bytes and of the encoding that is stated beside them; in UTF-8 where it is left out
 */
export async function bodyText(
  response: Response,
  service: ServiceId,
  largest: number,
  textOf?: OnlineRequest['textOf'],
): Promise<string> {
  const chunks: Uint8Array[] = [];
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for await (const chunk of chunksOf(response, service, largest)) {
    if (textOf) chunks.push(chunk);
    else text += decoder.decode(chunk, { stream: true });
    length += chunk.length;
  }
  return textOf ? textOf(joined(chunks, length), charsetOf(response)) : text + decoder.decode();
}

/** So many bytes tell what a file is. */
const START = 16;

/**
 * The bytes of the file that is wanted, read no further than `largest` bytes. Throws a failure where it is longer, is cut off, or begins as
 * something else.
 */
export async function bodyFile(
  response: Response,
  service: ServiceId,
  largest: number,
  { begins, progress }: FileWanted,
): Promise<Uint8Array<ArrayBuffer>> {
  const of = statedLength(response);
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isKnown = false;
  const check = () => {
    const start = joined(chunks, length);
    if (begins(start)) return;
    const isPage = isWebPage(mediaTypeOf(response), new TextDecoder().decode(start.subarray(0, 1000)));
    throw new OnlineFailure(isPage ? 'web-page' : 'unreadable', service);
  };
  for await (const chunk of chunksOf(response, service, largest)) {
    chunks.push(chunk);
    length += chunk.length;
    if (!isKnown && length >= START) {
      check();
      isKnown = true;
    }
    progress?.(length, of);
  }
  if (!isKnown) check();
  return joined(chunks, length);
}

/** The media type in lower case, without parameters. */
export function mediaTypeOf({ headers }: Response): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0].trim().toLowerCase();
}

/** The encoding that is stated beside the media type. */
function charsetOf({ headers }: Response): string | undefined {
  return /;\s*charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(headers.get('content-type') ?? '')?.[1];
}

function statedLength({ headers }: Response): number | undefined {
  const stated = Number(headers.get('content-length') ?? NaN);
  // What is compressed on its way is longer when it has come.
  return Number.isFinite(stated) && stated > 0 && !headers.has('content-encoding') ? stated : undefined;
}

/** The parts of a response as they come. Who takes no more of them hangs up. */
async function* chunksOf(response: Response, service: ServiceId, largest: number): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  let isOver = false;
  try {
    let length = Number(response.headers.get('content-length') ?? 0);
    if (length > largest) throw new OnlineFailure('too-large', service);
    length = 0;
    for (;;) {
      const { value } = (await reader.read()) as { value?: Uint8Array };
      isOver = value === undefined;
      if (!value) return;
      length += value.length;
      if (length > largest) throw new OnlineFailure('too-large', service);
      yield value;
    }
  } finally {
    // It is not waited for. The connection may be broken already: there is nothing to hang up then.
    if (!isOver) void reader.cancel().catch(() => undefined);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
