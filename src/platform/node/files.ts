import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { allocationSize } from '../../base/allocation';
import type { OpenFile, Scratch } from '../openFile';

/* How threads read and write files, by path. */

/** Reading stretches of an open file takes no memory for the rest of it. */
export const READS_STRETCHES = true;

/** The bytes of a file; rejects where it cannot be read. */
// oxlint-disable-next-line typescript/require-await -- a thread of ours has nothing to do meanwhile
export async function readFile(path: string): Promise<Uint8Array> {
  const file = fs.openSync(path, 'r');
  try {
    const { size } = fs.fstatSync(file);
    const bytes = new Uint8Array(allocationSize(size));
    let end = 0;
    while (end < size) {
      const read = fs.readSync(file, bytes, end, size - end, end);
      if (read === 0) break;
      end += read;
    }
    return bytes.subarray(0, end);
  } finally {
    fs.closeSync(file);
  }
}

/** Opens a file for reading; rejects where that fails. */
// oxlint-disable-next-line typescript/require-await -- as above
export async function openFile(path: string): Promise<OpenFile> {
  const file = fs.openSync(path, 'r');
  const read = (position: number, length: number) => readStretch(file, position, length);
  return { size: fs.fstatSync(file).size, read, close: () => fs.closeSync(file) };
}

/** Replaces a file as a whole, so that a reader finds the old or the new one; makes its folder; rejects where that fails. */
// oxlint-disable-next-line typescript/require-await -- as above
export async function replaceFile(path: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  fs.mkdirSync(dirname(path), { recursive: true });
  try {
    const file = fs.openSync(unfinished, 'w');
    try {
      for (const chunk of chunks) fs.writeFileSync(file, chunk);
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(unfinished, path);
  } finally {
    fs.rmSync(unfinished, { force: true });
  }
}

/** Opens a new scratch file beside a path, where there can be one; throws where that fails. */
export function openScratch(path: string): Scratch | undefined {
  fs.mkdirSync(dirname(path), { recursive: true });
  const name = `${path}.${process.pid}.${scratches++}.scratch`;
  const file = fs.openSync(name, 'wx+');
  // Without its name it goes with the process, too. Where an open file keeps its name it goes when it is closed.
  remove(name);
  return {
    append: (bytes) => fs.writeFileSync(file, bytes),
    read: (position, length) => readStretch(file, position, length),
    close: () => {
      fs.closeSync(file);
      remove(name);
    },
  };
}
let scratches = 0;

function readStretch(file: number, position: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  try {
    const read = fs.readSync(file, bytes, 0, length, position);
    return read === length ? bytes : bytes.slice(0, read);
  } catch {
    return new Uint8Array();
  }
}

function remove(path: string): void {
  try {
    fs.rmSync(path, { force: true });
  } catch {
    // Somebody holds it open.
  }
}
