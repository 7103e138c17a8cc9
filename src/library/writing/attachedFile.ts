import { parseFiles, writeFiles } from '../bibtex/bibFiles';
import { bibFields, lowerCase } from '../bibtex/record';
import type { PaperFile } from '../model/paperFile';
import type { BibRecord, SourceRecord } from '../model/record';
import { samePlain } from '../model/samePaper';
import type { FieldChange, FieldValue } from './sourceChange';

/**
 * The change that attaches a file to an entry, behind those that it has: in BibTeX as JabRef writes it, in RIS as another `L1`, in CSL, which has
 * no field for files, only where the item has a `file` as BibTeX has it. Undefined where the source cannot state it.
 */
export function attachedFile(record: SourceRecord, stated: PaperFile): FieldChange | undefined {
  // As it will be read.
  const file = { ...stated, path: stated.path.normalize('NFC') };
  switch (record.format) {
    case 'bibtex':
      return inBibtex(record, file);
    case 'ris': {
      const links = record.tags.filter(([tag, value]) => tag === 'L1' && value !== '').map(([, value]) => value);
      return ['L1', [...links, file.path]];
    }
    case 'csl-json':
    case 'csl-yaml': {
      const value = typeof record.item.file === 'string' ? withFile(record.item.file, file) : undefined;
      return value === undefined ? undefined : ['file', value];
    }
    case 'text-list':
    case 'daily-papers':
      return undefined;
  }
}

function inBibtex(record: BibRecord, file: PaperFile): FieldChange | undefined {
  const own = bibFields(record).find(({ name }) => lowerCase(name) === 'file');
  // A value of abbreviations would have to be taken apart.
  if (own && own.kind !== 'braces' && own.kind !== 'quotes') return undefined;
  const latex = withFile(own?.raw.slice(1, -1) ?? '', file);
  return latex === undefined ? undefined : (['file', { latex } satisfies FieldValue] as const);
}

/** A value of the field `file` with one more; undefined where what it named before would be read otherwise then. */
function withFile(stated: string, file: PaperFile): string | undefined {
  const before = stated.trim().replace(/;$/, '');
  const value = before === '' ? writeFiles([file]) : `${before};${writeFiles([file])}`;
  return samePlain(parseFiles(value), [...parseFiles(stated), file]) ? value : undefined;
}
