import { typeOf } from '../bibtex/projection';
import { isCslType } from '../formats/cslTypes';
import { isDateVariable, isNameVariable } from '../formats/cslVariables';
import { bibFieldsIn } from '../formats/risExtra';
import { annotationsOf, isAnnotation, nameAnnotations } from '../bibtex/nameAnnotations';
import type { CslDate, CslName } from '../model/csl';
import type { BibContent } from './bibContent';
import { fieldSource, isFieldName } from './bibFieldText';
import type { BibStyle } from './bibStyle';
import { isSaidByType } from './cslToBib';
import { containerToLatex, namesToLatex, textToLatex } from './toLatex';
import { biblatexDate, wordsOfDate } from './writtenDates';
import type { WrittenEntry } from './entryToWrite';

type Field = readonly [name: string, source: string];

/** Where biblatex has those who did something beside the editors, and what it calls that (its manual, section 2.3.6). */
const FURTHER_EDITORS: Readonly<Record<string, readonly [field: string, type: string] | undefined>> = {
  compiler: ['editora', 'compiler'],
  contributor: ['editorb', 'collaborator'],
  organizer: ['editorc', 'organizer'],
};

/**
 * An entry with all that its fields do not say of the item that it was made of: in fields named as CSL has it (`medium`), which BibTeX
 * and biber pass over and no style prints.
 */
export function withUnsaid(content: BibContent, entry: WrittenEntry, style: BibStyle): BibContent {
  const taken = new Set(content.fields.map(([name]) => name));
  const { plain = [], biblatex = [] } = entry.unsaid ?? {};
  const annotations = nameAnnotations(entry.csl).map(([name, text]): Field => [name, textToLatex(text)]);
  const unsaid = (style.biblatex ? biblatex : plain)
    .filter((name) => name !== 'genre' || !isSaidByType(entry))
    .flatMap((name) => fieldsOf(name, entry, style, taken));
  const added = [...unsaid, ...annotations, ...ofBibtex(entry)].filter(
    ([name, source]) => source !== '' && !taken.has(name),
  );
  return { ...content, fields: [...content.fields, ...added] };
}

/** The type of CSL beside the entry type, where that alone would be read as another. */
export function withType(content: BibContent, entry: WrittenEntry): BibContent {
  const { type, fields } = content;
  const isRead = (subtype: string) => typeOf(type, new Map([['entrysubtype', subtype]])) === entry.type;
  if (!isCslType(entry.type) || /^article/.test(entry.type) || isRead('') || !isRead(entry.type)) return content;
  return { ...content, fields: [...fields.filter(([name]) => name !== 'entrysubtype'), ['entrysubtype', entry.type]] };
}

function fieldsOf(name: string, { csl, type }: WrittenEntry, style: BibStyle, taken: ReadonlySet<string>): Field[] {
  const value = csl[name];
  if (isNameVariable(name) && Array.isArray(value)) {
    const names = namesToLatex(value as CslName[], false, style.biblatex);
    const [field, kind] =
      name === 'director' && type === 'motion_picture' && !taken.has('editor')
        ? ['editor', 'director']
        : (FURTHER_EDITORS[name] ?? []);
    if (!style.biblatex || field === undefined || annotationsOf(value as CslName[]).length > 0) return [[name, names]];
    return [
      [field, names],
      [`${field}type`, kind ?? ''],
    ];
  }
  if (isDateVariable(name)) {
    const date = value as CslDate;
    return [[name, biblatexDate(date) || textToLatex(wordsOfDate(date))]];
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return [[name, name.endsWith('title') ? containerToLatex(text) : textToLatex(text)]];
}

/** Fields of BibTeX that came through RIS. */
function ofBibtex({ record }: WrittenEntry): Field[] {
  if (record.format !== 'ris') return [];
  return bibFieldsIn(record).flatMap(([name, text]): Field[] => {
    const source = isFieldName(name) && !isAnnotation(name) ? fieldSource(name, text) : undefined;
    return source === undefined ? [] : [[name, source]];
  });
}
