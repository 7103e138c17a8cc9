import type { CitationGroup } from '../../../../src/citations/preview/collected';
import type { ShownDocument } from '../../../../src/citations/preview/html';
import { citationPlugin } from '../../../../src/citations/preview/plugin';
import { syntaxFor } from '../../../../src/citations/syntaxes';
import type { CslItem } from '../../../../src/library/model/csl';
import { by, shipped } from '../csl/styles';
import { type Renderer, renderer } from './renderer';

/** What the previews of tests cite. */
export const ITEMS: Record<string, CslItem> = {
  a: {
    type: 'book',
    title: 'On "rivers"',
    author: [{ family: 'Smith', given: 'Ann' }],
    issued: { 'date-parts': [[2020]] },
  },
  b: { type: 'book', title: 'Lakes', author: [{ family: 'Berg', given: 'Bo' }], issued: { 'date-parts': [[1999]] } },
};
export const WORDS = { references: 'References', notes: 'Notes', unknown: 'No such paper', back: 'Back' };

export const syntaxOf = (text: string) => syntaxFor('markdown', '', () => text);

/** How a preview is made. */
export interface Previewing {
  /** The title that the document states. */
  readonly title?: string;
  readonly html?: boolean;
  /** What other extensions bring. */
  readonly plugins?: readonly ((md: Renderer) => void)[];
  /** Whether we extend it at all. */
  readonly isExtended?: boolean;
  readonly items?: Readonly<Record<string, CslItem>>;
  readonly locale?: string;
}

/** What the preview shows of a text in a style; in none where nothing is formatted yet. */
export async function previewed(
  text: string,
  style: Parameters<typeof by>[0] | null = 'apa',
  { title, html = true, plugins = [], isExtended = true, items = ITEMS, locale }: Previewing = {},
): Promise<string> {
  const formatter = await shipped();
  const shown = (group: CitationGroup): ShownDocument | undefined => {
    if (style === null) return undefined;
    const formatted = formatter.document({ items, clusters: group.clusters }, by(style, 'html', locale));
    return {
      cluster: (at) => formatted.clusters[at],
      formatted,
      references: new Map(formatted.references.map((reference) => [reference.key, reference.text])),
      keys: group.clusters.map(({ items: cited }) => cited.map(({ key }) => key)),
      words: WORDS,
      hasList: formatted.references.length > 0,
      ...(title !== undefined && !group.isListPlaced && { title }),
    };
  };
  const md = renderer(html);
  for (const plugin of plugins) plugin(md);
  if (isExtended) citationPlugin(md, syntaxOf, { shown });
  return md.render(text);
}
