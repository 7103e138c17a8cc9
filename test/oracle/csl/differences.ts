/** Something that Pandoc decides otherwise, and what we go by. */
export interface Difference {
  readonly rule: string;
  /** For each style what is otherwise by this rule: citations as they are written, references by key. */
  readonly where: Readonly<Record<string, readonly string[]>>;
}

/** What reads otherwise. */
export const DIFFERENCES: readonly Difference[] = [
  {
    rule: 'Beside a note that names nobody the text has a title or an editor, so that its sentence has a subject; Pandoc leaves it without.',
    where: { 'chicago-notes': ['@noauthor2000'], 'small-notes': ['@noauthor2000', '@edited1994 [p. 3]'] },
  },
  {
    rule:
      'CSL 1.0.2, "punctuation-in-quote": a full stop or comma stands inside of all quotes that end there, also of inner ones. ' +
      'The quotes of a title alternate with those around it.',
    where: {
      'chicago-author-date': ['quotes2006'],
      'chicago-notes': ['[@quotes2006]', 'quotes2006'],
      harvard: ['quotes2006'],
      ieee: ['quotes2006'],
      mla: ['quotes2006'],
      nature: ['quotes2006'],
      'small-notes': ['[@quotes2006]', 'quotes2006'],
    },
  },
  {
    rule: 'A comma of the style stays behind a question mark; Pandoc drops it.',
    where: { 'chicago-notes': ['[@question2009]'], harvard: ['question2009'], ieee: ['question2009'] },
  },
  {
    rule: 'CSL 1.0.2, "Labels": a locator other than a page has its label; this version of Pandoc leaves that of chapters out in APA.',
    where: { apa: ['[@book1999, chap. 3]', '[see -@book1999, chap. 2]'] },
  },
  {
    rule: 'CSL 1.0.2, "Cite Collapsing": a year with a locator stays with its author; Pandoc ends the group before it.',
    where: {
      apa: ['[@magazine2017; @news2019, p. A4]'],
      'chicago-author-date': ['[@magazine2017; @news2019, p. A4]'],
      harvard: ['[@magazine2017; @news2019, p. A4]'],
    },
  },
  {
    rule: 'CSL 1.0.2, "Disambiguation": a given name that tells two authors apart stands wherever it is needed; citeproc-js collapses by name as printed.',
    where: { harvard: ['[@smith2020; @smith2020lakes; @smith2018]'] },
  },
  {
    rule: 'CSL 1.0.2, "disambiguate-add-names": only as many names are added as are needed; so the list repeats its mark for the same names.',
    where: { mla: ['[@many2021]', '@many2021', 'many2021', 'eight2015'] },
  },
  {
    rule: 'Terms and types of CSL 1.0.2 that the locales of this Pandoc lack: [Dataset], [Video recording], Article, Trans., [Online], Preprint, Sept., June, July, no.',
    where: {
      ieee: ['day2003', 'conference2018', 'magazine2017'],
      vancouver: ['series1997'],
      apa: ['dataset2020', 'film2015', 'electronic2022', 'translated1995'],
    },
  },
];

/** References that stand elsewhere in the list. */
export const ORDER_DIFFERENCES: readonly Difference[] = [
  {
    rule: 'CSL 1.0.2, "Sorting": what has no value for a key is placed at the end; this Pandoc places it first.',
    where: {
      acm: ['anonymous1993', 'film2015', 'noauthor2000'],
      'small-notes': ['anonymous1993', 'edited1994', 'film2015', 'noauthor2000'],
    },
  },
  {
    rule: 'CSL 1.0.2, "demote-non-dropping-particle": by `sort-only` a name is sorted without its particle; this Pandoc sorts by it.',
    where: { acm: ['particle2014'], harvard: ['particle2014'] },
  },
];
