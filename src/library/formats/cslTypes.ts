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

/** The types of CSL 1.0.2. */
const KNOWN = new Set(
  (
    'article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document ' +
    'entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map ' +
    'motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post ' +
    'post-weblog regulation report review review-book software song speech standard thesis treaty webpage'
  ).split(' '),
);

/** Whether CSL has a type of this name. */
export function isCslType(name: string): boolean {
  return KNOWN.has(name);
}
