import type { OffsetRange } from '../../../base/position';
import { lineEnd } from '../shared/characters';

/** The fence of a cell that is run, `{r}`, `{python}`. */
const RUN = /^[ \t]*\{[ \t]*[A-Za-z]/;
/** The mark of a comment that holds an option of a cell, in the languages of cells. */
const OPTION = /^[ \t>]*(?:#|\/\/|%%|--)\|/;
const CAPTION = /^[ \t]*(?:fig|tbl|lst)[-.](?:sub)?cap[ \t]*[:=][ \t]*(?:[|>][+-]?\d?[ \t]*\r?$)?/;
const GOES_ON = /^[ \t]{2}/;
/** How long what stands before a caption may be. */
const LONGEST = 100;

/**
 * The captions among the options of a cell, which are Markdown (Quarto's reference of cells, "fig-cap"): the lines of each,
 * behind their marks.
 * @param start behind the marks of the fence
 * @param end of the cell
 */
export function cellCaptions(text: string, start: number, end: number): OffsetRange[][] {
  const captions: OffsetRange[][] = [];
  const info = lineEnd(text, start);
  if (!RUN.test(text.slice(start, Math.min(info, start + LONGEST)))) return captions;
  let open: OffsetRange[] | undefined;
  for (let line = info + 1; line < end; line = lineEnd(text, line) + 1) {
    const stop = lineEnd(text, line);
    const mark = OPTION.exec(text.slice(line, Math.min(stop, line + LONGEST)))?.[0].length;
    if (mark === undefined) break;
    const option = text.slice(line + mark, Math.min(stop, line + mark + LONGEST));
    const name = CAPTION.exec(option)?.[0].length;
    if (name !== undefined) captions.push((open = [{ start: line + mark + name, end: stop }]));
    else if (open && GOES_ON.test(option)) open.push({ start: line + mark, end: stop });
    else open = undefined;
  }
  return captions;
}
