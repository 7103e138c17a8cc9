import { arxivOf } from '../base/identifiers/arxivId';
import { clientOf } from './clients';
import type { Asking } from './clients/client';
import { freeTextAt } from './clients/unpaywall';
import { endsAll, isFailure, type OnlineFailure } from './failure';
import type { Description, Found, Identifier } from './found';
import { lookUpDescription, servicesFor } from './lookUp';
import type { ServiceId } from './services';
import { text as said } from './shape';

/** Where the text of a paper can be had for nothing. */
export interface FreeText {
  readonly url: string;
  /** A page to go on from, and not the file itself. */
  readonly isPage: boolean;
  /** Who says so; left out where the paper itself tells. */
  readonly service?: ServiceId;
}

/** What a free text is sought by. */
export interface TextSought {
  readonly doi?: string;
  readonly arxiv?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  /** The address that the paper states. */
  readonly url?: string;
  /** For a paper without any of these. */
  readonly description?: Description;
}

/** What came of looking for a free text. */
export interface TextSearch<T> {
  /** What one of them gave. */
  readonly given?: T;
  /** All that were found until then. */
  readonly texts: readonly FreeText[];
  /** The services that gave no answer: there may be a text that only these know. */
  readonly failures: readonly OnlineFailure[];
}

/** The services that know free texts, in the order in which they are asked. */
const SERVICES: readonly ServiceId[] = ['unpaywall', 'openalex', 'europepmc'];

/** The free texts that a paper itself leads to: nobody is asked for them. */
export function ownTexts({ arxiv, url, doi = '' }: TextSought): FreeText[] {
  const id = arxiv ?? arxivOf(doi);
  const own = url !== undefined && /^https?:\/\/[^?#]+\.pdf$/i.test(url) ? [url] : [];
  return [...own, ...(id === undefined ? [] : [`https://arxiv.org/pdf/${encodePath(id)}`])].map((each) => ({
    url: each,
    isPage: false,
  }));
}

/** The services that are asked for a paper's text; none where there is nothing to ask them by. */
function servicesForText(sought: TextSought, { email }: Asking): readonly ServiceId[] {
  const services = SERVICES.filter((service) => service !== 'unpaywall' || email !== '');
  if (identifiersOf(sought).length > 0) return services;
  return sought.description ? [...new Set([...servicesFor('title'), ...services])] : [];
}

/** What is done with free texts. */
export interface TextUse<T> {
  /** What a text gives; undefined to look for another one. */
  readonly use: (text: FreeText) => Promise<T | undefined>;
  /** Asked before services are: whether they may be. */
  readonly mayAsk: (services: readonly ServiceId[]) => Promise<boolean>;
}

/**
 * Looks for free texts, first where the paper itself leads, then at one service after the other, until one of them gives what is wanted. Rejects
 * only where the user gave up.
 */
export async function lookForText<T>(
  sought: TextSought,
  asking: Asking,
  { use, mayAsk }: TextUse<T>,
): Promise<TextSearch<T>> {
  const texts: FreeText[] = [];
  const failures: OnlineFailure[] = [];
  const taken = async (found: readonly FreeText[]): Promise<T | undefined> => {
    for (const text of found) {
      if (texts.some(({ url }) => url === text.url)) continue;
      texts.push(text);
      const given = await use(text);
      if (given !== undefined) return given;
    }
    return undefined;
  };
  const own = await taken(ownTexts(sought));
  if (own !== undefined) return { given: own, texts, failures };
  const services = servicesForText(sought, asking);
  if (services.length === 0 || !(await mayAsk(services))) return { texts, failures };
  let identifiers = identifiersOf(sought);
  if (identifiers.length === 0 && sought.description) {
    const { found, failures: silent } = await lookUpDescription(sought.description, asking);
    failures.push(...silent);
    const given = found && (await taken(textsOf(found, found.service)));
    if (given !== undefined) return { given, texts, failures };
    const { DOI, PMID, PMCID } = found?.item ?? {};
    identifiers = identifiersOf({ doi: said(DOI), pmid: said(PMID), pmcid: said(PMCID) });
  }
  for (const service of SERVICES) {
    try {
      const given = await taken(await textsAt(service, identifiers, asking));
      if (given !== undefined) return { given, texts, failures };
    } catch (error) {
      if (endsAll(error) || !isFailure(error)) throw error;
      if (error.code !== 'disabled') failures.push(error);
    }
  }
  return { texts, failures };
}

async function textsAt(
  service: ServiceId,
  identifiers: readonly Identifier[],
  asking: Asking,
): Promise<readonly FreeText[]> {
  const doi = identifiers.find(({ kind }) => kind === 'doi')?.value;
  if (service === 'unpaywall') return doi === undefined ? [] : textsOf((await freeTextAt(doi, asking)) ?? {}, service);
  const client = clientOf(service);
  const asked = identifiers.find(({ kind }) => client?.kinds.includes(kind));
  const found = asked && (await client?.byId?.(asked, asking));
  return found ? textsOf(found, service) : [];
}

/** Numbers of old have a slash: `hep-th/9901001`. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The file before the page. */
function textsOf({ pdf, freePage }: Pick<Found, 'pdf' | 'freePage'>, service: ServiceId): FreeText[] {
  return [
    ...(pdf === undefined ? [] : [{ url: pdf, isPage: false, service }]),
    ...(freePage === undefined || freePage === pdf ? [] : [{ url: freePage, isPage: true, service }]),
  ];
}

function identifiersOf({ doi, pmid, pmcid }: TextSought): Identifier[] {
  return [
    ...(doi === undefined ? [] : [{ kind: 'doi', value: doi } as const]),
    ...(pmid === undefined ? [] : [{ kind: 'pmid', value: pmid } as const]),
    ...(pmcid === undefined ? [] : [{ kind: 'pmcid', value: pmcid } as const]),
  ];
}
