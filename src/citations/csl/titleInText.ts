import type { Run } from './runs';

const QUOTES = '“”‘’«»‹›„‚"';
const OPENING = new RegExp(`[${QUOTES}]+\\s?$`);
/** A comma or stop may stand before the end (CSL 1.0.2, "punctuation-in-quote"). */
const CLOSING = new RegExp(`^[,.]?(\\s?[${QUOTES}]+)`);

/**
 * A title that stands for an author in the text, set as the style has it in brackets, with italics and quotes: the engine names
 * it there without.
 * @param runs the citation in the text, which begins with the title
 * @param alone the same work cited in brackets
 * @param before what the style puts before what is in brackets, where the title ends
 */
export function titleInText(runs: readonly Run[], alone: readonly Run[], before: string): readonly Run[] {
  const said = textOf(runs);
  const rest = before === '' ? -1 : said.lastIndexOf(` ${before}`);
  const title = rest > 0 ? said.slice(0, rest) : said;
  const bracketed = textOf(alone);
  const place = placeOf(title, bracketed);
  if (!place) return runs;
  const open = OPENING.exec(bracketed.slice(0, place.start))?.[0] ?? '';
  const close = CLOSING.exec(bracketed.slice(place.end))?.[1] ?? '';
  const plain = (text: string): Run[] => (text === '' ? [] : [{ text, marks: new Set() }]);
  const set = cut(alone, place.start, place.end);
  return [...(close === '' ? [] : plain(open)), ...set, ...plain(close), ...cut(runs, title.length, said.length)];
}

/** Where a text stands in another one, but for quotes. */
function placeOf(text: string, within: string): { readonly start: number; readonly end: number } | undefined {
  const letters = [...within.matchAll(new RegExp(`[^${QUOTES}]`, 'g'))];
  const wanted = text.replace(new RegExp(`[${QUOTES}]`, 'g'), '');
  const at =
    wanted === ''
      ? -1
      : letters
          .map(([letter]) => letter)
          .join('')
          .indexOf(wanted);
  return at < 0 ? undefined : { start: letters[at].index, end: letters[at + wanted.length - 1].index + 1 };
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The runs between two places of their text. */
function cut(runs: readonly Run[], from: number, to: number): Run[] {
  let at = 0;
  return runs.flatMap((run): Run[] => {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += run.text.length;
    return text === '' ? [] : [{ ...run, text }];
  });
}
