import { range, type Range } from '../base/position';
import { fieldIn, type FieldNames, OUR_NAMES, propertyOf } from './fieldNames';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import type { NoteProblem } from './problem';
import { rangeIn } from './rangeIn';

/** A Markdown file about one paper. */
export interface Note {
  /** Of the file, as a string. */
  readonly uri: string;
  readonly citekey: string;
  /** What says that the note belongs to the paper. */
  readonly linkedBy: 'front-matter' | 'file-name';
  /** Where the citekey stands in the front matter; the start of the file for a note that its name links. */
  readonly citekeyRange: Range;
  readonly title?: string;
  /** As written: `unread`, say. */
  readonly status?: string;
  /** Without a leading `#`, each once. */
  readonly tags: readonly string[];
  readonly rating?: number;
  /** What follows the front matter. */
  readonly text: string;
}

/** A Markdown file that may be a note. */
export interface NoteFile {
  readonly uri: string;
  /** The last segment of the path: `vaswani2017attention.md`. */
  readonly fileName: string;
  readonly inNotesFolder: boolean;
  readonly text: string;
  /** The properties that hold the fields; each has its own name by default. */
  readonly names?: FieldNames;
}

/** The note that a file is, if it is one, and what is wrong with it. */
export interface ReadNote {
  readonly note?: Note;
  readonly problems: readonly NoteProblem[];
}

/**
 * Reads a file as a note. The `citekey` of its front matter links it to a paper wherever the file lies, known or not;
 * inside the notes folder a file without one is linked by its name, where that is a known citekey. A file that is
 * neither linked nor in the notes folder is none of our business and has no problems. Never throws.
 */
export function readNote(file: NoteFile, isCitekey: (key: string) => boolean): ReadNote {
  const front = readFrontMatter(file.text);
  const { data } = front;
  const { names = OUR_NAMES } = file;
  const problems: NoteProblem[] = front.problem ? [front.problem] : [];
  const stated = citekeyIn(data, names);
  const property = propertyOf('citekey', data, names);
  const citekeyRange = stated === undefined ? range(0, 0, 0, 0) : rangeIn(file.text, front.values.get(property)!);
  if (stated === undefined && isCollection(data[property])) problems.push(notText(file.text, front, property));

  const named = file.inNotesFolder && stated === undefined ? citekeyOfName(file.fileName, isCitekey) : undefined;
  const citekey = stated ?? named;
  if (citekey === undefined) return { problems: file.inNotesFolder ? problems : [] };
  const note: Note = {
    uri: file.uri,
    citekey,
    linkedBy: stated === undefined ? 'file-name' : 'front-matter',
    citekeyRange,
    title: textOf(fieldIn('title', data, names)),
    status: textOf(fieldIn('status', data, names)),
    tags: tagsOf(fieldIn('tags', data, names)),
    rating: numberOf(fieldIn('rating', data, names)),
    text: front.body,
  };
  return { note, problems };
}

/** The citekey that front matter states, as text; undefined without one. */
export function citekeyIn(data: Readonly<Record<string, unknown>>, names: FieldNames): string | undefined {
  return textOf(fieldIn('citekey', data, names))?.normalize('NFC');
}

function citekeyOfName(fileName: string, isCitekey: (key: string) => boolean): string | undefined {
  const name = fileName.normalize('NFC');
  const key = name.slice(0, -'.md'.length);
  return name.toLowerCase().endsWith('.md') && isCitekey(key) ? key : undefined;
}

function notText(text: string, { values }: FrontMatter, property: string): NoteProblem {
  return { code: 'citekey-not-text', severity: 'warning', range: rangeIn(text, values.get(property)!) };
}

/** Tags as a list, or in one text with commas or blanks between them. */
function tagsOf(value: unknown): string[] {
  const parts: unknown[] = Array.isArray(value) ? value : (textOf(value) ?? '').split(/[,\s]/);
  const tags = parts.map((part) => (textOf(part) ?? '').replace(/^#/, ''));
  return [...new Set(tags)].filter((tag) => tag !== '');
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = Number(textOf(value));
  return Number.isFinite(number) ? number : undefined;
}

function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
