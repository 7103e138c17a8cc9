import { escapeHtml } from '../../base/html';
import type { CitationGroup } from './collected';
import { BACK, DEFINITION, FOOTNOTES, type FootnoteBlock, MARK } from './footnotes';
import { backHtml, markHtml, notesBefore, notesHtml, type ShownDocument } from './html';
import type { MarkdownIt, Token } from './markdownIt';

/** What a token of a footnote carries. */
interface FootnoteMeta {
  readonly group: CitationGroup;
  /** Which of the document's own footnotes it is of. */
  readonly note: number;
  readonly isFirst: boolean;
  /** As it was read, to be shown as it would be without us. */
  readonly asRead: Token;
}

/** What the token of blocks carries that hold nothing but texts of footnotes. */
interface BlockMeta {
  readonly group: CitationGroup;
  readonly blocks: readonly Token[];
  readonly rest: readonly Token[];
}

/**
 * VS Code sends tokens to its language server for Markdown, as JSON: what leads back to itself would never arrive there, and
 * nothing would be answered for the document.
 */
export function withoutJson<T extends object>(meta: T): T {
  return Object.defineProperty(meta, 'toJSON', { value: () => null });
}

/** Has the footnotes of a document's own shown by `footnoteRules`: the tokens in place of those that were read. */
export function takeFootnotes(
  tokens: readonly Token[],
  blocks: readonly FootnoteBlock[],
  group: CitationGroup,
  create: (type: string) => Token,
): Token[] {
  for (const [note, { marks, text }] of (group.notes ?? []).entries()) {
    const take = (token: Token, type: string, isFirst = false) => {
      const meta: FootnoteMeta = { group, note, isFirst, asRead: { ...token } };
      Object.assign(token, { type, meta: withoutJson(meta) });
    };
    for (const mark of marks) take(mark, MARK, mark === marks[0]);
    for (const token of text) if (token.type === 'footnote_anchor') take(token, BACK);
  }
  const taken: Token[] = [];
  const byStart = new Map(blocks.map((block) => [block.index, block]));
  for (let at = 0; at < tokens.length; at++) {
    const block = byStart.get(at);
    if (!block) {
      taken.push(tokens[at]);
      continue;
    }
    const meta: BlockMeta = { group, blocks: tokens.slice(at, at + block.length), rest: block.rest };
    taken.push(Object.assign(create(FOOTNOTES), { block: true, meta: withoutJson(meta) }));
    at += block.length - 1;
  }
  return taken;
}

/** A document in a style of notes, as far as it is formatted; undefined where footnotes are shown as they would be without us. */
export type InNotes = (group: CitationGroup | undefined, env: unknown) => ShownDocument | undefined;

/** How the footnotes of a document's own are shown: in a style of notes among the others, counted through. */
export function footnoteRules({ renderer: { rules } }: MarkdownIt, inNotes: InNotes): void {
  rules[DEFINITION] = (tokens, at) => escapeHtml(tokens[at].content);
  rules[MARK] = (tokens, at, options, env, renderer) => {
    const meta = metaOf(tokens[at]);
    const document = inNotes(meta?.group, env);
    if (meta && document) return markHtml(numberOf(meta, document), meta.isFirst);
    const { type, content, children } = meta?.asRead ?? tokens[at];
    if (type !== MARK) return renderer.render([meta!.asRead], options, env);
    return children ? `^[${renderer.renderInline(children, options, env)}]` : escapeHtml(content);
  };
  rules[BACK] = (tokens, at, options, env, renderer) => {
    const meta = metaOf(tokens[at])!;
    const document = inNotes(meta.group, env);
    return document
      ? ` ${backHtml(numberOf(meta, document), document.words)}`
      : renderer.render([meta.asRead], options, env);
  };
  rules[FOOTNOTES] = (tokens, at, options, env, renderer) => {
    const { group, blocks, rest } = tokens[at].meta as BlockMeta;
    return renderer.render(inNotes(group, env) ? rest : blocks, options, env);
  };
}

/** The notes of a document in a style of notes: its own and those that citations make, in their order. */
export function allNotesHtml(
  document: ShownDocument,
  { notes = [] }: CitationGroup,
  render: (tokens: readonly Token[]) => string,
): string {
  const own = notes.map(({ before, text }) => {
    const hasBack = text.some(({ type }) => type === BACK);
    return { before, html: render(text), hasBack };
  });
  return notesHtml(document, own);
}

const NUMBERS = new WeakMap<ShownDocument, readonly number[]>();

/** The number of a footnote of the document's own among all notes. */
function numberOf({ group, note }: FootnoteMeta, document: ShownDocument): number {
  let before = NUMBERS.get(document);
  if (!before) NUMBERS.set(document, (before = notesBefore(document)));
  return note + 1 + before[group.notes![note].before];
}

function metaOf({ meta }: Token): FootnoteMeta | undefined {
  return meta !== null && typeof meta === 'object' && 'asRead' in meta ? (meta as FootnoteMeta) : undefined;
}
