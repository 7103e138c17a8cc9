import type { OffsetRange } from '../../../base/position';
import { FoundItem } from '../../foundItem';
import { MOST_ITEMS, type CitationToWrite, type FoundCitation } from '../../syntax';
import { isAlphanumeric, lineEnd } from '../shared/characters';
import { shownMetadata } from './shownMetadata';
import { braceKeyEnd, plainKeyEnd, writeKey } from './key';

/** The keys of the fields `nocite` of metadata, each as one citation (Pandoc manual, "Including uncited items"). */
export function nocitesOf(text: string): FoundCitation[] {
  return nociteFields(text).flatMap((field) => nociteOf(text, field) ?? []);
}

/** The fields `nocite` of metadata, each with its name. */
export function nociteFields(text: string): OffsetRange[] {
  if (!text.includes('nocite:')) return [];
  return shownMetadata(text).flatMap((block) => nociteField(text, block) ?? []);
}

/** The keys of a citation for a field `nocite` that an offset is in, in quotes where YAML needs them; undefined where it is in none. */
export function writeInNocite(text: string, offset: number, { items }: CitationToWrite): string | undefined {
  const field = nociteFields(text).find(({ start, end }) => start + NAME.length <= offset && offset < end);
  if (!field) return undefined;
  const keys = items.map(({ key }) => writeKey(key)).join(', ');
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const opening = /^(?:nocite:|[ \t]*-)[ \t]*$/.exec(text.slice(Math.max(line, offset - 100), offset))?.[0];
  if (opening === undefined || text.slice(offset, lineEnd(text, offset)).trim() !== '') return keys;
  return `${/\s$/.test(opening) ? '' : ' '}"${keys.replace(/[\\"]/g, '\\$&')}"`;
}

const NAME = 'nocite:';

function nociteOf(text: string, field: OffsetRange): FoundCitation | undefined {
  const items = [];
  for (
    let at = text.indexOf('@', field.start);
    at >= 0 && at < field.end && items.length < MOST_ITEMS;
    at = text.indexOf('@', at + 1)
  ) {
    if (isAlphanumeric(text.charCodeAt(at - 1))) continue;
    const braced = text[at + 1] === '{';
    const start = at + (braced ? 2 : 1);
    const end = braced ? braceKeyEnd(text, start) : plainKeyEnd(text, start);
    if (end < 0) continue;
    items.push(new FoundItem(text, { start, end }, { start: at, end: end + (braced ? 1 : 0) }));
  }
  if (items.length === 0) return undefined;
  return { range: { start: items[0].range.start, end: items[items.length - 1].range.end }, form: 'nocite', items };
}

/** From the name of the field up to the next line that is not indented. */
function nociteField(text: string, { start, end }: OffsetRange): OffsetRange | undefined {
  for (let line = start; line < end; line = lineEnd(text, line) + 1) {
    if (!text.startsWith('nocite:', line)) continue;
    let stop = lineEnd(text, line) + 1;
    while (stop < end && /[\s-]/.test(text[stop]) && !text.startsWith('---', stop)) stop = lineEnd(text, stop) + 1;
    return { start: line, end: stop };
  }
  return undefined;
}
