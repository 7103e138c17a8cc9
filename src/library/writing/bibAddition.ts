import { namesXdata } from '../bibtex/granularXdata';
import { macrosIn } from '../bibtex/macros';
import { bibFields, lowerCase, ownFields } from '../bibtex/record';
import { keyOf, type BibEntryPlace } from './bibEntryPlace';
import { detectBibStyle } from './bibStyle';
import type { BibText } from './bibText';
import { keyIn } from './legalKey';
import type { WrittenAddition } from './sourceChange';
import { toBibtex } from './toBibtex';
import type { WrittenEntry } from './entryToWrite';

/** An entry to be added, with the .bib text that it comes from, if it does. */
export interface AddedEntry {
  readonly entry: WrittenEntry;
  readonly from?: BibText;
}

/** Where entries are added. */
export interface AdditionTarget {
  readonly text: string;
  /** The text itself, and the other lists of the same bibliography: LaTeX reads them as one. */
  readonly bibliography: readonly BibText[];
}

/** A chain of parents longer than this is taken for endless. */
const LONGEST_CHAIN = 20;
/** Fields without which an entry would say less: by these it takes over fields, or is a set. */
const NEEDS = ['crossref', 'xdata', 'entryset'];
const GRANULAR = /xdata\s*=\s*[{"]?\s*([^\s{}",]{1,200})/gi;

/**
 * How entries are written into a .bib text: each as it stands in its own list, with the abbreviations and the parents that it
 * needs and the bibliography lacks. What means something else there (an abbreviation of that name) is written out in full.
 */
export function bibAddition(added: readonly AddedEntry[], target: AdditionTarget): WrittenAddition | { unfit: string } {
  const addition = new Addition(target);
  for (const { entry, from } of added) {
    const key = keyIn('bibtex', entry.citekey);
    if (key === undefined) return { unfit: entry.citekey };
    addition.add(entry, key, from);
  }
  return addition.written();
}

interface Part {
  readonly key: string;
  readonly text: string;
  /** How many entries lead to it as a parent. BibTeX wants parents behind their children. */
  depth: number;
  /** Whether it is a paper; `@xdata` is none. */
  readonly isPaper: boolean;
}

class Addition {
  readonly #target: AdditionTarget;
  readonly #style: ReturnType<typeof detectBibStyle>;
  readonly #strings = new Map<string, string>();
  readonly #values = new Map<string, string>();
  readonly #parts = new Map<string, Part>();
  readonly #before = new Set<string>();

  constructor(target: AdditionTarget) {
    this.#target = target;
    this.#style = detectBibStyle(target.text);
  }

  add(entry: WrittenEntry, key: string, from: BibText | undefined): void {
    const place = from?.entry(entry.citekey);
    const needs = place && from && !from.isRedefined ? this.#needsOf(place, from) : undefined;
    if (!needs || keyOf(needs.places[0]) !== key) {
      this.#put(key, toBibtex(entry, this.#style, key), 0, true);
      return;
    }
    for (const [name, { text, value }] of needs.strings) {
      this.#strings.set(name, text);
      this.#values.set(name, value);
    }
    for (const [depth, each] of needs.places.entries()) {
      for (const parent of crossrefsOf(each)) this.#before.add(parent);
      this.#put(keyOf(each), each.text, depth, lowerCase(each.parsed.type) !== 'xdata');
    }
  }

  written(): WrittenAddition {
    const parts = [...this.#parts.values()].sort((a, b) => a.depth - b.depth);
    const texts = [...this.#strings.values(), ...parts.map(({ text }) => text.trim())];
    const { eol } = this.#style;
    return {
      text: texts.join(eol + eol),
      keys: parts.filter(({ isPaper }) => isPaper).map(({ key }) => key),
      before: [...this.#before],
    };
  }

  #put(key: string, text: string, depth: number, isPaper: boolean): void {
    const known = this.#parts.get(key);
    if (known) known.depth = Math.max(known.depth, depth);
    else this.#parts.set(key, { key, text, depth, isPaper });
  }

  /** The entry, its parents that are not there yet, and the abbreviations of all; undefined where it cannot stay as it is. */
  #needsOf(first: BibEntryPlace, from: BibText) {
    const places = [first];
    const strings = new Map<string, { text: string; value: string }>();
    for (const place of places) {
      if (!place.chunk.closed || place.parsed.problems.length > 0 || places.length > LONGEST_CHAIN) return undefined;
      for (const field of bibFields({ text: place.text, marks: place.parsed.marks })) {
        for (const name of macrosIn(field)) {
          const string = from.strings.get(name);
          if (!string || this.#meansElse(name, string.value)) return undefined;
          if (!this.#isDefined(name))
            strings.set(name, { text: string.raw ?? this.#define(name, string.value), ...string });
        }
      }
      for (const key of parentsOf(place)) {
        const parent = this.#target.bibliography.some((text) => text.has(key)) ? undefined : from.entry(key);
        if (parent && !places.some((each) => each.chunk === parent.chunk)) places.push(parent);
      }
    }
    return { places, strings };
  }

  #isDefined(name: string): boolean {
    return this.#target.bibliography.some(({ strings }) => strings.has(name));
  }

  /** Whether the bibliography, or what is added besides, gives another meaning to an abbreviation. */
  #meansElse(name: string, value: string): boolean {
    const known = this.#values.get(name);
    if (known !== undefined && known !== value) return true;
    return this.#target.bibliography.some(({ strings }) => (strings.get(name)?.value ?? value) !== value);
  }

  #define(name: string, value: string): string {
    return `@string{${name} = {${value}}}`;
  }
}

function crossrefsOf({ text, parsed }: BibEntryPlace): string[] {
  const key = ownFields({ text, marks: parsed.marks }).get('crossref')?.trim();
  return key ? [key] : [];
}

function parentsOf({ text, parsed }: BibEntryPlace): string[] {
  const keys: string[] = [];
  for (const { name, raw, kind } of bibFields({ text, marks: parsed.marks })) {
    if (kind !== 'braces' && kind !== 'quotes') continue;
    if (NEEDS.includes(lowerCase(name)))
      keys.push(
        ...raw
          .slice(1, -1)
          .split(',')
          .map((key) => key.trim()),
      );
    else if (namesXdata(raw))
      for (const [, key] of raw.matchAll(GRANULAR)) keys.push(key, key.replace(/-[a-z]+(-\d+)?$/i, ''));
  }
  return keys.filter((key) => key !== '');
}
