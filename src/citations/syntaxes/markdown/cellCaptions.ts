import type { OffsetRange } from '../../../base/position';
import { lineEnd } from '../shared/characters';

/** The fence of a cell that is run, `{r}`, `{python}`. */
const RUN = /[ \t]*\{[ \t]*[A-Za-z]/y;
/** The mark of a comment that holds an option of a cell, in the languages of cells. */
const OPTION = /[ \t>]*(?:#|\/\/|%%|--)\|/y;
const CAPTION = /[ \t]*(?:fig|tbl|lst)[-.](?:sub)?cap[ \t]*[:=][ \t]*(?:[|>][+-]?\d?[ \t]*\r?$)?/my;
const GOES_ON = /[ \t]{2}/y;

/**
 * The captions among the options of a cell, which are Markdown (Quarto's reference of cells, "fig-cap"): the lines of each,
 * behind their marks.
 * @param start behind the marks of the fence
 * @param end of the cell
 */
export function cellCaptions(text: string, start: number, end: number): OffsetRange[][] {
  const captions: OffsetRange[][] = [];
  if (behind(RUN, text, start) < 0) return captions;
  let open: OffsetRange[] | undefined;
  for (let line = lineEnd(text, start) + 1; line < end; line = lineEnd(text, line) + 1) {
    const option = behind(OPTION, text, line);
    if (option < 0) break;
    const caption = behind(CAPTION, text, option);
    const stop = lineEnd(text, line);
    if (caption >= 0) captions.push((open = [{ start: caption, end: stop }]));
    else if (open && behind(GOES_ON, text, option) >= 0) open.push({ start: option, end: stop });
    else open = undefined;
  }
  return captions;
}

/** Behind what a pattern matches at an offset, -1 where it does not. */
function behind(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}
