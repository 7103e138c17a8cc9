import CSL, { type CiteprocCitation, type CiteprocEngine } from 'citeproc';
import { reasonOf } from '../../base/reason';
import type { CslItem } from '../../library/model/csl';
import { safeItem, unprinted } from './item';
import { endRangesInTheirDate } from './dateRanges';
import type { CitationLayout } from './divided';
import { insideQuotes } from './insideQuotes';
import { namesAndNote, nameWithoutAffixes } from './namesWithoutAffixes';
import { styleLabels, type StyleLabels } from './ownLabels';
import { type Run, runsOf } from './runs';
import { checkStyle, isNoteStyle, namesAuthors } from './style';
import { StyleRefused } from './styleRefused';

/** Locales by language; `en-US` is always among them. */
export type Locales = Readonly<Record<string, string>>;

nameWithoutAffixes();
endRangesInTheirDate();

/** An engine remembers the items it has seen; with more than so many it is made anew. */
const MOST_ITEMS = 20_000;

/**
 * One engine of citeproc for a style and a language. Items are known to it by what they say, so that a paper that was changed
 * is another one.
 */
export class StyleEngine {
  readonly isNoteStyle: boolean;
  /** Whether its citations name authors, so that it can name them in the text. */
  readonly namesAuthors: boolean;
  readonly #engine: CiteprocEngine;
  readonly #language: string;
  #labels: StyleLabels | undefined;
  readonly #unprinted: ReadonlySet<string>;
  readonly #items = new Map<string, CslItem>();
  readonly #ids = new Map<string, string>();
  #broken = false;
  /** What was listed uncited once is numbered before all that is cited from then on. */
  #hasUncited = false;
  /** What was formatted last, which the engine still holds. */
  #last: Last | undefined;

  /** @throws StyleRefused where no engine can be made of the style */
  constructor(csl: string, locales: Locales, language: string | undefined) {
    checkStyle(csl);
    this.isNoteStyle = isNoteStyle(csl);
    this.namesAuthors = namesAuthors(csl);
    this.#unprinted = unprinted(csl);
    const system = {
      retrieveLocale: (wanted: string) => locales[nearest(wanted, locales)],
      retrieveItem: (id: string) => this.#items.get(id),
    };
    const stated = /<style\b[^>]*\bdefault-locale\s*=\s*["']([\w-]+)["']/.exec(csl)?.[1];
    this.#language = [language, stated].find(isLanguage) ?? 'en-US';
    try {
      this.#engine = new CSL.Engine(system, withDefaults(csl), this.#language, true);
    } catch (error) {
      throw new StyleRefused({ code: 'unusable', reason: reasonOf(error) });
    }
    // Lines of an item's note must not override its fields; links are made of what is formatted, by us.
    this.#engine.opt.development_extensions.field_hack = false;
    this.#engine.opt.development_extensions.wrap_url_and_doi = false;
    this.#engine.setOutputFormat('html');
    sortByStretch(this.#engine);
  }

  /** Whether another one should take its place: it has seen very much, or what does not leave it, or gave up in the middle. */
  get isSpent(): boolean {
    return this.#broken || this.#hasUncited || this.#items.size > MOST_ITEMS;
  }

  /** Takes an item, however odd it is; gives the id it has here. */
  idOf(item: CslItem): string {
    const safe = safeItem('', item, this.#unprinted);
    const said = JSON.stringify(safe);
    const known = this.#ids.get(said);
    if (known !== undefined) return known;
    const id = `i${this.#ids.size}`;
    this.#ids.set(said, id);
    this.#items.set(id, { ...safe, id });
    return id;
  }

  /** The list of these items alone, in the style's order; no list where the style has none. */
  references(ids: readonly string[]): { readonly id: string; readonly runs: readonly Run[] }[] {
    return this.#attempt(() => {
      this.#last = undefined;
      this.#engine.rebuildProcessorState([], 'html');
      this.#engine.updateItems(ids);
      return this.#list();
    });
  }

  /** The citations of a document in order, as they read, and the list of what it cites, with what it lists uncited. */
  document(citations: readonly CiteprocCitation[], uncited: readonly string[]): DocumentRuns {
    return this.#attempt(() => {
      const said = citations.map((citation) => JSON.stringify(citation));
      const changed = this.#last && onlyChange(this.#last, said, uncited);
      if (this.#last && changed === 'none') return this.#last.runs;
      const last = this.#last;
      this.#last = undefined;
      const made =
        last && typeof changed === 'number' ? this.#changed(last, citations, changed) : this.#anew(citations, uncited);
      const runs = {
        citations: citations.map(({ citationID }) => this.#citation(citationID, made.texts)),
        references: made.references,
      };
      this.#last = { said, uncited, texts: made.texts, runs };
      return runs;
    });
  }

  #anew(citations: readonly CiteprocCitation[], uncited: readonly string[]): Made {
    // Emptied first: what it has already seen it would number and sort by when it first did.
    this.#engine.rebuildProcessorState([], 'html');
    const texts = new Map(this.#engine.rebuildProcessorState(citations, 'html').map(([id, , text]) => [id, text]));
    if (uncited.length > 0) {
      this.#engine.updateUncitedItems(uncited);
      this.#hasUncited = true;
    }
    return { texts, references: this.#list() };
  }

  /** The last document with one of its citations changed: only what depends on that is formatted. */
  #changed({ texts, runs }: Last, citations: readonly CiteprocCitation[], at: number): Made {
    const places = citations.map(({ citationID, properties }) => [citationID, properties.noteIndex] as const);
    const [{ bibchange }, changes] = this.#engine.processCitationCluster(
      citations[at],
      places.slice(0, at),
      places.slice(at + 1),
    );
    const changed = new Map([...texts, ...changes.map(([, text, id]) => [id, text] as const)]);
    return { texts: changed, references: bibchange ? this.#list() : runs.references };
  }

  #citation(id: string, texts: ReadonlyMap<string, string>): CitationRuns {
    const order = this.#engine.registry.citationreg.citationById[id]?.sortedItems ?? [];
    // What the engine says where nothing of an item is printed.
    const text =
      texts.get(id)?.replace(/ ?\[(?:NO_PRINTED_FORM|CSL STYLE ERROR: reference with no printed form\.)\]/g, '') ?? '';
    const { names, note } = namesAndNote(text) ?? { names: '', note: text };
    const runs = this.#engine.getOpt('punctuation-in-quote') ? insideQuotes(runsOf(note)) : runsOf(note);
    return { names: runsOf(names), runs, order: order.map(([item]) => item.id) };
  }

  /** An item as it is cited by itself for the first time. */
  alone(id: string): readonly Run[] {
    return this.#attempt(() => runsOf(this.#engine.makeCitationCluster([{ id }])));
  }

  /** What the style puts around and between the items of a citation. */
  get layout(): CitationLayout {
    const {
      layout_prefix: before = '',
      layout_suffix: after = '',
      layout_delimiter: between = '',
    } = this.#engine.citation.opt;
    return { before, between, after };
  }

  /** How locators are labelled in the style's language. */
  get locatorLabels(): StyleLabels {
    const term = (name: string, form: string, many: boolean) => this.#engine.getTerm(name, form, Number(many)) || '';
    return (this.#labels ??= styleLabels(this.#language, term));
  }

  /** A term of the style's language, such as `and`. */
  term(name: string, form = 'long'): string {
    return this.#engine.getTerm(name, form, false);
  }

  /** Formats by rules that may not be what the engine expects. */
  #attempt<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.#broken = true;
      throw new StyleRefused({ code: 'unusable', reason: reasonOf(error) });
    }
  }

  #list(): { readonly id: string; readonly runs: readonly Run[] }[] {
    const made = this.#engine.makeBibliography();
    if (!made) return [];
    const [{ entry_ids: ids }, texts] = made;
    return texts.map((text, at) => ({ id: String(ids[at]?.[0]), runs: runsOf(text) }));
  }
}

/** Has the items of a citation sorted among those of their stretch. */
function sortByStretch({ citation: { srt } }: CiteprocEngine): void {
  const compare = srt.compareCompositeKeys.bind(srt);
  srt.compareCompositeKeys = (a, b) => (a[1].stretch ?? 0) - (b[1].stretch ?? 0) || compare(a, b);
}

/** What an engine made of a document: texts by the ids of citations, and the list. */
interface Made {
  readonly texts: ReadonlyMap<string, string>;
  readonly references: DocumentRuns['references'];
}

/** A document that an engine holds. */
interface Last {
  readonly said: readonly string[];
  readonly uncited: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  readonly runs: DocumentRuns;
}

/**
 * The index of the only citation in which a document differs from the last; undefined where more is different. What is cited
 * must be the same: the engine would else number and sort by when it first saw an item.
 */
function onlyChange(last: Last, said: readonly string[], uncited: readonly string[]): number | 'none' | undefined {
  if (said.length !== last.said.length || uncited.join() !== last.uncited.join()) return undefined;
  const changed = said.flatMap((text, at) => (text === last.said[at] ? [] : [at]));
  if (changed.length === 0) return 'none';
  const [at] = changed;
  return changed.length === 1 && citedIn(said[at]) === citedIn(last.said[at]) ? at : undefined;
}

function citedIn(said: string): string {
  const { citationItems } = JSON.parse(said) as CiteprocCitation;
  return citationItems.map(({ id }) => id).join();
}

/** A citation as runs, with the ids of its items in the order in which they are printed. */
export interface CitationRuns {
  /** Who is named in the text beside a note; nobody where the style names none, or makes no notes. */
  readonly names: readonly Run[];
  readonly runs: readonly Run[];
  readonly order: readonly string[];
}

/** A document as runs. */
export interface DocumentRuns {
  readonly citations: readonly CitationRuns[];
  readonly references: readonly { readonly id: string; readonly runs: readonly Run[] }[];
}

/**
 * With what the specification gives where a style is silent (CSL 1.0.2, "Cite Grouping" and "Cite Collapsing"): a comma between
 * the years behind one author. The engine takes the delimiter behind such a group for that, even where it is that of all items.
 */
function withDefaults(csl: string): string {
  return csl.replace(/<citation\b[^>]*\scollapse="year"[^>]*>/, (tag) => {
    if (/\scite-group-delimiter=/.test(tag)) return tag;
    const delimiter = /<citation\b[\s\S]*?<layout\b[^>]*\sdelimiter="([^"]*)"/.exec(csl)?.[1] ?? '';
    const isRepeated = tag.includes(` after-collapse-delimiter="${delimiter}"`);
    const plain = isRepeated ? tag.replace(/ after-collapse-delimiter="[^"]*"/, '') : tag;
    return plain.replace('<citation', '<citation cite-group-delimiter=", "');
  });
}

/** Whether a text has the form of a language tag (BCP 47): engines throw at others. */
function isLanguage(stated: string | undefined): stated is string {
  return stated !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i.test(stated);
}

/** The language of the locales nearest to a wanted one: itself, one of the same language, English. */
function nearest(wanted: string, locales: Locales): string {
  const names = Object.keys(locales);
  const [language] = wanted.toLowerCase().split(/[-_]/);
  return (
    names.find((name) => name.toLowerCase() === wanted.toLowerCase().replace('_', '-')) ??
    names.find((name) => name.toLowerCase().split('-')[0] === language) ??
    'en-US'
  );
}
