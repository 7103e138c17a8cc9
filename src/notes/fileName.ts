import { OUR_NAMES } from './fieldNames';
import { fileSegment, safeSegment } from './fileSegment';
import { renderLiquid } from './liquid';
import type { NoteProblem } from './problem';
import { type NoteValues, templateScope } from './values';

/** Where a file about a paper goes inside its folder: folders, then a file name. Each is safe on every file system. */
export interface NoteFileName {
  readonly segments: readonly string[];
  /** What is wrong with the template; the file is then named by the citekey. */
  readonly problem?: NoteProblem;
}

/** That of notes. */
const EXTENSION = '.md';

/**
 * The name of a paper's note, or of another file about it, by a Liquid template. A `/` of the template makes a folder, one in a value
 * becomes `_`, and so does all else that some file system refuses. Folders without a name are left out; without a file name the citekey
 * is it. Never leads outside the notes folder, never throws.
 */
export function noteFileName(template: string, values: NoteValues, extension = EXTENSION): NoteFileName {
  const rendered = renderLiquid(template, withoutSlashes(templateScope(values, OUR_NAMES)) as object);
  const named = (stem: string) => fileSegment(stem, extension);
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
  return [...segments.slice(0, -1), fileSegment(stem, `-${number}${extension}`)];
}

function withoutSlashes(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[/\\]/g, '_');
  if (Array.isArray(value)) return value.map(withoutSlashes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withoutSlashes(inner)]));
}
