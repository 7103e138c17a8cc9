/** The services that are asked, by the ids that settings and commands use. */
export const SERVICE_IDS = [
  'crossref',
  'datacite',
  'doi',
  'arxiv',
  'openalex',
  'semanticscholar',
  'huggingface',
  'europepmc',
  'openlibrary',
  'unpaywall',
  'retractions',
  'arxivFeed',
  'biorxiv',
  'medrxiv',
  'rss',
  'pdf',
] as const;

export type ServiceId = (typeof SERVICE_IDS)[number];

/** What there is to know about a service before it is asked. */
export interface Service {
  /** As people call it. */
  readonly name: string;
  /** Where the paths of its documentation begin; the user may name a mirror or a gateway instead. */
  readonly endpoint: string;
  /** The least time between two requests, in milliseconds, as the service asks for; its rate headers can only add to it. */
  readonly gap: number;
}

/** Every service. A new one is a line here, and a client in `clients/`. */
export const SERVICES: Readonly<Record<ServiceId, Service>> = {
  crossref: { name: 'Crossref', endpoint: 'https://api.crossref.org', gap: 100 },
  datacite: { name: 'DataCite', endpoint: 'https://api.datacite.org', gap: 200 },
  doi: { name: 'doi.org', endpoint: 'https://doi.org', gap: 200 },
  // "No more than one request every three seconds" (arXiv, Terms of Use for arXiv APIs).
  arxiv: { name: 'arXiv', endpoint: 'https://export.arxiv.org', gap: 3000 },
  openalex: { name: 'OpenAlex', endpoint: 'https://api.openalex.org', gap: 100 },
  semanticscholar: { name: 'Semantic Scholar', endpoint: 'https://api.semanticscholar.org', gap: 1000 },
  huggingface: { name: 'Hugging Face', endpoint: 'https://huggingface.co', gap: 200 },
  europepmc: { name: 'Europe PMC', endpoint: 'https://www.ebi.ac.uk', gap: 200 },
  openlibrary: { name: 'Open Library', endpoint: 'https://openlibrary.org', gap: 1000 },
  unpaywall: { name: 'Unpaywall', endpoint: 'https://api.unpaywall.org', gap: 200 },
  retractions: { name: 'Zotero (Retraction Watch)', endpoint: 'https://api.zotero.org', gap: 1000 },
  arxivFeed: { name: 'arXiv (feeds)', endpoint: 'https://rss.arxiv.org', gap: 3000 },
  biorxiv: { name: 'bioRxiv', endpoint: 'https://api.biorxiv.org', gap: 1000 },
  medrxiv: { name: 'medRxiv', endpoint: 'https://api.biorxiv.org', gap: 1000 },
  // Feeds lie where the user says.
  rss: { name: 'RSS', endpoint: '', gap: 1000 },
  // So do files.
  pdf: { name: 'PDF', endpoint: '', gap: 1000 },
};

export function isServiceId(id: unknown): id is ServiceId {
  return SERVICE_IDS.some((known) => known === id);
}
