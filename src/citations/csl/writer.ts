import type { Mark } from './runs';

/** How a format writes text and looks. */
export interface Writer {
  escape(text: string): string;
  readonly marks: Readonly<Record<Mark, readonly [before: string, after: string]>>;
  /** A web address in the text. */
  link(url: string): string;
  /** What a whole paragraph still needs: where something at its start would mean more than text, or marks touch words. */
  paragraph?(text: string): string;
}
