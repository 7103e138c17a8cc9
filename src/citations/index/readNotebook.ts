import { syntaxFor } from '../syntaxes';
import type { CitedPlace, CitingFile, NoteLink } from './citedPlace';
import { headingsIn } from './headings';
import { markdownCells } from './notebookCells';
import { readCitingFile } from './readCitingFile';

/** What the Markdown cells of a notebook's file say of papers; undefined where that is nothing. */
export function readNotebook(text: string, fileName: string): CitingFile | undefined {
  /** The last heading of the cells before. */
  let heading: string | undefined;
  const cells = markdownCells(text).flatMap(({ cell, text: source }) => {
    const syntax = syntaxFor('markdown', '', () => source);
    const file = readCitingFile(source, syntax, fileName);
    const above = heading;
    heading = headingsIn(source, syntax).at(-1)?.title ?? above;
    const places = file?.places.map((place): CitedPlace => ({
      ...(above !== undefined && { heading: above }),
      ...place,
      cell,
    }));
    const noteLinks = file?.noteLinks.map((link): NoteLink => ({ ...link, cell }));
    return file && places && noteLinks ? [{ ...file, places, noteLinks }] : [];
  });
  if (cells.length === 0) return undefined;
  return {
    syntax: cells[0].syntax,
    labels: cells.flatMap(({ labels }) => labels),
    places: cells.flatMap(({ places }) => places),
    noteLinks: cells.flatMap(({ noteLinks }) => noteLinks),
  };
}
