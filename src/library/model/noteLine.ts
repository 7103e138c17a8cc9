/** The value of a line `PMID: …` of a note, where Zotero's field Extra ends up. */
export function notedValue(note: string | undefined, name: string): string | undefined {
  const line = note
    ?.slice(0, 10_000)
    .split(/[\r\n]+/)
    .find((each) => each.trimStart().toLowerCase().startsWith(`${name}:`));
  return line?.slice(line.indexOf(':') + 1).trim();
}
