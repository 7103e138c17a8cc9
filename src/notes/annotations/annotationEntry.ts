import { hash53 } from '../../base/hash';
import { escapeMarkdown, quoteMarkdown } from '../../base/markdown';
import type { Annotation } from '../../library/model/annotation';

/** An annotation in a note: lines of a block quote, the last of which says whose they are. */
export interface AnnotationEntry {
  readonly id: string;
  /** Tells the lines as they were written from what the user made of them. */
  readonly hash: string;
  /** Whether the annotation is there no more. */
  readonly isGone: boolean;
  /** Without the sign of the last. */
  readonly lines: readonly string[];
}

/** The sign at the end of an entry; it is not seen where Markdown is shown. */
const SIGN = /[ \t]*<!-- zotero:(\w{1,40}):(\w{1,20})(:gone)? -->[ \t]*$/;

/** What no lines of ours have: the user changed them before the annotation went. */
const EDITED = 'edited';

/** Words for what has none of its own. */
export interface AnnotationWords {
  /** A place without a number. */
  readonly open: string;
  /** `p. 3` of a page's label. */
  readonly page: (label: string) => string;
}

/** An annotation as it is written into a note. */
export function annotationEntry(annotation: Annotation, words: AnnotationWords): AnnotationEntry {
  const { id, text, comment, pageLabel, link, tags } = annotation;
  const label = pageLabel === undefined ? words.open : words.page(pageLabel);
  const place = `[${escapeMarkdown(label)}](${link})${tags.length > 0 ? ` — ${escapeMarkdown(tags.join(', '))}` : ''}`;
  const said = [text, comment].filter((each) => each !== undefined && each.trim() !== '');
  const lines = [...said.map((each) => quoteMarkdown(each!)), `> ${place.replace(/\s+/g, ' ')}`]
    .join('\n>\n')
    .split('\n');
  return { id, hash: hashOf(lines), isGone: false, lines };
}

/** The entry that ends in this line; undefined where none does. @param lines of the block quote, with the last one */
export function readEntry(lines: readonly string[]): AnnotationEntry | undefined {
  const last = lines.at(-1) ?? '';
  const [sign, id, hash, gone] = SIGN.exec(last) ?? [];
  if (sign === undefined) return undefined;
  const own = [...lines.slice(0, -1), last.slice(0, last.length - sign.length)];
  return { id, hash, isGone: gone !== undefined, lines: own };
}

/** The lines of an entry with its sign. */
export function linesOf({ id, hash, isGone, lines }: AnnotationEntry): string[] {
  return [...lines.slice(0, -1), `${lines.at(-1) ?? '>'} <!-- zotero:${id}:${hash}${isGone ? ':gone' : ''} -->`];
}

/** Whether the user changed the lines of an entry. */
export function isEdited({ hash, lines }: AnnotationEntry): boolean {
  return hashOf(lines) !== hash;
}

/** An entry whose annotation is there no more: struck through, but for the link to its page. */
export function struckEntry(entry: AnnotationEntry): AnnotationEntry {
  const { lines } = entry;
  const struck = lines.map((line, i) => (i === lines.length - 1 && LINKED.test(line) ? line : struckLine(line)));
  return { ...entry, hash: isEdited(entry) ? EDITED : hashOf(struck), isGone: true, lines: struck };
}

const LINKED = /\]\(zotero:/;

function struckLine(line: string): string {
  const [, quote, words] = /^([>\s]*)(.*?)\s*$/.exec(line) ?? [];
  return words === undefined || words === '' || words.includes('~~') ? line : `${quote}~~${words}~~`;
}

/** Spaces at ends of lines, which editors take away, do not count. */
function hashOf(lines: readonly string[]): string {
  return hash53(lines.map((line) => line.trimEnd()).join('\n')).toString(36);
}
