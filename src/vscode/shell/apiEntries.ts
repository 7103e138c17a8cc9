import * as vscode from 'vscode';
import type { ApiEntry } from '../../api';
import { Cooperation } from '../../base/cooperate';
import { lazyObject } from '../../base/lazyObject';
import type * as csl from '../../library/formats/toCsl';
import type { Entry } from '../../library/model/entry';
import { toRange } from '../host/convert';

type Converter = Pick<typeof csl, 'toCsl'>;

/** The papers as the API gives them. What makes CSL-JSON of them is heavy: it is loaded for those who use the API. */
export class ApiEntries {
  #converter: Converter | undefined;

  /** Has the papers given from now on. */
  async load(): Promise<void> {
    this.#converter ??= await import('../../library/formats/toCsl');
  }

  /** The papers, whose items are made when they are asked for: making 100,000 of them takes seconds. None before `load`. */
  of(entries: readonly Entry[]): ApiEntry[] {
    const converter = this.#converter;
    if (!converter) return [];
    return entries.map((entry) =>
      lazyObject<ApiEntry, Entry>({ citekey: entry.citekey }, entry, (asked) => made(asked, converter)),
    );
  }

  /** One paper with its item; none before `load`. */
  one(entry: Entry): ApiEntry | undefined {
    return this.#converter && made(entry, this.#converter);
  }

  /** The papers with their items, after `load`; the event loop gets its turns. */
  async madeInTurns(entries: readonly Entry[]): Promise<ApiEntry[]> {
    const cooperation = new Cooperation();
    const converter = this.#converter;
    const all: ApiEntry[] = [];
    if (!converter) return all;
    for (const entry of entries) {
      all.push(made(entry, converter));
      await cooperation.yieldIfDue();
    }
    return all;
  }
}

function made(entry: Entry, { toCsl }: Converter): ApiEntry {
  const { uri, range } = entry.source;
  return { ...toCsl(entry), citekey: entry.citekey, source: { uri: vscode.Uri.parse(uri), range: toRange(range) } };
}
