import lunr from 'lunr';
import type { LiveIndex } from './liveIndex';
import type { FullClause, GrowingMatchData, IndexAttributes, ReadableQuery } from './lunrInternals';
import { QueryVectors, type ClauseTerm } from './queryVectors';

const { REQUIRED, PROHIBITED } = lunr.Query.presence;

/**
 * A lunr index over columns: lunr's parser, query, pipeline and scores, with `query` answered from a `LiveIndex`.
 * Finds the same documents with the same scores as `lunr.Index` of lunr 2.3.9.
 */
export class ColumnIndex extends lunr.Index {
  readonly #index: LiveIndex;
  readonly #refs: readonly string[];
  readonly #fieldNames: string[];
  readonly #pipeline: lunr.Pipeline;

  /** @param pipeline what the words of a query go through, as lunr's `searchPipeline` */
  constructor(index: LiveIndex, refs: readonly string[], pipeline: lunr.Pipeline) {
    const fields = index.schema.fields.map((field) => field.name);
    const attributes: IndexAttributes = {
      invertedIndex: {},
      fieldVectors: {},
      tokenSet: new lunr.TokenSet(),
      fields,
      pipeline,
    };
    super(attributes as unknown as lunr.Index.Attributes);
    this.#index = index;
    this.#refs = refs;
    this.#fieldNames = fields;
    this.#pipeline = pipeline;
  }

  override query(build: lunr.Index.QueryBuilder): lunr.Index.Result[] {
    const built = new lunr.Query(this.#fieldNames);
    build.call(built, built);
    const query = built as unknown as ReadableQuery;
    const vectors = new QueryVectors(this.#index);
    let required = 0;
    for (const clause of query.clauses) {
      const terms = clause.usePipeline ? this.#pipeline.runString(clause.term) : [clause.term];
      if (clause.presence === REQUIRED) vectors.beginRequired(++required);
      for (const text of terms) {
        const expanded = this.#expand(text, clause);
        if (expanded.length === 0 && clause.presence === REQUIRED) return [];
        for (const term of expanded) this.#addTerm(vectors, term, clause);
      }
    }
    if (query.isNegated()) vectors.addAll();
    return vectors.ranked(required).map(({ document, score }) => this.#result(document, score, vectors));
  }

  #addTerm(vectors: QueryVectors, term: number, clause: FullClause): void {
    for (const name of clause.fields) {
      const entry: ClauseTerm = { term, field: this.#fieldNames.indexOf(name) };
      if (clause.presence === PROHIBITED) {
        vectors.prohibit(entry);
        continue;
      }
      if (clause.presence === REQUIRED) vectors.require(entry);
      vectors.add(entry, clause.boost);
    }
  }

  /** The terms that a clause stands for, as lunr expands them over its token set. */
  #expand(text: string, clause: FullClause): number[] {
    const { terms } = this.#index.lexicon;
    const expanded = expandTerm(text, clause, terms);
    return expanded.filter((term) => this.#index.frequency(term) > 0);
  }

  #result(document: number, score: number, vectors: QueryVectors): lunr.Index.Result {
    const names = this.#fieldNames;
    const { terms } = this.#index.lexicon;
    return {
      ref: this.#refs[document],
      score,
      /** Made when it is read: most results never are. */
      get matchData() {
        const match = new lunr.MatchData('', '', {}) as GrowingMatchData;
        match.metadata = Object.create(null) as object;
        for (const { term, field } of vectors.matchesOf(document)) match.add(terms.word(term), names[field], {});
        return match;
      },
    };
  }
}

function expandTerm(text: string, clause: FullClause, terms: LiveIndex['lexicon']['terms']): number[] {
  if ('editDistance' in clause) return terms.near(text, clause.editDistance ?? 0);
  if (text.includes('*')) return terms.glob(text);
  const term = text === '' ? -1 : terms.find(text);
  return term < 0 ? [] : [term];
}
