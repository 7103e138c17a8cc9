import type { CslItem } from '../../library/model/csl';
import { authorsInText, engineCitations } from './clusters';
import type {
  DocumentToFormat,
  FormattedCluster,
  FormattedDocument,
  FormattedReference,
  Formatting,
  OutputFormat,
  StyleChoice,
  StyleInfo,
} from './contract';
import { divided, type Piece } from './divided';
import { type Locales, StyleEngine } from './engine';
import { type Run, runsOf } from './runs';
import { piecesInNote, runsInNote } from './insideNotes';
import { styleName } from './statedStyle';
import { NAMES } from './item';
import { independentParent, inLanguageOf, styleInfo } from './style';
import { StyleRefused } from './styleRefused';
import { writeRuns } from './output';
import { titleInText } from './titleInText';

/** So many engines are kept unless others are asked for; the one that was used longest ago makes room. */
const MOST_ENGINES = 4;

/** The styles and locales that a formatter has at hand: CSL texts by name. */
export interface CslTexts {
  readonly styles: Readonly<Record<string, string>>;
  readonly locales: Locales;
}

/** Formats references and citations by any style. Engines are made when they are first needed, and kept. */
export class Formatter {
  readonly #texts: CslTexts;
  readonly #mostEngines: number;
  readonly #engines = new Map<string, StyleEngine>();

  constructor(texts: CslTexts, mostEngines = MOST_ENGINES) {
    this.#texts = texts;
    this.#mostEngines = mostEngines;
  }

  /** The styles at hand. */
  styles(): StyleInfo[] {
    return Object.entries(this.#texts.styles).map(([name, csl]) => styleInfo(name, csl));
  }

  /**
   * The references of items by key, in the order of the style.
   * @throws StyleRefused
   */
  references(items: Readonly<Record<string, CslItem>>, formatting: Formatting): FormattedReference[] {
    const engine = this.#engine(formatting);
    const keys = new KeysOfIds(engine, items);
    return keys.references(engine.references(keys.ids()), formatting.format);
  }

  /**
   * A document's citations as they read, and its list.
   * @throws StyleRefused
   */
  document({ items, clusters }: DocumentToFormat, formatting: Formatting): FormattedDocument {
    const engine = this.#engine(formatting);
    const keys = new KeysOfIds(engine, items);
    const { citations, places, uncited } = engineCitations(clusters, (key) => keys.idOf(key), engine);
    const made = engine.document(citations, uncited);
    const write = (runs: readonly Run[]) => writeRuns(runs, formatting.format);
    let notes = 0;
    const formatted = clusters.map(
      ({ form, items: cited, inNote, ownNotes = 0, numberAlone }, at): FormattedCluster => {
        const unknown = cited.map(({ key }) => key).filter((key) => keys.idOf(key) === undefined);
        const place = places[at];
        if (place === undefined) return { text: '', unknown };
        const { names, runs: asMade, order } = made.citations[place];
        const isInText = engine.namesAuthors && (form === 'narrative' || form === 'author');
        const runs =
          isInText && order.length > 0 && !keys.hasNames(order[0])
            ? titleInText(asMade, engine.alone(order[0]), engine.layout.before)
            : asMade;
        const isNamedByUs =
          !engine.namesAuthors && (form === 'author' || (form === 'narrative' && (engine.isNoteStyle || !numberAlone)));
        const first = cited.find(({ key }) => keys.idOf(key) !== undefined);
        const byUs = isNamedByUs && first ? runsOfText(authors(engine, keys.itemOf(first.key))) : [];
        const named = names.length > 0 ? names : byUs;
        if (named.length > 0 && form === 'author') return { text: write(named), unknown };
        if (engine.isNoteStyle && !inNote)
          return { text: write(named), note: { number: ++notes + ownNotes, text: write(asSentence(runs)) }, unknown };
        const layout = isInText ? NO_LAYOUT : engine.layout;
        const within = engine.isNoteStyle && inNote ? { ...inNote, isNamed: named.length > 0 } : undefined;
        const shown = within ? runsInNote(runs, within, engine.term('ibid')) : runs;
        const pieces = divided(shown, order.length, layout) ?? [{ runs: shown }];
        const parts = within
          ? piecesInNote(named, pieces, within)
          : [...(named.length > 0 ? [{ runs: named }, ...spaceBefore(runs)] : []), ...pieces];
        return {
          text: write(parts.flatMap((part) => part.runs)),
          parts: parts.map(partOf(write, order, keys)),
          unknown,
        };
      },
    );
    return {
      clusters: formatted,
      references: keys.references(made.references, formatting.format),
      isNoteStyle: engine.isNoteStyle,
    };
  }

  #engine({ style, locale }: Formatting): StyleEngine {
    const csl = this.#cslOf(style);
    const name = JSON.stringify([csl, locale]);
    const known = this.#engines.get(name);
    this.#engines.delete(name);
    const engine = known && !known.isSpent ? known : new StyleEngine(csl, this.#texts.locales, locale);
    this.#engines.set(name, engine);
    for (const oldest of [...this.#engines.keys()].slice(0, -this.#mostEngines)) this.#engines.delete(oldest);
    return engine;
  }

  /** The style that a dependent style points to, where it is one of those that are shipped. */
  #shippedParent(csl: string): string | undefined {
    const name = styleName(independentParent(csl) ?? '');
    return Object.hasOwn(this.#texts.styles, name) ? this.#texts.styles[name] : undefined;
  }

  #cslOf(style: StyleChoice): string {
    if ('csl' in style) {
      const parent = style.parent ?? this.#shippedParent(style.csl);
      return parent === undefined ? style.csl : inLanguageOf(style.csl, parent);
    }
    if (Object.hasOwn(this.#texts.styles, style.name)) return this.#texts.styles[style.name];
    throw new StyleRefused({ code: 'unknown', name: style.name });
  }
}

/** Raised numbers follow a name without a blank. */
function spaceBefore([first]: readonly Run[]): Piece[] {
  return first?.marks.has('sup') ? [] : [{ runs: [{ text: ' ', marks: new Set() }] }];
}

/** A note is a sentence, whatever stands before its first work. */
function asSentence([first, ...rest]: readonly Run[]): readonly Run[] {
  if (!first) return rest;
  return [{ ...first, text: first.text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) }, ...rest];
}

/** Authors and year of one item are no list. */
const NO_LAYOUT = { before: '', between: '', after: '' };

function partOf(write: (runs: readonly Run[]) => string, order: readonly string[], keys: KeysOfIds) {
  return ({ runs, item }: Piece) => {
    const key = item === undefined ? undefined : keys.keyOf(order[item]);
    return key === undefined ? { text: write(runs) } : { text: write(runs), key };
  };
}

function authors(engine: StyleEngine, item: CslItem | undefined): string {
  return item ? authorsInText(item, engine.term('and'), engine.term('et-al')) : '';
}

/** Text that was never markup. */
function runsOfText(text: string): Run[] {
  return runsOf(text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'));
}

/** The keys of a request beside the ids that their items have in the engine. */
class KeysOfIds {
  readonly #items: Readonly<Record<string, CslItem>>;
  readonly #idOfKey = new Map<string, string>();
  readonly #keysOfId = new Map<string, string[]>();

  constructor(engine: StyleEngine, items: Readonly<Record<string, CslItem>>) {
    this.#items = items;
    for (const [key, item] of Object.entries(items)) {
      const id = engine.idOf(item);
      this.#idOfKey.set(key, id);
      this.#keysOfId.set(id, [...(this.#keysOfId.get(id) ?? []), key]);
    }
  }

  ids(): string[] {
    return [...this.#keysOfId.keys()];
  }

  idOf(key: string): string | undefined {
    return this.#idOfKey.get(key);
  }

  /** The first key of an item. */
  keyOf(id: string): string | undefined {
    return this.#keysOfId.get(id)?.[0];
  }

  itemOf(key: string): CslItem | undefined {
    return this.#idOfKey.has(key) ? this.#items[key] : undefined;
  }

  /** Whether somebody made an item. */
  hasNames(id: string): boolean {
    const item = this.itemOf(this.keyOf(id) ?? '');
    return item !== undefined && [...NAMES].some((variable) => item[variable] !== undefined);
  }

  /** Items that say the same are one reference, which stands under each of their keys. */
  references(list: readonly { readonly id: string; readonly runs: readonly Run[] }[], format: OutputFormat) {
    return list.flatMap(({ id, runs }): FormattedReference[] => {
      const text = writeRuns(runs, format);
      return (this.#keysOfId.get(id) ?? []).map((key) => ({ key, text }));
    });
  }
}
