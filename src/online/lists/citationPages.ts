import type { Asking, Client } from '../clients/client';
import { endsAll, isFailure, type OnlineFailure } from '../failure';
import type { Found, Identifier } from '../found';
import type { ServiceId } from '../services';
import { type AskedPaper, CITATION_SERVICES, firstKnowing, identifiersOf, type Known } from './askedPaper';
import { PAGE, type NextPage, type Page } from './onlineList';

/** The works that a paper cites, in the order in which a service has them. */
export function citedPages(paper: AskedPaper): NextPage {
  let ids: Known<readonly string[]> | undefined;
  let at = 0;
  return async (asking) => {
    ids ??= await citedIds(await identifiersOf(paper, asking), CITATION_SERVICES, asking);
    const { client, answer = [], failures } = ids;
    // Without an answer all is asked anew next time.
    if (!client) ids = undefined;
    if (!client) return { answers: [], failures, hasMore: failures.length > 0 };
    const page = await worksPage(client, answer.slice(at, at + PAGE), asking);
    if (page.failures.length === 0) at += PAGE;
    return { ...page, hasMore: at < answer.length };
  };
}

/** The works that cite a paper, the most cited first where the service can tell. */
export function citingPages(paper: AskedPaper): NextPage {
  let identifiers: readonly Identifier[] | undefined;
  let services: readonly ServiceId[] = CITATION_SERVICES;
  let offset = 0;
  return async (asking) => {
    identifiers ??= await identifiersOf(paper, asking);
    const { client, answer, failures } = await firstKnowing(services, identifiers, async (each, identifier) => {
      const found = await each.citing?.(identifier, PAGE, offset, asking);
      // Who knows of none may only not know the paper well.
      return found?.length === 0 && offset === 0 ? undefined : found;
    });
    if (!client) return { answers: [], failures, hasMore: failures.length > 0 };
    services = [client.id];
    offset += PAGE;
    return { answers: [answer ?? []], failures: [], hasMore: answer?.length === PAGE };
  };
}

/**
 * The works that at least so many of some papers cite, those that most of them cite first. All papers are asked about at the first
 * service that answers, so that a work is counted once.
 */
export function missingPages(papers: readonly AskedPaper[], atLeast: number): NextPage {
  let counted: Counted | undefined;
  let at = 0;
  return async (asking) => {
    counted ??= await countedIds(papers, asking);
    const { client, counts, failures } = counted;
    if (!client) counted = undefined;
    if (!client) return { answers: [], failures, hasMore: failures.length > 0 };
    const ids = [...counts].filter(([, count]) => count >= atLeast).sort(([, a], [, b]) => b - a);
    const of = ids.slice(at, at + PAGE).map(([id]) => id);
    const page = await worksPage(client, of, asking, (id) => counts.get(id));
    if (page.failures.length === 0) at += PAGE;
    return { ...page, failures: [...failures, ...page.failures], hasMore: at < ids.length };
  };
}

interface Counted {
  readonly client?: Client;
  /** How many of the papers the service knows. */
  readonly known: number;
  readonly counts: ReadonlyMap<string, number>;
  readonly failures: Page['failures'];
}

/** What the papers cite, as the service says that knows most of them; the next one is asked where the first knows less than half. */
async function countedIds(papers: readonly AskedPaper[], asking: Asking): Promise<Counted> {
  const asked: Counted[] = [];
  const all: (readonly Identifier[])[] = [];
  for (const paper of papers) all.push(await identifiersOf(paper, asking));
  for (const service of CITATION_SERVICES) {
    const counted = await countedBy(service, all, asking);
    asked.push(counted);
    if (counted.known * 2 >= papers.length) break;
  }
  const [best] = asked.filter(({ known }) => known > 0).sort((a, b) => b.known - a.known);
  return best ?? { known: 0, counts: new Map(), failures: asked.flatMap(({ failures }) => failures) };
}

async function countedBy(
  service: ServiceId,
  papers: readonly (readonly Identifier[])[],
  asking: Asking,
): Promise<Counted> {
  const counts = new Map<string, number>();
  const failures = new Map<string, OnlineFailure>();
  let known = 0;
  let client: Client | undefined;
  for (const identifiers of papers) {
    const answer = await citedIds(identifiers, [service], asking);
    for (const failure of answer.failures) failures.set(failure.code, failure);
    if (answer.client) known++;
    client ??= answer.client;
    for (const id of new Set(answer.answer)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return { client, known, counts, failures: [...failures.values()] };
}

function citedIds(
  identifiers: readonly Identifier[],
  services: readonly ServiceId[],
  asking: Asking,
): Promise<Known<readonly string[]>> {
  return firstKnowing(services, identifiers, async (client, identifier) => {
    const ids = await client.citedIds?.(identifier, asking);
    // Who knows of none may only not have read the paper.
    return ids?.length === 0 ? undefined : ids;
  });
}

async function worksPage(
  client: Client,
  ids: readonly string[],
  asking: Asking,
  countOf: (id: string) => number | undefined = () => undefined,
): Promise<Page> {
  if (ids.length === 0) return { answers: [], failures: [], hasMore: false };
  try {
    const works = (await client.byOwnIds?.(ids, asking)) ?? new Map<string, Found>();
    const found = ids.flatMap((id): Found[] => {
      const work = works.get(id);
      return work ? [{ ...work, citedHere: countOf(id) }] : [];
    });
    return { answers: [found], failures: [], hasMore: false };
  } catch (error) {
    if (endsAll(error) || !isFailure(error)) throw error;
    return { answers: [], failures: [error], hasMore: false };
  }
}
