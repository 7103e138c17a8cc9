import type { Entry } from '../model/entry';
import { bibStated } from './bibStated';
import { cslStated } from './cslStated';
import type { StatableField } from './editableField';
import type { StatedField } from './stated';
import { risStated } from './risStated';

/**
 * A field as its source states it; undefined where that is not a text that could be changed by itself, such as a value made of
 * abbreviations, or where the format has no such field.
 */
export function statedField({ record }: Pick<Entry, 'record'>, field: StatableField): StatedField | undefined {
  switch (record.format) {
    case 'bibtex':
      return bibStated(record, field);
    case 'csl-json':
    case 'csl-yaml':
      return cslStated(record.item, field);
    case 'ris':
      return risStated(record, field);
    case 'text-list':
    case 'daily-papers':
      return undefined;
  }
}
