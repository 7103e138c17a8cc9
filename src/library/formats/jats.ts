/** Tags of JATS and of HTML that Crossref's abstracts hold. */
const TAG =
  /<\/?(?:(?:jats|mml):)?([a-z][a-z0-9-]{0,30})(?:\s+[\w:-]{1,40}\s*=\s*(?:"[^"<>]{0,300}"|'[^'<>]{0,300}')){0,10}\s*\/?>/gi;
/** A heading that only says what the text is. */
const HEADING = /<(?:jats:)?title>\s*(?:abstract|summary)\.?\s*<\/(?:jats:)?title>/gi;
/** Tags within a line; all others part what stands around them. */
const INLINE = new Set(
  'italic bold sub sup sc monospace underline i b em strong span ext-link xref inline-formula tex-math math mi mn mo mrow msub msup mfrac mtext mstyle semantics'.split(
    ' ',
  ),
);
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** An abstract as plain text; one without tags stays as it is. */
export function plainAbstract(abstract: string): string {
  if (!/<\/?(?:(?:jats|mml):)?[a-z]/i.test(abstract)) return abstract;
  return abstract
    .replace(HEADING, ' ')
    .replace(TAG, (_, name: string) => (INLINE.has(name.toLowerCase()) ? '' : ' '))
    .replace(/&(lt|gt|amp|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name])
    .replace(/\s+/g, ' ')
    .trim();
}
