import type { FoundItem } from '../../foundItem';
import type { CitationForm, FoundCitation } from '../../syntax';
import { isSpace, NEWLINE } from '../shared/characters';

/** A citation that grows by those that follow it. */
interface Growing extends FoundCitation {
  readonly range: { readonly start: number; end: number };
  readonly items: FoundItem[];
}

/** The citations of a text, of which those that follow one another are one group, each within the supplement it stands in. */
export class Groups {
  readonly found: Growing[] = [];
  count = 0;
  readonly #text: string;
  /** The citation met last, and before it those around it whose supplements are being read. */
  readonly #open: Growing[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Takes the next item of the text. @param grouped whether it may join the one before it */
  add(item: FoundItem, form: CitationForm, grouped: boolean): void {
    const open = this.#open;
    const { start, end } = item.range;
    this.count++;
    while (open.length > 1 && open[open.length - 2].range.end <= start) open.pop();
    const last = open.at(-1);
    const isInner = open.length > 1 || (last !== undefined && start < last.range.end);
    if (last && start >= last.range.end) {
      if (grouped && last.form === form && areNeighbours(this.#text, last.range.end, start)) {
        last.items.push(item);
        last.range.end = end;
        return;
      }
      open.pop();
    }
    const citation = { range: { start, end }, form, items: [item], ...(isInner && { isInner }) };
    open.push(citation);
    this.found.push(citation);
  }
}

/** Only blanks, and at most one line break, between two citations. */
function areNeighbours(text: string, end: number, start: number): boolean {
  if (start - end > 200) return false;
  let lines = 0;
  for (let at = end; at < start; at++) {
    const code = text.charCodeAt(at);
    if (!isSpace(code) || (code === NEWLINE && ++lines > 1)) return false;
  }
  return true;
}
