import type * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { CslClient } from '../../citations/csl/client';
import type {
  Cluster,
  FormattedDocument,
  FormattedReference,
  OutputFormat,
  StyleInfo,
} from '../../citations/csl/contract';
import { Cooperation } from '../../base/cooperate';
import type { WorkerPort } from '../../base/workerCalls';
import type { CslItem } from '../../library/model/csl';
import type { Entry } from '../../library/model/entry';
import type { LibraryService } from '../library/libraryService';
import { papersOf } from '../citing/showing/keyMeaning';
import type { ChosenStyle } from './chosenStyle';

/** Formats papers of the library in a style. The thread that does, and what makes CSL of papers, are loaded with the first use. */
export class References implements vscode.Disposable {
  readonly #library: Pick<LibraryService, 'shown'>;
  readonly #start: () => WorkerPort;
  #loading: Promise<CslClient> | undefined;

  constructor(library: Pick<LibraryService, 'shown'>, start: () => WorkerPort) {
    this.#library = library;
    this.#start = start;
  }

  /** The styles that are shipped. */
  async styles(): Promise<readonly StyleInfo[]> {
    return (await this.#client()).styles();
  }

  /**
   * The references of papers, in the order of the style. Rejects with a sentence where the style cannot be used.
   * @param document whose style is meant, where one is chosen
   */
  async references(
    entries: readonly Entry[],
    format: OutputFormat,
    style?: ChosenStyle | vscode.TextDocument,
  ): Promise<readonly FormattedReference[]> {
    const chosen = await asChosen(style);
    const items = await itemsOf(
      entries.map((entry) => [entry.citekey, entry]),
      chosen,
    );
    return told((await this.#client()).references(items, { ...chosen, format }));
  }

  /** The reference of one paper. */
  async reference(entry: Entry, format: OutputFormat, style?: ChosenStyle | vscode.TextDocument): Promise<string> {
    const [reference] = await this.references([entry], format, style);
    return reference?.text ?? '';
  }

  /** Citations in the order of a document with its list. A key that no paper, or more than one, has is unknown. */
  async document(
    clusters: readonly Cluster[],
    format: OutputFormat,
    style?: ChosenStyle | vscode.TextDocument,
  ): Promise<FormattedDocument> {
    const keys = new Set(clusters.flatMap(({ items }) => items.map(({ key }) => key)));
    const cited = [...keys].flatMap((key): [string, Entry][] => {
      const papers = papersOf(this.#library.shown.resolve(key));
      return papers.length === 1 ? [[key, papers[0]]] : [];
    });
    const chosen = await asChosen(style);
    const items = await itemsOf(cited, chosen);
    return told((await this.#client()).document({ items, clusters }, { ...chosen, format }));
  }

  dispose(): void {
    inBackground(this.#loading?.then((client) => client.dispose()));
  }

  #client(): Promise<CslClient> {
    this.#loading ??= import('../../citations/csl/client').then(({ CslClient }) => new CslClient(this.#start));
    return this.#loading;
  }
}

/** What a style makes; where it is refused, that is said in a sentence. */
async function told<T>(made: Promise<T>): Promise<T> {
  try {
    return await made;
  } catch (error) {
    const { inSentence } = await import('./styleSentences');
    throw inSentence(error);
  }
}

async function asChosen(style: ChosenStyle | vscode.TextDocument | undefined): Promise<ChosenStyle> {
  if (style && 'style' in style) return style;
  const { chosenStyle } = await import('./chosenStyle');
  return chosenStyle(style);
}

async function itemsOf(
  entries: readonly (readonly [key: string, entry: Entry])[],
  { style }: ChosenStyle,
): Promise<Record<string, CslItem>> {
  // What is long and not printed need not go to another thread; none of the shipped styles prints it.
  const printsAbstract = 'csl' in style && `${style.csl}${style.parent ?? ''}`.includes('abstract');
  const { toCsl } = await import('../../library/formats/toCsl');
  const cooperation = new Cooperation();
  const items: [string, CslItem][] = [];
  for (const [key, entry] of entries) {
    const item = toCsl(entry);
    if (!printsAbstract) delete item.abstract;
    items.push([key, item]);
    await cooperation.yieldIfDue();
  }
  return Object.fromEntries(items);
}
