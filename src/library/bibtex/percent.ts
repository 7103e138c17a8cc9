/** What a link may not hold as it is (RFC 3986, 2.1), and a field of BibTeX neither: a brace ends the field, a backslash begins a command. */
const UNFIT = /[{}\\]/g;
/** A percent sign that reading would take for the start of one of these. */
const MISTAKABLE = /%(?=(?:25)*(?:7B|7D|5C))/gi;
const ESCAPED = /%25(?=(?:25)*(?:7B|7D|5C))|%(?:7B|7D|5C)/gi;

/** A link with percent signs for what BibTeX cannot hold: `https://a.example/%7Bid%7D`. It leads to the same place. */
export function escapedLink(link: string): string {
  return link.replace(UNFIT, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The same for a DOI, which is no link: `escapedDoi` of it is read back by `unescapedDoi`, whatever it holds. */
export function escapedDoi(doi: string): string {
  return escapedLink(doi.replace(MISTAKABLE, '%25'));
}

/** Undoes `escapedDoi`. */
export function unescapedDoi(doi: string): string {
  return doi.includes('%') ? doi.replace(ESCAPED, (escaped) => decodeURIComponent(escaped)) : doi;
}
