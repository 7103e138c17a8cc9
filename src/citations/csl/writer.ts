import type { Mark } from './runs';

/** What begins and ends in a written text: a mark, or a link. */
export type Span = Mark | 'link';

/** How a format writes text and looks. */
export interface Writer {
  escape(text: string): string;
  readonly marks: Readonly<Record<Mark, readonly [before: string, after: string]>>;
  /** Of marks that do not stand within each other a stretch has one: the first of these. */
  readonly oneOf?: readonly Mark[];
  /** What a mark holds, as it is written there. */
  inside?(text: string, mark: Mark): string;
  /** A web address in the text. */
  link(url: string): string;
  /** What parts a span that begins, or ends, from the text there; nothing where it is left out. */
  readonly seams?: {
    opens(span: Span, seam: Seam): string;
    closes(span: Span, seam: Seam): string;
  };
  /** What a whole paragraph still needs: where something at its start would mean more than text. Spans begin with no sign of theirs. */
  paragraph?(text: string): string;
}

/** Where a span begins or ends. */
export interface Seam {
  /** What is written before it, up to its own signs where it ends. */
  readonly before: string;
  /** What comes behind it, from its own signs on where it begins. */
  readonly after: string;
  /** Whether another one begins or ends right there before it. */
  readonly follows: 'start' | 'end' | undefined;
}
