import type { Entry } from '../../library/model/entry';
import type { KeyMaker } from '../../library/keys/pattern';
import type { MovedKey } from './movedKeys';

/**
 * The keys that papers get by a pattern, of those that get another one than they have. Where a key is taken, by a paper of the
 * library or one before, a letter is added; a paper that has a key of this form already keeps it.
 * @param isTaken whether another paper than this entry has a key
 */
export function newKeys(
  entries: readonly Entry[],
  make: KeyMaker,
  isTaken: (key: string, entry: Entry) => boolean,
): MovedKey[] {
  const given = new Set<string>();
  const moved: MovedKey[] = [];
  for (const entry of entries) {
    const base = make(entry);
    const isFree = (key: string) => !given.has(key) && !isTaken(key, entry);
    const key = base === '' ? entry.citekey : firstFree(base, entry.citekey, isFree);
    given.add(key);
    if (key !== entry.citekey) moved.push({ from: entry.citekey, to: key });
  }
  return moved;
}

function firstFree(base: string, own: string, isFree: (key: string) => boolean): string {
  if (base === own || isFree(base)) return base;
  if (own.startsWith(base) && /^([a-z]|-\d+)$/.test(own.slice(base.length)) && isFree(own)) return own;
  for (let number = 1; ; number++) {
    const key = base + (number <= 26 ? String.fromCharCode(96 + number) : `-${number - 25}`);
    if (key === own || isFree(key)) return key;
  }
}
