import fc from 'fast-check';

/** Half surrogate pairs and control characters too. */
export const anyCharacter = fc.oneof(
  fc.integer({ min: 0, max: 0x2ff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x300, max: 0x10ffff }).map((code) => String.fromCodePoint(code)),
);

/** Texts of the given pieces and of any characters, half surrogate pairs and control characters too. */
export function anyText(pieces: readonly string[], maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.oneof(anyCharacter, fc.constantFrom(...pieces)), maxLength });
}
