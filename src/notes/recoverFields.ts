import type { OffsetRange } from '../base/position';
import { readYamlFields, type YamlFields } from './yamlFields';

const MAX_LINES = 200;
const MAX_LINE_LENGTH = 2000;
const FIELD_LINE = /^[A-Za-z][\w-]{0,60}[ \t]*:[ \t]/;

/**
 * The fields of broken YAML whose lines are good YAML on their own and not indented: an unquoted colon in the title
 * does not take the citekey away. Looks at the first 200 lines; the first of two equal fields counts.
 */
export function recoverFields(yaml: string): YamlFields {
  const data: Record<string, unknown> = {};
  const values = new Map<string, OffsetRange>();
  let at = 0;
  for (let count = 0; count < MAX_LINES && at < yaml.length; count++) {
    const newline = yaml.indexOf('\n', at);
    const end = newline < 0 ? yaml.length : newline;
    if (end - at <= MAX_LINE_LENGTH) {
      const line = yaml.slice(at, end).replace(/\r$/, '');
      const read = FIELD_LINE.test(line) ? readYamlFields(line) : undefined;
      for (const [field, value] of Object.entries(read?.data ?? {})) {
        const range = read?.values.get(field);
        if (value === null || range === undefined || values.has(field)) continue;
        data[field] = value;
        values.set(field, { start: at + range.start, end: at + range.end });
      }
    }
    at = end + 1;
  }
  return { data, values };
}
