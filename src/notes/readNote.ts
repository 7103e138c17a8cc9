import { type OffsetRange, range } from '../base/position';
import { claimsOf, type NoteClaims } from './claims';
import { fieldIn, type NoteField, OUR_NAMES, propertyOf } from './fieldNames';
import { isCollection, numberOf, tagsOf, textOf } from './fieldValues';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import type { Note, NoteFile, ReadNote } from './note';
import { readOrgNote } from './orgNote';
import type { NoteProblem } from './problem';
import { rangeIn } from './rangeIn';
import { markdownSections, type NoteSection } from './sections';

/**
 * Reads a file as a note. The `citekey` (or `citekeys`) of its front matter links it to a paper wherever the file lies, known or
 * not; a file without one is linked by its name, where that is a known citekey: `@key.md` everywhere, `key.md` and
 * `key-method.md` inside the notes folder. A file that is neither linked nor in the notes folder is none of our business and has
 * no problems. Org files are notes by their properties (`orgNote.ts`). Never throws.
 */
export function readNote(file: NoteFile, isCitekey: (key: string) => boolean): ReadNote {
  if (/\.org$/i.test(file.fileName)) return readOrgNote(file, isCitekey);
  const front = readFrontMatter(file.text);
  const { data } = front;
  const { names = OUR_NAMES } = file;
  const claims = claimsOf(front, file, names);
  const problems: NoteProblem[] = front.problem ? [front.problem] : [];
  const property = propertyOf('citekey', data, names);
  if (isCollection(data[property])) problems.push(notText(file.text, front, property));
  const sections = sectionsOf(file, claims);

  const named = claims.named.find(isCitekey);
  const citekey = claims.stated[0] ?? named;
  const isNote = citekey !== undefined || claims.isMeant;
  const read: ReadNote = { problems: file.inNotesFolder || isNote ? problems : [] };
  const { mtime } = file;
  if (!isNote) return sections.length > 0 ? { ...read, sections, mtime } : read;
  const note: Note | undefined = citekey === undefined ? undefined : noteOf(file, citekey, front, claims.place);
  return { ...read, note, claims: titled(claims, front.body), sections, mtime };
}

/** A note by what the front matter says. */
function noteOf(file: NoteFile, citekey: string, { data, body }: FrontMatter, place: OffsetRange | undefined): Note {
  const { names = OUR_NAMES } = file;
  const stated = (field: NoteField) => fieldIn(field, data, names);
  return {
    uri: file.uri,
    citekey,
    linkedBy: place ? 'front-matter' : 'file-name',
    citekeyRange: place ? rangeIn(file.text, place) : range(0, 0, 0, 0),
    title: textOf(stated('title')),
    status: textOf(stated('status')),
    tags: tagsOf(stated('tags')),
    rating: numberOf(stated('rating')),
    priority: textOf(stated('priority')),
    text: body,
    mtime: file.mtime,
  };
}

/** Elsewhere than in notes a heading that only mentions a paper is none about it. */
function sectionsOf({ text, inNotesFolder }: NoteFile, { isMeant }: NoteClaims): NoteSection[] {
  const sections = markdownSections(text);
  return inNotesFolder || isMeant ? sections : sections.filter(({ isAlone }) => isAlone);
}

/** Without a title in the front matter, the first heading is it. */
function titled(claims: NoteClaims, body: string): NoteClaims {
  if (claims.title !== undefined) return claims;
  return { ...claims, title: /^#[ \t]+(.*\S)/m.exec(body.slice(0, HEAD))?.[1], isHeading: true };
}

const HEAD = 2000;

function notText(text: string, { values }: FrontMatter, property: string): NoteProblem {
  return { code: 'citekey-not-text', severity: 'warning', range: rangeIn(text, values.get(property)!) };
}
