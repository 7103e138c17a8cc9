import type { Cluster } from '../csl/contract';
import type { FoundCitation, Syntax } from '../syntax';
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
}

/** A token of a citation, and whether it stands in a footnote. */
export interface Collected {
  readonly token: Token;
  readonly inNote: boolean;
}

/**
 * The citations of a document in the order in which they are read: those of footnotes, whose text stands at the end
 * (markdown-it-footnote), where their marks are. Inside of images, whose description is plain text, they become text again.
 */
export function collectCitations(tokens: readonly Token[]): Collected[] {
  const notes = notesOf(tokens);
  const collected: Collected[] = [];
  const visit = (token: Token, inNote: boolean) => {
    const note = token.type === 'footnote_ref' ? noteId(token) : undefined;
    const body = note === undefined ? undefined : notes.get(note);
    if (note !== undefined && body) {
      notes.delete(note);
      for (const each of body) visit(each, true);
    }
    if (token.type === CITATION) collected.push({ token, inNote });
    if (token.type === 'image') asText(token);
    else visitAll(token.children ?? [], inNote);
  };
  const visitAll = (all: readonly Token[], inNote: boolean) => {
    trade(all);
    for (const each of all) visit(each, inNote);
  };
  const inNotes = new Set([...notes.values()].flat());
  for (const token of tokens) if (!inNotes.has(token)) visit(token, false);
  for (const body of notes.values()) for (const token of body) visit(token, true);
  return collected;
}

/** The tokens of each footnote by its number. */
function notesOf(tokens: readonly Token[]): Map<number, Token[]> {
  const notes = new Map<number, Token[]>();
  let open: Token[] | undefined;
  for (const token of tokens) {
    if (token.type === 'footnote_open') notes.set(noteId(token) ?? notes.size, (open = []));
    else if (token.type === 'footnote_close') open = undefined;
    else open?.push(token);
  }
  return notes;
}

function noteId({ meta }: Token): number | undefined {
  const id = (meta as { id?: unknown } | null)?.id;
  return typeof id === 'number' ? id : undefined;
}

function asText(image: Token): void {
  for (const child of image.children ?? []) {
    if (child.type === CITATION) child.type = 'text';
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
    if (next?.type === 'text' && meta.citation.form !== 'narrative') {
      meta.after = /^[.,;:!?]/.exec(next.content)?.[0] ?? '';
      next.content = next.content.slice(meta.after.length);
    }
  }
}
