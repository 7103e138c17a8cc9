import type { Recorded } from './recorded';

/** A place in a bracket: `see 34:105`, `21`, `33–35`. */
const PLACE = /^(\D*)(\d+)(?:–(\d+))?(\D.*)?$/;

/**
 * What was recorded, with the numbers of another list of the same references: for a style that numbers its list as it is sorted,
 * so that one reference in another place changes all numbers behind it.
 * @param keys of that list in its order
 */
export function renumbered(recorded: Recorded, keys: readonly string[]): Recorded {
  const numbers = recorded.references.map(([key]) => keys.indexOf(key) + 1);
  const numberOf = (theirs: number) => numbers[theirs - 1] ?? 0;
  const inBrackets = (text: string) =>
    text.replace(/\[([^\]]*)\]/g, (_, inner: string) => `[${places(inner, numberOf)}]`);
  return {
    ...recorded,
    citations: recorded.citations.map(inBrackets),
    references: recorded.references.map(([key, text], at) => [key, text.replace(/^\[\d+\]/, `[${numbers[at]}]`)]),
  };
}

interface Place {
  readonly before: string;
  readonly number: number;
  readonly after: string;
}

function places(inner: string, numberOf: (theirs: number) => number): string {
  const all = inner.split(/,(?! )/).flatMap((part): Place[] => {
    const [, before, first, last = first, after = ''] = PLACE.exec(part) ?? [part, part, '0'];
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, at) => ({ before, number: numberOf(Number(first) + at), after }));
  });
  // What something is said of keeps its order.
  const isSorted = all.every(({ before, after }) => before === '' && !after.includes(' '));
  return collapsed(isSorted ? all.sort((a, b) => a.number - b.number) : all).join(',');
}

/** Three numbers in a row and more as the first and last of them. */
function collapsed(all: readonly Place[]): string[] {
  const made: string[] = [];
  for (let at = 0; at < all.length;) {
    const { before, number, after } = all[at];
    let end = at;
    while (all[end].after === '' && all[end + 1]?.number === all[end].number + 1 && all[end + 1].before === '') end++;
    const isRange = end - at >= 2 && all[end].after === '';
    made.push(isRange ? `${before}${number}–${all[end].number}` : `${before}${number}${after}`);
    at = isRange ? end + 1 : at + 1;
  }
  return made;
}
