import type { CslName } from './csl';
import { wordsWithMarks } from './nameWords';

const PARTICLE =
  /^(?:af|al|al-|ap|auf|aus|ben|bin|d['’]|da|dal|dall['’]|de|degli|dei|del|dela|dell['’]|della|den|der|des|di|do|dos|du|el|el-|in|l['’]|la|las|le|lo|los|op|['’][nst]|te|ten|ter|tot|van|ver|vom|von|y|z|zu|zum|zur)$/;
/** Whether a word is one that stands behind a name: `Jr.`, `III`. */
export function isSuffix(word: string): boolean {
  return SUFFIX.test(word);
}

const SUFFIX = /^(?:jr|sr|[iv]{2,4})\.?$/i;

/**
 * A person's name written plainly, `Aäron van den Oord` or `van den Oord, Aäron`, as a CSL name. The lower-case particles
 * before the family name stay apart from it; a single word becomes a literal.
 */
export function parsePlainName(text: string): CslName {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  const comma = name.split(',').map((part) => part.trim());
  if (comma.length > 1 && comma[0] !== '') return fromInverted(comma);
  const words = wordsWithMarks(name.split(' '));
  if (words.length < 2) return { literal: name };
  const suffix = words.length > 2 && SUFFIX.test(words[words.length - 1]) ? words.pop() : undefined;
  let family = words.length - 1;
  while (family > 1 && PARTICLE.test(words[family - 1])) family--;
  return withParticle(words.slice(family), words.slice(0, family).join(' '), suffix);
}

function fromInverted(parts: readonly string[]): CslName {
  const middle = parts.length > 2 && SUFFIX.test(parts[1]) ? parts[1] : undefined;
  const last =
    parts.length > 2 && !middle && SUFFIX.test(parts[parts.length - 1]) ? parts[parts.length - 1] : undefined;
  const given = (middle ? parts.slice(2) : parts.slice(1, last ? -1 : undefined)).filter(Boolean).join(', ');
  return withParticle(parts[0].split(' '), given, middle ?? last);
}

function withParticle(familyWords: readonly string[], given: string, suffix: string | undefined): CslName {
  let first = 0;
  while (first < familyWords.length - 1 && PARTICLE.test(familyWords[first])) first++;
  const name: CslName = { family: familyWords.slice(first).join(' ') };
  if (given) name.given = given;
  if (first > 0) name['non-dropping-particle'] = familyWords.slice(0, first).join(' ');
  if (suffix) name.suffix = suffix;
  return name;
}

const INITIALS = /^(?:\p{Lu}\p{Ll}?\.?[\s-]?){1,4}$/u;
const INITIALS_FAMILY = /^(?:\p{Lu}\p{Ll}?\.[\s-]?){1,4}\p{L}[\p{L}'’ -]{1,60}$/u;
const FAMILY_INITIALS = /^\p{Lu}[\p{L}'’ -]{1,60} \p{Lu}{1,3}$/u;

/**
 * The names of a list with commas alone between them, of which no other way of writing is told: `Ito, E., Kato, F.`, `Ito E, Kato F` as
 * PubMed has it, `E. Ito, F. Kato`. Undefined for any other text, such as one name.
 */
export function namesBetweenCommas(text: string): string[] | undefined {
  const parts = text.split(',').map((part) => part.trim());
  if (parts.length > 1 && parts.every((part) => FAMILY_INITIALS.test(part)))
    return parts.map((part) => part.replace(/ (\p{Lu}{1,3})$/u, ', $1'));
  if (parts.length > 1 && parts.every((part) => INITIALS_FAMILY.test(part))) return parts;
  const isPaired =
    parts.length > 3 &&
    parts.length % 2 === 0 &&
    parts.every((part, i) => part !== '' && INITIALS.test(part) === (i % 2 === 1));
  return isPaired ? parts.flatMap((part, i) => (i % 2 === 0 ? [`${part}, ${parts[i + 1]}`] : [])) : undefined;
}
