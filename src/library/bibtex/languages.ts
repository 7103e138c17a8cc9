/** Language tags by biblatex's and babel's names (biblatex manual, section 2.2.3; the tags that CSL has locales for). */
const TAGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'af-ZA': 'afrikaans',
    ar: 'arabic',
    'bg-BG': 'bulgarian',
    'ca-AD': 'catalan',
    'cs-CZ': 'czech',
    'cy-GB': 'welsh',
    'da-DK': 'danish',
    'de-AT': 'naustrian austrian',
    'de-CH': 'nswissgerman swissgerman',
    'de-DE': 'ngerman german germanb',
    'el-GR': 'greek polutonikogreek',
    'en-AU': 'australian',
    'en-CA': 'canadian',
    'en-GB': 'british ukenglish',
    'en-NZ': 'newzealand',
    'en-US': 'american english usenglish',
    eo: 'esperanto',
    'es-ES': 'spanish',
    'es-MX': 'mexican',
    'et-EE': 'estonian',
    eu: 'basque',
    'fa-IR': 'persian farsi',
    'fi-FI': 'finnish',
    'fr-CA': 'canadien acadian',
    'fr-FR': 'french francais frenchb',
    'gl-ES': 'galician',
    'he-IL': 'hebrew',
    'hr-HR': 'croatian',
    'hu-HU': 'hungarian magyar',
    'id-ID': 'indonesian bahasa bahasai indon',
    'is-IS': 'icelandic',
    'it-IT': 'italian',
    'ja-JP': 'japanese',
    'ko-KR': 'korean',
    la: 'latin',
    'lt-LT': 'lithuanian',
    'lv-LV': 'latvian',
    'mn-MN': 'mongolian',
    'nb-NO': 'norsk norwegian bokmal',
    'nl-NL': 'dutch',
    'nn-NO': 'nynorsk',
    'pl-PL': 'polish',
    'pt-BR': 'brazilian brazil',
    'pt-PT': 'portuguese portuges',
    'ro-RO': 'romanian',
    'ru-RU': 'russian',
    'sk-SK': 'slovak',
    'sl-SI': 'slovene slovenian',
    'sr-RS': 'serbian serbianc',
    'sv-SE': 'swedish',
    'th-TH': 'thai',
    'tr-TR': 'turkish',
    'uk-UA': 'ukrainian',
    'vi-VN': 'vietnamese',
    'zh-CN': 'chinese mandarin',
  }).flatMap(([tag, names]) => names.split(' ').map((name): [string, string] => [name, tag])),
);
/** The name that biblatex has for a tag; the first of the table. */
const NAMES: ReadonlyMap<string, string> = new Map(
  [...TAGS].reverse().map(([name, tag]): [string, string] => [tag.toLowerCase(), name]),
);

/** A language as CSL has it: the tag of a name that biblatex knows (also `langgerman`, and the first of several), else as stated. */
export function languageTag(stated: string): string {
  const first = stated.split(/\s+and\s+|[,;/]/)[0].trim();
  const name = first.toLowerCase().replace(/^lang(?=[a-z]{4})/, '');
  return TAGS.get(name) ?? first.replace(/^([a-z]{2,3})_(?=[A-Za-z]{2,4}$)/i, '$1-');
}

/** The name that biblatex's `langid` takes for a language tag or name; undefined where there is none. */
export function languageName(language: string): string | undefined {
  const lower = language.trim().toLowerCase().replace('_', '-');
  if (TAGS.has(lower)) return lower;
  const base = lower.split('-')[0];
  const region = NAMES.get(lower);
  if (region) return region;
  return [...NAMES].find(([tag]) => tag.split('-')[0] === base && (BASES.get(base) ?? tag) === tag)?.[1];
}

/** Of languages with several tags the one that is meant without a region. */
const BASES: ReadonlyMap<string, string> = new Map([
  ['de', 'de-de'],
  ['en', 'en-us'],
  ['es', 'es-es'],
  ['fr', 'fr-fr'],
  ['pt', 'pt-pt'],
]);

/** The names that biblatex has for variants of polyglossia which are called otherwise, by language and variant. */
const VARIANTS: ReadonlyMap<string, string> = new Map([
  ['english uk', 'british'],
  ['english us', 'american'],
  ['english usmax', 'american'],
  ['german swiss', 'nswissgerman'],
  ['german austrian', 'naustrian'],
  ['french canadian', 'canadien'],
  ['portuguese br', 'brazilian'],
]);

/** The language that a name with biblatex's `langidopts` says: `english` with `variant=british`. */
export function languageVariant(name: string, options: string | undefined): string {
  const variant = /\bvariant\s*=\s*\{?\s*([a-z]+)/i.exec(options ?? '')?.[1].toLowerCase();
  if (variant === undefined) return name;
  const known = VARIANTS.get(`${name.toLowerCase()} ${variant}`) ?? variant;
  const [base, other] = [TAGS.get(name.toLowerCase()), TAGS.get(known)];
  return base !== undefined && other?.split('-')[0] === base.split('-')[0] ? known : name;
}
