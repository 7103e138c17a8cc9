/**
 * Names as a part of a sentence, joined as people join them in a language: `a and b`, `a, b und c`, `a、b、c`.
 * @param language a BCP 47 tag
 * @param type whether all of them are meant (`a, b, and c`), or one (`a, b, or c`)
 * @throws RangeError where the tag is none
 */
export function wordList(
  names: readonly string[],
  language: string,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(language, { type }).format(names);
}
