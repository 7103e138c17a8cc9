import assert from 'node:assert/strict';
import { decode } from '../../../src/base/decode';
import { type EditPlan, nameBefore } from '../../../src/base/editPlan';
import type { FileState } from '../../../src/base/fileState';
import { refusalsOf } from '../../../src/base/planCheck';
import { invertPlan, textsAfter } from '../../../src/base/planEffect';

/** Files by URI. */
export type MemoryFiles = ReadonlyMap<string, Uint8Array>;

/** The files as a check sees them. */
export function statesOf(files: MemoryFiles): Map<string, FileState> {
  return new Map([...files].map(([uri, bytes]) => [uri, { text: textOf(bytes), bytes }]));
}

export function textOf(bytes: Uint8Array): string {
  const decoded = decode(bytes);
  assert.ok(decoded.kind === 'text');
  return decoded.text;
}

/** The files after a plan that nothing speaks against, and what takes it back. */
export function carryOut(plan: EditPlan, files: MemoryFiles): { files: MemoryFiles; undo: EditPlan } {
  const states = statesOf(files);
  assert.deepEqual(refusalsOf(plan, states), []);
  const texts = textsAfter(plan, states);
  const after = new Map(files);
  for (const { uri, contents } of plan.creates) after.set(uri, contents);
  for (const { from, to } of plan.renames) {
    after.set(to, after.get(from)!);
    after.delete(from);
  }
  for (const [uri, text] of texts) after.set(uri, encodeLike(files.get(nameBefore(plan, uri))!, text));
  for (const { uri } of plan.deletes) after.delete(uri);
  return { files: after, undo: invertPlan(plan, states) };
}

/** A text in the encoding of some bytes, with their byte order mark. */
function encodeLike(bytes: Uint8Array, text: string): Uint8Array {
  const decoded = decode(bytes);
  assert.ok(decoded.kind === 'text');
  const { encoding, marks } = decoded;
  const node = encoding.startsWith('utf8') ? 'utf8' : encoding.startsWith('utf16') ? 'utf16le' : 'latin1';
  const encoded = Buffer.from('\uFEFF'.repeat(marks) + text, node);
  return new Uint8Array(encoding === 'utf16be' ? encoded.swap16() : encoded);
}
