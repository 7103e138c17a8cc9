import type { FormatId } from '../formats/reader';
import { NO_CONTEXT, wantedValues, type ContextValues, type SourceContext } from '../formats/sourceContext';

/** By format: what the other sources offer. */
export type Contexts = ReadonlyMap<FormatId, ContextValues>;

/** A source with what it had from others when it was read. */
interface Sharing {
  readonly format: FormatId;
  readonly context: SourceContext;
  readonly had: string;
}

/** What sources of one format give to each other: BibTeX's abbreviations, as one file of them often serves several bibliographies. */
export class SharedContexts {
  readonly #sources = new Map<string, Sharing>();

  /** What the other sources offer: those of the same folder come first, then by URI. */
  given(uri: string): Contexts {
    const others = [...this.#sources].filter(([other, { context }]) => other !== uri && context.offered.length > 0);
    others.sort(([a], [b]) => distance(a, uri) - distance(b, uri) || (a < b ? -1 : 1));
    const given = new Map<FormatId, Map<string, string>>();
    for (const [, { format, context }] of others) {
      const values = given.get(format) ?? new Map<string, string>();
      given.set(format, values);
      for (const [name, value] of context.offered) if (!values.has(name)) values.set(name, value);
    }
    return given;
  }

  /** Notes what reading a source found, and what it was given. */
  take(uri: string, reading: Shared, given: Contexts): void {
    const { format, context } = reading;
    if (context === undefined || format === undefined) this.#sources.delete(uri);
    else this.#sources.set(uri, { format, context, had: givenTo(reading, given) });
  }

  forget(uri: string): void {
    this.#sources.delete(uri);
  }

  /** The sources that would read differently now that others offer other things. */
  outdated(): string[] {
    return [...this.#sources]
      .filter(
        ([uri, { had, ...shared }]) => shared.context.wanted.length > 0 && givenTo(shared, this.given(uri)) !== had,
      )
      .map(([uri]) => uri);
  }
}

/** What of a reading concerns other sources. */
interface Shared {
  readonly format?: FormatId;
  readonly context?: SourceContext;
}

/** What a source had of what others offer, in a form that can be compared. */
export function givenTo({ format, context }: Shared, given: Contexts): string {
  return context && format ? wantedValues(context, given.get(format) ?? NO_CONTEXT) : '';
}

function distance(other: string, uri: string): number {
  return folderOf(other) === folderOf(uri) ? 0 : 1;
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
