/** Shorter stretches may be there by chance. */
const SHORTEST = 8;

/**
 * A text that was put into a box of one line, with its line breaks again: such a box drops them, or makes spaces of them, and where the text
 * came from still has them. What was pasted beside other text becomes lines of its own.
 * @param sources what may have been pasted, the likeliest first
 */
export function withLineBreaks(value: string, sources: readonly string[]): string {
  const broken = sources.filter((source) => /[\r\n\u2028]/.test(source.trim()));
  for (const [i, source] of broken.entries()) {
    const place = placeOf(source, value);
    if (!place) continue;
    const rest = [value.slice(0, place[0]), value.slice(place[1])].map((part) => part.trim());
    if (rest.every((part) => part === '')) return source;
    const [before, behind] = rest.map((part) => withLineBreaks(part, broken.slice(i)));
    // Where empty lines part references, lines that follow each other are one.
    const apart = /\n\s*\n/.test(source.trim()) ? '\n\n' : '\n';
    return [before, source.trim(), behind].filter((part) => part !== '').join(apart);
  }
  return value;
}

/** Where a value holds a source, whatever white space either has. */
function placeOf(source: string, value: string): readonly [start: number, end: number] | undefined {
  const wanted = source.replace(/\s+/g, '');
  const places: number[] = [];
  let squeezed = '';
  for (let i = 0; i < value.length; i++) {
    if (/\s/.test(value[i])) continue;
    squeezed += value[i];
    places.push(i);
  }
  const at = squeezed.indexOf(wanted);
  if (at < 0 || (wanted.length < SHORTEST && wanted.length < squeezed.length)) return undefined;
  return [places[at], places[at + wanted.length - 1] + 1];
}

/** Whether more than one character came into a box at once, as by pasting. */
export function isPasted(before: string, after: string): boolean {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return after.length - start - end > 1;
}
