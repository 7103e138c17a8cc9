/* The variables of CSL 1.0.2 (specification, appendix IV, and csl-data.json), with the names that some of them had before. */

const TEXTS = new Set(
  (
    'id citation-key type abstract annote archive archive_collection archive_location archive-place authority call-number ' +
    'chapter-number citation-label citation-number collection-number collection-title container-title container-title-short ' +
    'dimensions division DOI edition event event-place event-title first-reference-note-number genre ISBN ISSN issue ' +
    'journalAbbreviation jurisdiction keyword language license locator medium note number number-of-pages number-of-volumes ' +
    'original-publisher original-publisher-place original-title page page-first part-number part-title PMCID PMID ' +
    'printing-number publisher publisher-place references reviewed-genre reviewed-title scale section shortTitle source status ' +
    'supplement-number title title-short URL version volume volume-title volume-title-short year-suffix'
  ).split(' '),
);
const NAMES = new Set(
  (
    'author editor translator chair collection-editor compiler composer container-author contributor curator director ' +
    'editorial-director editor-translator executive-producer guest host illustrator interviewer narrator organizer ' +
    'original-author performer producer recipient reviewed-author script-writer series-creator'
  ).split(' '),
);
const DATES = new Set(['issued', 'accessed', 'available-date', 'event-date', 'original-date', 'submitted']);

/** Whether CSL has a variable of this name. */
export function isCslVariable(name: string): boolean {
  return TEXTS.has(name) || NAMES.has(name) || DATES.has(name);
}

/** Whether a variable of CSL has names of people. */
export function isNameVariable(name: string): boolean {
  return NAMES.has(name);
}

/** Whether a variable of CSL is text. */
export function isTextVariable(name: string): boolean {
  return TEXTS.has(name);
}

/** Whether a variable of CSL is a date. */
export function isDateVariable(name: string): boolean {
  return DATES.has(name);
}
