import { applyEdits } from '../../base/textEdit';
import { fileSegment } from '../../notes/fileSegment';
import type { NewName } from './documentEdits';

/** How a note's file came by its name. */
export interface NoteNaming {
  /** The template by which new notes are named, in Liquid. */
  readonly template?: string;
  /** Whether the note states its paper; else its name alone tells it. */
  readonly isStated: boolean;
}

/**
 * The name of a note's file once its paper has another key: the key, also behind `@` and before ` - `, or where the template
 * has it; where the name alone tells the paper, before any sign. Undefined where the file is named by something else.
 */
export function noteFileNameAfter(fileName: string, { from, to }: NewName, naming: NoteNaming): string | undefined {
  const name = fileName.normalize('NFC');
  const end = /\.(?:md|markdown|org)$/i.exec(name)?.[0];
  if (end === undefined) return undefined;
  const stem = name.slice(0, -end.length);
  const key = fileSegment(from, end).slice(0, -end.length);
  const places = placesOfKey(stem, key, naming);
  if (places.length === 0) return undefined;
  const named = fileSegment(to, end).slice(0, -end.length);
  const edits = places.map((start) => ({ start, end: start + key.length, newText: named }));
  return fileSegment(applyEdits(stem, edits), end);
}

function placesOfKey(stem: string, key: string, { template, isStated }: NoteNaming): number[] {
  const start = stem.startsWith('@') ? 1 : 0;
  const behind = stem.startsWith(key, start) ? stem.slice(start + key.length) : undefined;
  if (behind !== undefined && (/^(?:-\d+)?$/.test(behind) || isApart(behind, isStated && start === 0))) return [start];
  return template === undefined ? [] : placesByTemplate(stem, key, template);
}

/** Whether what stands behind a key in a name is not of the same word. @param isStrict whether it must be seen at once */
function isApart(behind: string, isStrict: boolean): boolean {
  return isStrict ? /^ ?[-–—] /.test(behind) : /^[-_. ]/.test(behind);
}

/** Where a template puts the key into a name; none where the name is not one of the template's. */
function placesByTemplate(stem: string, key: string, template: string): number[] {
  let pattern = '';
  for (const part of template.replace(/\.md$/i, '').split(/(\{\{.*?\}\}|\{%.*?%\})/s)) {
    if (/^\{\{-?\s*citekey\s*-?\}\}$/.test(part)) pattern += `(${escaped(key)})`;
    else if (/^\{[{%]/.test(part)) pattern += pattern.endsWith(ANYTHING) ? '' : ANYTHING;
    // What stands before a slash is the name of a folder.
    else pattern = (part.includes('/') ? '' : pattern) + escaped(safe(part.slice(part.lastIndexOf('/') + 1)));
  }
  const found = new RegExp(`^${pattern.trimStart()}(?:-\\d+)?$`, 'ds').exec(stem);
  return (found?.indices ?? []).slice(1).flatMap((place) => place?.[0] ?? []);
}

const ANYTHING = '.*?';

/** Words of a template as a name has them. */
function safe(words: string): string {
  return words.replace(/[*"\\<>:|?]/g, '_');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
