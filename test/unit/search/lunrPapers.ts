import lunr from 'lunr';
import type { SearchDocument, SearchField } from '../../../src/search/contract';
import { FIELDS } from '../../../src/search/fields';
import { analyzersFor, fieldValues, PAPER_SCHEMA } from '../../../src/search/paperSchema';
import { wordsOf } from '../../../src/search/query/words';

/** A token with the fields that the builder cuts it from. */
type FieldToken = lunr.Token & { readonly metadata: { readonly fields: readonly SearchField[] } };
type Scores = ReadonlyMap<string, number>;

/**
 * Papers in an index of lunr 2.3.9 as its own builder makes it: the words are split as papers are, and the pipeline has for each
 * field the steps that papers have there. All else is lunr's, the scores above all.
 */
export class LunrPapers {
  readonly #indexes = new Map<number, lunr.Index>();
  readonly #papers: readonly SearchDocument[];

  constructor(papers: readonly SearchDocument[]) {
    this.#papers = papers;
  }

  /** The score of every paper that has a term in a field. */
  scores(field: SearchField, term: string): Scores {
    const found = this.#index(field).query((query) => query.term(term, { fields: [field], usePipeline: false }));
    return new Map(found.map(({ ref, score }) => [ref, score]));
  }

  /** lunr has one `b` for all fields, papers another one for names: then it takes an index of its own. */
  #index(field: SearchField): lunr.Index {
    const { b = PAPER_SCHEMA.b } = PAPER_SCHEMA.fields[FIELDS.indexOf(field)];
    const known = this.#indexes.get(b) ?? indexOf(this.#papers, b);
    this.#indexes.set(b, known);
    return known;
  }
}

/** The paper that is being taken in. */
let current: SearchDocument;

/** The step of the pipeline: what the field of the current paper makes of a word. */
function paperTerm(token: lunr.Token): lunr.Token | undefined {
  const field = FIELDS.indexOf((token as FieldToken).metadata.fields[0]);
  const analyzer = analyzersFor(current)?.[field] ?? PAPER_SCHEMA.fields[field].analyzer;
  const term = PAPER_SCHEMA.analyzers[analyzer](token.toString());
  return term === undefined ? undefined : token.update(() => term);
}
const step = paperTerm as lunr.PipelineFunction;
lunr.Pipeline.registerFunction(step, 'paperTerm');

function indexOf(papers: readonly SearchDocument[], b: number): lunr.Index {
  const builder = new lunr.Builder();
  const tokenizer = (text: string, metadata: object) =>
    wordsOf(text).map((word) => new lunr.Token(word.text, { ...metadata }));
  Object.assign(builder, { tokenizer });
  builder.pipeline.add(step);
  builder.k1(PAPER_SCHEMA.k1);
  builder.b(b);
  builder.ref('id');
  FIELDS.forEach((name, field) =>
    builder.field(name, { extractor: (document) => fieldValues(document as SearchDocument)[field] ?? '' }),
  );
  for (current of papers) builder.add(current);
  return builder.build();
}
