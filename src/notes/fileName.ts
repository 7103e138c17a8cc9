import { OUR_NAMES } from './fieldNames';
import { renderLiquid } from './liquid';
import type { NoteProblem } from './problem';
import { type NoteValues, templateScope } from './values';

/** Where a file about a paper goes inside its folder: folders, then a file name. Each is safe on every file system. */
export interface NoteFileName {
  readonly segments: readonly string[];
  /** What is wrong with the template; the file is then named by the citekey. */
  readonly problem?: NoteProblem;
}

/** Longest segment in bytes of UTF-8. Most file systems take 255; encrypted folders and synchronised ones take less. */
const MAX_BYTES = 120;
/** That of notes. */
const EXTENSION = '.md';

/**
 * The name of a paper's note, or of another file about it, by a Liquid template. A `/` of the template makes a folder, one in a value
 * becomes `_`, and so does all else that some file system refuses. Folders without a name are left out; without a file name the citekey
 * is it. Never leads outside the notes folder, never throws.
 */
export function noteFileName(template: string, values: NoteValues, extension = EXTENSION): NoteFileName {
  const rendered = renderLiquid(template, withoutSlashes(templateScope(values, OUR_NAMES)) as object);
  const named = (stem: string) => fileSegment(stem, '', extension);
  if ('problem' in rendered) return { segments: [named(values.citekey)], problem: rendered.problem };
  const parts = rendered.text.split('/').map((part) => part.trim());
  const file = parts.pop()!;
  const folders = parts.filter((part) => part !== '').map((part) => safeSegment(part));
  const stem = file.toLowerCase().endsWith(extension) ? file.slice(0, -extension.length) : file;
  return { segments: [...folders, named(stem.trim() || values.citekey)] };
}

/** The same place with a number behind the name, for when another paper has it: `name.md` becomes `name-2.md`. */
export function withSuffix(segments: readonly string[], number: number, extension = EXTENSION): string[] {
  const stem = segments[segments.length - 1].slice(0, -extension.length);
  return [...segments.slice(0, -1), fileSegment(stem, `-${number}`, extension)];
}

/** The file name of a note that is named by its paper's citekey alone. */
export function citekeyFileName(citekey: string): string {
  return fileSegment(citekey);
}

function fileSegment(stem: string, suffix = '', extension = EXTENSION): string {
  const end = suffix + extension;
  return safeSegment(stem, MAX_BYTES - end.length) + end;
}

/**
 * Characters that Windows refuses in names (https://learn.microsoft.com/windows/win32/fileio/naming-a-file), control
 * characters, code points that mean nothing (APFS refuses them) and marks that turn the direction of a text.
 */
const REFUSED = /[*"\\/<>:|?\p{Cc}\p{Cs}\p{Cn}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Windows takes these for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=\s*(?:\.|$))/i;

/** A text as one segment of a path: never empty, never `.` or `..`, in NFC, at most `maxBytes` bytes of UTF-8. */
function safeSegment(text: string, maxBytes = MAX_BYTES): string {
  // A byte is kept for what a device name gets.
  const cut = cutToBytes(text.normalize('NFC').replace(REFUSED, '_').trim(), maxBytes - 1);
  const name = cut.trim().replace(/^\.+|\.$/g, (dots) => '_'.repeat(dots.length));
  return name.replace(DEVICE, '$&_') || '_';
}

/** The longest start of a text that fits, without half a character. */
function cutToBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += utf8Length(character.codePointAt(0)!);
    if (bytes > maxBytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

function withoutSlashes(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[/\\]/g, '_');
  if (Array.isArray(value)) return value.map(withoutSlashes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutSlashes(inner)]));
}
