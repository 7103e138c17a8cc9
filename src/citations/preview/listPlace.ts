import type { CoreState, Token } from './markdownIt';

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

/**
 * Puts the list of references where it belongs: into `::: {#refs}` (Pandoc manual, "Placement of the bibliography") or the
 * HTML of that, else under a last heading that names it and has nothing below, which is the end, as it is without any.
 * @returns whether a heading stands above it
 */
export function placeList(state: CoreState, list: Token): boolean {
  const { tokens } = state;
  const fence = tokens.findIndex(
    ({ type, content }) => type === 'inline' && /^:{3,}[ \t]*\{[^}\n]*#refs\b/.test(content),
  );
  const html = tokens.findIndex(
    ({ type, content }) => type === 'html_block' && /<div[^>]*\bid\s*=\s*["']?refs\b/i.test(content),
  );
  const heading = lastHeading(tokens);
  if (fence > 0) tokens.splice(fence - 1, fenceLength(tokens, fence), list);
  else if (html >= 0) tokens.splice(html + 1, 0, list);
  else if (heading >= 0) tokens.splice(heading + 1, 0, list);
  else tokens.push(list);
  return heading >= 0 || fence > 0 || html >= 0;
}

/** How many tokens the fence `::: {#refs}` takes; its end `:::` may be a paragraph of its own. */
function fenceLength(tokens: readonly Token[], fence: number): number {
  const isClosed = /\n:{3,}[ \t]*$/.test(tokens[fence].content);
  const end = tokens[fence + 3] as Token | undefined;
  return !isClosed && end?.type === 'inline' && /^:{3,}[ \t]*$/.test(end.content) ? 6 : 3;
}

/** Where the last heading closes that is a title of the list, with no more than footnotes behind it; -1 where none is. */
function lastHeading(tokens: readonly Token[]): number {
  const notes = tokens.findIndex(({ type }) => type === 'footnote_block_open');
  const last = (notes < 0 ? tokens.length : notes) - 1;
  if (tokens[last]?.type !== 'heading_close') return -1;
  const title = tokens[last - 1].content
    .replace(/\{[^{}]*\}\s*$/, '')
    .replace(/^[\d.\s]+|[\s:.*_]+$|^[*_]+/g, '')
    .toLowerCase();
  return TITLES.has(title) ? last : -1;
}
