import matter from 'gray-matter';
import type { OffsetRange } from '../base/position';
import { findFrontMatter, type FrontMatterBlock } from './frontMatterBlock';
import type { NoteProblem } from './problem';
import { rangeIn } from './rangeIn';
import { recoverFields } from './recoverFields';
import { readSimpleFields } from './simpleFields';
import { readYamlFields, type YamlError, type YamlFields } from './yamlFields';

/** The front matter of a note, and what follows it. */
export interface FrontMatter {
  /** The fields as plain data; dates are text, and a number that would not be written the same again is text too. */
  readonly data: Record<string, unknown>;
  /** Where the value of each field stands in the text. */
  readonly values: ReadonlyMap<string, OffsetRange>;
  /** The text after the closing line of the front matter. */
  readonly body: string;
  /** Offset of the body in the text. */
  readonly bodyStart: number;
  /** What is wrong; `data` then holds the fields whose lines are good on their own. */
  readonly problem?: NoteProblem;
}

/** Front matter of more characters than this is not parsed as a whole. */
export const FRONT_MATTER_LIMIT = 64 * 1024;

/** So many blanks in a row are no front matter that anyone wrote; gray-matter needs quadratic time for them. */
const BLANK_LIMIT = 1000;

/** JSON is YAML, too. All other languages that gray-matter knows run code, or come from add-ons of it. */
const LANGUAGES: readonly string[] = ['', 'yaml', 'yml', 'json'];

/**
 * Reads a note's front matter. Never throws, evaluates nothing, and is linear in the text. CRLF and a byte order mark
 * are fine. A text without front matter is all body.
 */
export function readFrontMatter(text: string): FrontMatter {
  const block = findFrontMatter(text);
  const read = block && (block.closed || beginsWithField(text, block)) ? readBlock(text, block) : undefined;
  if (!block || !read) {
    const bodyStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { data: {}, values: new Map(), body: text.slice(bodyStart), bodyStart };
  }
  const { bodyStart, fields } = block;
  const values = new Map([...read.values].map(([field, range]) => [field, shift(range, fields.start)]));
  return { data: read.data, values, body: text.slice(bodyStart), bodyStart, problem: read.problem };
}

/** The fields of a block; undefined where it is prose between two rules. */
function readBlock(text: string, block: FrontMatterBlock): (YamlFields & { problem?: NoteProblem }) | undefined {
  const { fields, language } = block;
  const firstLine = { start: 0, end: text.slice(0, fields.start).trimEnd().length };
  const warn = (place: OffsetRange) => ({ severity: 'warning' as const, range: rangeIn(text, place) });
  if (!LANGUAGES.includes(language)) {
    const problem: NoteProblem = { code: 'front-matter-language', language, ...warn(firstLine) };
    return { data: {}, values: new Map(), problem };
  }
  const yaml = text.slice(fields.start, Math.min(fields.end, fields.start + FRONT_MATTER_LIMIT));
  if (!block.closed) {
    const paragraph = yaml.slice(0, /\n[ \t]*\r?\n/.exec(yaml)?.index);
    return { ...recoverFields(paragraph), problem: { code: 'front-matter-unclosed', ...warn(firstLine) } };
  }
  const simple = fields.end - fields.start <= FRONT_MATTER_LIMIT ? readSimpleFields(yaml) : undefined;
  if (simple) return simple;
  if (fields.end - fields.start > FRONT_MATTER_LIMIT || longestBlank(yaml) > BLANK_LIMIT) {
    const problem: NoteProblem = { code: 'front-matter-too-large', limit: FRONT_MATTER_LIMIT, ...warn(firstLine) };
    return { ...recoverFields(yaml), problem };
  }
  const read = readWithGrayMatter(yaml);
  const { error } = read;
  if (!error) return read;
  if (error.kind === 'not-fields' && isProse(yaml)) return undefined;
  const problem = { ...codeOf(error), ...warn(shift(error, fields.start)) } as NoteProblem;
  return { ...(error.kind === 'invalid' ? recoverFields(yaml) : read), problem };
}

/**
 * The YAML by way of gray-matter, with our engine in the place of all of its own. The closing delimiter is a whole line,
 * so that a longer run of dashes inside does not end the fields; options keep gray-matter from caching.
 */
function readWithGrayMatter(yaml: string): YamlFields {
  let read: YamlFields | undefined;
  const parse = (fields: string) => {
    // gray-matter hands over the line break that ends the opening line.
    read = readYamlFields(fields.slice(1));
    return read.data;
  };
  matter(`---\n${yaml}\n---\n`, {
    language: 'yaml',
    delimiters: ['---', '---\n'],
    engines: { ...REFUSED, yaml: parse },
  });
  // What is white space to gray-matter alone, as a vertical tab or a no-break space, it takes for no fields, and asks nobody.
  return read ?? readYamlFields(yaml);
}

const REFUSED = Object.fromEntries(
  ['javascript', 'js', 'coffee', 'coffeescript', 'cson', 'json', 'toml'].map((name) => [
    name,
    () => {
      throw new Error(`No front matter in ${name}`);
    },
  ]),
);

function codeOf(error: YamlError) {
  switch (error.kind) {
    case 'invalid':
      return { code: 'front-matter-invalid', reason: error.reason };
    case 'not-fields':
      return { code: 'front-matter-not-fields' };
    case 'duplicate':
      return { code: 'front-matter-duplicate-field', field: error.field };
  }
}

/** A blank line after the dashes: they are a rule of the Markdown text, and what follows is its prose. */
function isProse(yaml: string): boolean {
  return /^[ \t]*\r?\n/.test(yaml);
}

function beginsWithField(text: string, { fields }: FrontMatterBlock): boolean {
  return /^[A-Za-z][\w-]{0,60}:(?:\s|$)/.test(text.slice(fields.start, fields.start + 100));
}

function longestBlank(text: string): number {
  let longest = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    length = text[i].trim() === '' ? length + 1 : 0;
    if (length > longest) longest = length;
  }
  return longest;
}

function shift({ start, end }: OffsetRange, by: number): OffsetRange {
  return { start: start + by, end: end + by };
}
