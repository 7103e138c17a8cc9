import { performance } from 'node:perf_hooks';
import type { CitationGroup } from '../../../src/citations/preview/collected';
import type { ShownDocument } from '../../../src/citations/preview/html';
import { citationPlugin } from '../../../src/citations/preview/plugin';
import { syntaxFor } from '../../../src/citations/syntaxes';
import { renderer } from '../../real/citations/preview/renderer';

const RUNS = 15;
const CITATIONS = 300;
const WORDS =
  'Water takes the shape of what holds it, and *rivers* keep the memory of their banks `in code` long after the flood has gone ';

/** 100 kB of Markdown with 300 citations. */
function draft(): string {
  const paragraphs = Array.from({ length: CITATIONS }, (_, at) => {
    const cited = at % 4 === 0 ? `@key${at} [p. ${at}]` : `[see @key${at}, p. ${at}; @other${at % 40}]`;
    return `${at % 20 === 0 ? `## Part ${at}\n\n` : ''}${WORDS.repeat(2)}${cited}, ${WORDS.slice(0, 60)}.`;
  });
  return paragraphs.join('\n\n');
}

/** Citations that are formatted already, as the preview keeps them. */
function warm(group: CitationGroup): ShownDocument {
  const clusters = group.clusters.map(({ items }) => ({
    text: '(Smith, 2020)',
    parts: [{ text: '(' }, { text: 'Smith, 2020', key: items[0].key }, { text: ')' }],
    unknown: [],
  }));
  const references = [...new Set(group.clusters.flatMap(({ items }) => items.map(({ key }) => key)))].map((key) => ({
    key,
    text: 'Smith, A. (2020). On the course of rivers. <i>Journal of Rivers</i>, <i>12</i>(3), 101–119.',
  }));
  return {
    cluster: (at) => clusters[at],
    formatted: { clusters, references, isNoteStyle: false },
    references: new Map(references.map(({ key, text }) => [key, text])),
    keys: group.clusters.map(({ items }) => items.map(({ key }) => key)),
    words: { references: '', notes: '', unknown: '', back: '' },
    hasList: true,
  };
}

/** The median of some runs; before each the text is changed in one paragraph, as by somebody who writes. */
function median(render: (text: string) => void): number {
  const text = draft();
  const times = Array.from({ length: RUNS }, (_, run) => {
    const edited = text.replace('Water', `Water ${run}`);
    const start = performance.now();
    render(edited);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1];
}

/** What the preview of a long draft takes with our rule and renderer, and without them. */
export function benchPreview(): void {
  const plain = renderer();
  const ours = renderer();
  const shown = new Map<CitationGroup, ShownDocument>();
  citationPlugin(ours, (text) => syntaxFor('markdown', '', () => text), {
    shown: (group) => {
      if (!shown.has(group)) shown.set(group, warm(group));
      return shown.get(group);
    },
  });
  const once = (md: typeof plain) => {
    const start = performance.now();
    md.render(draft());
    return performance.now() - start;
  };
  const firstWithout = once(plain);
  const first = once(ours);
  const without = median((text) => plain.render(text));
  const withOurs = median((text) => ours.render(text));
  const kB = (draft().length / 1000).toFixed(0);
  console.log(`\nPreview of ${kB} kB with ${CITATIONS} citations, milliseconds, citations formatted before`);
  console.log(
    `markdown-it alone ${without.toFixed(1)}, with ours ${withOurs.toFixed(1)}, so ours ${(withOurs - without).toFixed(1)}`,
  );
  console.log(
    `the first time, when nothing is compiled yet: ${firstWithout.toFixed(1)}, with ours ${first.toFixed(1)}`,
  );
}
