import type { NoteRules } from '../../syntax';
import { tied } from '../shared/notes';

/** Commands that only say how their text looks. */
const STYLED = /\\(?:emph|text(?:it|bf|rm|sf|sl|sc|tt|up|md|normal)|mkbibquote|mkbibemph|enquote\*?|mbox)\{([^{}]*)\}/g;

/** An accent and its letter: `\"u`, `\'{e}`, `\c{c}`. */
const ACCENT = /\\(?=["'`^~=.]|[cvHuk][{ ])(.) ?(?:\{\\?([A-Za-z])\}|\\?([A-Za-z]))/g;
const MARKS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  c: '\u0327',
  v: '\u030c',
  H: '\u030b',
  u: '\u0306',
  k: '\u0328',
};
/** How deep commands in one another are looked for. */
const DEEPEST = 5;

/** A note without what says how its text looks. */
function unwrapped(note: string): string {
  let inner = note;
  for (let i = 0; i < DEEPEST && inner.includes('{'); i++) {
    const before = inner;
    inner = inner.replace(STYLED, (whole: string, text: string) =>
      whole.startsWith('\\en') || whole.startsWith('\\mkbibq') ? `“${text}”` : text,
    );
    if (inner === before) break;
  }
  return inner;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** Digits above or below the line, as characters of their own: 3⁴ is not 34. Letters are read on the line: 2e. */
function shifted(text: string, kind: string): string {
  return text.replace(/\d/g, (digit) => (kind === 'super' ? RAISED : LOWERED)[Number(digit)]);
}

/** What LaTeX reads otherwise than as it is written. */
const MARKUP = /[\\{~`'-]/;

/** A note without commands, accents among them. */
function withoutCommands(note: string): string {
  return note
    .replace(
      /((?:\\S){1,4})(?![A-Za-z])(?:\{\})?(?:[ ~]|\\,)?/g,
      (_, signs: string) => `${'§'.repeat(signs.length / 2)} `,
    )
    .replace(/\\text(super|sub)script\{([^{}\\]*)\}/g, (_, kind: string, raised: string) => shifted(raised, kind))
    .replace(/\\[@/-]/g, '')
    .replace(/\\(?:[,:;> ]|(?:thinspace|enspace|nobreakspace|quad)(?![A-Za-z]) ?)(?:\{\})?/g, ' ')
    .replace(/\\([&%#_$])/g, '$1')
    .replace(ACCENT, (_, mark: string, braced?: string, bare?: string) => (braced ?? bare) + MARKS[mark]);
}

function plain(note: string): string {
  if (!MARKUP.test(note)) return note.normalize('NFC');
  const inner = unwrapped(note);
  const text = (inner.includes('\\') ? withoutCommands(inner) : inner)
    .normalize('NFC')
    .replace(/``/g, '“')
    .replace(/''/g, '”');
  const open = text.includes('{') ? text.replace(/(?<!\\[A-Za-z]{1,30}\*?)\{([^{}\\]*)\}/g, '$1') : text;
  return open.replace(/---?/g, '–').replace(/~/g, ' ');
}

/** Notes in LaTeX's markup. */
export const latexNotes: NoteRules = {
  plain,
  cite: true,
  write: (text) =>
    tied(text.replace(/[&%#_$]/g, '\\$&'))
      .replace(/(§{1,2}) ?/g, (_, signs: string) => `${'\\S'.repeat(signs.length)}~`)
      .replace(/–/g, '--'),
};
