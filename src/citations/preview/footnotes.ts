import type { BlockRule, InlineRule, MarkdownIt, Token } from './markdownIt';

/** A mark of a footnote of the document's own, where nobody beside us reads these; its children are what `^[…]` says. */
export const MARK = 'literature_footnote_mark';
/** What begins the text of a footnote, `[^1]:`, where nobody beside us reads these. */
export const DEFINITION = 'literature_footnote_definition';
/** Blocks of a document that hold nothing but texts of its footnotes; in a style of notes these stand among its notes. */
export const FOOTNOTES = 'literature_footnotes';
/** The link back to the mark. */
export const BACK = 'literature_footnote_back';

/** What begins a footnote's text at the start of a line, or marks one (Pandoc manual, "Footnotes"). */
const DEFINED = /\[\^([^\s[\]^]{1,200})\]:[ \t]*/y;
const DEFINED_LINE = /^\[\^[^\s[\]^]{1,200}\]:/;
const MARKED = /\[\^([^\s[\]^]{1,200})\](?![[(:])/y;

/**
 * Reads marks and texts of footnotes where no extension beside us does, as VS Code itself does not: `[^1]`, `[^1]: text`,
 * `^[text]`. They are shown as they are written, but for styles of notes.
 */
export function footnoteRule(md: MarkdownIt, isReference: (label: string, env: unknown) => boolean): InlineRule {
  let isInside = false;
  const find = (pattern: RegExp, text: string, at: number) => {
    pattern.lastIndex = at;
    return pattern.exec(text) ?? undefined;
  };
  return (state, silent) => {
    const { src, pos, env } = state;
    const sign = src[pos];
    if ((sign !== '[' || src[pos + 1] !== '^') && (sign !== '^' || src[pos + 1] !== '[')) return false;
    // What looks for the end of a link takes brackets for what they are without us.
    if (silent || isInside || md.renderer.rules.footnote_ref) return false;
    const put = (type: string, end: number, more: Partial<Token>) => {
      Object.assign(state.push(type, '', 0), { content: src.slice(pos, end), ...more });
      state.pos = end;
      return true;
    };
    if (sign === '[') {
      const defined = startsLine(src, pos) ? find(DEFINED, src, pos) : undefined;
      const [found, label] = defined ?? find(MARKED, src, pos) ?? [];
      if (found === undefined || pos + found.length > state.posMax || isReference(`^${label}`, env)) return false;
      return put(defined ? DEFINITION : MARK, pos + found.length, { meta: { label } });
    }
    const end = md.helpers.parseLinkLabel(state, pos + 1);
    if (end < 0 || /[[(]/.test(src[end + 1] ?? '')) return false;
    const text = src.slice(pos + 2, end);
    if (isReference(text, env)) return false;
    const children: Token[] = [];
    isInside = true;
    try {
      md.inline.parse(text, md, env, children);
    } finally {
      isInside = false;
    }
    // What markdown-it does to texts behind all its rules, where it knows of them.
    for (const child of children) if (child.type === 'text_special') child.type = 'text';
    return put(MARK, end + 1, { children });
  };
}

function startsLine(text: string, at: number): boolean {
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at === 0 || text[at - 1] === '\n';
}

/**
 * Has a line that begins the text of a footnote read as one of a paragraph: markdown-it takes such a text, where it is one word
 * or citation, for the target of links.
 */
export function definitionRule(md: MarkdownIt): BlockRule {
  return (state, line, end, silent) => {
    const text = state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
    if (md.renderer.rules.footnote_ref || !DEFINED_LINE.test(text)) return false;
    return md.block.ruler.getRules('').at(-1)!(state, line, end, silent);
  };
}

/** By what a mark knows its text: the plugin's number, the label, or itself. */
export type NoteName = number | string | Token;

/** The footnote that a token marks; undefined where it marks none. */
export function markedBy(token: Token): NoteName | undefined {
  if (token.type === 'footnote_ref') return noteId(token);
  if (token.type !== MARK) return undefined;
  return token.children ? token : (token.meta as { label?: string }).label;
}

/** Blocks that hold texts of footnotes: so many tokens from an index on, and what else stands in them. */
export interface FootnoteBlock {
  readonly index: number;
  readonly length: number;
  readonly rest: readonly Token[];
}

/** The texts of a document's footnotes by what marks them, as blocks, and where these stand. */
export interface FootnoteTexts {
  readonly texts: ReadonlyMap<NoteName, readonly Token[]>;
  readonly blocks: readonly FootnoteBlock[];
}

/** Finds the texts of footnotes: those that markdown-it-footnote has put at the end, or those that `footnoteRule` found. */
export function footnoteTexts(tokens: readonly Token[], inline: (children: Token[]) => Token): FootnoteTexts {
  const texts = new Map<NoteName, readonly Token[]>();
  const blocks: FootnoteBlock[] = [];
  const marked = new Set<NoteName>();
  const visit = (token: Token) => {
    const name = markedBy(token);
    if (name !== undefined) marked.add(name);
    if (token.type === MARK && token.children) texts.set(token, [inline(token.children)]);
    else if (token.type !== 'image') token.children?.forEach(visit);
  };
  tokens.forEach(visit);
  const start = tokens.findIndex(({ type }) => type === 'footnote_block_open');
  if (start >= 0) {
    const end = tokens.findIndex(({ type }) => type === 'footnote_block_close');
    const length = (end < start ? tokens.length : end + 1) - start;
    blocks.push({ index: start, length, rest: [] });
    for (const [id, body] of pluginTexts(tokens.slice(start, start + length))) texts.set(id, body);
  }
  for (const [at, token] of tokens.entries()) {
    if (!token.children?.some((child) => isDefinitionOf(child, marked)) || tokens[at - 1]?.type !== 'paragraph_open')
      continue;
    const rest: Token[] = [];
    for (const { label, children, breaks } of dividedAtDefinitions(token.children)) {
      if (label === undefined || !marked.has(label) || texts.has(label))
        rest.push(...(rest.length > 0 ? breaks : []), ...children);
      else texts.set(label, [inline(children.slice(1))]);
    }
    const kept = rest.length > 0 ? [tokens[at - 1], inline(rest), tokens[at + 1]] : [];
    blocks.push({ index: at - 1, length: 3, rest: kept });
  }
  return { texts, blocks };
}

/** The blocks of each footnote by its number, between the plugin's own tokens. */
function pluginTexts(tokens: readonly Token[]): Map<number, Token[]> {
  const notes = new Map<number, Token[]>();
  let open: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === 'footnote_open') notes.set(noteId(token) ?? notes.size, (open = []));
    else if (token.type === 'footnote_close') open = undefined;
    else open?.push(token);
  }
  return notes;
}

function isDefinitionOf({ type, meta }: Token, marked: ReadonlySet<NoteName>): boolean {
  return type === DEFINITION && marked.has((meta as { label: string }).label);
}

/** The inside of a paragraph, divided where the text of a footnote begins, with the breaks of lines before these apart. */
function dividedAtDefinitions(children: readonly Token[]) {
  const parts: { readonly label?: string; readonly children: Token[]; readonly breaks: Token[] }[] = [
    { children: [], breaks: [] },
  ];
  for (const child of children) {
    if (child.type === DEFINITION) {
      const before = parts[parts.length - 1].children;
      const breaks = before.splice(before.findLastIndex(({ type }) => !/^(?:soft|hard)break$/.test(type)) + 1);
      parts.push({ label: (child.meta as { label: string }).label, children: [], breaks });
    }
    parts[parts.length - 1].children.push(child);
  }
  return parts;
}

function noteId({ meta }: Token): number | undefined {
  const id = (meta as { id?: unknown } | null)?.id;
  return typeof id === 'number' ? id : undefined;
}
