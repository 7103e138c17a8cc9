import type { OffsetRange } from '../../base/position';
import { comparableUri, folderOf, joinPath } from '../../workspace/uri';
import type { Syntax, WrittenPath } from '../syntax';
import { pathTokens } from './pathTokens';

/** A link of a text by the path of a file: `[text](notes/name.md#part)`, `[[file:notes/name.org]]`. */
export interface FoundPathLink {
  /** As it is meant, without what stands behind `#` or `?`, in NFC. */
  readonly path: string;
  /** Of its last segment, as it is written. */
  readonly range: OffsetRange;
}

/** What can be a note: a file of Markdown or Org. */
const NOTE = /\.(?:md|markdown|org)$/i;
/** One whose extension is left out. */
const BARE = /(?:^|\/)[^./][^./]*$/;
/** An address of the web, or a place in the same file. */
const ELSEWHERE = /^(?:[a-z][a-z\d+.-]*:|[#?]|\/\/)/i;

/** The links by path that can lead to notes; none in code and comments. */
export function pathLinksIn(text: string, syntax: Syntax): FoundPathLink[] {
  return (syntax.paths?.(text) ?? []).flatMap((written) => linkOf(text, written) ?? []);
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

function linkOf(text: string, { start, end, isBare }: WrittenPath): FoundPathLink | undefined {
  const written = text.slice(start, end);
  if (ELSEWHERE.test(written)) return undefined;
  const [stated] = /^(?:\\[#?]|[^#?])*/.exec(written)!;
  const tokens = pathTokens(stated);
  const path = tokens.map(({ meant }) => meant).join('');
  if (!NOTE.test(path) && !(isBare && BARE.test(path))) return undefined;
  const slash = tokens.findLastIndex(({ meant }) => meant === '/');
  return {
    path: path.normalize('NFC'),
    range: { start: start + (tokens.at(slash + 1)?.start ?? stated.length), end: start + stated.length },
  };
}

function foldersAround(uri: string): string[] {
  const folders: string[] = [];
  for (let at = folderOf(uri); at.includes('/') && !at.endsWith('/'); at = folderOf(at)) folders.push(at);
  return folders;
}
