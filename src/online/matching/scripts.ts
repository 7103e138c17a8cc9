/** Scripts in which titles and names are written; what East Asian languages mix counts as one. */
const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/gu,
  /\p{Script=Hangul}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
  /\p{Script=Devanagari}/gu,
  /\p{Script=Thai}/gu,
  /\p{Script=Georgian}/gu,
  /\p{Script=Armenian}/gu,
];
const ANY_OTHER = SCRIPTS.length;

/**
 * Whether two texts are written in different scripts, by most of their letters: that one is not like the other says nothing then. Never of
 * a text without letters.
 */
export function areOfDifferentScripts(a: string, b: string): boolean {
  const [left, right] = [scriptOf(a), scriptOf(b)];
  return left !== undefined && right !== undefined && left !== right;
}

/** The script that most letters of a text are of; undefined for a text without letters. */
function scriptOf(text: string): number | undefined {
  const counts = SCRIPTS.map((script) => text.match(script)?.length ?? 0);
  const most = Math.max(...counts);
  if (most > 0) return counts.indexOf(most);
  return /\p{L}/u.test(text) ? ANY_OTHER : undefined;
}
