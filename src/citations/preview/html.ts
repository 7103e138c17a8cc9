import { escapeHtml } from '../../base/html';
import type { FormattedCluster, FormattedDocument } from '../csl/contract';

/** What a formatted document says in the user's language around what is formatted. */
export interface PreviewWords {
  readonly references: string;
  readonly notes: string;
  /** Of a key that no paper has. */
  readonly unknown: string;
  /** Of the link from a note to its place. */
  readonly back: string;
}

/** A document formatted as HTML, whose texts are escaped already. */
export interface ShownDocument {
  /** Undefined where a citation is to stay as it is written. */
  cluster(index: number): FormattedCluster | undefined;
  readonly formatted: FormattedDocument;
  /** The references by key, as HTML. */
  readonly references: ReadonlyMap<string, string>;
  /** The keys that each citation cites. */
  readonly keys: readonly (readonly string[])[];
  readonly words: PreviewWords;
  /** The title of the list, where the document has none above it. */
  readonly title?: string;
  readonly hasList: boolean;
  /** Why nothing is formatted. */
  readonly problem?: string;
}

/** Where a citation stands. */
export interface CitationPlace {
  readonly index: number;
  readonly before: string;
  readonly after: string;
  readonly isInLink: boolean;
  /** Whether it stands in brackets. */
  readonly isBracketed: boolean;
}

/** A citation as it reads, with links to its references or its note, and tooltips; undefined where it stays as written. */
export function citationHtml(document: ShownDocument, place: CitationPlace): string | undefined {
  const cluster = document.cluster(place.index);
  if (!cluster) return undefined;
  const { note, unknown } = cluster;
  const { before, after } = place;
  const missing = unknown.map((key) => unknownHtml(key, document.words));
  if (note) {
    const mark = span([noteMark(note, place)]);
    // The mark follows the word and its sign, without a blank.
    return (
      (cluster.text && `${before}${span([cluster.text])}`) +
      after +
      mark +
      (missing.length > 0 ? ` ${span(missing)}` : '')
    );
  }
  const text = linkedText(cluster, document, place);
  if (text === '') {
    const all = missing.join('; ');
    return `${before}${span([place.isBracketed ? `(${all})` : all])}${after}`;
  }
  const isRaised = /^<sup>/.test(cluster.text);
  const whole = span([text, ...missing]);
  return isRaised ? after + whole : before + whole + (endsSentence(cluster.text) ? after.replace('.', '') : after);
}

function span(content: readonly string[]): string {
  return `<span class="literature-citation">${content.join(' ')}</span>`;
}

function unknownHtml(key: string, words: PreviewWords): string {
  return `<span class="literature-unknown" title="${escapeHtml(words.unknown)}">${escapeHtml(key)}?</span>`;
}

function noteMark({ number, text }: { number: number; text: string }, { isInLink }: CitationPlace): string {
  const id = noteId(number);
  const mark = isInLink ? String(number) : `<a href="#${id}"${tooltip([text])}>${number}</a>`;
  return `<sup id="${id}-place">${mark}</sup>`;
}

/** The text of a citation; each item is a link to its reference. A text that holds links of its own gets none around it. */
function linkedText(
  { text, parts }: FormattedCluster,
  document: ShownDocument,
  { index, isInLink }: CitationPlace,
): string {
  if (isInLink) return text.replace(/<\/?a\b[^>]*>/g, '');
  if (text.includes('<a ')) return text;
  const isDivided = parts?.some(({ key }) => key !== undefined && document.references.has(key));
  if (parts && isDivided) {
    return parts.map((part) => linked(part.text, part.key === undefined ? [] : [part.key], document)).join('');
  }
  return linked(text, document.keys[index], document);
}

/** Linked to the first reference; the tooltip has all. */
function linked(text: string, keys: readonly string[], { references, hasList }: ShownDocument): string {
  const listed = keys.filter((key) => references.has(key));
  if (text === '' || listed.length === 0) return text;
  const tip = tooltip(listed.map((key) => references.get(key) ?? ''));
  return hasList ? `<a href="#${entryId(listed[0])}"${tip}>${text}</a>` : `<span${tip}>${text}</span>`;
}

/** A note of the document's own: how many citations are read before its mark, and what it says. */
export interface OwnNoteText {
  readonly before: number;
  readonly html: string;
  /** Whether the link back stands in what it says. */
  readonly hasBack: boolean;
}

/** The notes of a document in a style of notes: those that citations make, and its own, in the order of their marks. */
export function notesHtml(document: ShownDocument, own: readonly OwnNoteText[]): string {
  const { keys, words } = document;
  const left = [...own];
  const notes: string[] = [];
  const put = (html: string, number: number, isWhole = false) => {
    const back = isWhole ? '' : ` ${backHtml(number, words)}`;
    notes.push(`<li id="${noteId(number)}" value="${number}">${html}${back}</li>`);
  };
  for (let at = 0; at <= keys.length; at++) {
    while (left.length > 0 && left[0].before <= at) {
      const { html, hasBack } = left.shift()!;
      put(html, notes.length + 1, hasBack);
    }
    const note = at < keys.length ? document.cluster(at)?.note : undefined;
    if (note) put(note.text, note.number);
  }
  return notes.length > 0 ? section('notes', words.notes, `<ol>${notes.join('')}</ol>`) : '';
}

/** How many notes the citations make that are read before each one, and before the end. */
export function notesBefore(document: ShownDocument): number[] {
  const before = [0];
  for (let at = 0; at < document.keys.length; at++) before.push(before[at] + (document.cluster(at)?.note ? 1 : 0));
  return before;
}

/** The mark of a note of the document's own. */
export function markHtml(number: number, isFirst: boolean): string {
  const id = noteId(number);
  return span([`<sup${isFirst ? ` id="${id}-place"` : ''}><a href="#${id}">${number}</a></sup>`]);
}

/** The link from a note back to its mark. */
export function backHtml(number: number, words: PreviewWords): string {
  const back = escapeHtml(words.back);
  return `<a href="#${noteId(number)}-place" title="${back}" aria-label="${back}">↩</a>`;
}

/** The list of references, or why there is none. */
export function listHtml({ formatted, words, title, hasList, problem }: ShownDocument): string {
  if (problem) return `<p class="literature-problem">${escapeHtml(problem)}</p>\n`;
  if (!hasList) return '';
  const listed = formatted.references.map(({ key, text }) => `<div id="${entryId(key)}">${text}</div>`);
  const heading = title ? `<h2>${escapeHtml(title)}</h2>` : '';
  return heading + section('references', words.references, listed.join(''));
}

function section(kind: string, label: string, content: string): string {
  return `<section class="literature-${kind}" role="region" aria-label="${escapeHtml(label)}">${content}</section>\n`;
}

/** Whether a text ends with a full stop, inside of marks or not. */
function endsSentence(html: string): boolean {
  return /\.(?:<\/\w+>)*$/.test(html);
}

/** The texts of escaped HTML as an attribute. */
function tooltip(texts: readonly string[]): string {
  const plain = texts.map((html) => html.replace(/<[^<>]*>/g, '').replace(/"/g, '&quot;'));
  return ` title="${plain.join('\n')}"`;
}

function noteId(number: number): string {
  return `literature-note-${number}`;
}

function entryId(key: string): string {
  return `ref-${encodeURIComponent(key.replace(/\p{Cs}/gu, '')).replace(/'/g, '%27')}`;
}
