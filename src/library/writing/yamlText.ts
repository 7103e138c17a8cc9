import { stringify } from 'yaml';
import { oneLine } from './lines';

/** A text of several lines that begins or ends with a line end or a space, as JSON: in a block that would be hard to see. */
const ODD_ENDS = /\\n"|"(?:\\n| )|[ \\]\\n|\\r|\\t/;

/** What ends a line in YAML, beside the ends of lines. */
const SEPARATOR = /[\u0085\u2028\u2029]/;
const SEPARATORS = new RegExp(SEPARATOR, 'g');

/** A value as the lines of a block, each with an indentation before it; the last has no line end. */
export function yamlBlock(value: unknown, indent: string, eol: string): string {
  const stated = JSON.stringify(value);
  const written = SEPARATOR.test(stated)
    ? withoutSeparators(stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' }))
    : stringify(value, { lineWidth: 0, blockQuote: !ODD_ENDS.test(stated) });
  return written
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join(eol);
}

/** A value within a line: JSON is YAML too. */
export function yamlFlow(value: unknown): string {
  return withoutSeparators(JSON.stringify(value));
}

/** Texts in double quotes with escapes for what ends a line in YAML, where JSON takes it for any character. */
function withoutSeparators(quoted: string): string {
  return quoted.replace(SEPARATORS, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text within a line, in the quotes of the text that it takes the place of. */
export function yamlScalar(value: string | number | boolean, old: string): string {
  const text = String(value);
  const quoted = old.startsWith('"') || text !== oneLine(text);
  if (quoted) return yamlFlow(text);
  if (old.startsWith("'")) return `'${text.replaceAll("'", "''")}'`;
  return stringify(value, { lineWidth: 0 }).replace(/\n$/, '');
}
