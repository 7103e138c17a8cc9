import { mapCooperatively } from '../../base/cooperate';
import type { Entry } from '../../library/model/entry';

/** Entries as BibTeX; one that was read from BibTeX comes as it stands in its file. */
export async function asBibtex(entries: readonly Entry[]): Promise<string> {
  // What writes entries is loaded with the first use, not on activation.
  const [{ toBibtex }, { writtenEntry }] = await Promise.all([
    import('../../library/writing/toBibtex'),
    import('../../library/writing/writtenEntry'),
  ]);
  const written = await mapCooperatively(entries, (entry) => toBibtex(writtenEntry(entry, 'bibtex')).trimEnd());
  return `${written.join('\n\n')}\n`;
}
