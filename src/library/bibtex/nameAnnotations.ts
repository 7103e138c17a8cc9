import { isNameVariable } from '../formats/cslVariables';
import { type CslItem, type CslName, NAME_PARTS } from '../model/csl';

/*
 * What is said of a person beside the name, as biblatex has it in annotations of a list of names (its manual, section 3.7):
 * `author+an:orcid = {1="0000-0002-1825-0097"; 3="0000-0001-5109-3700"}`, numbers of names with texts.
 */

const FIELD = /^([a-z-]{1,40})\+an:([a-z][\w-]{0,40})$/i;
const VALUE = /(?:^|;)\s*(\d{1,4})\s*=\s*"((?:\\[^]|[^"\\])*)"/g;
/** What CSL has in a name, and what only tells its place among others. */
const NO_ANNOTATIONS = new Set<string>([
  ...NAME_PARTS,
  'comma-suffix',
  'static-ordering',
  'sequence',
  'authenticated-orcid',
]);

/** Whether a field of BibTeX is an annotation of another one. */
export function isAnnotation(field: string): boolean {
  return field.includes('+an');
}

/** The list of names that a field of BibTeX is an annotation of, and what it says of each. */
function annotationIn(field: string): { readonly list: string; readonly name: string } | undefined {
  const [, list, name] = FIELD.exec(field) ?? [];
  return list === undefined ? undefined : { list: list.toLowerCase(), name: name.toLowerCase() };
}

/**
 * What fields of BibTeX say of the names of an item.
 * @param toText what makes a text of a part of a field
 */
export function setAnnotations(
  item: CslItem,
  fields: Iterable<readonly [name: string, source: string]>,
  toText: (source: string) => string,
): void {
  const copied = new Map<string, CslName[]>();
  for (const [field, source] of fields) {
    const annotation = isAnnotation(field) ? annotationIn(field) : undefined;
    const variable = annotation?.list === 'bookauthor' ? 'container-author' : (annotation?.list ?? '');
    if (annotation === undefined || !isNameVariable(variable) || !Array.isArray(item[variable])) continue;
    const names = copied.get(variable) ?? (item[variable] as CslName[]).map((name) => ({ ...name }));
    annotate(names, annotation.name, source, toText);
    copied.set(variable, names);
  }
  for (const [variable, names] of copied) item[variable] = names;
}

/** Adds to names what an annotation says of them. */
function annotate(
  names: readonly CslName[],
  annotation: string,
  source: string,
  toText: (source: string) => string,
): void {
  if (NO_ANNOTATIONS.has(annotation)) return;
  for (const [, number, text] of source.matchAll(VALUE)) {
    const name = names[Number(number) - 1] as CslName | undefined;
    const said = toText(text).trim();
    if (name !== undefined && said !== '') Object.assign(name, memberOf(annotation, said));
  }
}

/** Members that programs write otherwise than as a text in small letters. */
function memberOf(annotation: string, text: string): Readonly<Record<string, unknown>> {
  if (annotation === 'orcid') return { ORCID: text };
  return annotation === 'affiliation'
    ? { affiliation: text.split(' | ').map((name) => ({ name })) }
    : { [annotation]: text };
}

/** The fields, with their texts, that say what an item has of people beside their names. */
export function nameAnnotations(item: CslItem): (readonly [field: string, text: string])[] {
  return Object.entries(item).flatMap(([variable, names]) => {
    if (!isNameVariable(variable) || !Array.isArray(names)) return [];
    const list = variable === 'container-author' ? 'bookauthor' : variable;
    return annotationsOf(names as CslName[]).map(([name, text]) => [`${list}+an:${name}`, text] as const);
  });
}

/** The annotations that say what names have beside their parts. */
export function annotationsOf(names: readonly CslName[]): (readonly [annotation: string, value: string])[] {
  const values = new Map<string, string[]>();
  for (const [i, name] of names.entries()) {
    for (const [member, value] of Object.entries(name)) {
      const text = NO_ANNOTATIONS.has(member) || !/^[a-z][\w-]{0,40}$/i.test(member) ? '' : textOf(value);
      if (text === '') continue;
      const all = values.get(member.toLowerCase());
      if (all) all.push(`${i + 1}="${text}"`);
      else values.set(member.toLowerCase(), [`${i + 1}="${text}"`]);
    }
  }
  return [...values].map(([annotation, all]) => [annotation, all.join('; ')]);
}

/** A text, or the names in a list such as Crossref's affiliations. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(' | ');
  if (typeof value === 'object' && value !== null) return textOf((value as { name?: unknown }).name);
  const isText = typeof value === 'string' || typeof value === 'number';
  return isText
    ? String(value)
        .replace(/["{}\\]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
    : '';
}
