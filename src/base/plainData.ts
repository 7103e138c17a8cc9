/*
 * Plain data as bytes: JSON, and behind it, each at a multiple of 8, the numbers of its typed arrays in the byte order of
 * the machine. The bytes start with the length of the JSON, in 32 bits.
 */
const HEAD = 4;
const ALIGNMENT = 8;

const KINDS = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;
type Numbers = InstanceType<(typeof KINDS)[Kind]>;

/** What JSON has no word for, as an object with this property; no data of ours has one of its name. */
const TAG = '$';
type Tagged =
  | { readonly [TAG]: Kind; readonly at: number; readonly length: number }
  | { readonly [TAG]: 'Map'; readonly entries: readonly (readonly [unknown, unknown])[] }
  | { readonly [TAG]: 'undefined' };

/**
 * Data as bytes: objects without methods, arrays, maps, typed arrays, texts, finite numbers, truth values, null; undefined
 * stays where it is an element of an array. Throws where an object has a property `$`.
 */
export function toBytes(data: unknown): Uint8Array {
  const arrays: Numbers[] = [];
  let end = 0;
  const json = JSON.stringify(data, function (this: unknown, _key, value: unknown): unknown {
    if (value === undefined && Array.isArray(this)) return { [TAG]: 'undefined' } satisfies Tagged;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if (value instanceof Map) return { [TAG]: 'Map', entries: [...value] } satisfies Tagged;
    const kind = kindOf(value);
    if (kind) {
      const numbers = value as Numbers;
      const at = end;
      arrays.push(numbers);
      end = aligned(end + numbers.byteLength);
      return { [TAG]: kind, at, length: numbers.length } satisfies Tagged;
    }
    if (TAG in value) throw new TypeError(`Data with a property "${TAG}"`);
    return value;
  });
  return joined(new TextEncoder().encode(json), arrays, end);
}

function joined(json: Uint8Array, arrays: readonly Numbers[], length: number): Uint8Array {
  let at = aligned(HEAD + json.length);
  const bytes = new Uint8Array(at + length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, HEAD);
  for (const { buffer, byteOffset, byteLength } of arrays) {
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += aligned(byteLength);
  }
  return bytes;
}

/** The data that `toBytes` made bytes of, with typed arrays in buffers of their own. Throws where the bytes are none of its. */
export function fromBytes(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const start = aligned(HEAD + length);
  const restore = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(restore);
    if (TAG in value) return untagged(value as Tagged);
    for (const [key, part] of Object.entries(value)) {
      if (typeof part === 'object') (value as Record<string, unknown>)[key] = restore(part);
    }
    return value;
  };
  const untagged = (tagged: Tagged): unknown => {
    if (tagged[TAG] === 'undefined') return undefined;
    if (tagged[TAG] === 'Map') return new Map(tagged.entries.map(([key, value]) => [key, restore(value)]));
    const type = KINDS[tagged[TAG]];
    const from = start + tagged.at;
    return new type(new Uint8Array(bytes.subarray(from, from + tagged.length * type.BYTES_PER_ELEMENT)).buffer);
  };
  return restore(JSON.parse(new TextDecoder().decode(bytes.subarray(HEAD, HEAD + length))));
}

function kindOf(value: object): Kind | undefined {
  return (Object.keys(KINDS) as Kind[]).find((kind) => value instanceof KINDS[kind]);
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
