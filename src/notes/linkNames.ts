import { citekeyFileName } from './fileSegment';

/** The names by which links call a paper's notes: its citekeys, the files that are named by them, and those that its notes have. */
export function linkNames(citekeys: readonly string[], fileNames: readonly string[]): string[] {
  const names = [...citekeys, ...citekeys.map(citekeyFileName), ...fileNames].map(linkName);
  return [...new Set(names)];
}

/** The name by which links call a file: without extension and the `@` that may stand before it. */
export function linkName(fileName: string): string {
  return fileName
    .normalize('NFC')
    .replace(/\.(?:md|markdown|org)$/i, '')
    .replace(/^@/, '');
}
