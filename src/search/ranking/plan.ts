import type { OffsetRange } from '../../base/position';
import { plainArxiv } from '../../base/identifiers/arxivId';
import type { QueryProblem, SearchDocument } from '../contract';
import { fieldBit, FIELDS } from '../fields';
import type { Filter, IdentifierName, Node, ParsedQuery, Part, PhraseNode, ValueFilter, WordNode } from '../query/ast';
import { nearestBeginning } from '../query/fieldNames';
import { chunkWords } from '../query/words';
import { isStopWord } from '../text/analysis';
import type { Expander } from './expander';
import type { Leaf, WordMatch } from './leaf';
import { phraseTest } from './phrase';
import { allOf, anyOf, hasLeaf, isOptional, type Condition } from './condition';

/** The bits of a document's mark: the lower ones are fields, those above are leaves. */
export const FIELD_BITS = FIELDS.length;
/** Leaves after these add to scores but cannot be asked for. */
const MOST_LEAVES = 31 - FIELD_BITS;
/** The bit of the leaf at a place of a plan; 0 for one that cannot be asked for. */
export function leafBit(place: number): number {
  return place < MOST_LEAVES ? 1 << (place + FIELD_BITS) : 0;
}

const TITLE_BIT = fieldBit('title');
/** Words that a query may have; the rest is not looked at. */
const MOST_WORDS = 200;

/** What a query comes to for one index. */
export interface Plan {
  readonly leaves: readonly Leaf[];
  /**
   * The words that are compared with titles, in order; twice where an unknown word may be two: once as it is, and once as
   * the two.
   */
  readonly readings: readonly (readonly WordMatch[])[];
  /** One for each thing that was typed to be found. */
  readonly wanted: readonly Condition[];
  /** What was typed for each of the wanted. */
  readonly asked: () => readonly string[];
  /** Where the query asks for what is related to a paper: how near papers are to it, by document. */
  readonly nearness?: ReadonlyMap<number, number>;
  /** What only the papers tell to be wrong with the query. */
  readonly problems: readonly QueryProblem[];
  /** What holds whatever else is found. */
  readonly demanded: readonly Condition[];
  /** Whether words are among what is demanded. */
  readonly demandsWords: boolean;
  /** Whether the query is a text: titles say no more of what it speaks of than other fields. */
  readonly isPassage?: boolean;
  /** Whether the query asks for any word; otherwise nothing ranks the papers. */
  readonly ranks: boolean;
}

/** What a plan needs to know of the papers. */
export interface PlanContext {
  readonly expander: Expander;
  /** The test that a filter is; undefined for one that needs the document's text. */
  readonly test: (filter: Filter) => ((number: number) => boolean) | undefined;
  readonly document: (number: number) => SearchDocument;
  /** The values that a filter chooses among. */
  readonly values: (kind: ValueFilter['kind']) => readonly string[];
  /** How near papers are to the one with a citekey, by document; undefined where no paper has it. */
  readonly near: (key: string) => ReadonlyMap<number, number> | undefined;
}

/**
 * Plans a query.
 * @param generous whether typos are looked for in known words too, for a query that otherwise finds nothing
 */
export function planQuery(parsed: ParsedQuery, context: PlanContext, generous = false): Plan {
  return new Planner(context, generous).plan(parsed);
}

/** A condition that is met where it can be, and what was typed for it. */
interface Wish {
  readonly condition: Condition;
  readonly node: Node;
}

class Planner {
  readonly #context: PlanContext;
  readonly #generous: boolean;
  readonly #leaves: Leaf[] = [];
  readonly #asTyped: WordMatch[] = [];
  readonly #asSplit: WordMatch[] = [];
  /** Whether the query is made of names of authors. */
  #onlyNames = false;
  #words = 0;
  #nearness: ReadonlyMap<number, number> | undefined;
  readonly #problems: QueryProblem[] = [];

  constructor(context: PlanContext, generous: boolean) {
    this.#context = context;
    this.#generous = generous;
  }

  plan({ text, parts }: ParsedQuery): Plan {
    this.#onlyNames = this.#hasOnlyNames(parts);
    const wanted: Wish[] = [];
    const demanded: Condition[] = [];
    for (const part of parts) {
      const condition = this.#part(part);
      if (!condition) continue;
      if (part.presence === 'should' && hasLeaf(condition)) wanted.push({ condition, node: part.node });
      else demanded.push(condition);
    }
    const demandsWords = parts.some(({ presence, node }) => presence === 'must' && asksWords(node));
    const ranks = wanted.length > 0 || demandsWords;
    const [typed, split] = [this.#asTyped, this.#asSplit];
    const readings = split.length > typed.length ? [typed, split] : [typed];
    const telling = withoutOptional(wanted);
    return {
      leaves: this.#leaves,
      readings,
      wanted: telling.map(({ condition }) => condition),
      asked: () => telling.map(({ node }) => textOf(node, text)),
      demanded,
      demandsWords,
      ranks,
      nearness: this.#nearness,
      problems: this.#problems,
    };
  }

  /** Whether all words but stop words are names. */
  #hasOnlyNames(parts: readonly Part[]): boolean {
    const words = parts.flatMap(({ node }) => (node.kind === 'word' && !isStopWord(node.text) ? [node.text] : []));
    return words.length > 0 && words.every((word) => this.#context.expander.isName(word));
  }

  #part({ presence, node }: Part): Condition | undefined {
    const condition = this.#node(node, presence !== 'not');
    return condition && presence === 'not' ? { kind: 'not', condition } : condition;
  }

  #node(node: Node, scored: boolean): Condition | undefined {
    switch (node.kind) {
      case 'word':
        return this.#word(node, scored);
      case 'phrase':
        return this.#phrase(node, scored);
      case 'filter':
        return this.#filter(node.filter, scored);
      case 'and': {
        const conditions = node.parts.map((part) => this.#part(part)).filter((condition) => condition !== undefined);
        return conditions.length > 0 ? allOf(conditions) : undefined;
      }
      case 'or': {
        const conditions = node.nodes
          .map((one) => this.#node(one, scored))
          .filter((condition) => condition !== undefined);
        return conditions.length > 0 ? anyOf(conditions) : undefined;
      }
    }
  }

  #word(node: WordNode, scored: boolean): Condition | undefined {
    if (++this.#words > MOST_WORDS) return undefined;
    const { expander } = this.#context;
    const stops = node.fields === undefined && node.match === 'word' && isStopWord(node.text);
    const optional = stops && !(this.#onlyNames && expander.isName(node.text));
    const pair = expander.isKnown(node) ? undefined : expander.split(node);
    if (!pair) return this.#leaf(node, scored, optional);
    const condition = this.#leaf(node, scored, optional, [this.#asTyped]);
    const halves = pair.map((text, i) => {
      const half: WordNode = { ...node, text, match: i === 1 ? node.match : 'word', boost: node.boost / 2 };
      return this.#leaf(half, scored, false, [this.#asSplit]);
    });
    return anyOf([condition, { kind: 'and', conditions: halves }]);
  }

  #leaf(
    node: WordNode,
    scored: boolean,
    optional: boolean,
    readings: readonly WordMatch[][] = [this.#asTyped, this.#asSplit],
  ): Condition {
    const guess = this.#generous && !optional ? 'always' : 'unknown';
    const leaf = this.#context.expander.expand(node, scored, guess);
    const place = this.#leaves.push(leaf) - 1;
    if (scored && (leaf.fields & TITLE_BIT) !== 0) for (const reading of readings) reading.push(leaf.match);
    return { kind: 'leaf', bit: leafBit(place), optional };
  }

  #phrase(phrase: PhraseNode, scored: boolean): Condition {
    const { document } = this.#context;
    const asked = phrase.words.slice(0, Math.max(1, MOST_WORDS - this.#words));
    this.#words += asked.length;
    const words = asked.map((word): Condition => this.#leaf(word, scored, isStopWord(word.text)));
    const holds = phraseTest(phrase);
    const check = (number: number): boolean => holds(document(number));
    return { kind: 'and', conditions: [allOf(words), { kind: 'check', check, strict: phrase.words.length > 1 }] };
  }

  #related({ value, start, end }: Filter & { kind: 'related' }, scored: boolean): Condition {
    const near = this.#context.near(value);
    if (near && scored) this.#nearness = new Map([...(this.#nearness ?? []), ...near]);
    else if (!near) this.#problems.push({ code: 'unknown-key', start, end, text: value });
    return { kind: 'check', check: (document) => near?.has(document) ?? false, strict: false };
  }

  /** Tells of a value that no paper has. */
  #checkValue({ kind, value, start, end }: ValueFilter): void {
    const values = this.#context.values(kind);
    const fits = { status: equals, type: beginsWith, source: contains, cited: contains }[kind];
    if (values.some((one) => fits(one, value))) return;
    const near = nearestBeginning(value, values);
    const suggestion = near === undefined ? {} : { suggestion: `${kind}:${/\s/.test(near) ? `"${near}"` : near}` };
    this.#problems.push({ code: 'unknown-value', start, end, text: `${kind}:${value}`, ...suggestion });
  }

  #filter(filter: Filter, scored: boolean): Condition {
    if (filter.kind === 'related') return this.#related(filter, scored);
    if (isOfValues(filter)) this.#checkValue(filter);
    const check = this.#context.test(filter);
    if (check) return { kind: 'check', check, strict: false };
    const { kind, value: asked, whole = false } = filter as Filter & { kind: IdentifierName };
    const plain = (id: string) => (whole && kind === 'arxiv' ? plainArxiv(id) : id.toLowerCase());
    const value = plain(asked);
    // The archive may stand there with a class.
    const asWords = whole && kind === 'arxiv' ? value.slice(value.indexOf('/') + 1) : value;
    const words = chunkWords(asWords, 0, !whole, ['citekey']).map((word) => this.#leaf(word, false, false));
    const holds = (number: number): boolean => {
      const { [kind]: identifier = '', id, aliases } = this.#context.document(number);
      if (!whole) return identifier.toLowerCase().includes(value);
      return [identifier, id, ...aliases].some((name) => plain(name) === value);
    };
    return { kind: 'and', conditions: [...words, { kind: 'check', check: holds, strict: true }] };
  }
}

const equals = (text: string, value: string): boolean => text === value;
const beginsWith = (text: string, value: string): boolean => text.startsWith(value);
const contains = (text: string, value: string): boolean => text.includes(value);

/** The wishes that say something, or all where none does. */
function withoutOptional(wishes: readonly Wish[]): readonly Wish[] {
  const telling = wishes.filter(({ condition }) => !isOptional(condition));
  return telling.length > 0 ? telling : wishes;
}

/** What was typed for a node, from its first word to its last. */
function textOf(node: Node, query: string): string {
  const places = placesOf(node);
  return query.slice(Math.min(...places.map(({ start }) => start)), Math.max(...places.map(({ end }) => end)));
}

function placesOf(node: Node): readonly OffsetRange[] {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return [node];
    case 'filter':
      return [];
    case 'and':
      return node.parts.flatMap((part) => placesOf(part.node));
    case 'or':
      return node.nodes.flatMap(placesOf);
  }
}

/** Whether a node has words that can rank what it finds. */
function asksWords(node: Node): boolean {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return true;
    case 'filter':
      return false;
    case 'and':
      return node.parts.some((part) => part.presence !== 'not' && asksWords(part.node));
    case 'or':
      return node.nodes.some(asksWords);
  }
}

function isOfValues(filter: Filter): filter is ValueFilter {
  return ['type', 'source', 'status', 'cited'].includes(filter.kind);
}
