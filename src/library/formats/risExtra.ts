import type { RisRecord } from '../model/record';
import { isCslType } from './cslTypes';
import { type ExtraLine, extraLines, isExtraVariable } from './extraLines';

/** The tag that Zotero reads into its field Extra. */
export const EXTRA = 'M2';

const BIBTEX = 'tex.';

/** Whether a value of that tag says what a variable of CSL or a field of BibTeX is, or what type a record has. */
export function isExtra(tag: string, value: string): boolean {
  return (
    tag === EXTRA &&
    extraLines(value).some(([name]) => name === 'type' || name.startsWith(BIBTEX) || isExtraVariable(name))
  );
}

/** The line that says what a field of BibTeX is. */
export function lineOfBibField(name: string, value: string): string {
  return `${BIBTEX}${name}: ${value}`;
}

/** The fields of BibTeX that stand there, as text. */
export function bibFieldsIn(record: RisRecord): ExtraLine[] {
  return extraOf(record)
    .filter(([name]) => name.startsWith(BIBTEX))
    .map(([name, value]) => [name.slice(BIBTEX.length), value]);
}

/** What a record says where Zotero has its field Extra, as programs write other things there, too. */
export function extraOf({ tags }: RisRecord): ExtraLine[] {
  return tags.filter(([tag, value]) => isExtra(tag, value)).flatMap(([, value]) => extraLines(value));
}

/** The type of CSL that is named there, where RIS has none of its own. */
export function extraType(lines: readonly ExtraLine[]): string | undefined {
  return lines.find(([name, value]) => name === 'type' && isCslType(value))?.[1];
}
