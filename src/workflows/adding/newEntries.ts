import { range } from '../../base/position';
import { paperOfCsl } from '../../library/formats/cslPaper';
import { readText } from '../../library/formats/readers';
import { makeCitekey } from '../../library/keys/citekey';
import { Library } from '../../library/library';
import type { CslItem } from '../../library/model/csl';
import type { Entry } from '../../library/model/entry';
import { FIELDS, type PaperFields } from '../../library/model/fields';
import { endNoteXmlItems } from '../../online/references/endNoteXml';
import type { RecordForm } from './textStretches';

/** The entries of a text that holds records of one format and nothing else. */
export function entriesOf(form: RecordForm, text: string): readonly Entry[] {
  const items = form === 'endnote-xml' ? endNoteXmlItems(text) : undefined;
  if (items) return items.map((item) => entryOfItem(item)).filter((entry) => entry !== undefined);
  const reading = readText('', text);
  if (reading.format === undefined || reading.format === 'text-list') return [];
  const library = new Library();
  library.setSource('pasted:', reading);
  return library.entries();
}

/** A paper as an entry of no source yet, under a citekey made from what it says. Undefined without a title. */
export function entryOfItem(item: CslItem): Entry | undefined {
  const { statedKey, ...paper } = paperOfCsl(item);
  if (paper.title === '') return undefined;
  const source = { uri: 'online:', range: range(0, 0, 0, 0) };
  const record = { format: 'csl-json', item } as const;
  return { ...paper, record, citekey: statedKey ?? makeCitekey(paper), source };
}

/**
 * The entries under citekeys that are free: one that is taken, by the library or by an entry before, gets a letter (`smith2020mapsa`).
 */
export function withFreeKeys(entries: readonly Entry[], isTaken: (citekey: string) => boolean): Entry[] {
  const given = new Set<string>();
  return entries.map((entry) => {
    let citekey = entry.citekey;
    for (let i = 0; isTaken(citekey) || given.has(citekey); i++) citekey = `${entry.citekey}${letters(i)}`;
    given.add(citekey);
    return citekey === entry.citekey ? entry : withKey(entry, citekey);
  });
}

/** The same paper under another key. */
export function withKey(entry: Entry, citekey: string): Entry {
  const fields = Object.fromEntries(FIELDS.map(({ name }) => [name, entry[name]])) as unknown as PaperFields;
  return { ...fields, record: entry.record, source: entry.source, citekey };
}

/** `a` … `z`, `aa`, `ab` … */
function letters(i: number): string {
  return (i >= 26 ? letters(Math.floor(i / 26) - 1) : '') + String.fromCharCode(97 + (i % 26));
}
