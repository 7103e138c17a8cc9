import { WorkerCalls } from '../../base/workerCalls';
import type { OpenFile, Scratch } from '../openFile';
import { portOf, type FileCalls } from './channel';
import { channels } from './thread';

/* How threads read and write files, by URI: the extension host does it for them. */

/** Files come as a whole. */
export const READS_STRETCHES = false;

const host = channels.then(([, files]) => new WorkerCalls<FileCalls>(portOf(files)));

/** The bytes of a file; rejects where it cannot be read. */
export async function readFile(uri: string): Promise<Uint8Array> {
  return (await host).call('read', { uri });
}

/** Reads a file, as opening means here; rejects where that fails. */
export async function openFile(uri: string): Promise<OpenFile> {
  const bytes = await readFile(uri);
  return {
    size: bytes.length,
    read: (position, length) => bytes.slice(position, position + length),
    close: () => {},
  };
}

/** Replaces a file as a whole; makes its folder; rejects where that fails. */
export async function replaceFile(uri: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const bytes = joined([...chunks]);
  await (await host).call('replace', { uri, bytes }, { transfer: [bytes.buffer] });
}

/** There are none: what would go there stays in memory. */
export function openScratch(_uri: string): Scratch | undefined {
  return undefined;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
