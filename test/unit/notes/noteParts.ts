import { type CST, Parser } from 'yaml';
import { findFrontMatter } from '../../../src/notes/frontMatterBlock';

/** A field of front matter as it stands in a note, with its name and what follows up to the next field. */
export interface FieldPart {
  readonly name: string;
  readonly text: string;
  /** Where it begins in the note, and where what follows its colon does. */
  readonly start: number;
  readonly valueStart: number;
}

/** A note cut into what stands before the first field, the fields, and what stands behind the last one. */
export interface NoteParts {
  readonly head: string;
  readonly fields: readonly FieldPart[];
  readonly tail: string;
}

/** Cuts a note by the tokens of its YAML alone. A note without fields is all tail. */
export function partsOf(note: string): NoteParts {
  const block = findFrontMatter(note);
  const map = block?.closed ? mapIn(note.slice(block.fields.start, block.fields.end)) : undefined;
  if (!block || !map) return { head: '', fields: [], tail: note };
  const offset = block.fields.start;
  const isFlow = map.type === 'flow-collection';
  const items = (map.items as CST.CollectionItem[]).filter(({ key, sep }) => key ?? sep);
  const starts = items.map((item) => {
    const at = offset + Math.min(...offsetsIn(item, isFlow));
    return isFlow ? at : note.lastIndexOf('\n', at - 1) + 1;
  });
  // Behind fields in lines of their own comes the line break before the closing dashes.
  const blockEnd = note.indexOf('\n', block.fields.end) + 1;
  const fields = items.map((item, i): FieldPart => {
    const start = starts[i];
    const end = isFlow ? endIn(item, offset) : (starts[i + 1] ?? blockEnd);
    const colon = item.sep?.find(({ type }) => type === 'map-value-ind');
    const name = item.key && 'source' in item.key ? item.key.source : '';
    const valueStart = colon ? offset + colon.offset + 1 : end;
    return { name, start, valueStart, text: note.slice(start, end) };
  });
  const last = fields.at(-1);
  const end = last ? last.start + last.text.length : offset;
  return { head: note.slice(0, fields[0]?.start ?? offset), fields, tail: note.slice(end) };
}

/** The comments in a part of front matter, from A to Z. */
export function commentsOf(yaml: string): string[] {
  const comments: string[] = [];
  // The tokens are plain data.
  JSON.stringify([...new Parser().parse(yaml)], (_, token: unknown) => {
    if (isToken(token) && token.type === 'comment') comments.push(token.source);
    return token;
  });
  return comments.sort();
}

function mapIn(yaml: string): CST.BlockMap | CST.FlowCollection | undefined {
  for (const token of new Parser().parse(yaml)) {
    if (token.type !== 'document') continue;
    const { value } = token;
    if (value?.type === 'block-map' || (value?.type === 'flow-collection' && value.start.source === '{')) return value;
  }
  return undefined;
}

/** Where the tokens of a field stand that are more than blanks, comments and commas before it. */
function offsetsIn({ start, key, sep }: CST.CollectionItem, isFlow: boolean): number[] {
  const before = start.filter(({ type }) => !BETWEEN.has(type) && !(isFlow && type === 'comma'));
  return [...before, ...(key ? [key] : []), ...(sep ?? [])].map(({ offset }) => offset);
}

const BETWEEN: ReadonlySet<string> = new Set(['space', 'newline', 'comment']);

function endIn(item: CST.CollectionItem, offset: number): number {
  let end = 0;
  JSON.stringify(item, (name, token: unknown) => {
    // What follows a value belongs to the braces around it.
    if (name === 'end' && !(Array.isArray(token) && isToken(token[0]) && /flow/.test(token[0].type))) return undefined;
    if (isToken(token) && 'source' in token) end = Math.max(end, token.offset + token.source.length);
    return token;
  });
  return offset + end;
}

function isToken(value: unknown): value is CST.SourceToken {
  return typeof value === 'object' && value !== null && 'type' in value && 'offset' in value;
}
