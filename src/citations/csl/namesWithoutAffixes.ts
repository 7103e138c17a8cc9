import CSL, { type CiteprocEngine, type CiteprocSortedItem } from 'citeproc';

/** Stands between the author in the text and what a note says; no text of a paper has it. */
const NOTE_STARTS = '\u001d';

/** The positions of items that were cited before, and just before, with another locator or not (CSL 1.0.2, "Position"). */
const SUBSEQUENT = 1;
const IBID: readonly (number | undefined)[] = [2, 3];

/**
 * Has the engine name authors in the text (`Smith (see 2020, p. 3)`) without what is said before and behind the citation: it
 * prints the same item twice there, and would print that twice too. It belongs to what stands in brackets, as in Pandoc. In
 * styles of notes the engine would name the author alone; what is in brackets elsewhere is the note there.
 */
export function nameWithoutAffixes(): void {
  const print = CSL.getCitationCluster;
  CSL.getCitationCluster = function (items, citation) {
    const mode = citation?.properties.mode as string | undefined;
    if (mode === 'author-only') return print.call(this, items.map(bare), citation);
    if (mode !== 'suppress-author') return print.call(this, items, citation);
    if (this.opt.xclass === 'note') return NOTE_STARTS + print.call(this, items.map(unnamed), citation);
    return tight(print.call(this, items, citation), this.citation.opt);
  };
}

/** What names an author in the text, apart from what its note says; undefined where a citation does not name one so. */
export function namesAndNote(text: string): { readonly names: string; readonly note: string } | undefined {
  const end = text.indexOf(NOTE_STARTS);
  return end < 0 ? undefined : { names: text.slice(0, end), note: text.slice(end + NOTE_STARTS.length) };
}

/** Only its author; that the work was cited just before (ibid) says nothing of a name. */
function bare([entry, { prefix: _prefix, suffix: _suffix, ...cite }]: CiteprocSortedItem): CiteprocSortedItem {
  return [entry, { ...cite, ...(IBID.includes(cite.position) && { position: SUBSEQUENT }) }];
}

function unnamed([entry, cite]: CiteprocSortedItem, at: number): CiteprocSortedItem {
  return [entry, at === 0 ? { ...cite, 'suppress-author': true } : cite];
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
