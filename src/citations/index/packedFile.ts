import type { Mutable } from '../../base/mutable';
import type { Range } from '../../base/position';
import type { CitedPlace, CitingFile, NoteLink } from './citedPlace';

/**
 * What a document says of papers, in few objects: a thousand documents are kept, and whatever lives on is moved about by the
 * garbage collector, which takes longer than reading does. Its texts stand once each; all else is numbers.
 */
export interface PackedFile {
  readonly syntax: string;
  readonly texts: readonly string[];
  /** The numbers of the labels' texts. */
  readonly labels: Int32Array;
  readonly places: Int32Array;
  readonly links: Int32Array;
  readonly isUnread?: boolean;
}

/** Of a place: the key, where it begins and ends, the sentence, the heading, the locator and the cell, of which the last three can be missing. */
const PLACE_NUMBERS = 9;
/** Of a link: the name, where it begins and ends, the sentence, the path and the cell, of which the last two can be missing. */
const LINK_NUMBERS = 8;
const MISSING = -1;

/** The fact of a file that could not be read. */
export const UNREAD: PackedFile = {
  syntax: '',
  texts: [],
  labels: new Int32Array(),
  places: new Int32Array(),
  links: new Int32Array(),
  isUnread: true,
};

/**
 * What a document says, packed.
 * @param before what it said before: what is the same is not kept a second time, and is `before` itself where all is
 */
export function packed({ syntax, labels, places, noteLinks, isUnread }: CitingFile, before?: PackedFile): PackedFile {
  const texts = new Texts(before);
  const placeNumbers = new Int32Array(places.length * PLACE_NUMBERS);
  places.forEach(({ key, range: { start, end }, sentence, heading, locator, cell = MISSING }, index) => {
    const at = index * PLACE_NUMBERS;
    placeNumbers[at] = texts.number(key);
    placeNumbers[at + 1] = start.line;
    placeNumbers[at + 2] = start.character;
    placeNumbers[at + 3] = end.line;
    placeNumbers[at + 4] = end.character;
    placeNumbers[at + 5] = texts.number(sentence);
    placeNumbers[at + 6] = texts.number(heading);
    placeNumbers[at + 7] = texts.number(locator);
    placeNumbers[at + 8] = cell;
  });
  const links = noteLinks.flatMap(({ name, range: { start, end }, sentence, path, cell = MISSING }) => [
    texts.number(name),
    ...[start.line, start.character, end.line, end.character],
    texts.number(sentence),
    texts.number(path),
    cell,
  ]);
  const now: PackedFile = {
    syntax,
    labels: Int32Array.from(labels, (label) => texts.number(label)),
    places: placeNumbers,
    links: Int32Array.from(links),
    texts: texts.all,
    ...(isUnread && { isUnread }),
  };
  return before && saysTheSame(before, now) ? before : now;
}

/** Whether two documents say the same; their texts stand in the order in which they are first used. */
export function saysTheSame(one: PackedFile, other: PackedFile): boolean {
  return (
    one.syntax === other.syntax &&
    one.isUnread === other.isUnread &&
    isEqual(one.places, other.places) &&
    isEqual(one.links, other.links) &&
    isEqual(one.labels, other.labels) &&
    isEqual(one.texts, other.texts)
  );
}

function isEqual<T>(some: ArrayLike<T>, others: ArrayLike<T>): boolean {
  if (some.length !== others.length) return false;
  for (let i = 0; i < some.length; i++) if (some[i] !== others[i]) return false;
  return true;
}

/** What a document says, as it was before it was packed. */
export function unpacked(file: PackedFile): CitingFile {
  const { syntax, isUnread } = file;
  return {
    syntax,
    labels: labelsOf(file),
    places: placesOf(file, '').map(({ uri: _, ...place }) => place),
    noteLinks: noteLinksOf(file),
    ...(isUnread && { isUnread }),
  };
}

export function labelsOf({ labels, texts }: PackedFile): string[] {
  return Array.from(labels, (label) => texts[label]);
}

/** How often each key is cited. */
export function countsOf({ places, texts }: PackedFile): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < places.length; at += PLACE_NUMBERS) {
    const key = texts[places[at]];
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** The names of the notes that are linked to, as often as they are. */
export function* linkNamesOf({ links, texts }: PackedFile): Generator<string, void> {
  for (let at = 0; at < links.length; at += LINK_NUMBERS) yield texts[links[at]];
}

/** A place with its document. */
type PlaceInFile = CitedPlace & { readonly uri: string };

/** The places of a document that cite; of the wanted keys where some are. They can be many: each is made in one piece. */
export function placesOf(
  { places, texts }: PackedFile,
  uri: string,
  isWanted?: (key: string) => boolean,
): PlaceInFile[] {
  const found: PlaceInFile[] = [];
  for (let at = 0; at < places.length; at += PLACE_NUMBERS) {
    const key = texts[places[at]];
    if (isWanted && !isWanted(key)) continue;
    const sentence = texts[places[at + 5]];
    const place: Mutable<PlaceInFile> = { uri, key, range: rangeAt(places, at + 1), sentence };
    if (places[at + 6] !== MISSING) place.heading = texts[places[at + 6]];
    if (places[at + 7] !== MISSING) place.locator = texts[places[at + 7]];
    if (places[at + 8] !== MISSING) place.cell = places[at + 8];
    found.push(place);
  }
  return found;
}

export function noteLinksOf({ links, texts }: PackedFile): NoteLink[] {
  const found: NoteLink[] = [];
  for (let at = 0; at < links.length; at += LINK_NUMBERS) {
    const [path, cell] = links.subarray(at + 6, at + LINK_NUMBERS);
    found.push({
      name: texts[links[at]],
      range: rangeAt(links, at + 1),
      sentence: texts[links[at + 5]],
      ...(path !== MISSING && { path: texts[path] }),
      ...(cell !== MISSING && { cell }),
    });
  }
  return found;
}

function rangeAt(numbers: Int32Array, at: number): Range {
  return {
    start: { line: numbers[at], character: numbers[at + 1] },
    end: { line: numbers[at + 2], character: numbers[at + 3] },
  };
}

/** The texts of a document, each once: those that it had before, and copies of others. */
class Texts {
  /** The numbers of the texts; those of texts that only stood there before are negative, -1 for the first of them. */
  readonly #numbers = new Map<string, number>();
  readonly #before: readonly string[];
  readonly all: string[] = [];

  constructor(before: PackedFile | undefined) {
    this.#before = before?.texts ?? [];
    for (const [index, text] of this.#before.entries()) this.#numbers.set(text, -1 - index);
  }

  number(text: string | undefined): number {
    if (text === undefined) return MISSING;
    const known = this.#numbers.get(text);
    if (known !== undefined && known >= 0) return known;
    const kept = known === undefined ? ownCopy(text) : this.#before[-1 - known];
    const number = this.all.push(kept) - 1;
    this.#numbers.set(kept, number);
    return number;
  }
}

/** Parts of a text hold on to all of it in memory; a copy of its own does not. */
function ownCopy(part: string): string {
  return JSON.parse(JSON.stringify(part)) as string;
}
