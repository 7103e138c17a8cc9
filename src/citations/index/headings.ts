/** A heading of a document, by where its line begins. */
export interface Heading {
  readonly start: number;
  /** Where it ends, its mark below it included. */
  readonly end: number;
  readonly title: string;
}

const LATEX = /\\(?:part|chapter|(?:sub){0,2}section|(?:sub)?paragraph)\*?(?:\[[^\]\n]*\])?\{([^\n]*?)\}/g;
const TYPST = /^=+[ \t]+(\S[^\n]*)/gm;
const ORG = /^\*+[ \t]+(\S[^\n]*)/gm;
const ASCIIDOC = /^={1,6}[ \t]+(\S[^\n]*)/gm;
/** A line with a line of one sign below it. */
const UNDERLINED = /^(\S[^\n]*)\n([=\-~^"'`#*+.:_])\2{2,}[ \t]*$/gm;
const MARKDOWN = /^#{1,6}[ \t]+(\S[^\n]*)/gm;

const HEADINGS: Readonly<Record<string, RegExp>> = {
  latex: LATEX,
  typst: TYPST,
  org: ORG,
  asciidoc: ASCIIDOC,
  rst: UNDERLINED,
};

/** The headings of a document of a syntax, in their order; what looks like one in a block of code is taken for one. */
export function headingsIn(text: string, syntax: string): Heading[] {
  const pattern = HEADINGS[syntax] ?? MARKDOWN;
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    title: match[1].replace(/[ \t]*(#+|\{[^}\n]*\}|<[^<>\n]*>)?[ \t]*\r?$/, ''),
  }));
}

/** The heading above an offset, or around it. */
export function headingAbove(headings: readonly Heading[], offset: number): Heading | undefined {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle].start <= offset) low = middle + 1;
    else high = middle;
  }
  return headings[low - 1];
}
