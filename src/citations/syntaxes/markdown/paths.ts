import type { WrittenPath } from '../../syntax';
import { MarkdownScanner } from './scanner';

/** An address in the parentheses behind a link's text, or behind the label of a definition, which can be in a quotation. */
const ADDRESS = /^[\s>]*(?:<([^<>\n]*)>|([^\s<]\S*))/;

const none = (): void => undefined;

/** The addresses of Markdown's links and images: `[text](notes/name.md#part)`, `[label]: <notes/name.md>`. */
export function pathsInMarkdown(text: string, isMyst = false): WrittenPath[] {
  if (!text.includes('](') && !text.includes(']:')) return [];
  const paths: WrittenPath[] = [];
  const add = (from: number, to: number): void => {
    const found = ADDRESS.exec(text.slice(from, to));
    const written = found?.[1] ?? found?.[2];
    if (!found || written === undefined) return;
    const end = from + found[0].length - (found[1] === undefined ? 0 : 1);
    paths.push({ start: end - written.length, end, isBare: true });
  };
  const handler = { key: none, open: none, close: none, separator: none, paragraphEnd: none };
  const destination = (start: number, end: number): void => add(start + 1, end - 1);
  new MarkdownScanner(text, { ...handler, destination, definition: add }, isMyst).scan();
  return paths;
}
