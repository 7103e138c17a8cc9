import { type Document, isMap, isNode, isScalar, visit } from 'yaml';
import { reasonOf } from '../base/reason';
import { yamlDocument } from '../base/yamlDocument';
import type { OffsetRange } from '../base/position';

/** The fields of a YAML map as plain data, or what is wrong with it. Offsets are those of the YAML text. */
export interface YamlFields {
  /** Strings, numbers, booleans, null, arrays and plain objects; dates stay text. */
  readonly data: Record<string, unknown>;
  /** Where the value of each field stands. */
  readonly values: ReadonlyMap<string, OffsetRange>;
  readonly error?: YamlError;
}

/** `not-fields`: the YAML is no map. `duplicate`: a field stands twice; the first counts. */
export type YamlError = OffsetRange &
  (
    | { readonly kind: 'invalid'; readonly reason: string }
    | { readonly kind: 'not-fields' }
    | { readonly kind: 'duplicate'; readonly field: string }
  );

/** Aliases may multiply what they name by this much, no more. */
const MAX_ALIAS_COUNT = 100;

/**
 * Parses YAML 1.2 with its core schema alone, whatever version or tags the text asks for. `uniqueKeys` is off because
 * its check is quadratic in the number of fields; `readYamlFields` looks for duplicates itself.
 */
export function parseYaml(yaml: string) {
  return yamlDocument(yaml, {
    schema: 'core',
    merge: false,
    resolveKnownTags: false,
    uniqueKeys: false,
    keepSourceTokens: true,
  });
}

/** Reads the fields of a YAML map. Never throws; with an `invalid` error there is no data. */
export function readYamlFields(yaml: string): YamlFields {
  try {
    return fieldsOf(parseYaml(yaml), yaml.length);
  } catch (error) {
    // Too many aliases, or nested deeper than the stack.
    return failed({ kind: 'invalid', start: 0, end: yaml.length, reason: reasonOf(error) });
  }
}

function fieldsOf(document: ReturnType<typeof parseYaml>, length: number): YamlFields {
  const [error] = document.errors;
  if (error) {
    const [start, end] = error.pos.map((at) => Math.min(at, length));
    return failed({ kind: 'invalid', start, end, reason: reasonOf(error) });
  }
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) return { data: {}, values: new Map() };
  if (!isMap(contents)) return failed({ kind: 'not-fields', start: 0, end: length });

  tidy(document);
  const values = new Map<string, OffsetRange>();
  let duplicate: YamlError | undefined;
  contents.items = contents.items.filter(({ key, value }) => {
    if (!isScalar(key)) return false;
    const field = String(key.value);
    if (values.has(field)) {
      duplicate ??= { kind: 'duplicate', field, start: key.range[0], end: key.range[1] };
      return false;
    }
    const [start, end] = (isNode(value) && value.range) || [key.range[1], key.range[1]];
    values.set(field, { start, end });
    return true;
  });
  const data = document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }) as Record<string, unknown>;
  return { data, values, error: duplicate };
}

/**
 * Takes out keys that are collections (making text of them can take exponential time) and the key `__proto__`; keeps a
 * number or boolean as text where writing it again would change it: the citekeys `007` and `1e3` stay what they are.
 */
function tidy(document: Document.Parsed): void {
  visit(document, {
    Pair: (_, { key }) => (isScalar(key) && key.value !== '__proto__' ? undefined : visit.REMOVE),
    Scalar: (_, node) => {
      const plain = typeof node.value === 'number' || typeof node.value === 'boolean';
      if (plain && node.source !== undefined && String(node.value) !== node.source) node.value = node.source;
    },
  });
}

function failed(error: YamlError): YamlFields {
  return { data: {}, values: new Map(), error };
}
