import lunr from 'lunr';
import { pipelineAnalyzer } from '../text/analysis';
import { lunrCharClasses } from '../text/charClasses';
import type { FieldDefinition, Schema } from './schema';

/** The schema of an index as `lunr(function () { … })` sets it up, with these fields. */
export function lunrSchema(fields: readonly Pick<FieldDefinition, 'name' | 'boost'>[], k1 = 1.2, b = 0.75): Schema {
  const pipeline = new lunr.Pipeline();
  pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  return {
    fields: fields.map((field) => ({ ...field, analyzer: 0 })),
    analyzers: [pipelineAnalyzer(pipeline)],
    classes: lunrCharClasses(),
    fold: (word) => word,
    sequenceFields: [],
    k1,
    b,
  };
}

/** The pipeline that `lunr(function () { … })` puts the words of a query through. */
export function lunrSearchPipeline(): lunr.Pipeline {
  const pipeline = new lunr.Pipeline();
  pipeline.add(lunr.stemmer);
  return pipeline;
}
