import { escapeHtml } from '../../base/html';
import { clusterOf } from '../csl/clusterOf';
import type { Syntax } from '../syntax';
import { CITATION, type CitationGroup, type CitationMeta, type Collected, collectCitations } from './collected';
import { definitionRule, footnoteRule, footnoteTexts } from './footnotes';
import { citationHtml, listHtml, type ShownDocument } from './html';
import { listPlace } from './listPlace';
import type { CoreState, InlineRule, InlineState, MarkdownIt, RenderRule } from './markdownIt';
import { type CitationsByStart, Paragraphs } from './paragraphs';
import { allNotesHtml, footnoteRules, takeFootnotes, withoutJson } from './shownFootnotes';

/** What the preview's rendering asks for. Must be quick: it is asked for every citation of a document. */
export interface PreviewFormats {
  /**
   * A document's citations as they read; undefined where they are to stay as they are written.
   * @param document as the preview names it, where it does
   */
  shown(group: CitationGroup, document: unknown): ShownDocument | undefined;
}

const FOOTNOTE = 'literature_footnote';
const SYNTAX = 'literature_syntax';
/** The types of tokens for the list of references and for the notes. */
export const LIST = 'literature_references';
export const NOTES = 'literature_notes';

/** What a text is. */
export interface PluginOptions {
  /** Whether it is a part of a document, a cell of a notebook: such has a list only where it says so. */
  readonly isPart?: boolean;
}

/**
 * Has markdown-it read citations and render them as they read. While it parses, the document is not known, and what is parsed
 * is kept: so parsing only collects, and rendering formats.
 * @param syntaxOf in which form a document cites
 */
export function citationPlugin(
  md: MarkdownIt,
  syntaxOf: (text: string) => Syntax,
  formats: PreviewFormats,
  { isPart = false }: PluginOptions = {},
): void {
  let syntax = syntaxOf('');
  const paragraphs = new Map([[syntax.id, new Paragraphs(syntax)]]);
  md.core.ruler.before('block', SYNTAX, ({ src }) => {
    syntax = syntaxOf(src);
    if (!paragraphs.has(syntax.id)) paragraphs.set(syntax.id, new Paragraphs(syntax));
  });
  md.inline.ruler.before(
    'link',
    CITATION,
    citationRule(md, (text) => paragraphs.get(syntax.id)!.of(text)),
  );
  if (!isPart) {
    md.block.ruler.before('reference', FOOTNOTE, definitionRule(md));
    const rule = footnoteRule(md, (label, env) => isDefined(label, env, md));
    md.inline.ruler.before(CITATION, FOOTNOTE, rule);
  }
  // Behind the rules of footnotes, whose text cites too.
  md.core.ruler.push(LIST, (state) => collect(state, syntax, isPart));
  const shown = (group: CitationGroup | undefined, env: unknown) =>
    group && formats.shown(group, (env as { currentDocument?: unknown } | undefined)?.currentDocument);
  md.renderer.rules[CITATION] = (tokens, at, _options, env) => {
    const { content, meta } = tokens[at];
    const { group, index, before, after, isInLink, citation } = meta as CitationMeta;
    const isBracketed = citation.form === 'parenthetical' || citation.form === 'year';
    const document = shown(group, env);
    const html = document && citationHtml(document, { index, before, after, isInLink, isBracketed });
    return html ?? before + escapeHtml(content) + after;
  };
  const block =
    (html: (document: ShownDocument) => string): RenderRule =>
    (tokens, at, _options, env) => {
      const document = shown(tokens[at].meta as CitationGroup, env);
      return document ? html(document) : '';
    };
  md.renderer.rules[LIST] = block(listHtml);
  const inNotes = (group: CitationGroup | undefined, env: unknown) => {
    const document = shown(group, env);
    return document?.formatted.isNoteStyle ? document : undefined;
  };
  footnoteRules(md, inNotes);
  md.renderer.rules[NOTES] = (tokens, at, options, env, renderer) => {
    const group = tokens[at].meta as CitationGroup;
    const document = inNotes(group, env);
    return document ? allNotesHtml(document, group, (note) => renderer.render(note, options, env)) : '';
  };
}

/** Reads a citation where the paragraph has one, unless what looks like one is the label of a link that is defined. */
function citationRule(md: MarkdownIt, citationsIn: (paragraph: string) => CitationsByStart): InlineRule {
  return (state, silent) => {
    const { src, pos } = state;
    const citation = citationsIn(src).get(pos);
    // Who reads footnotes beside us reads those that hold nothing but a citation.
    if (src[pos] === '^' && md.renderer.rules.footnote_ref) return false;
    if (!citation || citation.isLink || citation.range.end > state.posMax || isReference(state, citation.range.end, md))
      return false;
    if (!silent) {
      const token = state.push(CITATION, '', 0);
      token.content = src.slice(pos, citation.range.end);
      const isInLink = state.linkLevel > 0;
      const meta: CitationMeta = { citation, paragraph: src, isInLink, before: '', after: '', index: 0 };
      token.meta = withoutJson(meta);
    }
    state.pos = citation.range.end;
    return true;
  };
}

/** Whether the bracket that ends here is a link by reference: `[label]`, `[text][label]` (CommonMark 0.31, section 6.3). */
function isReference({ src, pos, env }: InlineState, end: number, md: MarkdownIt): boolean {
  if (src[pos] !== '[') return false;
  const label = src[end] === '[' ? src.slice(end + 1, src.indexOf(']', end + 1)) : '';
  return isDefined(label || src.slice(pos + 1, end - 1), env, md);
}

/** Whether the document says where links with this label lead. */
function isDefined(label: string, env: unknown, md: MarkdownIt): boolean {
  const defined = (env as { references?: Readonly<Record<string, unknown>> } | undefined)?.references;
  return defined !== undefined && Object.hasOwn(defined, md.utils.normalizeReference(label));
}

function collect(state: CoreState, syntax: Syntax, isPart: boolean): void {
  const create = (type: string) => new state.Token(type, '', 0);
  const own = footnoteTexts(state.tokens, (children) => Object.assign(create('inline'), { block: true, children }));
  const { citations: found, notes } = collectCitations(state.tokens, own);
  // What the document only lists is no part of what markdown-it reads.
  const uncited = state.src.includes('nocite:') ? syntax.find(state.src).filter(({ form }) => form === 'nocite') : [];
  const hasNone = found.length + uncited.length === 0 && !syntax.bibliography.listsAll?.(state.src);
  if (hasNone && !(isPart && listPlace(state.tokens))) return;
  const ownKeys = syntax.ownKeys?.(state.src);
  const kept: Collected[] = [];
  const keptBefore = [0];
  for (const each of found) {
    if (!isOwn(each.token.meta as CitationMeta, ownKeys)) kept.push(each);
    keptBefore.push(kept.length);
  }
  const metas = kept.map(({ token }) => token.meta as CitationMeta);
  const [list, allNotes] = [LIST, NOTES].map((type) => Object.assign(create(type), { block: true }));
  const group: CitationGroup & { isListPlaced: boolean } = {
    clusters: [
      ...kept.map(({ token: _token, ...place }, at) => ({
        ...clusterOf(metas[at].paragraph, metas[at].citation, syntax),
        ...place,
      })),
      ...uncited.map((citation) => clusterOf(state.src, citation, syntax)),
    ],
    source: state.src,
    syntax,
    places: metas,
    isListPlaced: false,
    notes: notes.map((note) => ({ ...note, before: keptBefore[note.before] })),
  };
  // The footnotes of a part are counted by whoever shows it.
  if (!isPart) state.tokens = takeFootnotes(state.tokens, own.blocks, group, create);
  const place = listPlace(state.tokens);
  group.isListPlaced = place !== undefined;
  if (place) state.tokens.splice(place.index, place.instead, list);
  else if (!isPart) state.tokens.push(list);
  list.meta = allNotes.meta = withoutJson(group);
  // Notes are the end of a document, wherever its list stands.
  state.tokens.push(allNotes);
  for (const [index, meta] of metas.entries()) Object.assign(meta, { group, index });
}

/** Whether all that is cited is defined by the document itself: figures, sections. */
function isOwn({ citation }: CitationMeta, own: ReadonlySet<string> | undefined): boolean {
  return own !== undefined && citation.items.every(({ key }) => own.has(key));
}
