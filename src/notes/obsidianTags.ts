/** Longer tags are cut, in characters. */
const FIRST = /^[^]{0,60}/u;

/**
 * Words as tags that Obsidian and its like take: letters, digits, `_`, `-` and `/` alone, with `-` in the place of blanks, and
 * at least one sign that is no digit. Each comes once, whatever its capitals.
 */
export function obsidianTags(words: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const word of words) {
    const tag = tagOf(word);
    if (tag !== '' && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()];
}

function tagOf(word: string): string {
  const signs = word.normalize('NFC').trim().replace(/^#/, '').replace(/\s+/g, '-');
  const tag = signs
    .replace(/[^\p{L}\p{M}\p{N}_/-]/gu, '')
    .match(FIRST)![0]
    .replace(/^[/-]+|[/-]+$/g, '')
    .replace(/\/{2,}/g, '/');
  return /^\d+$/.test(tag) ? `_${tag}` : tag;
}
