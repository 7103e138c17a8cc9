import type { CslName } from '../../library/model/csl';
import { familyName } from '../../library/model/display';
import { keyOf } from '../matching/authors';

/** Whether two names may be those of one person: by family name, however it is spelt, shortened, or mistaken for the given name. */
export function isSameName(a: CslName, b: CslName): boolean {
  const [left, right] = [keyOf(familyName(a)), keyOf(familyName(b))];
  if (isNear(left, right)) return true;
  const [leftParts, rightParts] = [familyParts(a), familyParts(b)];
  if (leftParts.some((part) => rightParts.includes(part))) return true;
  // Of two family names the first is often taken for a given name.
  if (leftParts.some((part) => givenParts(b).includes(part)) || rightParts.some((part) => givenParts(a).includes(part)))
    return true;
  // Some lists have given and family name the other way round.
  return isNear(left, keyOf(b.given ?? '')) && isNear(right, keyOf(a.given ?? ''));
}

/** The parts of a family name that tell something: `García` and `Márquez`, not `de`. */
function familyParts(name: CslName): string[] {
  return familyName(name)
    .split(/[\s-]+/)
    .map((part) => keyOf(part))
    .filter((part) => part.length > 3);
}

function givenParts({ given = '' }: CslName): string[] {
  return given
    .split(/[\s-]+/)
    .slice(1)
    .map((part) => keyOf(part));
}

function isNear(a: string, b: string): boolean {
  const [left, right] = [transcribed(a), transcribed(b)];
  if (left === '' || right === '') return false;
  return left === right || (Math.min(left.length, right.length) >= 5 && isOneSlip(left, right));
}

/** `mueller` and `muller`, `joergensen` and `jorgensen` are one name. */
function transcribed(name: string): string {
  return name.replace(/(?<=[aou])e(?=[^aeiou])/g, '');
}

/** Whether one letter more, less or other makes one word of the other. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = (word: string, skipped: number) => word.slice(i + skipped);
  return rest(a, 1) === rest(b, 1) || rest(a, 1) === rest(b, 0) || rest(a, 0) === rest(b, 1);
}
