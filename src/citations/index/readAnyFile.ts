import { fileNameOf } from '../../workspace/uri';
import type { Syntax } from '../syntax';
import type { CitingFile } from './citedPlace';
import { isNotebook } from './isNotebook';
import { readCitingFile } from './readCitingFile';
import { readNotebook } from './readNotebook';

/** What a file says of papers, a notebook or a document of the syntax that it has; undefined where that is nothing. */
export function readAnyFile(
  uri: string,
  text: string,
  syntaxOf: (uri: string, text: string) => Syntax | undefined,
): CitingFile | undefined {
  if (isNotebook(uri)) return readNotebook(text, fileNameOf(uri));
  const syntax = syntaxOf(uri, text);
  return syntax && readCitingFile(text, syntax, fileNameOf(uri));
}
