import type { OffsetRange } from '../../base/position';
import type { QueryProblem, SearchField } from '../contract';
import type { Node, ParsedQuery, Part, Presence, WordNode } from './ast';
import { fieldMeaning, fieldNear } from './fieldNames';
import { filterFor, filterOfWord, propertyNear, stateNear } from './filters';
import { pastedParts } from './pasted';
import { scanQuery, type Token } from './scanner';
import { chunkWords, wordsOf } from './words';

/** Parentheses and fields in one another deeper than this are read as if they were not there. */
const DEEPEST = 20;
/** What comes after so many characters is not looked at: a long abstract has half of them. */
export const LONGEST_QUERY = 4096;
/** A query with more sides is not being typed. */
const MOST_OPEN_SIDES = 50;
/** More mistakes than this are not listed. */
const MOST_PROBLEMS = 10;

/**
 * Reads a typed query. Whatever was typed is a query: what cannot be understood becomes a problem, and the rest is read
 * as if it were not there.
 *
 *     query  = { term [ OR term … ] }
 *     term   = [ + | - | NOT ] [ field: ] ( word | "phrase" | ( query ) )
 *
 * A word alone that is a filter, as `uncited`, is searched for in quotes or behind a field.
 */
export function parseQuery(query: string): ParsedQuery {
  return parse(query, true);
}

/** Reads words of a text in the same way: none of them is a filter. */
export function parseWords(words: readonly string[]): ParsedQuery {
  // The space says that the last word is finished.
  return parse(`${words.join(' ')} `, false);
}

function parse(query: string, hasFilterWords: boolean): ParsedQuery {
  const pasted = pastedParts(query.slice(0, LONGEST_QUERY));
  if (pasted) return { text: query, parts: pasted, problems: [] };
  if (query.length <= LONGEST_QUERY) return new QueryParser(query, hasFilterWords).parse();
  // The space says that nothing is being typed at the end.
  const cut = query.slice(0, LONGEST_QUERY).trimEnd();
  const { parts, problems } = new QueryParser(`${cut} `, hasFilterWords).parse();
  const problem: QueryProblem = { code: 'too-long', start: cut.length, end: query.length, text: String(LONGEST_QUERY) };
  return { text: query, parts, problems: [problem, ...problems] };
}

/** What finds no paper, as it cannot be told what was meant. */
const NOTHING: Node = { kind: 'filter', filter: { kind: 'nothing' } };

type Fields = readonly SearchField[] | undefined;

class QueryParser {
  readonly #query: string;
  readonly #tokens: readonly Token[];
  readonly #hasFilterWords: boolean;
  readonly #problems: QueryProblem[] = [];
  #next = 0;

  constructor(query: string, hasFilterWords: boolean) {
    this.#query = query;
    this.#hasFilterWords = hasFilterWords;
    this.#tokens = scanQuery(query);
  }

  parse(): ParsedQuery {
    const parts: Part[] = [];
    // A closing parenthesis too many ends the parts before it, not the query.
    while (this.#next < this.#tokens.length) {
      for (const part of this.#parts(undefined, 0)) parts.push(part);
      if (this.#peek()?.kind === 'close') this.#next++;
    }
    return { text: this.#query, parts, problems: this.#problems };
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #problem(code: QueryProblem['code'], { start, end }: OffsetRange, suggestion?: string): void {
    if (this.#problems.length === MOST_PROBLEMS) return;
    const text = this.#query.slice(start, end);
    this.#problems.push(suggestion === undefined ? { code, start, end, text } : { code, start, end, text, suggestion });
  }

  /** Parts up to a closing parenthesis or the end. */
  #parts(fields: Fields, depth: number): Part[] {
    /** The terms, those together that `OR` joins. */
    const joined: (readonly Part[])[][] = [];
    let joins = false;
    for (let token = this.#peek(); token && token.kind !== 'close'; token = this.#peek()) {
      if (token.kind === 'or') {
        this.#next++;
        joins = joined.length > 0;
        continue;
      }
      if (token.kind === 'word' && token.text === 'AND') {
        this.#next++;
        continue;
      }
      const term = this.#term(fields, depth);
      if (term.length === 0) continue;
      if (joins) joined.at(-1)!.push(term);
      else joined.push([term]);
      joins = false;
    }
    return joined.flatMap((terms) => (terms.length === 1 ? terms[0] : [anyOf(terms.map(asOne))]));
  }

  /** A term is one part; none where nothing in it can be searched for. */
  #term(fields: Fields, depth: number): Part[] {
    let presence: Presence = 'should';
    for (let token = this.#peek(); token?.kind === 'sign'; token = this.#peek()) {
      presence = token.presence;
      this.#next++;
    }
    const token = this.#peek();
    const isNamed = token?.kind === 'field' && fieldMeaning(token.name) !== undefined;
    const nodes = this.#nodes(fields, depth, presence);
    if (nodes.length === 0) return [];
    if (nodes[0] === NOTHING) return [{ presence: 'must', node: NOTHING }];
    if (presence === 'not' && nodes.length > 1) return [{ presence, node: all(nodes) }];
    return nodes.map((node) => ({
      // Who names a field means it: such a condition is never left out.
      presence: (isNamed || node.kind === 'filter') && presence === 'should' ? 'must' : presence,
      node,
    }));
  }

  #nodes(fields: Fields, depth: number, presence: Presence): Node[] {
    const token = this.#peek();
    if (!token || token.kind === 'close') return [];
    this.#next++;
    switch (token.kind) {
      case 'open':
        return this.#group(token, fields, depth);
      case 'quoted':
        return this.#phrase(token, fields);
      case 'field':
        return this.#field(token, fields, depth, presence);
      case 'word':
        return this.#word(token, fields, presence);
      case 'or':
      case 'sign':
        return [];
    }
  }

  #group(open: Token, fields: Fields, depth: number): Node[] {
    const parts = depth < DEEPEST ? this.#parts(fields, depth + 1) : [];
    if (depth < DEEPEST) {
      if (this.#peek()?.kind === 'close') this.#next++;
      else this.#problem('unclosed-parenthesis', open);
    }
    if (parts.length === 0) return [];
    return parts.length === 1 && parts[0].presence === 'should' ? [parts[0].node] : [{ kind: 'and', parts }];
  }

  #phrase(token: Token & { kind: 'quoted' }, fields: Fields): Node[] {
    if (!token.closed) this.#problem('unclosed-quote', token);
    const words = wordsOf(token.text).map(({ text, start, end }): WordNode => {
      const at = token.start + 1;
      return { kind: 'word', match: 'word', text, boost: 1, fields, start: at + start, end: at + end };
    });
    if (words.length === 0) return [];
    return [{ kind: 'phrase', words, fields, start: token.start, end: token.end }];
  }

  #field(token: Token & { kind: 'field' }, outer: Fields, depth: number, presence: Presence): Node[] {
    const meaning = fieldMeaning(token.name);
    const value = this.#peek();
    const touches = value?.start === token.end;
    if (!meaning) {
      const near = touches ? fieldNear(token.name) : undefined;
      if (near !== undefined) {
        this.#nodes(outer, DEEPEST, presence);
        this.#problem('unknown-field', token, `${near}:`);
        return [NOTHING];
      }
      if (touches) this.#problem('unknown-field', token);
      return this.#words(token.name, { start: token.start, end: token.end - 1 }, outer, presence);
    }
    if (!touches || value.kind === 'close') {
      this.#problem('empty-field', token);
      return [];
    }
    if (meaning.kind === 'words') return depth < DEEPEST ? this.#nodes(meaning.fields, depth + 1, presence) : [];
    return this.#filter(meaning.filter, token, value);
  }

  #filter(kind: Parameters<typeof filterFor>[0], name: Token, value: Token): Node[] {
    this.#next++;
    let { end } = value;
    // What looks like a field in a value is part of it: `arxiv:arXiv:1706.03762`.
    for (let last = value; last.kind === 'field' && this.#peek()?.start === end; this.#next++) {
      last = this.#peek()!;
      ({ end } = last);
    }
    const text = value.kind === 'quoted' ? value.text : this.#query.slice(value.start, end);
    const place = { start: name.start, end };
    const filter = filterFor(kind, text.trim(), place);
    if (typeof filter !== 'string') return [{ kind: 'filter', filter }];
    this.#problem(filter, place, meantInstead(filter, text.trim()));
    return [NOTHING];
  }

  #word(token: Token & { kind: 'word' }, fields: Fields, presence: Presence): Node[] {
    const filter = fields || !this.#hasFilterWords ? undefined : filterOfWord(token.text);
    return filter ? [{ kind: 'filter', filter }] : this.#words(token.text, token, fields, presence);
  }

  #words(text: string, { start, end }: OffsetRange, fields: Fields, presence: Presence): Node[] {
    const open = presence !== 'not' && (end === this.#query.length || this.#isSideOfEnd());
    return chunkWords(text, start, open, fields);
  }

  /** Whether `OR` joins what was read to the end of what is being typed: then it may be unfinished, as it may alone. */
  #isSideOfEnd(): boolean {
    const tokens = this.#tokens;
    let at = this.#next;
    for (let sides = 0; sides < MOST_OPEN_SIDES && tokens[at]?.kind === 'or'; sides++) at = endOfTerm(tokens, at + 1);
    return at > this.#next && at === tokens.length && tokens.at(-1)!.end === this.#query.length;
  }
}

/** Where the term ends that begins at a place: behind its signs, its field, and its word or group. */
function endOfTerm(tokens: readonly Token[], start: number): number {
  let at = start;
  while (tokens[at]?.kind === 'sign' || tokens[at]?.kind === 'field') at++;
  let depth = 0;
  do {
    const kind = tokens[at++]?.kind;
    if (kind === 'open') depth++;
    else if (kind === 'close') depth--;
  } while (depth > 0 && at < tokens.length);
  return at;
}

function all(nodes: readonly Node[]): Node {
  return { kind: 'and', parts: nodes.map((node) => ({ presence: 'should', node })) };
}

/** The parts of one term as one part: `end-to-end` has three words with the same sign. */
function asOne(parts: readonly Part[]): Part {
  return parts.length === 1 ? parts[0] : { presence: parts[0].presence, node: all(parts.map(({ node }) => node)) };
}

/** `a OR b`; a `not` on one side belongs to that side. */
function anyOf(sides: readonly Part[]): Part {
  const nodes = sides.map((side): Node => (side.presence === 'not' ? { kind: 'and', parts: [side] } : side.node));
  const isDemanded = sides[0].presence === 'must' && nodes[0].kind !== 'filter';
  return { presence: isDemanded ? 'must' : 'should', node: { kind: 'or', nodes } };
}

/** The filter that was probably meant, where another name or word was asked for. */
function meantInstead(problem: QueryProblem['code'], value: string): string | undefined {
  const near = problem === 'bad-has' ? propertyNear(value) : problem === 'bad-is' ? stateNear(value) : undefined;
  return near && `${problem === 'bad-has' ? 'has' : 'is'}:${near}`;
}
