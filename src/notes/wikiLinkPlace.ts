import type { OffsetRange } from '../base/position';

/** A link to a note that is being written. */
export interface WikiLinkPlace {
  /** What stands between the brackets up to the cursor. */
  readonly typed: string;
  /** What a name replaces. */
  readonly range: OffsetRange;
  /** Whether the brackets are closed behind the cursor. */
  readonly isClosed: boolean;
}

/** The longest name that is looked for, in characters. */
const LONGEST = 300;

/** The `[[link` at an offset of a line whose name is being written; undefined where that is its heading, or another thing. */
export function wikiLinkPlace(line: string, at: number): WikiLinkPlace | undefined {
  const before = line.slice(Math.max(0, at - LONGEST), at);
  const [, typed] = /\[\[([^[\]|#]*)$/.exec(before) ?? [];
  if (typed === undefined) return undefined;
  const [rest] = /^[^[\]|#]*(?=[\]|#])/.exec(line.slice(at)) ?? [''];
  const isClosed = /^[^[\]]*\]\]/.test(line.slice(at));
  return { typed, range: { start: at - typed.length, end: at + (isClosed ? rest.length : 0) }, isClosed };
}
