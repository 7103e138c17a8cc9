/**
 * CSL's types by the names that others have for them, in lower case with a hyphen between words: Crossref (REST API, `types`), Zotero
 * (`blogPost`), BibTeX and biblatex.
 */
const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'article-journal': 'journal-article journalarticle suppperiodical',
    'paper-conference': 'proceedings-article conference-paper conferencepaper inproceedings conference',
    chapter:
      'book-chapter book-section book-part book-track bookchapter booksection reference-chapter report-component inbook incollection ' +
      'suppbook suppcollection bookinbook',
    book: 'monograph edited-book reference-book book-set book-series proceedings proceedings-series booklet mvbook mvcollection',
    'entry-encyclopedia': 'encyclopedia-article encyclopediaarticle',
    'entry-dictionary': 'dictionary-entry dictionaryentry',
    entry: 'reference-entry inreference',
    article: 'posted-content preprint',
    thesis: 'dissertation phdthesis mastersthesis masterthesis bachelorthesis bachelorsthesis',
    review: 'peer-review',
    report: 'report-series techreport technical-report manual',
    periodical: 'journal journal-issue journal-volume',
    'article-magazine': 'magazine-article magazinearticle magazine',
    'article-newspaper': 'newspaper-article newspaperarticle newspaper',
    dataset: 'database data',
    software: 'computer-program computerprogram softwareversion softwaremodule codefragment',
    webpage: 'web-page website web-site online electronic www',
    'post-weblog': 'blogpost blog-post blog',
    post: 'forumpost forum-post',
    speech: 'presentation talk lecture',
    broadcast: 'podcast radiobroadcast radio-broadcast tvbroadcast tv-broadcast',
    motion_picture: 'video film movie videorecording video-recording',
    song: 'audio audiorecording audio-recording',
    musical_score: 'music',
    graphic: 'artwork',
    figure: 'image',
    manuscript: 'unpublished',
    legislation: 'statute',
    legal_case: 'case jurisdiction legal-case',
    personal_communication: 'letter email instantmessage instant-message personal-communication',
    document: 'component grant other misc',
  }).flatMap(([type, others]) => others.split(' ').map((other): [string, string] => [other, type])),
);

/** The CSL type that a stated type means; as it is where that is none that is known. */
export function cslType(stated: string): string {
  const name = stated.trim().toLowerCase();
  if (KNOWN.has(name)) return name;
  const words = name.replace(/[\s_]+/g, '-');
  return TYPES.get(words) ?? (KNOWN.has(words) ? words : stated);
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
