import { FOOTNOTES } from './footnotes';
import type { Token } from './markdownIt';

/** What the list of references is called above it, in the languages that people write in. */
const TITLES = new Set(
  (
    'references|reference list|bibliography|works cited|literature|literature cited|sources|literatur|literaturverzeichnis|' +
    'literaturangaben|quellen|quellenverzeichnis|referenzen|références|bibliographie|références bibliographiques|referencias|' +
    'bibliografía|referencias bibliográficas|riferimenti|riferimenti bibliografici|bibliografia|referências|' +
    'referências bibliográficas|literatuur|literatuurlijst|bronnen|referenties|referenser|källor|litteratur|referanser|' +
    'kilder|lähteet|kirjallisuus|литература|список литературы|библиография|参考文献|參考文獻|参考资料|참고문헌|참고 문헌'
  ).split('|'),
);

/** Where a text says that the list belongs: so many tokens at an index give way to it. */
export interface ListPlace {
  readonly index: number;
  readonly instead: number;
}

/**
 * Where the list of references belongs: in `::: {#refs}` (Pandoc manual, "Placement of the bibliography") or the HTML of that,
 * else under a last heading that names it and has nothing below that is read, comments and footnotes apart; undefined where the text says nothing of it.
 */
export function listPlace(tokens: readonly Token[]): ListPlace | undefined {
  const fence = tokens.findIndex(
    ({ type, content }) => type === 'inline' && /^:{3,}[ \t]*\{[^}\n]*#refs\b/.test(content),
  );
  if (fence > 0) return { index: fence - 1, instead: fenceLength(tokens, fence) };
  const html = tokens.findIndex(
    ({ type, content }) => type === 'html_block' && /<div[^>]*\bid\s*=\s*["']?refs\b/i.test(content),
  );
  const last = html >= 0 ? html : lastHeading(tokens);
  return last >= 0 ? { index: last + 1, instead: 0 } : undefined;
}

/** How many tokens the fence `::: {#refs}` takes; its end `:::` may be a paragraph of its own. */
function fenceLength(tokens: readonly Token[], fence: number): number {
  const isClosed = /\n:{3,}[ \t]*$/.test(tokens[fence].content);
  const end = tokens[fence + 3] as Token | undefined;
  return !isClosed && end?.type === 'inline' && /^:{3,}[ \t]*$/.test(end.content) ? 6 : 3;
}

/** Where the last heading closes that is a title of the list, with nothing behind it that is read; -1 where none is. */
function lastHeading(tokens: readonly Token[]): number {
  const notes = tokens.findIndex(({ type }) => type === 'footnote_block_open');
  let last = (notes < 0 ? tokens.length : notes) - 1;
  while (last >= 0 && isNothing(tokens[last])) last--;
  if (tokens[last]?.type !== 'heading_close') return -1;
  return isListTitle(tokens[last - 1].content) ? last : -1;
}

/** One comment of HTML, or more of them. */
const COMMENTS = /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/;

function isNothing({ type, content, meta }: Token): boolean {
  if (type === FOOTNOTES) return (meta as { readonly rest: readonly Token[] }).rest.length === 0;
  return type === 'html_block' && COMMENTS.test(content);
}

/** Whether a heading names the list. */
function isListTitle(heading: string): boolean {
  const title = heading
    .replace(/\{[^{}]*\}\s*$/, '')
    .replace(/^[\d.\s]+|[\s:.*_]+$|^[*_]+/g, '')
    .toLowerCase();
  return TITLES.has(title);
}

/** Whether a text has a place for the list, as `listPlace` finds it; told of the text alone, which nobody has parsed. */
export function namesListPlace(text: string): boolean {
  if (/^ {0,3}:{3,}[ \t]*\{[^}\n]*#refs\b|<div[^>]*\bid\s*=\s*["']?refs\b/im.test(text)) return true;
  const last = withoutLastComments(text).split('\n').at(-1) ?? '';
  const heading = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*$/.exec(last)?.[1];
  return heading !== undefined && isListTitle(heading);
}

/** A text without the comments that end it. */
function withoutLastComments(text: string): string {
  const read = text.trimEnd();
  const start = read.endsWith('-->') ? read.lastIndexOf('<!--') : -1;
  return start < 0 ? read : withoutLastComments(read.slice(0, start));
}
