import { type ScalarTag, stringify, type ToStringOptions } from 'yaml';

/** Values that front matter holds. */
export type FieldValue = string | number | boolean | readonly string[];

/**
 * One line a value, and quotes where a reader of YAML 1.1, as most note tools are, would take a text for something else
 * (`No`, `12:30`).
 */
const STYLE = {
  lineWidth: 0,
  blockQuote: false,
  singleQuote: false,
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  flowCollectionPadding: false,
} satisfies ToStringOptions;

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

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Fields as YAML, in their order, a line each and one for each item of a list; undefined ones are left out. No final line break. */
export function fieldsToYaml(fields: Readonly<Record<string, FieldValue | undefined>>): string {
  const known = Object.entries(fields).filter(([, value]) => value !== undefined);
  const days = known.map(([field, value]) => [field, isDay(value) ? new Day(value) : value] as const);
  return stringify(Object.fromEntries(days), {
    ...STYLE,
    compat: 'yaml-1.1',
    customTags: (tags) => [...tags, DAY_TAG],
  }).trimEnd();
}

/** A value as YAML in one line, good after `field: ` and as an item of a block list. */
export function valueToYaml(value: unknown): string {
  const known = isDay(value) ? new Day(value) : (value ?? null);
  const options = { ...STYLE, collectionStyle: 'flow', compat: 'yaml-1.1' } as const;
  return stringify(known, { ...options, customTags: (tags) => [...tags, DAY_TAG] }).trimEnd();
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && ISO_DAY.test(value);
}
