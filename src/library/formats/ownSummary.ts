import { expandedFields } from '../bibtex/record';
import type { Paper } from '../model/paper';

/** The annotation by which the papers of the sample library say that their summaries are ours. Copies of them say it, too. */
export const OWN_SUMMARY = 'Summary by Literature Notes, not the abstract of the paper.';

/** In RIS it is a line for Zotero's Extra, as `toRis` writes it. */
const EXTRA = 'annote: ';

/** Whether what stands where the abstract of a paper should is our summary. It is asked for one paper at a time. */
export function hasOwnSummary({ abstract, record }: Pick<Paper, 'abstract' | 'record'>): boolean {
  return abstract !== undefined && abstract !== '' && annotation(record) === OWN_SUMMARY;
}

/** `annote`, as CSL calls it (specification 1.0.2, appendix IV); in BibLaTeX it is `annotation` (manual, 2.2.2). */
function annotation(record: Paper['record']): unknown {
  switch (record.format) {
    case 'bibtex': {
      const fields = expandedFields(record);
      return fields.get('annotation') ?? fields.get('annote');
    }
    case 'csl-json':
    case 'csl-yaml':
      return record.item.annote;
    case 'ris': {
      const line = record.tags.find(([tag, value]) => tag === 'M2' && value.startsWith(EXTRA));
      return line?.[1].slice(EXTRA.length);
    }
    case 'text-list':
    case 'daily-papers':
      return undefined;
  }
}
