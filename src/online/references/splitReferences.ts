import { splitJoined } from './joinedReferences';

/** Longer texts are no list of references. */
const LONGEST = 500_000;
/** More of them are a library, which is better read as a file. */
const MOST = 500;

/** The number or mark that a list puts before a reference: `[12]`, `(12)`, `12.`, `12)`, `[Vas+17]`, `•`. */
const LABEL = /^\s*(?:\[[\p{L}\p{N}+:.-]{1,20}\]|\(\d{1,4}\)|\d{1,4}[.)](?=\s)|[•·*–-](?=\s))\s*/u;

/**
 * The references of a pasted list, each as one line without its label. One stands on each line; where a list is numbered, indented or
 * parted by empty lines, a reference goes on over the lines up to the next. A line that is a list which lost its line breaks is one again.
 */
export function splitReferences(text: string): string[] {
  const lines = text.slice(0, LONGEST).split(/\r\n|\n|\r|\u2028/);
  return groups(lines)
    .flatMap((group) => splitJoined(joined(group)))
    .map((reference) => reference.replace(LABEL, '').trim())
    .filter((reference) => /[\p{L}\p{N}]/u.test(reference))
    .slice(0, MOST);
}

/** The lines of each reference. */
function groups(lines: readonly string[]): string[][] {
  const said = lines.filter((line) => line.trim() !== '');
  const labelled = said.filter((line) => LABEL.test(line)).length;
  if (labelled >= 2 && LABEL.test(said[0])) return grouped(said, (line) => LABEL.test(line));
  const isHanging = said.some((line) => /^(?: {2,}|\t)\S/.test(line)) && /^\S/.test(said[0] ?? '');
  if (isHanging) return grouped(said, (line) => /^\S/.test(line));
  const paragraphs = parted(lines);
  // Paragraphs of which none is longer than a line are a list with space in it.
  return paragraphs.length >= 2
    ? paragraphs.flatMap((lines) => (isList(lines) ? lines.map((line) => [line]) : [lines]))
    : said.map((line) => [line]);
}

/** Whether each line of a paragraph is something of its own, such as an identifier. */
function isList(lines: readonly string[]): boolean {
  return lines.every((line) => /^\s*\S+\s*$/.test(line));
}

function grouped(lines: readonly string[], starts: (line: string) => boolean): string[][] {
  const all: string[][] = [];
  for (const line of lines) {
    if (all.length === 0 || starts(line)) all.push([line]);
    else all[all.length - 1].push(line);
  }
  return all;
}

function parted(lines: readonly string[]): string[][] {
  const all: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() !== '') all[all.length - 1].push(line);
    else if (all[all.length - 1].length > 0) all.push([]);
  }
  return all.filter((paragraph) => paragraph.length > 0);
}

/** Lines as one; a word that was parted at the end of a line is whole again, an address too. */
function joined(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .reduce((before, line) => {
      if (/(?:https?:\/\/|\b10\.\d{4,9}\/)\S*[/._-]$/.test(before)) return before + line;
      if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
      return before === '' ? line : `${before} ${line}`;
    }, '');
}
