import { metadataText } from '../syntaxes/markdown/shownMetadata';
import { argumentsOf } from '../syntaxes/typst/calls';

/** What a document says about how its citations are to be formatted, as it says it. */
export interface StatedFormatting {
  /** A name, a path or an address of a style. */
  readonly style?: string;
  /** A language. */
  readonly locale?: string;
}

/** Where each syntax states style and language; the first group is the value. */
const STATEMENTS: Readonly<Record<string, { readonly style: RegExp; readonly locale?: RegExp }>> = {
  org: {
    style: /^#\+cite_export:[ \t]*csl[ \t]+(?:"([^"\n]+)"|(\S+))/im,
    locale: /^#\+language:[ \t]*([\w-]+)/im,
  },
  asciidoc: {
    style: /^:bibtex-style:[ \t]*(\S+)/m,
    locale: /^:lang:[ \t]*([\w-]+)/m,
  },
};

const YAML_STYLE = /^(?:csl|citation-style):[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([^\s#][^#\n]*))/m;
const YAML_LOCALE = /^lang(?:uage)?:[ \t]*["']?([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)["']?[ \t]*\r?$/m;

/**
 * The style and language that a text of a syntax states: `csl:` and `lang:` of Markdown's metadata (Pandoc manual,
 * "Citation rendering"), `#+cite_export: csl` of Org, `#set bibliography(style: …)` of Typst, `:bibtex-style:` of AsciiDoc.
 */
export function statedFormatting(text: string, syntax: string): StatedFormatting {
  if (syntax === 'typst') {
    return {
      style: firstIn(argumentsOf(text, 'bibliography'), /(?<![\w-])style\s*:\s*"([^"\n]+)"/),
      locale: firstIn(argumentsOf(text, 'set[ \\t]+text'), /(?<![\w-])lang\s*:\s*"([\w-]+)"/),
    };
  }
  const statements = STATEMENTS[syntax];
  if (statements) {
    return { style: first(statements.style, text), locale: statements.locale && first(statements.locale, text) };
  }
  const metadata = metadataText(text);
  return { style: first(YAML_STYLE, metadata), locale: first(YAML_LOCALE, metadata) };
}

function firstIn(texts: readonly string[], pattern: RegExp): string | undefined {
  return texts.map((text) => first(pattern, text)).find((value) => value !== undefined);
}

function first(pattern: RegExp, text: string): string | undefined {
  const groups = pattern.exec(text)?.slice(1) ?? [];
  return groups.find((group) => group !== undefined)?.trim() || undefined;
}

/** What other tools call the styles that are shipped. */
const OTHER_NAMES: Readonly<Record<string, string | undefined>> = {
  'acm-sig-proceedings': 'acm',
  'american-psychological-association': 'apa',
  'apa-7th-edition': 'apa',
  'association-for-computing-machinery': 'acm',
  chicago: 'chicago-author-date',
  'chicago-author-date-17th-edition': 'chicago-author-date',
  'chicago-fullnote-bibliography': 'chicago-notes',
  'chicago-fullnote-bibliography-17th-edition': 'chicago-notes',
  'chicago-notes-bibliography': 'chicago-notes',
  'elsevier-with-titles': 'elsevier',
  'cite-them-right': 'harvard',
  'harvard-cite-them-right': 'harvard',
  'harvard-cite-them-right-12th-edition': 'harvard',
  harvard1: 'harvard',
  'institute-of-electrical-and-electronics-engineers': 'ieee',
  'modern-language-association': 'mla',
  'modern-language-association-9th-edition': 'mla',
  'mla-9th-edition': 'mla',
};

/** The name of a style by its path or address: `styles/apa.csl` and `https://www.zotero.org/styles/apa` are `apa`. */
export function styleName(stated: string): string {
  const base = stated.slice(Math.max(stated.lastIndexOf('/'), stated.lastIndexOf('\\')) + 1);
  const name = base.replace(/\.csl$/i, '').toLowerCase();
  return Object.hasOwn(OTHER_NAMES, name) ? (OTHER_NAMES[name] ?? name) : name;
}

/**
 * A stated style as a path to a file; undefined where it is a name alone or an address.
 */
export function stylePath(stated: string): string | undefined {
  if (/^[a-z][\w+.-]+:/i.test(stated)) return undefined;
  return /\.csl$/i.test(stated) ? stated.replaceAll('\\', '/') : undefined;
}
