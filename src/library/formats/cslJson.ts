import type { Reader } from './reader';
import { paperOfCsl } from './cslPaper';
import { checkCslItem, looksLikeCsl } from './cslItem';
import { readJsonItems, type ItemReading } from './jsonReading';

/** Keys under which programs put the array of items, where it is not the whole text. */
const ITEM_KEYS = ['references', 'items'];

/** Reads CSL-JSON: an array of items, as pandoc, Zotero and Better BibTeX write it. A broken item costs itself alone. */
export const cslJsonReader: Reader = {
  format: 'csl-json',

  detect(fileName, text) {
    const byName = /\.json$/i.test(fileName) ? 0.7 : 0;
    return Math.max(byName, /^\s*(?:\[\s*\{|\{\s*")/.test(text.slice(0, 1000)) ? 0.6 : 0);
  },

  read: (text, step) => readJsonItems(text, ITEM_KEYS, (value) => readCslItem(value, 'csl-json'), step),
};

/** One value as a CSL item. */
export function readCslItem(value: unknown, format: 'csl-json' | 'csl-yaml'): ItemReading {
  const checked = checkCslItem(value);
  if (checked === undefined || !looksLikeCsl(checked.item)) return 'foreign';
  const paper = paperOfCsl(checked.item);
  const says = [paper.doi, paper.url, paper.venue, paper.year, paper.authors.at(0)].some((each) => each !== undefined);
  if (paper.title === '' && paper.statedKey === undefined && !says) return 'without-title';
  return { paper: { ...paper, record: { format, item: checked.item } }, dropped: checked.dropped };
}
