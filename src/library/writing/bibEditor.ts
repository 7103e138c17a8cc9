import { editBetween, shiftEdit, type TextEdit } from '../../base/textEdit';
import { BibSource } from '../bibtex/bibSource';
import { scanChunks } from '../bibtex/chunks';
import type { EntryProblem } from '../bibtex/entryParser';
import { splitList } from '../bibtex/lists';
import { lowerCase, ownFields } from '../bibtex/record';
import { addedBefore } from './addedBefore';
import { entryAt, entryPlaces, keyOf, type BibEntryPlace } from './bibEntryPlace';
import { fieldNames, withField, withoutField } from './bibFieldEdits';
import { isFieldName, KEY_LISTS, valueSource } from './bibFieldText';
import { referenceEdits } from './bibReferences';
import { replacedEntry } from './bibReplacing';
import { detectBibStyle, styleOfEntry, usualPlace } from './bibStyle';
import { isRefusal, type EditRefusal } from './editRefusal';
import { isBibKey, keyIn } from './legalKey';
import { append, endsLine, removeLines, skipBlanks, startsLine } from './lines';
import type { Draw, SourceEditor } from './sourceChange';
import { toBibtex } from './toBibtex';

/** Mistakes that leave open where a field of the entry begins or ends. */
const STRUCTURAL = ['unbalanced-brace', 'unbalanced-quote', 'unexpected-text', 'missing-comma', 'too-deep'];

const add: Draw<'add'> = (text, { entries, written: addition }) => {
  const style = detectBibStyle(text);
  if (addition) return [addedBefore(text, withLineEnds(addition.text, style.eol), addition.before)];
  const written: string[] = [];
  for (const entry of entries) {
    const key = keyIn('bibtex', entry.citekey);
    if (key === undefined) return { code: 'unfit-key', key: entry.citekey };
    written.push(withLineEnds(toBibtex(entry, style, key), style.eol));
  }
  return append(text, written.join(style.eol + style.eol));
};

const replaceKey: Draw<'replaceKey'> = (text, { at, key, keepAlias }) => {
  const chunks = scanChunks(text);
  const target = entryAt(text, chunks, at);
  if (target === undefined) return { code: 'no-entry' };
  if (!isBibKey(key)) return { code: 'unfit-key', key };
  const edits = [keyEdit(target, key), ...referenceEdits(entryPlaces(text, chunks), target, key)];
  const aliased = withAliases(target, key, keepAlias ?? false, styleOfEntry(target.text, detectBibStyle(text, chunks)));
  if (aliased !== target.text) edits.push(shiftEdit(editBetween(target.text, aliased), target.chunk.start));
  return edits;
};

const setFields: Draw<'setFields'> = (text, { at, fields }) => {
  const chunks = scanChunks(text);
  const target = sound(entryAt(text, chunks, at));
  if (isRefusal(target)) return target;
  const style = styleOfEntry(target.text, detectBibStyle(text, chunks));
  let entry = target.text;
  for (const [name, value] of fields) {
    if (value === undefined) {
      entry = withoutField(entry, name);
      continue;
    }
    const source = valueSource(name, value);
    if (source === undefined || !isFieldName(name)) return { code: 'unfit-field', name };
    const after = usualPlace(text, chunks, lowerCase(name), fieldNames(entry));
    entry = withField(entry, name, source, style, after);
  }
  return [shiftEdit(editBetween(target.text, entry), target.chunk.start)];
};

const replaceEntry: Draw<'replaceEntry'> = (text, { at, entry }) => {
  const chunks = scanChunks(text);
  const target = sound(entryAt(text, chunks, at));
  if (isRefusal(target)) return target;
  const key = keyIn('bibtex', entry.citekey);
  if (key === undefined) return { code: 'unfit-key', key: entry.citekey };
  const style = styleOfEntry(target.text, detectBibStyle(text, chunks));
  const replaced = replacedEntry(target, entry, key, style);
  const others = entryPlaces(text, chunks).filter(({ chunk }) => chunk !== target.chunk);
  const references = key === keyOf(target) ? [] : referenceEdits(others, target, key);
  return [shiftEdit(editBetween(target.text, replaced), target.chunk.start), ...references];
};

const removeEntry: Draw<'removeEntry'> = (text, { at }) => {
  const target = entryAt(text, scanChunks(text), at);
  if (target === undefined) return { code: 'no-entry' };
  const { start, end, closed } = target.chunk;
  // Where an entry has no end, what stands behind it may belong to it or not.
  if (!closed) return { code: 'broken-source', place: target.chunk };
  if (startsLine(text, start) && endsLine(text, end)) return [removeLines(text, start, end)];
  return [{ start, end: skipBlanks(text, end), newText: '' }];
};

function withLineEnds(text: string, eol: string): string {
  return text.replace(/\r\n|\r|\n/g, eol);
}

function keyEdit({ chunk, text, parsed }: BibEntryPlace, key: string): TextEdit {
  const needsComma = parsed.keyStart === parsed.keyEnd && !/^\s*,/.test(text.slice(parsed.keyEnd));
  const newText = needsComma ? `${key}, ` : key;
  return { start: chunk.start + parsed.keyStart, end: chunk.start + parsed.keyEnd, newText };
}

/** The entry's text with its further keys after a change of key: the new one is none of them, the old one is if wanted. */
function withAliases(target: BibEntryPlace, key: string, keepOld: boolean, style: Parameters<typeof withField>[3]) {
  const old = keyOf(target);
  const before = splitList(ownFields({ text: target.text, marks: target.parsed.marks }).get('ids') ?? '');
  const after = before.filter((alias) => alias !== key);
  if (keepOld && old !== '' && old !== key && !after.includes(old)) after.push(old);
  if (after.join() === before.join()) return target.text;
  if (after.length === 0) return withoutField(target.text, 'ids');
  return withField(target.text, 'ids', after.join(', '), style);
}

/** The entry, or why its fields cannot be changed. */
function sound(target: BibEntryPlace | undefined): BibEntryPlace | EditRefusal {
  if (target === undefined) return { code: 'no-entry' };
  const broken = target.parsed.problems.find(({ code }: EntryProblem) => STRUCTURAL.includes(code));
  if (broken === undefined && target.chunk.closed) return target;
  const { start, end } = broken ?? { start: 0, end: target.text.length };
  return { code: 'broken-source', place: { start: target.chunk.start + start, end: target.chunk.start + end } };
}

/** How BibTeX and BibLaTeX files are changed. */
export const bibEditor: SourceEditor = {
  draw: { add, replaceKey, setFields, replaceEntry, removeEntry },

  reading() {
    const source = new BibSource();
    return (text) => source.update(text);
  },

  references: KEY_LISTS,

  fields(record) {
    if (record.format !== 'bibtex') return new Map();
    return ownFields(record).set('@', lowerCase(record.type));
  },

  written: (name, value) => [lowerCase(name), valueSource(name, value)],
};
