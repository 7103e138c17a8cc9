import * as v from 'valibot';
import type { Draft } from '../entry';
import type { SourceProblem } from '../problem';
import type { SourceReading } from '../reader';

/** To be raised with every change of what drafts hold; caches of another version are not read. */
const CACHE_VERSION = 1;

/** A cached reading: the texts of BibTeX entries are left out, as they stand in the source. */
const CACHE = v.object({
  version: v.literal(CACHE_VERSION),
  content: v.string(),
  format: v.optional(v.string()),
  encoding: v.optional(v.string()),
  incomplete: v.optional(v.boolean()),
  problems: v.array(
    v.looseObject({
      code: v.string(),
      severity: v.string(),
      range: v.object({ start: v.unknown(), end: v.unknown() }),
    }),
  ),
  drafts: v.array(v.tuple([v.number(), v.record(v.string(), v.unknown())])),
});

const DRAFT = v.looseObject({
  title: v.string(),
  type: v.string(),
  aliases: v.array(v.string()),
  authors: v.array(v.record(v.string(), v.string())),
  keywords: v.array(v.string()),
  range: v.object({
    start: v.object({ line: v.number(), character: v.number() }),
    end: v.object({ line: v.number(), character: v.number() }),
  }),
  record: v.looseObject({ format: v.string() }),
});

/**
 * A source's reading as JSON, to be kept beside the hash of its content.
 * @param content the hash of what was read
 * @param text the text that was read
 */
export function encodeCache(content: string, text: string, reading: SourceReading): string {
  const { drafts, problems, format, encoding, incomplete } = reading;
  let at = 0;
  const compact = drafts.map((draft) => {
    const { record } = draft;
    if (record.format !== 'bibtex') return [-1, draft];
    at = text.indexOf(record.text, at);
    if (at < 0) throw new RangeError('The drafts are not of this text');
    const start = at;
    at += record.text.length;
    return [start, { ...draft, record: { ...record, text: record.text.length } }];
  });
  return JSON.stringify({ version: CACHE_VERSION, content, format, encoding, incomplete, problems, drafts: compact });
}

/** The reading that a cache holds; undefined where it is damaged, of another version, or of another content. */
export function decodeCache(json: string, content: string, text: string): SourceReading | undefined {
  try {
    const { output, success } = v.safeParse(CACHE, JSON.parse(json));
    if (!success || output.content !== content) return undefined;
    const drafts = output.drafts.map(([start, draft]) => readDraft(start, draft, text));
    const { format, encoding, incomplete, problems } = output;
    return { drafts, problems: problems as unknown as SourceProblem[], format, encoding, incomplete } as SourceReading;
  } catch {
    return undefined;
  }
}

function readDraft(start: number, value: Record<string, unknown>, text: string): Draft {
  const draft = v.parse(DRAFT, value) as unknown as Draft;
  if (start < 0) return draft;
  const length = Number((draft.record as { text?: unknown }).text);
  // A copy of its own, so that the text of the whole file can be freed.
  const own = ` ${text.slice(start, start + length)}`.slice(1);
  if (own.length !== length) throw new RangeError('The cache is not of this text');
  return { ...draft, record: { ...draft.record, text: own } as Draft['record'] };
}
