import { range } from '../base/position';
import { arxivOf } from '../base/identifiers/arxivId';
import { doiOf } from '../base/identifiers/doi';
import { type NoteClaims, startsOf } from './claims';
import type { Note, NoteFile, ReadNote } from './note';
import { rangeIn } from './rangeIn';
import { citedIn, orgSections } from './sections';

/** How far into a file its keywords and its property drawer are looked for, in characters. */
const HEAD = 8192;

/**
 * Reads an Org file as a note, which is read and opened, never edited: by `:ROAM_REFS: @key` and `:CUSTOM_ID: key` of the
 * drawer at its top, as org-roam has it, by `#+citekey:`, or by its name in the notes folder. Elsewhere `:CUSTOM_ID:` counts where it is
 * the citekey of a paper, and a name where the title is that of the paper, as citar writes it. Headings that cite are parts of it.
 */
export function readOrgNote(file: NoteFile, isCitekey: (key: string) => boolean): ReadNote {
  const { text, inNotesFolder } = file;
  const top = text.slice(0, HEAD);
  const head = top.slice(0, /^\*+[ \t]/m.exec(top)?.index);
  const value = (pattern: RegExp) => pattern.exec(head)?.[1].trim() || undefined;
  const keyword = (name: string) => value(new RegExp(`^#\\+${name}:[ \\t]*(.*)$`, 'im'));
  const property = (name: string) => value(new RegExp(`^[ \\t]*:${name}:[ \\t]*(.*)$`, 'im'));
  const refs = property('ROAM_REFS') ?? keyword('roam_key') ?? '';
  const customId = property('CUSTOM_ID');
  const key = keyword('citekey')?.replace(/^@/, '');
  const stated = [
    ...new Set([...citedIn(refs), ...(key ? [key] : []), ...(inNotesFolder && customId ? [customId] : [])]),
  ];
  const stem = file.fileName.replace(/\.org$/i, '').normalize('NFC');
  const names = stem.startsWith('@') ? startsOf(stem.slice(1)) : inNotesFolder ? startsOf(stem) : [];
  const claims: NoteClaims = {
    stated,
    named: stated.length > 0 ? [] : names,
    ifKnown: stated.length > 0 ? undefined : customId?.normalize('NFC'),
    titled: stated.length > 0 || names.length > 0 ? undefined : stem,
    doi: doiOf(keyword('doi') ?? property('DOI') ?? '')?.toLowerCase(),
    arxiv: arxivOf(keyword('arxiv') ?? property('ARXIV') ?? '')?.toLowerCase(),
    title: keyword('title'),
    isMeant: stated.length > 0 || stem.startsWith('@'),
  };
  const sections = orgSections(text).filter(({ isAlone }) => isAlone || claims.isMeant || inNotesFolder);
  const perhaps = [...claims.named, claims.ifKnown, claims.titled];
  const citekey = stated[0] ?? perhaps.find((key) => key !== undefined && isCitekey(key));
  const { mtime } = file;
  const read: ReadNote = { sections, problems: [], mtime };
  if (citekey === undefined) return claims.isMeant ? { ...read, claims } : read;
  const at = stated.length > 0 ? head.indexOf(citekey) : -1;
  const rating = Number(keyword('rating') ?? property('RATING') ?? NaN);
  const note: Note = {
    uri: file.uri,
    citekey,
    linkedBy: stated.length > 0 ? 'front-matter' : 'file-name',
    citekeyRange: at < 0 ? range(0, 0, 0, 0) : rangeIn(text, { start: at, end: at + citekey.length }),
    title: claims.title,
    status: keyword('status') ?? property('STATUS'),
    tags: (keyword('filetags') ?? '').split(/[:\s]+/).filter((tag) => tag !== ''),
    rating: Number.isFinite(rating) ? rating : undefined,
    priority: keyword('priority') ?? property('PRIORITY'),
    text: text.slice(head.length),
    mtime,
  };
  return { ...read, note, claims };
}
