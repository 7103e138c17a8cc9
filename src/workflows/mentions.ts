import type { Range } from '../base/position';
import { linkNames } from '../notes/linkNames';
import { fileNameOf } from '../workspace/uri';

/** A place of a document that names a paper, with the sentence around it. */
export interface Mention {
  readonly uri: string;
  readonly range: Range;
  readonly sentence: string;
  /** In a notebook: the number of the cell, from 0. */
  readonly cell?: number;
}

/** Who finds mentions: the index of citations. */
export interface MentionFinder {
  placesOf(keys: readonly string[]): Promise<readonly Mention[]>;
  linksTo(names: readonly string[], notes: readonly string[]): Promise<readonly Mention[]>;
}

/** What a paper is mentioned by. */
export interface MentionedPaper {
  /** Its citekey and its other ones. */
  readonly keys: readonly string[];
  /** Its notes, by their URIs. */
  readonly notes: readonly string[];
}

/** Every place that cites a paper or links to its notes, by file and in the order of the text; its notes' own words are none. */
export async function mentionsOf(
  { keys, notes }: MentionedPaper,
  finder: MentionFinder,
  isOwnNote: (uri: string) => boolean,
): Promise<Mention[]> {
  const links = await finder.linksTo(linkNames(keys, notes.map(fileNameOf)), notes);
  const found = [...(await finder.placesOf(keys)), ...links];
  // `[[@key]]` can be read as both.
  const once = new Map(
    found.map((mention) => [
      JSON.stringify([mention.uri, mention.cell, mention.range.start.line, mention.range.start.character]),
      mention,
    ]),
  );
  return [...once.values()]
    .filter(({ uri }) => !isOwnNote(uri))
    .sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : comparePlaces(a, b)))
    .map(({ uri, range, sentence, cell }) => ({ uri, range, sentence, ...(cell !== undefined && { cell }) }));
}

function comparePlaces(one: Mention, other: Mention): number {
  const [a, b] = [one.range.start, other.range.start];
  return (one.cell ?? 0) - (other.cell ?? 0) || a.line - b.line || a.character - b.character;
}
