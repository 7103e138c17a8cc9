import type { OffsetRange } from '../base/position';
import type { TextEdit } from '../base/textEdit';
import { citingPlaceAt } from '../citations/insert';
import type { CitationForm, CitationToWrite, CiteItem, FoundCitation, Syntax } from '../citations/syntax';

/** What somebody says about one cited paper, as plain text. */
export interface CiteDetails {
  readonly prefix?: string;
  /** The place in the work with its label: `pp. 33-35`. */
  readonly locator?: string;
  readonly suffix?: string;
  /** Whether this one is to read without its author. */
  readonly suppressAuthor?: boolean;
}

const FORMS: readonly CitationForm[] = ['parenthetical', 'narrative', 'year', 'author', 'footnote', 'nocite'];

/** The forms that a syntax has for these items, each with the citation in it; forms that are written alike come once. */
export function formsOf(syntax: Syntax, items: readonly CiteItem[]): { form: CitationForm; text: string }[] {
  // What tells forms apart are the keys alone: a form that drops what is said of them is none of its own for that.
  const keys = items.map(({ key }) => ({ key }));
  const byText = new Map<string, CitationForm>();
  for (const form of FORMS) {
    const text = syntax.format({ form, items: keys });
    if (!byText.has(text)) byText.set(text, form);
  }
  return [...byText.values()].map((form) => ({ form, text: syntax.format({ form, items }) }));
}

/** A cite item of a syntax, with the details in its markup. */
export function detailedItem(key: string, details: CiteDetails, syntax: Syntax): CiteItem {
  const note = (text: string | undefined): string | undefined => {
    const plain = text?.replace(/\s+/g, ' ').trim();
    return plain ? syntax.notes.write(plain) : undefined;
  };
  const { prefix, locator, suffix, suppressAuthor } = details;
  return { key, prefix: note(prefix), locator: note(locator), suffix: note(suffix), suppressAuthor };
}

/** The citation around an offset, which takes further items instead of a new one. */
export function citationToExtend(text: string, offset: number, syntax: Syntax): FoundCitation | undefined {
  return citingPlaceAt(syntax.find(text), offset).around;
}

/**
 * The edits that cite these items at each offset: as a citation of their own, or behind the items of the citation that is
 * there, which keeps its form.
 */
export function detailedEdits(
  text: string,
  offsets: readonly number[],
  items: readonly CiteItem[],
  form: CitationForm,
  syntax: Syntax,
): TextEdit[] {
  const write = ({ start, end }: OffsetRange, citation: CitationToWrite): string =>
    syntax.formatAt?.(text.slice(0, start) + text.slice(end), start, citation) ?? syntax.format(citation);
  const edits = new Map<string, TextEdit>();
  for (const offset of offsets) {
    const { around, at, before } = citingPlaceAt(syntax.find(text), offset);
    const { start, end } = around?.range ?? { start: at, end: at };
    const newText = around
      ? write({ start, end }, { form: around.form, command: around.command, items: [...around.items, ...items] })
      : before + write({ start, end }, { form, items });
    edits.set(`${start}-${end}`, { start, end, newText });
  }
  return [...edits.values()].sort((a, b) => a.start - b.start);
}
