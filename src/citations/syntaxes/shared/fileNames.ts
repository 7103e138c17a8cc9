/** The paths, each once, of the bibliography files among paths divided by commas, line breaks or brackets. */
export function bibliographyPaths(lists: Iterable<string>): string[] {
  return [...new Set([...lists].flatMap(pathsIn).filter(isBibliography))];
}

/** The paths of a list, without quotes and list marks around them. */
export function pathsIn(list: string): string[] {
  const paths = list
    .split(/[,\n[\]]/)
    .map((path) => path.replace(/^[\s-]+|\s+$/g, '').replace(/^r?(["'])(.*)\1$/, '$2'));
  return paths.filter((path) => path !== '');
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** Whether a file, by its path, can be a bibliography. */
export function isBibliography(path: string): boolean {
  return /\.(bib|bibtex|json|ya?ml|ris)$/i.test(path);
}

/** The first group of each match. */
export function firstGroups(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, group]) => group);
}
