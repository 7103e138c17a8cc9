import { type CslName, NAME_PARTS } from './csl';
import type { PaperFile } from './paperFile';
import type { PaperRelation } from './relation';

/** What kind of value a field has: how it is stored. */
export interface FieldKind<T> {
  /** The value as JSON can hold it, in little room: a text, a number or a list. */
  readonly pack: (value: T) => unknown;
  /** Undoes `pack`. */
  readonly unpack: (packed: unknown) => T;
}

/** A kind whose values JSON can hold as they are. */
function asItIs<T>(): FieldKind<T> {
  return { pack: (value) => value, unpack: (packed) => packed as T };
}

export const TEXT = asItIs<string>();
export const NUMBER = asItIs<number>();
export const TEXTS = asItIs<readonly string[]>();
export const RELATIONS = asItIs<readonly PaperRelation[]>();
export const FILES = asItIs<readonly PaperFile[]>();

/** Something that is true or not said. */
export const FLAG: FieldKind<boolean> = { pack: () => 1, unpack: () => true };

/** Names: of each its parts in a fixed order, up to the last that it has. A literal, which stands alone, is its text. */
export const NAMES: FieldKind<readonly CslName[]> = {
  pack: (names) => names.map(packName),
  unpack: (packed) => (packed as readonly PackedName[]).map(unpackName),
};

type PackedName = string | readonly (string | null)[];

function packName(name: CslName): PackedName {
  const parts = NAME_PARTS.map((part) => name[part] ?? null);
  const last = parts.findLastIndex((part) => part !== null);
  const isLiteral = last === NAME_PARTS.length - 1 && parts.every((part, i) => i === last || part === null);
  return isLiteral ? name.literal! : parts.slice(0, last + 1);
}

function unpackName(packed: PackedName): CslName {
  if (typeof packed === 'string') return { literal: packed };
  const name: CslName = {};
  for (const [i, part] of packed.entries()) if (part !== null) name[NAME_PARTS[i]] = part;
  return name;
}
