import type { OffsetRange } from '../../base/position';
import { comparableUri, folderOf, joinPath } from '../../workspace/uri';
import { MarkdownScanner } from '../syntaxes/markdown/scanner';
import { pathTokens } from './pathTokens';

/** A link of a Markdown text by the path of a file: `[text](notes/name.md#part)`, `[label]: <notes/name.md>`. */
export interface FoundPathLink {
  /** As it is meant, without what stands behind `#` or `?`, in NFC. */
  readonly path: string;
  /** Of its last segment, as it is written. */
  readonly range: OffsetRange;
}

/** What can be a note: a file of Markdown or Org, or one whose extension is left out. */
const NOTE = /(?:\.(?:md|markdown|org)|(?:^|\/)[^./][^./]*)$/i;
/** An address in the parentheses behind a link's text, or behind the label of a definition, which can be in a quotation. */
const ADDRESS = /^[\s>]*(?:<([^<>\n]*)>|([^\s<]\S*))/;
/** An address of the web, or a place in the same file. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[#?]|\/\/)/i;

const none = (): void => undefined;

/** The links by path that can lead to notes; none in code and comments. */
export function pathLinksIn(text: string, isMyst = false): FoundPathLink[] {
  if (!text.includes('](') && !text.includes(']:')) return [];
  const links: FoundPathLink[] = [];
  const add = (start: number, end: number): void => {
    const link = linkOf(text, start, end);
    if (link) links.push(link);
  };
  const handler = { key: none, open: none, close: none, separator: none, paragraphEnd: none };
  const destination = (start: number, end: number): void => add(start + 1, end - 1);
  new MarkdownScanner(text, { ...handler, destination, definition: add }, isMyst).scan();
  return links;
}

/** Whether a path in a document leads to a file: from the document's folder or, with a slash before it, from a folder around that. */
export function leadsTo(path: string, document: string, file: string): boolean {
  const targets = path.startsWith('/')
    ? foldersAround(document).map((folder) => joinPath(folder, path))
    : [joinPath(folderOf(document), path)];
  const wanted = comparableUri(file);
  const bare = wanted.replace(/\.(?:md|markdown)$/i, '');
  return targets.map(comparableUri).some((target) => target === wanted || target === bare);
}

/** The name by which links call the file that a path leads to: without extension and the `@` that may stand before it. */
export function linkNameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.replace(/\.(?:md|markdown|org)$/i, '').replace(/^@/, '');
}

function linkOf(text: string, start: number, end: number): FoundPathLink | undefined {
  const found = ADDRESS.exec(text.slice(start, end));
  const written = found?.[1] ?? found?.[2];
  if (!found || written === undefined || ELSEWHERE.test(written)) return undefined;
  const from = start + found[0].length - written.length - (found[1] === undefined ? 0 : 1);
  const [stated] = /^(?:\\[#?]|[^#?])*/.exec(written)!;
  const tokens = pathTokens(stated);
  const path = tokens.map(({ meant }) => meant).join('');
  if (!NOTE.test(path)) return undefined;
  const slash = tokens.findLastIndex(({ meant }) => meant === '/');
  return {
    path: path.normalize('NFC'),
    range: { start: from + (tokens.at(slash + 1)?.start ?? stated.length), end: from + stated.length },
  };
}

function foldersAround(uri: string): string[] {
  const folders: string[] = [];
  for (let at = folderOf(uri); at.includes('/') && !at.endsWith('/'); at = folderOf(at)) folders.push(at);
  return folders;
}
