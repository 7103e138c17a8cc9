import type { TextPart } from '../../workflows/details/mathParts';

/** A column: one of the papers that are compared. */
export interface ComparedPaper {
  readonly citekey: string;
  readonly title: readonly TextPart[];
}

/** A row: what each of the papers says under one name; nothing where it says nothing. */
export interface ComparedRow {
  readonly name: string;
  /** For each paper its paragraphs. */
  readonly cells: readonly (readonly (readonly TextPart[])[])[];
  /** Whether all papers say the same. */
  readonly isSame: boolean;
}

/** What the extension tells the page. */
export interface ToComparison {
  readonly type: 'papers';
  readonly label: string;
  readonly papers: readonly ComparedPaper[];
  readonly rows: readonly ComparedRow[];
}

/** What the page tells the extension: the details of a paper are wanted. */
export interface FromComparison {
  readonly type: 'show';
  readonly citekey: string;
}

/** A message of the page, or undefined if it is not one. */
export function parseFromComparison(message: unknown): FromComparison | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { type, citekey } = message as Readonly<Record<string, unknown>>;
  return type === 'show' && typeof citekey === 'string' ? { type, citekey } : undefined;
}
