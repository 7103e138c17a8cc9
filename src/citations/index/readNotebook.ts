import { syntaxFor } from '../syntaxes';
import type { CitingFile } from './citedPlace';
import { markdownCells } from './notebookCells';
import { readCitingFile } from './readCitingFile';

/** Whether a file is a notebook, by its name. */
export function isNotebook(uri: string): boolean {
  return /\.ipynb$/i.test(uri);
}

/** What the Markdown cells of a notebook's file say of papers; undefined where that is nothing. */
export function readNotebook(text: string, fileName: string): CitingFile | undefined {
  const cells = markdownCells(text).flatMap(({ cell, text: source }) => {
    const file = readCitingFile(
      source,
      syntaxFor('markdown', '', () => source),
      fileName,
    );
    return file ? [{ ...file, places: file.places.map((place) => ({ ...place, cell })) }] : [];
  });
  if (cells.length === 0) return undefined;
  return {
    syntax: cells[0].syntax,
    labels: cells.flatMap(({ labels }) => labels),
    places: cells.flatMap(({ places }) => places),
    wikiLinks: [],
  };
}
