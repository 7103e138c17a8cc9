import { applyEdits, type TextEdit } from '../base/textEdit';
import type { OffsetRange } from '../base/position';
import { ALIAS_FIELDS, keyFields, keysIn, withKeys } from './claims';
import { type FieldEdits, setFields } from './setFields';
import type { FieldNames } from './fieldNames';
import { readFrontMatter } from './frontMatter';
import { sameData } from './sameData';

/**
 * The edits that have a note's front matter state other keys, in every property that states keys, those of other tools too. Where a
 * key stands as it is, quotes and all that is around it stay.
 * @param keyFor what stands in the place of a key; the key itself where it stays
 * @param withAliases whether that goes for the note's other names as well, where one is a key
 */
export function keyEdits(
  text: string,
  names: FieldNames,
  keyFor: (key: string) => string,
  withAliases = false,
): FieldEdits {
  const { data, values } = readFrontMatter(text);
  const plain: TextEdit[] = [];
  const wanted: Record<string, string | string[]> = {};
  const aliases = withAliases ? ALIAS_FIELDS.filter((field) => data[field] !== undefined) : [];
  for (const field of new Set([...keyFields(data, names), ...aliases])) {
    const changed = keysIn(data[field]).filter((key) => keyFor(key) !== key);
    if (changed.length === 0) continue;
    wanted[field] = withKeys(data[field], keyFor, !aliases.includes(field));
    const place = values.get(field)!;
    const own = text.slice(place.start, place.end);
    for (const { start, end, key } of wordsOf(own, new Set(changed))) {
      plain.push({ start: place.start + start, end: place.start + end, newText: keyFor(key) });
    }
  }
  const says = (edits: readonly TextEdit[]) =>
    sameData(readFrontMatter(applyEdits(text, edits)).data, { ...data, ...wanted });
  if (plain.length > 0 && says(plain)) return { edits: plain };
  const alone = plain.filter((edit) => standsAlone(text, edit));
  if (alone.length > 0 && says(alone)) return { edits: alone };
  return setFields(text, wanted, { ordered: true });
}

/** Whether a word is all that an item of a list, or a value, says. */
function standsAlone(text: string, { start, end }: OffsetRange): boolean {
  const [before, behind] = [text.slice(Math.max(0, start - AROUND), start), text.slice(end, end + AROUND)];
  return /[[,:\n"'-][ \t]*["']?@?$/.test(before) && /^["']?[ \t]*(?:[,\]\r\n]|#|$)/.test(behind);
}

/** So far is looked for what ends an item. */
const AROUND = 20;

/** Where keys stand as whole words. */
function* wordsOf(text: string, keys: ReadonlySet<string>) {
  for (const { 0: word, index } of text.matchAll(/[^\s,;[\]"'@]+/g)) {
    if (keys.has(word)) yield { start: index, end: index + word.length, key: word };
  }
}
