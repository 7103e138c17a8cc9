import { hash53 } from '../base/hash';
import type { OffsetRange } from '../base/position';
import type { TextEdit } from '../base/textEdit';
import { SYNTAXES, type SyntaxId } from './syntaxes';
import { Stretches } from './syntaxes/shared/stretches';

/** How comments of a line are written. */
type Comment = readonly [before: string, after: string];

const COMMENTS: Partial<Readonly<Record<SyntaxId, Comment>>> = {
  pandoc: ['<!-- ', ' -->'],
  myst: ['<!-- ', ' -->'],
  multimarkdown: ['<!-- ', ' -->'],
  jekyll: ['<!-- ', ' -->'],
  org: ['# ', ''],
  rst: ['.. ', ''],
  asciidoc: ['// ', ''],
};

/** A bibliography in a document that we keep: between two comments, the first of which tells what we wrote last. */
export interface BibliographyBlock {
  /** From the first comment up to the last, without that. */
  readonly range: OffsetRange;
  /** Whether somebody has changed what we wrote. */
  readonly isEdited: boolean;
}

/** Whether bibliographies in documents of a syntax can be kept; in others they are put in once. */
export function keepsBibliographies(syntax: string): boolean {
  return Object.hasOwn(COMMENTS, syntax);
}

/**
 * The bibliographies that a document keeps. One without an end is none: `unclosed` tells where it begins.
 * @param syntax the name of the document's syntax
 */
export function bibliographyBlocks(
  text: string,
  syntax: string,
): { readonly blocks: readonly BibliographyBlock[]; readonly unclosed?: number } {
  const comment = COMMENTS[syntax as SyntaxId];
  if (!comment || !text.includes('literature: ')) return { blocks: [] };
  const blocks: BibliographyBlock[] = [];
  let open: { start: number; body: number; hash: string } | undefined;
  const skipped = new Stretches(SYNTAXES[syntax as SyntaxId].skipped(text));
  for (const match of text.matchAll(markPattern(comment))) {
    const { index } = match;
    // It is a comment itself, and stands in none, nor in code.
    if ((skipped.at(index)?.start ?? index) < index) continue;
    const hash = match[1] as string | undefined;
    if (hash !== undefined && open === undefined) {
      open = { start: index, body: index + match[0].length, hash };
    } else if (hash === undefined && open) {
      const isEdited = hashOf(text.slice(open.body, index)) !== open.hash;
      blocks.push({ range: { start: open.start, end: index }, isEdited });
      open = undefined;
    }
  }
  return { blocks, ...(open && { unclosed: open.start }) };
}

/** The edits that give all bibliographies of a document these references; none where they have them. */
export function refreshEdits(
  text: string,
  syntax: SyntaxId,
  blocks: readonly BibliographyBlock[],
  references: readonly string[],
  eol = eolOf(text),
): TextEdit[] {
  const written = blockStart(syntax, references, eol);
  return blocks
    .filter(({ range: { start, end } }) => text.slice(start, end) !== written)
    .map(({ range: { start, end } }) => ({ start, end, newText: written }));
}

/** The edit that puts references into a document behind the line of an offset: kept from then on, where that is possible. */
export function insertEdit(
  text: string,
  syntax: string,
  offset: number,
  references: readonly string[],
  eol = eolOf(text),
): TextEdit {
  const comment = COMMENTS[syntax as SyntaxId];
  const block = comment
    ? blockStart(syntax as SyntaxId, references, eol) + mark(comment, 'end')
    : references.join(eol + eol);
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const lineEnd = next < 0 ? text.length : next - (text[next - 1] === '\r' ? 1 : 0);
  const isBlank = text.slice(lineStart, lineEnd).trim() === '';
  const at = isBlank ? lineStart : lineEnd;
  const before = text.slice(0, at);
  const after = text.slice(isBlank ? lineEnd : at);
  const gapBefore = isBlank ? gap(/(\r?\n|^)$/.test(before.replace(/\r?\n$/, '')) ? 2 : 1) : gap(0);
  const gapAfter = /^\s*$/.test(after) ? '' : gap(/^\r?\n[ \t]*\r?\n/.test(after) ? 2 : 1);
  return { start: at, end: isBlank ? lineEnd : at, newText: `${gapBefore}${block}${gapAfter}` };

  /** The line ends that are lacking of two. */
  function gap(there: number): string {
    return eol.repeat(2 - there);
  }
}

/** All of a block but its last comment. */
function blockStart(syntax: SyntaxId, references: readonly string[], eol: string): string {
  const body = [eol, ...references.map((reference) => eol + reference + eol), eol].join('');
  return mark(COMMENTS[syntax]!, `bibliography ${hashOf(body)}`) + body;
}

function mark([before, after]: Comment, what: string): string {
  return `${before}literature: ${what}${after}`;
}

/** Both comments of a block, each on a line of its own; the first group is the hash of the first one. */
function markPattern([before, after]: Comment): RegExp {
  const literal = (text: string) => text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `^${literal(before)} literature: (?:bibliography ([a-z0-9]{1,12})|end)[ \\t]*${literal(after)}(?=[ \\t]*\\r?$)`,
    'gm',
  );
}

/** Of what stands between the comments; line ends are no change. */
function hashOf(body: string): string {
  return hash53(body.replace(/\r\n/g, '\n').trim()).toString(36);
}

function eolOf(text: string): string {
  return /\r\n/.test(text) ? '\r\n' : '\n';
}
