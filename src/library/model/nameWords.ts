import { withoutMarks } from './nameMarks';

const RAISED_FIRST = /^[⁰¹²³⁴-⁹ᵃ-ᵛʰʲʷˣʸⁱⁿᶻ]/u;

/** The words of a name, each with the marks and the parentheses behind it: `Smith (1)`, `Doe *`. */
export function wordsWithMarks(words: readonly string[]): string[] {
  const joined: string[] = [];
  let open = false;
  for (const word of words) {
    const isBehind: boolean = joined.length > 0 && (open || /^[([]/.test(word) || withoutMarks(`x${word}`) === 'x');
    if (isBehind) joined[joined.length - 1] += RAISED_FIRST.test(word) ? word : ` ${word}`;
    else joined.push(word);
    open = isBehind && (open || /^[([]/.test(word)) && !/[)\]]$/.test(word);
  }
  return open ? [...words] : joined;
}
