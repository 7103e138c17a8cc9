import type { Entry } from '../../library/model/entry';
import type { Asking } from '../../online/clients/client';
import { isFailure } from '../../online/failure';
import { type FreeText, lookForText, type TextSearch, type TextSought } from '../../online/freeText';
import { soughtOf } from '../../workflows/metadata/claims';
import { type Progress, withNotification } from '../host/progress';
import { signalOf, type OnlineService } from '../online/onlineService';

/** By what a paper's text is sought: its identifiers, else title, authors and year. */
export function textSoughtOf(entry: Entry): TextSought {
  const { doi, arxiv, pmid, pmcid, url } = entry;
  return { doi, arxiv, pmid, pmcid, url, description: soughtOf(entry).description };
}

/** How a free text is used that was found. */
export type UseText<T> = (text: FreeText, asking: Asking, progress: Progress) => Promise<T | undefined>;

/**
 * Looks for a free text of a paper, and shows that it goes on; services are asked once the user knows of them. Undefined where the user does
 * not want that, or gave up.
 */
export async function lookForFreeText<T>(
  entry: Entry,
  online: OnlineService,
  title: string,
  use: UseText<T>,
): Promise<TextSearch<T> | undefined> {
  let isDeclined = false;
  return withNotification(title, async (progress, token) => {
    try {
      const asking = await online.asking(signalOf(token));
      const search = await lookForText(textSoughtOf(entry), asking, {
        use: (text) => use(text, asking, progress),
        mayAsk: async (services) => {
          const agrees = await online.agreeTo(services);
          isDeclined = !agrees;
          return agrees;
        },
      });
      return isDeclined ? undefined : search;
    } catch (error) {
      if (isFailure(error)) return undefined;
      throw error;
    }
  });
}
