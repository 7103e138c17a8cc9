import { controlWordAt, groupEnd } from './latexTokens';
import { ACCENTS, BELOW, SYMBOLS } from './latexSymbols';

const ACCENT_WORD = /^[uvHckdbrtUGfC]$|^capitalcaron$|^textcommabelow$/;
/** An accent over an accent over …: deeper than any letter has them. */
const MOST_ACCENTS = 3;

/** A letter with its accents. */
export interface Accented {
  readonly text: string;
  /** Offset after all of it. */
  readonly end: number;
}

/** The letter with its accent, for the accent command at an offset. */
export function accentedAt(source: string, at: number, accents = 0): Accented | undefined {
  const name = accentName(source, at);
  if (name === undefined || accents > MOST_ACCENTS) return undefined;
  let start = at + 1 + name.length;
  while (source[start] === ' ') start++;
  const base = baseAt(source, start, accents);
  if (base === undefined) return undefined;
  const bare = base.text.trim().normalize('NFC');
  if (bare === '') return { text: name === '^' || name === '~' ? name : '', end: base.end };
  const dotted = BELOW.has(name) ? bare : bare.replace(/^ı/, 'i').replace(/^ȷ/, 'j');
  const [first] = dotted;
  return { text: first + ACCENTS.get(name)! + dotted.slice(first.length), end: base.end };
}

/** What an accent stands on: a group, a command's letter, another accent, or one character. */
function baseAt(source: string, start: number, accents: number): Accented | undefined {
  const first = source[start];
  if (first === undefined || first === '}') return { text: '', end: start };
  if (first === '{') return baseGroup(source, start, accents);
  if (first === '\\') {
    const inner = accentedAt(source, start, accents + 1);
    if (inner) return inner;
    const word = controlWordAt(source, start);
    const symbol = word && SYMBOLS.get(word.name);
    return symbol ? { text: symbol, end: word.end } : undefined;
  }
  const character = String.fromCodePoint(source.codePointAt(start)!);
  return /[\p{L}\p{N}]/u.test(character) ? { text: character, end: start + character.length } : undefined;
}

function baseGroup(source: string, start: number, accents: number): Accented | undefined {
  const end = groupEnd(source, start, start + 60);
  const inner = source.slice(start + 1, end - 1);
  if (inner.startsWith('\\') || inner.startsWith('{')) {
    const base = baseAt(source, start + 1, accents + 1);
    if (base) return { text: base.text + latexRest(source.slice(base.end, end - 1)), end };
  }
  return { text: latexRest(inner), end };
}

/** The name of the accent command at an offset. */
function accentName(source: string, at: number): string | undefined {
  const sign = source[at + 1];
  if (sign === undefined || source[at] !== '\\') return undefined;
  if (!/[A-Za-z]/.test(sign)) return ACCENTS.has(sign) ? sign : undefined;
  const name = /^[A-Za-z]+/.exec(source.slice(at + 1, at + 20))![0];
  return ACCENT_WORD.test(name) ? name : undefined;
}

/** Plain letters of what follows in an accent's group. */
function latexRest(source: string): string {
  return source.replace(/[\\{}]/g, '');
}
