import type { Cluster } from '../../citations/csl/contract';
import type { DocumentText } from '../../workflows/bibliographies/documentBibliographies';
import type { Services } from '../shell/services';

/** What knows of bibliographies and their papers. */
export type ListedParts = Pick<Services, 'library' | 'bibliographies'>;

/**
 * What a document lists beside what it cites, for it lists all (`nocite: "@*"`): the papers of its bibliography, or of the whole
 * library where it names none. None where it lists what it cites.
 */
export async function listedPapers(
  document: DocumentText,
  { library, bibliographies }: ListedParts,
): Promise<Cluster[]> {
  const bibliography = await bibliographies.of(document);
  const { text, syntax } = document;
  if (!(bibliography?.listsAll ?? syntax.bibliography.listsAll?.(text))) return [];
  const isMeant = (key: string) => {
    const lists = library.shown.sourcesOf(key);
    return bibliography === undefined || bibliography.sources.some((uri) => lists.has(uri));
  };
  const keys = library.shown.entries().map(({ citekey }) => citekey);
  return [{ form: 'nocite', items: keys.filter(isMeant).map((key) => ({ key })) }];
}
