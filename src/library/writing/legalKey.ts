import type { FormatId } from '../formats/reader';

/** What BibTeX, biber and LaTeX take for the end of a key, or for something else than a key. */
const ILLEGAL = /[\s"#%'(),={}\\~\p{C}]/u;

/** Whether a text can be the key of an entry in a .bib file. One that begins with `@` looks like an entry, and cannot be cited in Markdown. */
export function isBibKey(key: string): boolean {
  return key !== '' && !ILLEGAL.test(key) && !key.startsWith('@');
}

/** The nearest key that a .bib file can hold: what is illegal in it goes. Undefined where nothing would be left. */
function legalBibKey(key: string): string | undefined {
  const legal = [...key.normalize('NFC')]
    .filter((character) => !ILLEGAL.test(character))
    .join('')
    .replace(/^@+/, '');
  return legal === '' ? undefined : legal;
}

/** Whether a text can be a key where quotation marks or a line of its own hold it: in JSON, YAML and RIS. */
export function isPlainKey(key: string): boolean {
  return key !== '' && key === key.trim() && !/[\p{Cc}\u2028\u2029]/u.test(key);
}

/** The key as JSON, YAML and RIS hold it: without space around it, in NFC, as readers take it. */
function plainKey(key: string): string | undefined {
  const plain = key.trim().normalize('NFC');
  return isPlainKey(plain) ? plain : undefined;
}

const KEYS: Readonly<Record<FormatId, (key: string) => string | undefined>> = {
  bibtex: legalBibKey,
  'csl-json': plainKey,
  'csl-yaml': plainKey,
  ris: plainKey,
  'text-list': (key) => key,
  nbib: () => undefined,
  endnote: () => undefined,
  'web-of-science': () => undefined,
  'daily-papers': () => undefined,
  zotero: () => undefined,
  papis: () => undefined,
};

/** The key under which an entry is written in a format; undefined where the format cannot hold it. */
export function keyIn(format: FormatId, citekey: string): string | undefined {
  return KEYS[format](citekey);
}
