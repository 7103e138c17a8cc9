import type { OffsetRange } from '../base/position';
import type { TextEdit } from '../base/textEdit';
import { isBehindOpening } from './syntaxes/shared/probing';
import { PROBE, type CitationForm, type CompletionRules, type FoundCitation, type Syntax } from './syntax';

/** A place of a text where a citekey is being written. */
export interface KeyPlace {
  /** `key`: the cursor is in a key or where one belongs; `item`: a new item with its own mark (`@`, `<>`) belongs there. */
  readonly kind: 'key' | 'item';
  /** The whole key around the cursor; empty where none is written yet. */
  readonly range: OffsetRange;
  /** What of the key stands before the cursor. */
  readonly typed: string;
  /** The other keys of the citation. */
  readonly others: readonly string[];
  readonly form: CitationForm;
  /** The edit that puts this key there. Its range may be wider than `range` where the key has to be quoted. */
  edit(key: string): TextEdit;
}

/** Whether a citation that a probe made of a text is meant as one. */
type Accepts = NonNullable<CompletionRules['accepts']>;

/** How far before the cursor a citation may start. */
const REACH = 2000;

/**
 * The key place at an offset, or undefined where no key belongs: in prose, code, comments, e-mail addresses, and where
 * the syntax would not read a citation.
 */
export function completionAt(text: string, offset: number, syntax: Syntax): KeyPlace | undefined {
  if (offset < 0 || offset > text.length || !isNearTrigger(text, offset, syntax)) return undefined;
  const rules = syntax.completion;
  const accepts: Accepts = (probed, at, probe, citation) =>
    rules.accepts?.(probed, at, probe, citation) ?? isDue(probed, at, probe);
  for (const probe of rules.probes) {
    const place = placeWith(text, offset, syntax, probe, accepts);
    if (place) return place;
  }
  return undefined;
}

function isNearTrigger(text: string, offset: number, syntax: Syntax): boolean {
  const near = text.slice(Math.max(0, offset - REACH), offset);
  const paragraph = near.slice(near.lastIndexOf('\n\n') + 1);
  return syntax.completion.starts.some((start) => paragraph.includes(start));
}

/** The key place that a probe put in at an offset shows, where the citation that it is then in is one that is accepted. */
export function placeWith(
  text: string,
  offset: number,
  syntax: Syntax,
  probe: string,
  accepts: Accepts,
): KeyPlace | undefined {
  const probed = text.slice(0, offset) + probe + text.slice(offset);
  const at = offset + probe.indexOf(PROBE);
  const hit = itemAround(syntax.find(probed), at);
  if (!hit) return undefined;
  const { citation, index } = hit;
  const isItem = !probe.startsWith(PROBE);
  const others = citation.items.filter((_, i) => i !== index).map((item) => item.key);
  if (!accepts(probed, offset, probe, citation)) return undefined;
  const back = (position: number): number =>
    position <= offset ? position : Math.max(offset, position - probe.length);
  const { keyRange } = citation.items[index];
  const range = { start: back(keyRange.start), end: back(keyRange.end) };
  return {
    kind: isItem ? 'item' : 'key',
    range,
    typed: text.slice(range.start, offset),
    others,
    form: citation.form,
    edit(key) {
      const [edit] = syntax.replaceKey(probed, citation, index, key);
      const mark = isItem ? probe.slice(0, Math.max(0, edit.start - offset)) : '';
      return { start: back(edit.start), end: back(edit.end), newText: mark + edit.newText };
    },
  };
}

function itemAround(
  found: readonly FoundCitation[],
  at: number,
): { citation: FoundCitation; index: number } | undefined {
  for (const citation of found) {
    const { start, end } = citation.range;
    if (start > at) break;
    if (at >= end) continue;
    const index = citation.items.findIndex(({ keyRange }) => keyRange.start <= at && at < keyRange.end);
    if (index >= 0) return { citation, index };
  }
  return undefined;
}

/** What a probe may show: an item of its own only where a new one is due (`[cite:|]`, `#cite(|)`). */
function isDue(probed: string, offset: number, probe: string): boolean {
  return probe.startsWith(PROBE) || isBehindOpening(probed, offset);
}
