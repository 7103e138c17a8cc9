import { familyName } from '../../library/model/display';
import type { PaperFields } from '../../library/model/fields';
import type { Asking, Client } from '../clients/client';
import { clientOf } from '../clients';
import { endsAll, isFailure, type OnlineFailure } from '../failure';
import type { Identifier } from '../found';
import { lookUpDescription } from '../lookUp';
import type { ServiceId } from '../services';

/** What of a paper tells services which one is meant. */
export type AskedPaper = Pick<PaperFields, 'doi' | 'arxiv' | 'pmid' | 'pmcid' | 'title' | 'authors' | 'year'>;

/** The services that know who cites whom, in the order in which they are asked. */
export const CITATION_SERVICES: readonly ServiceId[] = ['openalex', 'semanticscholar'];

/** An answer about a paper, from the first service that has one. */
export interface Known<T> {
  readonly client?: Client;
  readonly answer?: T;
  readonly failures: readonly OnlineFailure[];
}

/** The identifiers of a paper; where it has none, those that services know of the paper with its title and authors. */
export async function identifiersOf(paper: AskedPaper, asking: Asking): Promise<readonly Identifier[]> {
  const stated = statedIdentifiers(paper);
  if (stated.length > 0 || paper.title === '') return stated;
  const { title, year } = paper;
  const authors = paper.authors.map(familyName);
  const { found } = await lookUpDescription({ title, authors, year }, asking);
  const { DOI, PMID } = found?.item ?? {};
  return statedIdentifiers({ doi: text(DOI), pmid: text(PMID), arxiv: undefined, pmcid: undefined });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function statedIdentifiers(paper: Pick<AskedPaper, 'doi' | 'arxiv' | 'pmid' | 'pmcid'>): Identifier[] {
  const kinds = ['doi', 'arxiv', 'pmid', 'pmcid'] as const;
  return kinds.flatMap((kind) => {
    const value = paper[kind];
    return value === undefined || value === '' ? [] : [{ kind, value }];
  });
}

/**
 * What the first of these services says that has something to say of a paper with one of these identifiers. Rejects only where the user
 * gave up.
 */
export async function firstKnowing<T>(
  services: readonly ServiceId[],
  identifiers: readonly Identifier[],
  ask: (client: Client, identifier: Identifier) => Promise<T | undefined> | undefined,
): Promise<Known<T>> {
  const failures: OnlineFailure[] = [];
  for (const client of services.map(clientOf)) {
    for (const identifier of identifiers) {
      if (!client) continue;
      try {
        const answer = await ask(client, identifier);
        if (answer !== undefined) return { client, answer, failures };
      } catch (error) {
        if (endsAll(error) || !isFailure(error)) throw error;
        if (error.code !== 'disabled') failures.push(error);
        break;
      }
    }
  }
  return { failures };
}
