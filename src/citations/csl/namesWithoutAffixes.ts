import CSL, { type CiteprocEngine, type CiteprocSortedItem } from 'citeproc';

/**
 * Has the engine name authors in the text (`Smith (see 2020, p. 3)`) without what is said before and behind the citation: it
 * prints the same item twice there, and would print that twice too. It belongs to what stands in brackets, as in Pandoc.
 */
export function nameWithoutAffixes(): void {
  const print = CSL.getCitationCluster;
  CSL.getCitationCluster = function (items, citation) {
    const mode = citation?.properties.mode as string | undefined;
    if (mode === 'author-only') return print.call(this, items.map(bare), citation);
    const text = print.call(this, items, citation);
    return mode === 'suppress-author' ? tight(text, this.citation.opt) : text;
  };
}

function bare([entry, { prefix: _prefix, suffix: _suffix, ...cite }]: CiteprocSortedItem): CiteprocSortedItem {
  return [entry, cite];
}

/** Without what parts the affixes from an item of which the style prints nothing but its author: `(, and passim)`. */
function tight(
  text: string,
  { layout_prefix: before = '', layout_suffix: after = '' }: CiteprocEngine['citation']['opt'],
) {
  if (!text.startsWith(before) || !text.endsWith(after)) return text;
  const inner = text.slice(before.length, text.length - after.length);
  return before + inner.replace(/^,?\s+|\s+$/g, '') + after;
}
