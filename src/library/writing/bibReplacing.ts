import { latexToText } from '../bibtex/latex';
import { lowerCase, ownFields } from '../bibtex/record';
import { parseEntry } from '../bibtex/entryParser';
import type { BibEntryPlace } from './bibEntryPlace';
import { withField, withoutField } from './bibFieldEdits';
import { withCase } from './bibFieldText';
import type { BibStyle } from './bibStyle';
import { WRITTEN_FIELDS } from './cslToBib';
import { contentOf } from './toBibtex';
import type { WrittenEntry } from './entryToWrite';

/**
 * The text of an entry made to say what another one says. Fields that say it already stay as they are written; those that we
 * do not write ourselves stay; of those that we write, the ones that the other lacks go.
 */
export function replacedEntry(
  { text, parsed }: BibEntryPlace,
  entry: WrittenEntry,
  key: string,
  style: BibStyle,
): string {
  const content = contentOf(entry, style);
  const old = ownFields({ text, marks: parsed.marks });
  let result = text;
  for (const [name, source] of content.fields) {
    const before = old.get(lowerCase(name));
    if (before === undefined || latexToText(before) !== latexToText(source)) {
      result = withField(result, name, source, style);
    }
  }
  const kept = new Set(content.fields.map(([name]) => lowerCase(name)));
  for (const name of old.keys()) if (WRITTEN_FIELDS.has(name) && !kept.has(name)) result = withoutField(result, name);
  return withHead(result, content.type, key, style);
}

/** The entry's text with another type and key. */
function withHead(text: string, type: string, key: string, style: BibStyle): string {
  const parsed = parseEntry(text, true);
  const rest = text.slice(parsed.keyEnd);
  const comma = parsed.keyStart < parsed.keyEnd || /^\s*,/.test(rest) ? '' : ', ';
  const head = text.slice(0, parsed.keyStart);
  const written = withCase(type, style);
  const same = lowerCase(parsed.type) === lowerCase(type);
  return `${same ? head : head.replace(parsed.type, () => written)}${key}${comma}${rest}`;
}
