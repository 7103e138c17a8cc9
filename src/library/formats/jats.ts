/** Tags of JATS and of HTML that Crossref's abstracts hold. */
const TAG =
  /<\/?(?:(?:jats|mml):)?([a-z][a-z0-9-]{0,30})(?:\s+[\w:-]{1,40}\s*=\s*(?:"[^"<>]{0,300}"|'[^'<>]{0,300}')){0,10}\s*\/?>/gi;
/** A heading that only says what the text is. */
const HEADING = /<(?:jats:)?title>\s*(?:abstract|summary)\.?\s*<\/(?:jats:)?title>/gi;
/** Tags within a line. */
const INLINE = new Set(
  'italic bold sub sup sc monospace underline i b em strong span ext-link xref inline-formula tex-math math mi mn mo mrow msub msup mfrac mtext mstyle semantics'.split(
    ' ',
  ),
);
/** Tags that part what stands around them. What has no prefix and is none of these is no tag: `we train <fast>`. */
const BLOCKS = new Set(
  'p title sec list list-item def-list def-item term def disp-formula disp-formula-group disp-quote fig graphic table table-wrap break hr br abstract article div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre section header label caption tr td th tbody thead'.split(
    ' ',
  ),
);
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };

/** An abstract as plain text; one without tags stays as it is. */
export function plainAbstract(abstract: string): string {
  if (!/<\/?(?:(?:jats|mml):)?[a-z]/i.test(abstract)) return abstract;
  return abstract
    .replace(HEADING, ' ')
    .replace(TAG, (tag, name: string) => {
      if (INLINE.has(name.toLowerCase())) return '';
      return BLOCKS.has(name.toLowerCase()) || /^<\/?(?:jats|mml):/i.test(tag) ? ' ' : tag;
    })
    .replace(/&(lt|gt|amp|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name])
    .replace(/\s+/g, ' ')
    .trim();
}
