import type { OffsetRange } from '../base/position';

/** Lines around what programs write into notes and write again: those of Zotero's plugins for Obsidian, and our own around annotations. */
const BEGIN = /^[ \t]*(?:%%[ \t]*begin[ \t]+(.+?)[ \t]*%%|<!-- zotero annotations -->)[ \t]*\r?$/i;
const END = /^[ \t]*(?:%%[ \t]*end[ \t]+(.+?)[ \t]*%%|<!-- \/zotero annotations\b.*-->)[ \t]*\r?$/i;

/** The stretches of a note that programs keep up to date, with the lines around them; one without an end goes to that of the note. */
export function keptBlocks(note: string): OffsetRange[] {
  const blocks: OffsetRange[] = [];
  let open: { readonly start: number; readonly name: string } | undefined;
  let at = 0;
  for (const line of note.split('\n')) {
    const begin = BEGIN.exec(line);
    const end = END.exec(line);
    if (begin) open ??= { start: at, name: nameOf(begin) };
    else if (end && open?.name === nameOf(end)) {
      blocks.push({ start: open.start, end: at + line.length });
      open = undefined;
    }
    at += line.length + 1;
  }
  return open ? [...blocks, { start: open.start, end: note.length }] : blocks;
}

function nameOf([, name = '']: RegExpExecArray): string {
  return name.toLowerCase();
}
