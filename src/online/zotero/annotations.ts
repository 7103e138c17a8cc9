import { Cooperation } from '../../base/cooperate';
import { plainAbstract } from '../../library/formats/jats';
import type { Annotation } from '../../library/model/annotation';
import { list, members, text } from '../shape';
import type { FollowedLibrary } from './followed';
import type { Snapshot } from './snapshot';

type Item = Readonly<Record<string, unknown>>;

/** The kinds of lines that are parsed: the members of an item are written by `lineOf`. */
const PART = /"itemType":"(attachment|annotation)"/;

/** What is known of the annotations of one paper. */
export interface Annotated {
  readonly annotations: readonly Annotation[];
  /** Whether there are no others: a saved search may not find them all. */
  readonly areAll: boolean;
}

/** What was last seen of something that is followed. */
export interface SeenLibrary {
  readonly followed: FollowedLibrary;
  readonly snapshot: Snapshot;
}

/** The annotations of items by the keys of these, in whatever of all that is followed they are. */
export async function annotationsAmong(
  seen: readonly SeenLibrary[],
  keys: readonly string[],
): Promise<Map<string, Annotated>> {
  const found = new Map<string, Annotated>();
  // What is whole comes first: a part may have been asked for before, or be no more.
  for (const { followed, snapshot } of [...seen].sort((a, b) => partsOf(a.followed) - partsOf(b.followed))) {
    const areAll = followed.search === undefined;
    for (const [key, annotations] of await annotationsOf(snapshot, keys)) {
      const known = found.get(key);
      if (known?.areAll) continue;
      const ids = new Set(annotations.map(({ id }) => id));
      const others = areAll ? [] : (known?.annotations ?? []).filter(({ id }) => !ids.has(id));
      found.set(key, { annotations: [...annotations, ...others], areAll });
    }
  }
  return found;
}

/** 0 for a library, 1 for a collection, 2 for what a search finds. */
function partsOf({ collection, search }: FollowedLibrary): number {
  return search !== undefined ? 2 : collection !== undefined ? 1 : 0;
}

/**
 * The annotations of items by the keys of these, in the order of the document; of several documents one after the other. Items that
 * the snapshot lacks are left out. Lets others run meanwhile.
 */
export async function annotationsOf(
  { head, lines }: Snapshot,
  keys: readonly string[],
): Promise<Map<string, readonly Annotation[]>> {
  const wanted = new Set(keys.filter((key) => lines.has(key)));
  const attachments = new Map<string, Item>();
  const found: Item[] = [];
  const cooperation = new Cooperation();
  let count = 0;
  for (const [key, line] of lines) {
    if (++count % 256 === 0) await cooperation.yieldIfDue();
    const kind = PART.exec(line)?.[1];
    if (kind === undefined) continue;
    const item = JSON.parse(line) as Item;
    if (item.itemType === 'attachment' && (wanted.has(String(item.parentItem)) || wanted.has(key)))
      attachments.set(key, item);
    else if (item.itemType === 'annotation') found.push(item);
  }
  const byItem = new Map([...wanted].map((key): [string, Item[]] => [key, []]));
  for (const item of found) {
    const attachment = attachments.get(String(item.parentItem));
    if (attachment) byItem.get(String(attachment.parentItem ?? attachment.key))?.push(item);
  }
  return new Map(
    [...byItem].map(([key, items]) => {
      const ordered = items.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
      return [key, ordered.map((item) => annotationOf(item, attachments, head.place))];
    }),
  );
}

/** Zotero's own order within a document, which is a text made for that. */
function orderOf({ parentItem, annotationSortIndex, key }: Item): string {
  return `${text(parentItem) ?? ''} ${text(annotationSortIndex) ?? ''} ${text(key) ?? ''}`;
}

function annotationOf(item: Item, attachments: ReadonlyMap<string, Item>, place: string): Annotation {
  const id = text(item.key) ?? '';
  const attachment = text(item.parentItem) ?? '';
  const isPdf = attachments.get(attachment)?.contentType === 'application/pdf';
  // `00003|001234|00567`: the page, counted from 0, comes first in a PDF.
  const page = isPdf ? /^(\d{1,6})\|/.exec(text(item.annotationSortIndex) ?? '')?.[1] : undefined;
  const query = `${page === undefined ? '' : `page=${Number(page) + 1}&`}annotation=${id}`;
  const [quoted, comment, pageLabel] = [item.annotationText, item.annotationComment, item.annotationPageLabel].map(
    text,
  );
  return {
    id,
    link: `zotero://${isPdf ? 'open-pdf' : 'open'}/${place}/items/${attachment}?${query}`,
    tags: list(item.tags)
      .map((tag) => text(members(tag).tag))
      .filter((tag) => tag !== undefined),
    ...(quoted !== undefined && { text: plainAbstract(quoted) }),
    ...(comment !== undefined && { comment: plainAbstract(comment) }),
    ...(pageLabel !== undefined && { pageLabel }),
  };
}
