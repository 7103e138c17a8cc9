import { request, type IncomingMessage } from 'node:http';
import { LoopbackError, type Loopback, type LoopbackAnswer, type LoopbackRequest } from '../loopback';

/**
 * Asks a program on this machine, as no browser would: without an `Origin`, and never through a proxy. `Host` is always the loopback's,
 * as programs that listen there alone want it, also where a forwarded port leads to them.
 */
export const LOOPBACK: Loopback | undefined = (asked) =>
  new Promise((resolve, reject) => {
    const { url, method, headers, body, timeOut, signal } = asked;
    const fail = (error: unknown) => reject(signal.aborted ? new LoopbackError('cancelled') : asLoopbackError(error));
    const sent = request(
      {
        // A name without its brackets, as sockets want it.
        host: url.hostname.replace(/^\[|\]$/g, ''),
        port: url.port || 80,
        path: `${url.pathname}${url.search}`,
        method,
        headers: {
          Host: `localhost:${url.port || 80}`,
          ...headers,
          ...(body !== undefined && { 'Content-Length': Buffer.byteLength(body) }),
        },
        agent: false,
        signal,
      },
      (response) => void answerOf(response, asked).then(resolve, fail),
    );
    sent.setTimeout(timeOut, () => sent.destroy(new LoopbackError('timed-out')));
    sent.on('error', fail);
    sent.end(body);
  });

async function answerOf(response: IncomingMessage, { largest }: LoopbackRequest): Promise<LoopbackAnswer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largest) throw new LoopbackError('too-large');
    chunks.push(chunk);
  }
  const stated = Number(response.headers['content-length'] ?? length);
  if (!response.complete || length < stated) throw new LoopbackError('cut-off');
  const headers = Object.entries(response.headers).map(([name, value]) => [name, value?.toString()]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as LoopbackAnswer['headers'],
    text: Buffer.concat(chunks).toString('utf8'),
  };
}

/** What Node's errors mean (Node.js, "Common system errors"). */
function asLoopbackError(error: unknown): LoopbackError {
  if (error instanceof LoopbackError) return error;
  const code = (error as { code?: unknown } | undefined)?.code;
  if (code === 'ECONNREFUSED') return new LoopbackError('nobody', { cause: error });
  if (code === 'ECONNRESET' || code === 'EPIPE' || String(code).startsWith('HPE_')) {
    return new LoopbackError('cut-off', { cause: error });
  }
  return new LoopbackError(code === 'ETIMEDOUT' ? 'timed-out' : 'no-way', { cause: error });
}
