const SEPARATOR = '\n';

/** Texts as one column; a line break in them becomes a space. */
export function joinedTexts(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${text.replaceAll(SEPARATOR, ' ')}${SEPARATOR}`).join(''));
}

/** The texts of a column. */
export function splitTexts(column: Uint8Array): string[] {
  return new TextDecoder().decode(column).split(SEPARATOR).slice(0, -1);
}
