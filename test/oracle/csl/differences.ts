/** Something that Pandoc decides otherwise, and what we go by. */
export interface Difference {
  readonly rule: string;
  /** For each style what reads otherwise by this rule: citations as they are written, references by key. */
  readonly where: Readonly<Record<string, readonly string[]>>;
}

/** All citations in the text. */
const IN_TEXT = [
  '@smith2020',
  '@two2019 [p. 7]',
  '@four2016',
  '@group2012',
  '@particle2014 [p. 2]',
  '@noauthor2000',
  '@many2021',
  '@edited1994 [p. 3]',
];

export const DIFFERENCES: readonly Difference[] = [
  {
    rule:
      'Beside a note the text names an author shortly, and has a title or an editor where there is none; Pandoc names authors alone, ' +
      'with all of their names where the note has these.',
    where: { 'chicago-notes': ['@noauthor2000'], 'small-notes': IN_TEXT.filter((cited) => cited !== '@group2012') },
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
    rule: 'Items that something is said of keep their order; Pandoc orders them as far as the first suffix.',
    where: { harvard: ['[cf. @three2017; @four2016, p. 9, for the opposite]'] },
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
  {
    rule: 'A flaw of citeproc-js: the brackets of a group that ends in a range of years stand around the second year again.',
    where: { nature: ['range1990'] },
  },
];
