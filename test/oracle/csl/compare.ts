import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cslData } from '../../../build/cslData.mjs';
import { clusterOf } from '../../../src/citations/csl/clusterOf';
import { Formatter } from '../../../src/citations/csl/formatter';
import { SYNTAXES } from '../../../src/citations/syntaxes';
import { CITATIONS, ITEMS } from '../../fixtures/csl/items.mjs';
import { NOTE_STYLE } from '../../real/citations/csl/styles';
import { NUMBERED_AS_SORTED, type Recorded, RECORDED } from './recorded';
import { renumbered } from './renumbered';

/** A text of ours beside that of Pandoc. */
export interface Compared {
  /** The citation as it is written, or the key of a reference. */
  readonly what: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A document in a style, ours beside what was recorded. */
export interface Comparison {
  /** All citations and references. */
  readonly texts: readonly Compared[];
  /** The keys of the references in their order. */
  readonly order: { readonly ours: readonly string[]; readonly theirs: readonly string[] };
}

/** Formats the document in a style. */
export async function compare(style: string): Promise<Comparison> {
  const asMade = JSON.parse(readFileSync(join(RECORDED, `${style}.json`), 'utf8')) as Recorded;
  const document = CITATIONS.join('\n\n');
  const clusters = SYNTAXES.pandoc.find(document).map((found) => clusterOf(document, found, SYNTAXES.pandoc));
  const items = Object.fromEntries(ITEMS.map((item) => [String(item.id), item]));
  const formatter = new Formatter(await cslData());
  const made = formatter.document(
    { items, clusters },
    {
      style: style === NOTE_STYLE.name ? NOTE_STYLE : { name: style },
      locale: 'en-US',
      format: 'text',
    },
  );
  const list = made.references.map(({ key }) => key);
  const recorded = NUMBERED_AS_SORTED.has(style) ? renumbered(asMade, list) : asMade;
  const theirs = new Map(recorded.references);
  const texts = [
    ...made.clusters.map(({ text, note }, at) => ({
      what: CITATIONS[at],
      ours: note ? `${text}[^${note.text}]` : text,
      theirs: recorded.citations[at],
    })),
    ...made.references.map(({ key, text }) => ({ what: key, ours: text, theirs: theirs.get(key) ?? '' })),
  ];
  return { texts, order: { ours: list, theirs: asMade.references.map(([key]) => key) } };
}

/** Without white space, which is not compared. */
export const isEqual = ({ ours, theirs }: Compared): boolean => bare(ours) === bare(theirs);

function bare(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, '');
}
