import type { KnownPaper } from '../../../src/notes/paperLookup';

/** Papers with titles and DOIs of their own. */
export function notedPapers(count: number): KnownPaper[] {
  return Array.from({ length: count }, (_, i) => ({
    citekey: `author${i}word`,
    title: `On the matter number ${i} of this library`,
    doi: `10.1000/${i}`,
  }));
}

/** A note about a paper, such as people write them, about 3 kB of it. */
export function noteText({ citekey, title, doi }: KnownPaper): string {
  const head = ['---', `citekey: ${citekey}`, `title: ${title}`, 'authors:', '  - Ann Smith', '  - Bo Jones'];
  const words = 'What this paper does about its matter, in the words of a reader. '.repeat(40);
  const state = [`doi: ${doi}`, 'tags: [sea, sky]', 'status: unread', '---'];
  return [...head, ...state, '', `# ${title}`, '', words, ''].join('\n');
}
