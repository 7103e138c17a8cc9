import { latexToText } from '../bibtex/latex';
import { expandedFields } from '../bibtex/record';
import type { CslItem } from '../model/csl';
import type { BibRecord } from '../model/record';
import { WRITTEN_FIELDS } from './cslToBib';
import { signs } from './signs';

/** Fields of BibTeX that are read as something of a paper, and written otherwise or not. */
const READ_FIELDS = new Set(
  (
    'file creationdate date-added dateadded added-at timestamp ids crossref xdata xref related relatedtype entryset subtitle ' +
    'keyword hyphenation pubmed pmc options'
  ).split(' '),
);

/** Whether a field of BibTeX is among what papers and CSL's items are made of. */
export function isKnownField(name: string): boolean {
  return WRITTEN_FIELDS.has(name) || READ_FIELDS.has(name);
}

/** The fields of an entry of BibTeX, as text, of which neither its item nor these values say what they do. */
export function bibOnlyFields(
  record: BibRecord,
  item: CslItem,
  values: readonly string[],
): [name: string, text: string][] {
  const said = new Set([...Object.values(item), ...values].map(signs));
  return [...expandedFields(record)]
    .filter(([name]) => !isKnownField(name))
    .map(([name, source]): [string, string] => [name, latexToText(source)])
    .filter(([, text]) => text !== '' && !said.has(signs(text)));
}
