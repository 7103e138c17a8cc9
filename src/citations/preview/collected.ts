import type { Cluster } from '../csl/contract';
import type { FoundCitation, Syntax } from '../syntax';
import { type FootnoteTexts, MARK, markedBy, type NoteName } from './footnotes';
import type { Token } from './markdownIt';

export const CITATION = 'literature_citation';

/** What a token of a citation carries. */
export interface CitationMeta {
  readonly citation: FoundCitation;
  /** The paragraph that it stands in. */
  readonly paragraph: string;
  readonly isInLink: boolean;
  /** Blanks before it and a sign behind it, which trade places with the mark of a note. */
  before: string;
  after: string;
  group?: CitationGroup;
  index: number;
}

/** All citations of one parsing, which VS Code keeps and renders for the document that it belongs to. */
export interface CitationGroup {
  readonly clusters: readonly Cluster[];
  /** The text that was parsed, and how it cites. */
  readonly source: string;
  readonly syntax: Syntax;
  /** For each citation where it was found. */
  readonly places: readonly Pick<CitationMeta, 'citation' | 'paragraph'>[];
  /** Whether a heading or a mark of the document stands above the list. */
  readonly isListPlaced: boolean;
  /** Footnotes of the document's own, in the order of their marks. */
  readonly notes?: readonly OwnNote[];
}

/** A footnote of the document's own. */
export interface OwnNote {
  /** The tokens that mark it; the first one is its place. */
  readonly marks: Token[];
  readonly text: readonly Token[];
  /** How many citations are read before its mark. */
  readonly before: number;
}

/** A token of a citation, how many of the document's own notes begin before it, and how it stands in one. */
export interface Collected {
  readonly token: Token;
  readonly ownNotes: number;
  readonly inNote?: NonNullable<Cluster['inNote']>;
}

/** The citations and the footnotes of a document, in the order in which they are read. */
export interface Read {
  readonly citations: Collected[];
  readonly notes: OwnNote[];
}

/**
 * Reads a document from its start to its end, the texts of footnotes where their marks are. Citations inside of images, whose
 * description is plain text, become text again.
 */
export function collectCitations(tokens: readonly Token[], { texts, blocks }: FootnoteTexts): Read {
  const citations: Collected[] = [];
  const notes: OwnNote[] = [];
  const known = new Map<NoteName, OwnNote>();
  const begin = (name: NoteName, mark?: Token) => {
    const text = texts.get(name);
    const note = known.get(name);
    if (note && mark) note.marks.push(mark);
    if (note || !text) return;
    const made: OwnNote = { marks: mark ? [mark] : [], text, before: citations.length };
    known.set(name, made);
    notes.push(made);
    const [first] = text.flatMap(({ children }) => children ?? []);
    const isParagraph = text.filter(({ type }) => type === 'inline').length === 1;
    for (const each of text) visit(each, [], isParagraph ? first : null);
  };
  /** @param inNote what a note begins with where it is one paragraph, null where it is more; undefined outside of notes */
  const visit = (token: Token, following: readonly Token[], inNote?: Token | null) => {
    const name = markedBy(token);
    if (name !== undefined) begin(name, token);
    if (token.type === CITATION) {
      const place = inNote !== undefined && { begins: token === inNote, endsSentence: endsSentence(following) };
      citations.push({ token, ownNotes: notes.length, ...(place && { inNote: place }) });
    }
    if (token.type === 'image') asText(token);
    else if (token.type !== MARK) visitAll(token.children ?? [], inNote);
  };
  const visitAll = (all: readonly Token[], inNote?: Token | null) => {
    trade(all);
    for (const [at, each] of all.entries()) visit(each, all.slice(at + 1, at + 4), inNote);
  };
  const byStart = new Map(blocks.map((block) => [block.index, block]));
  for (let at = 0; at < tokens.length; at++) {
    const block = byStart.get(at);
    for (const token of block?.rest ?? (block ? [] : [tokens[at]])) visit(token, []);
    if (block) at += block.length - 1;
  }
  for (const name of texts.keys()) begin(name);
  return { citations, notes };
}

/** Whether a sentence ends where this follows: at the end, or before a capital. */
function endsSentence(following: readonly Token[]): boolean {
  const [next, ...rest] = following;
  if (!next) return true;
  if (next.type !== 'text') return false;
  return next.content.trim() === '' ? endsSentence(rest) : /^\s*\p{Lu}/u.test(next.content);
}

function asText(image: Token): void {
  for (const child of image.children ?? []) {
    if (child.type === CITATION || child.type === MARK) {
      child.type = 'text';
      child.children = null;
    }
    asText(child);
  }
}

/** Gives citations the blanks before and the sign behind them, which a note's mark does without and goes behind. */
function trade(tokens: readonly Token[]): void {
  for (const [at, token] of tokens.entries()) {
    if (token.type !== CITATION) continue;
    const meta = token.meta as CitationMeta;
    const previous = tokens[at - 1] as Token | undefined;
    const next = tokens[at + 1] as Token | undefined;
    if (previous?.type === 'text') {
      meta.before = /[ \t]*$/.exec(previous.content)?.[0] ?? '';
      previous.content = previous.content.slice(0, previous.content.length - meta.before.length);
    }
    if (next?.type === 'text') {
      meta.after = /^[.,;:!?]/.exec(next.content)?.[0] ?? '';
      next.content = next.content.slice(meta.after.length);
    }
  }
}
