import { arxivOf } from '../base/identifiers/arxivId';
import { CLIENTS, clientOf } from './clients';
import type { Asking, Client } from './clients/client';
import { endsAll, isFailure, type OnlineFailure } from './failure';
import type { Description, Found, Identifier, IdentifierKind } from './found';
import { describedOne } from './matching/described';
import type { ServiceId } from './services';

/** What came of looking a paper up. */
export interface LookedUp {
  readonly found?: Found;
  /** The services that gave no answer: nothing found does not mean then that there is nothing. */
  readonly failures: readonly OnlineFailure[];
  /** Whether any service answered. */
  readonly isAnswered: boolean;
}

/** By kind of identifier, which services are asked, one after the other until one knows the paper. */
const ORDER: Readonly<Record<IdentifierKind, readonly ServiceId[]>> = {
  doi: ['crossref', 'datacite', 'doi', 'openalex', 'europepmc'],
  arxiv: ['arxiv', 'semanticscholar', 'huggingface'],
  isbn: ['openlibrary', 'crossref'],
  pmid: ['europepmc', 'openalex', 'semanticscholar'],
  pmcid: ['europepmc', 'semanticscholar'],
  openalex: ['openalex'],
  semanticscholar: ['semanticscholar'],
};

/** The services that know papers by title, in the order in which they are asked. */
const BY_TITLE: readonly ServiceId[] = ['crossref', 'arxiv', 'semanticscholar', 'europepmc'];

/** The services that looking such a thing up may ask. */
export function servicesFor(sought: Identifier | 'title'): readonly ServiceId[] {
  return sought === 'title' ? BY_TITLE : ORDER[plainIdentifier(sought).kind];
}

/** The paper with an identifier. Rejects only where the user gave up. */
export async function lookUpIdentifier(identifier: Identifier, asking: Asking): Promise<LookedUp> {
  const asked = plainIdentifier(identifier);
  return firstOf(ORDER[asked.kind], async (client) =>
    client.kinds.includes(asked.kind) ? client.byId?.(asked, asking) : undefined,
  );
}

/** The DOIs that arXiv gives are looked up where they come from. */
function plainIdentifier(identifier: Identifier): Identifier {
  const arxiv = identifier.kind === 'doi' ? arxivOf(identifier.value) : undefined;
  return arxiv === undefined ? identifier : { kind: 'arxiv', value: arxiv };
}

/** The paper that is described; nothing rather than one that only looks like it. Rejects only where the user gave up. */
export async function lookUpDescription(description: Description, asking: Asking): Promise<LookedUp> {
  return firstOf(BY_TITLE, async (client) =>
    describedOne(description, (await client.byDescription?.(description, asking)) ?? []),
  );
}

/** The services that can be searched as things are set. */
export function searchable(asking: Asking): readonly Client[] {
  return CLIENTS.filter((client) => client.search !== undefined && (client.canSearch?.(asking) ?? true));
}

async function firstOf(
  services: readonly ServiceId[],
  ask: (client: Client) => Promise<Found | undefined>,
): Promise<LookedUp> {
  const failures: OnlineFailure[] = [];
  let isAnswered = false;
  for (const client of services.map(clientOf)) {
    if (!client) continue;
    try {
      const found = await ask(client);
      isAnswered = true;
      if (found) return { found, failures, isAnswered };
    } catch (error) {
      if (endsAll(error) || !isFailure(error)) throw error;
      if (error.code !== 'disabled') failures.push(error);
    }
  }
  return { failures, isAnswered };
}
