import type { CslDate, CslName } from '../library/model/csl';
import { fullName } from '../library/model/display';
import { fieldsToYaml, type FieldValue, valueToYaml } from './yamlText';

/** Fields for front matter, which a template writes in one go. */
export class FrontMatterFields {
  readonly #fields: Readonly<Record<string, FieldValue | undefined>>;

  constructor(fields: Readonly<Record<string, FieldValue | undefined>>) {
    this.#fields = fields;
  }

  /** As YAML, without those that the template states itself. */
  yaml(stated: ReadonlySet<string> = new Set()): string {
    const fields = Object.entries(this.#fields).filter(([field, value]) => value !== undefined && !stated.has(field));
    return fields.length > 0 ? fieldsToYaml(Object.fromEntries(fields)) : '';
  }

  toString(): string {
    return this.yaml();
  }
}

/** A value that is YAML where it is written into text. */
export class YamlValue {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = plainValue(value);
  }

  toString(): string {
    return valueToYaml(this.value);
  }
}

/** What a template writes as data for front matter: texts, numbers, booleans and lists of them. Names and dates become texts. */
export function plainValue(value: unknown): unknown {
  if (value instanceof YamlValue) return value.value;
  if (value instanceof FrontMatterFields) return value.toString();
  if (Array.isArray(value)) return value.map(plainValue).filter((item) => item !== undefined && item !== null);
  if (typeof value === 'number' && !Number.isFinite(value)) return undefined;
  if (typeof value !== 'object' || value === null) return value;
  return nameOrDate(value);
}

/** What a template writes as text: lists with commas, names as people write them, dates as in ISO 8601. */
export function textOfValue(value: unknown): string {
  if (value instanceof YamlValue) return value.toString();
  const plain = plainValue(value);
  if (Array.isArray(plain)) return plain.map(textOfValue).join(', ');
  return typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean' ? String(plain) : '';
}

function nameOrDate(value: CslName & CslDate): string | undefined {
  const { 'date-parts': parts, raw, literal, family, given } = value;
  const [start] = Array.isArray(parts) ? parts : [];
  if (Array.isArray(start)) return start.map((part, i) => String(part).padStart(i === 0 ? 4 : 2, '0')).join('-');
  if (typeof family === 'string' || typeof given === 'string' || typeof literal === 'string') return fullName(value);
  return typeof raw === 'string' ? raw : undefined;
}
