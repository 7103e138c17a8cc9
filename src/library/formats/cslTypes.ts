/** CSL's types by the names that Crossref and others have for them (Crossref REST API, `types`; CSL 1.0.2). */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'article-journal': 'journal-article journalarticle',
    'paper-conference': 'proceedings-article conference-paper conferencepaper inproceedings',
    chapter:
      'book-chapter book-section book-part book-track bookchapter booksection reference-chapter report-component',
    book: 'monograph edited-book reference-book book-set book-series proceedings proceedings-series',
    'entry-encyclopedia': 'encyclopedia-article encyclopediaarticle',
    'entry-dictionary': 'dictionary-entry dictionaryentry',
    entry: 'reference-entry',
    article: 'posted-content preprint',
    thesis: 'dissertation phdthesis mastersthesis',
    review: 'peer-review',
    report: 'report-series',
    periodical: 'journal journal-issue journal-volume',
    'article-magazine': 'magazine-article magazinearticle',
    'article-newspaper': 'newspaper-article newspaperarticle',
    dataset: 'database',
    software: 'computer-program computerprogram',
    webpage: 'web-page',
    'post-weblog': 'blogpost blog-post',
    document: 'component grant other misc',
  }).flatMap(([type, others]) => others.split(' ').map((other): [string, string] => [other, type])),
);

/** The CSL type that a stated type means. */
export function cslType(stated: string): string {
  return TYPES.get(stated.trim().toLowerCase()) ?? stated;
}
