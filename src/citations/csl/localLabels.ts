import { ENGLISH_LABELS, LOCATOR_KINDS, type LocatorKind, type LocatorLabels, locatorLabels } from '../locator';

/** What people write in the place of a locale's own terms, by language. */
const COMMON: Readonly<Record<string, readonly (readonly [kind: LocatorKind, text: string])[] | undefined>> = {
  de: [
    ['chapter', 'Kapitel'],
    ['figure', 'Bild'],
    ['table', 'Tabelle'],
    ['table', 'Tab.'],
    ['equation', 'Gleichung'],
    ['equation', 'Gl.'],
    ['note', 'Fn.'],
  ],
  es: [
    ['page', 'pág.'],
    ['page', 'págs.'],
    ['chapter', 'caps.'],
    ['table', 'tabla'],
    ['table', 'tablas'],
  ],
  fr: [['page', 'pp.']],
  nl: [
    ['page', 'blz.'],
    ['page', 'bladzijde'],
    ['page', 'bladzijden'],
    ['page', 'pag.'],
    ['chapter', 'hfst.'],
    ['table', 'tabel'],
    ['table', 'tabellen'],
  ],
};

/**
 * The labels of locators in a language: the terms of its locale, as Pandoc reads them, what is commonly written for them, and the
 * English ones.
 * @param term a term of the locale, in one of its forms
 */
export function localLabels(
  language: string,
  term: (name: string, form: string, isPlural: boolean) => string,
): LocatorLabels {
  const own = LOCATOR_KINDS.flatMap((kind) =>
    ['long', 'short', 'symbol'].flatMap((form) => [false, true].map((many) => [kind, term(kind, form, many)] as const)),
  );
  const common = COMMON[language.toLowerCase().split(/[-_]/)[0]] ?? [];
  return locatorLabels([...own, ...common, ...ENGLISH_LABELS]);
}
