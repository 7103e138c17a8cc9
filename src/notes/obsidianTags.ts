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

/**
 * Tags that a note is to have, in Obsidian's form; those that it has already stay as they are. What has no sign that Obsidian takes
 * stays, too.
 * @param known the tags that the note has
 */
export function inObsidianForm(tags: readonly string[], known: readonly string[]): string[] {
  const kept = new Map(tags.filter((tag) => known.includes(tag)).map((tag) => [tag.toLowerCase(), tag]));
  for (const tag of tags) {
    const formed = tagOf(tag) || tag;
    if (!known.includes(tag) && !kept.has(formed.toLowerCase())) kept.set(formed.toLowerCase(), formed);
  }
  return [...kept.values()];
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
