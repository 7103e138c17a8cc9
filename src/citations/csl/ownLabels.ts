import { ENGLISH_LABELS, LOCATOR_KINDS, type LocatorLabels, locatorLabels } from '../locator';

/** How labels of locators are read. */
export interface StyleLabels {
  /** Those of the language alone, as Pandoc reads them: others are printed as they are written. */
  readonly own: LocatorLabels;
  /** The English ones too, for what is written by rules that have these in all languages. */
  readonly withEnglish: LocatorLabels;
}

/**
 * The labels of locators in a language: the terms of its locale.
 * @param term a term of the locale, in one of its forms
 */
export function styleLabels(
  language: string,
  term: (name: string, form: string, isPlural: boolean) => string,
): StyleLabels {
  const terms = LOCATOR_KINDS.flatMap((kind) =>
    ['long', 'short', 'symbol'].flatMap((form) => [false, true].map((many) => [kind, term(kind, form, many)] as const)),
  );
  const withEnglish = locatorLabels([...terms, ...ENGLISH_LABELS]);
  return { own: /^en\b/i.test(language) ? withEnglish : locatorLabels(terms), withEnglish };
}
