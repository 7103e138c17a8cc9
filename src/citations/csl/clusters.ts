import type { CiteprocCitation, CiteprocItem } from 'citeproc';
import type { CslItem, CslName } from '../../library/model/csl';
import { isLabelled, type LocatorLabels, parseLocator, splitLocator } from '../locator';
import type { CiteItem } from '../syntax';
import type { Cluster } from './contract';
import type { StyleEngine } from './engine';

/** Citations of a document as the engine takes them. */
export interface EngineCitations {
  readonly citations: readonly CiteprocCitation[];
  /** For each cluster the index of its citation here; undefined where nothing of it is known, or nothing is shown. */
  readonly places: readonly (number | undefined)[];
  /** Ids of what is listed without being cited. */
  readonly uncited: readonly string[];
}

/**
 * Turns clusters into the engine's citations.
 * @param idOf the engine's id of a key's item; undefined where no item has the key
 */
export function engineCitations(
  clusters: readonly Cluster[],
  idOf: (key: string) => string | undefined,
  style: Pick<StyleEngine, 'isNoteStyle' | 'namesAuthors' | 'locatorLabels'>,
): EngineCitations {
  const citations: CiteprocCitation[] = [];
  const uncited = new Set<string>();
  let notes = 0;
  const places = clusters.map(({ form, items, inNote, ownNotes = 0, isEnglish }) => {
    const labels = style.locatorLabels[isEnglish ? 'withEnglish' : 'own'];
    const known = items.flatMap((item) => engineItem(item, idOf(item.key), labels) ?? []);
    if (form === 'nocite') for (const { id } of known) uncited.add(id);
    if (form === 'nocite' || known.length === 0) return undefined;
    // What only names an author makes no note.
    const isInText = form === 'author';
    if (!isInText && !inNote) notes++;
    const number = citations.length + 1;
    citations.push({
      citationID: `c${number}`,
      citationItems: inStretches(known).map((item) => withForm(item, form, style)),
      properties: {
        noteIndex: style.isNoteStyle && !isInText ? notes + ownNotes : 0,
        ...(form === 'narrative' && (style.namesAuthors || style.isNoteStyle) && { mode: 'composite' as const }),
      },
    });
    return number - 1;
  });
  return { citations, places, uncited: [...uncited] };
}

/** What is said before an item begins a stretch, what is said behind one ends it: nothing is sorted across, as in Pandoc. */
function inStretches(items: readonly CiteprocItem[]): CiteprocItem[] {
  let stretch = 0;
  return items.map((item, at) => {
    if (item.prefix || (at > 0 && items[at - 1].suffix)) stretch++;
    return { ...item, stretch };
  });
}

function withForm(
  item: CiteprocItem,
  form: Cluster['form'],
  { namesAuthors }: Pick<StyleEngine, 'namesAuthors'>,
): CiteprocItem {
  if (form === 'year') return { ...item, 'suppress-author': true };
  if (form === 'author' && namesAuthors) return { ...item, 'author-only': true };
  return item;
}

function engineItem(item: CiteItem, id: string | undefined, labels: LocatorLabels): CiteprocItem | undefined {
  if (id === undefined) return undefined;
  const said = { ...item, ...inLanguage(item, labels) };
  const locator = said.locator ? parseLocator(said.locator, labels) : undefined;
  return {
    id,
    ...(locator && { locator: locator.value, label: locator.kind }),
    ...(said.prefix && { prefix: `${said.prefix.trimEnd()} ` }),
    ...(said.suffix && { suffix: suffix(said.suffix) }),
    ...(said.suppressAuthor && { 'suppress-author': true }),
  };
}

/** Locator and suffix as the language of the style has them: documents are read by the labels of all languages. */
function inLanguage({ locator, suffix: after }: CiteItem, labels: LocatorLabels): Pick<CiteItem, 'locator' | 'suffix'> {
  if (locator === undefined) return after ? locatorIn(after, labels) : {};
  if (isLabelled(locator, labels) || !isLabelled(locator)) return {};
  return { locator: undefined, suffix: after ? locator + suffix(after) : locator };
}

function locatorIn(text: string, labels: LocatorLabels): Pick<CiteItem, 'locator' | 'suffix'> {
  const { locator, suffix: rest } = splitLocator(text, 0, text.length, labels);
  if (!locator) return { suffix: text };
  return { locator: text.slice(locator.start, locator.end), suffix: rest && text.slice(rest.start, rest.end) };
}

/** Parted from what stands before it, unless it begins with a sign that belongs there. */
function suffix(text: string): string {
  return /^[\s.,;:!?)\]]/.test(text) ? text : `, ${text}`;
}

/** The authors as a text names them beside a number, or a note that names none: `Smith`, `Smith and Jones`, `Smith et al.` */
export function authorsInText(item: CslItem, and: string, others: string): string {
  const people = item.author ?? item.editor ?? [];
  const names = (Array.isArray(people) ? people : []).map(shortName).filter((name) => name !== '');
  if (names.length === 0) return typeof item.title === 'string' ? item.title : '';
  if (names.length > 3) return `${names[0]} ${others}`;
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} ${and} ${names[names.length - 1]}`;
}

function shortName(name: CslName | null): string {
  if (typeof name !== 'object' || name === null) return '';
  const parts = [name['non-dropping-particle'], name.family ?? name.literal];
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ');
}
