import type { CslDate, CslItem, CslName } from '../model/csl';
import { isCslVariable, isDateVariable, isNameVariable } from '../formats/cslVariables';
import { parseDate } from './bibDates';
import { parseNames } from './bibNames';
import { latexToMarkup, latexToText } from './latex';

type Fields = ReadonlyMap<string, string>;

/** Fields of BibTeX's and biblatex's own, whose meaning depends on the entry, or has been read. */
const KNOWN = new Set(
  'id citation-key type title author editor translator number language keyword abstract doi url isbn pmid pmcid'.split(
    ' ',
  ),
);
/** Of several editors those that do something else, by what biblatex calls that (its manual, section 2.3.6), Better BibTeX, too. */
const EDITOR_TYPES: Readonly<Record<string, string | undefined>> = {
  collaborator: 'contributor',
  scriptwriter: 'script-writer',
};
const FURTHER_NAMES = ['editora', 'editorb', 'editorc', 'namea', 'nameb', 'namec'];

/** What an entry says in fields that CSL names, `medium` and `director`, of which BibTeX knows nothing. What the item has stays. */
export function setOwnNamed(item: CslItem, fields: Fields): void {
  for (const [name, source] of fields) {
    if (KNOWN.has(name) || !isCslVariable(name)) continue;
    const value = valueOf(name, source);
    if (value !== undefined) item[name] ??= value;
  }
}

function valueOf(name: string, source: string): string | CslDate | readonly CslName[] | undefined {
  if (isDateVariable(name)) return parseDate(source);
  if (isNameVariable(name)) {
    const { names } = parseNames(source);
    return names.length > 0 ? names : undefined;
  }
  return (name.endsWith('title') ? latexToMarkup(source) : latexToText(source)) || undefined;
}

/** People beside authors and editors: in fields that say by another what they did, `editora` and `editoratype`. */
export function setFurtherNames(item: CslItem, fields: Fields): void {
  for (const field of FURTHER_NAMES) {
    const role = roleOf(fields.get(`${field}type`));
    const { names } = parseNames(fields.get(field) ?? '');
    if (role !== undefined && names.length > 0)
      item[role] = [...((item[role] as CslName[] | undefined) ?? []), ...names];
  }
  // Who directed a film is named so by pandoc and Better BibTeX.
  if (item.type === 'motion_picture' && roleOf(fields.get('editortype')) === 'director' && item.editor) {
    item.director ??= item.editor;
    delete item.editor;
  }
}

function roleOf(stated: string | undefined): string | undefined {
  const type = stated?.trim().toLowerCase() ?? '';
  const role = EDITOR_TYPES[type] ?? type;
  return isNameVariable(role) && role !== 'author' ? role : undefined;
}
