import { LOCATOR_KINDS, parseLocator, writeLocator } from '../../locator';
import type { NoteRules } from '../../syntax';
import { withPlainSpaces } from '../shared/notes';

/** A label with its locator as they stand in a tag. */
const LABELLED = /^(\S{1,40})\s{1,8}(?:-l|--locator)[\s=]{0,8}/;

/** Locators with their labels as options have them, `chapter -l 3`; pages have no label. */
export const jekyllNotes: NoteRules = {
  plain(note) {
    const [head, label] = LABELLED.exec(note) ?? [];
    if (head === undefined) return withPlainSpaces(note);
    const kind = LOCATOR_KINDS.find((one) => one === label);
    const value = note.slice(head.length);
    return kind ? writeLocator(kind, value) : `${label} ${value}`;
  },
  write: writeNote,
};

/** Plain text as an option's value: what would end the tag or start an option is left out. */
function writeNote(text: string): string {
  return text
    .replace(/[{}%`<>]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/(^| )-+/g, '$1–')
    .trim();
}

/** A locator as an option's value with the kind that needs a label; `chap. 3` and `chapter -l 3` are the same. */
export function locatorOption(locator: string): { readonly label?: string; readonly value: string } {
  const [head, label] = LABELLED.exec(locator) ?? [];
  if (head !== undefined) return { label, value: writeNote(locator.slice(head.length)) };
  const { kind, value } = parseLocator(locator);
  return kind === 'page' ? { value: writeNote(value) } : { label: kind, value: writeNote(value) };
}
