import type { MacroValues } from '../bibtex/macros';
import type { SourceMacros } from '../formats/reader';

/** A source with what it had from others when it was read. */
interface Sharing {
  readonly macros: SourceMacros;
  readonly had: string;
}

/** The abbreviations that BibTeX sources define for each other, as one file of them often serves several bibliographies. */
export class SharedMacros {
  readonly #sources = new Map<string, Sharing>();

  /** What the other sources define, by lower-case name: those of the same folder come first, then by URI. */
  given(uri: string): MacroValues {
    const others = [...this.#sources].filter(([other, { macros }]) => other !== uri && macros.defined.length > 0);
    others.sort(([a], [b]) => distance(a, uri) - distance(b, uri) || (a < b ? -1 : 1));
    const given = new Map<string, string>();
    for (const [, { macros }] of others) {
      for (const [name, value] of macros.defined) if (!given.has(name)) given.set(name, value);
    }
    return given;
  }

  /** Notes what reading a source found, and what it was given. */
  take(uri: string, macros: SourceMacros | undefined, given: MacroValues): void {
    if (macros === undefined) this.#sources.delete(uri);
    else this.#sources.set(uri, { macros, had: wantedValues(macros, given) });
  }

  forget(uri: string): void {
    this.#sources.delete(uri);
  }

  /** The sources that would read differently now that others define other things. */
  outdated(): string[] {
    return [...this.#sources]
      .filter(([uri, { macros, had }]) => macros.wanted.length > 0 && wantedValues(macros, this.given(uri)) !== had)
      .map(([uri]) => uri);
  }
}

/** What a source wants as it is given, in a form that can be compared. */
export function wantedValues({ wanted }: SourceMacros, given: MacroValues): string {
  return JSON.stringify(wanted.map((name) => given.get(name) ?? null));
}

function distance(other: string, uri: string): number {
  return folderOf(other) === folderOf(uri) ? 0 : 1;
}

function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}
