/** A cell of a notebook whose text is Markdown. */
export interface MarkdownCell {
  /** Its number among all cells, from 0. */
  readonly cell: number;
  readonly text: string;
}

const BACKSLASH = 92;
/** What gives a text of JSON its shape. */
const SHAPE = /["[\]{}]/g;
const IS_MARKDOWN = /"cell_type"\s{0,99}:\s{0,99}"markdown"/;

/**
 * The Markdown cells of a notebook's file in the format of Jupyter (nbformat's documentation, "The Notebook file format"); none of
 * what is no notebook. Only these cells are parsed: the pictures of others can make files of many megabytes.
 */
export function markdownCells(text: string): MarkdownCell[] {
  return cellTexts(text).flatMap((json, cell) => {
    const source = IS_MARKDOWN.test(json) ? sourceOf(json) : undefined;
    return source === undefined ? [] : [{ cell, text: source }];
  });
}

/** The text of a Markdown cell: a text, or a list of its lines; undefined where the cell is another one. */
function sourceOf(json: string): string | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return undefined;
  }
  const { cell_type, source } = parsed as Readonly<Record<string, unknown>>;
  if (cell_type !== 'markdown') return undefined;
  if (Array.isArray(source)) return source.filter((line) => typeof line === 'string').join('');
  return typeof source === 'string' ? source : undefined;
}

/** The cells as they are written: the objects of the list `cells` of the outermost object. */
function cellTexts(text: string): string[] {
  const cells: string[] = [];
  let depth = 0;
  let start = 0;
  /** The outermost object's field that was begun last. */
  let field = '';
  SHAPE.lastIndex = 0;
  for (let match = SHAPE.exec(text); match; match = SHAPE.exec(text)) {
    const at = match.index;
    switch (match[0]) {
      case '"': {
        const end = stringEnd(text, at + 1);
        if (end < 0) return cells;
        if (depth === 1) field = text.slice(at + 1, end);
        SHAPE.lastIndex = end + 1;
        break;
      }
      case '{':
      case '[':
        if (depth === 2 && field === 'cells') start = at;
        depth++;
        break;
      default:
        depth--;
        if (depth === 2 && field === 'cells') cells.push(text.slice(start, at + 1));
    }
  }
  return cells;
}

/** Where a string ends whose first character is at `from`; -1 where it does not. */
function stringEnd(text: string, from: number): number {
  for (let end = text.indexOf('"', from); end >= 0; end = text.indexOf('"', end + 1)) {
    let first = end;
    while (first > from && text.charCodeAt(first - 1) === BACKSLASH) first--;
    if ((end - first) % 2 === 0) return end;
  }
  return -1;
}
