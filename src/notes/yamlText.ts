import {
  type DocumentOptions,
  Scalar,
  type ScalarTag,
  type SchemaOptions,
  stringify,
  type ToStringOptions,
} from 'yaml';

/** Values that front matter holds. */
export type FieldValue = string | number | boolean | readonly string[];

/** A day that stays without quotes, for tools that know dates. */
class Day {
  constructor(readonly text: string) {}
}

const DAY_TAG: ScalarTag = {
  tag: 'tag:yaml.org,2002:timestamp',
  default: true,
  identify: (value) => value instanceof Day,
  resolve: (text) => text,
  stringify: ({ value }) => (value as Day).text,
};

/** Words that every reader of YAML takes for a text, `e1` being a number to some: they are written as they are. */
const PLAIN_WORDS = /^(?!(?:y|n|yes|no|on|off|true|false|null|e-?\d+)$)[a-z](?:[\w -]{0,200}\w)?$/i;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * One line a value, and quotes where a reader of YAML 1.1, as most note tools are, would take a text for something else
 * (`No`, `12:30`).
 */
const STYLE: DocumentOptions & SchemaOptions & ToStringOptions = {
  lineWidth: 0,
  blockQuote: false,
  singleQuote: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  flowCollectionPadding: false,
  compat: 'yaml-1.1',
  customTags: (tags) => [...tags, DAY_TAG],
};

/** Fields as YAML, in their order, a line each and one for each item of a list; undefined ones are left out. No final line break. */
export function fieldsToYaml(fields: Readonly<Record<string, FieldValue | undefined>>): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  if (known.every(([field, value]) => isPlain(field) && isPlain(value))) {
    return known.map(([field, value]) => `${field}: ${String(value)}`).join('\n');
  }
  return write(Object.fromEntries(known.map(([field, value]) => [field, styled(value)])), {});
}

/** A value as YAML in one line, good after `field: ` and as an item of a block list. */
export function valueToYaml(value: unknown): string {
  return isPlain(value) ? String(value) : write(styled(value ?? null), { collectionStyle: 'flow' });
}

/** A text as YAML in quotes, good wherever a value or a key can stand. */
export function quotedToYaml(text: string): string {
  return write(inQuotes(text), {});
}

/** Whether a value is written as it is: to find that out by YAML's own means takes a hundred times as long. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0);
  return typeof value === 'string' && PLAIN_WORDS.test(value);
}

/** Takes the final line break alone away: other blanks at the end can belong to a text. */
function write(value: unknown, options: ToStringOptions): string {
  return stringify(value, { ...STYLE, ...options }).replace(/\n$/, '');
}

/** A value as it is to be written: a day bare, and what has line breaks in quotes, as it would take several lines otherwise. */
function styled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneLine);
  return typeof value === 'string' && ISO_DAY.test(value) ? new Day(value) : inOneLine(value);
}

function inOneLine(value: unknown): unknown {
  return typeof value === 'string' && /[\n\r]/.test(value) ? inQuotes(value) : value;
}

function inQuotes(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
