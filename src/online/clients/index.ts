import type { ServiceId } from '../services';
import { arxiv } from './arxiv';
import type { Client } from './client';
import { crossref } from './crossref';
import { datacite } from './datacite';
import { doi } from './doi';
import { europePmc } from './europePmc';
import { huggingFace } from './huggingFace';
import { openAlex } from './openAlex';
import { openLibrary } from './openLibrary';
import { semanticScholar } from './semanticScholar';

/** The services that know papers. A new one is added here, and in `services.ts`. */
export const CLIENTS: readonly Client[] = [
  crossref,
  datacite,
  doi,
  arxiv,
  openAlex,
  semanticScholar,
  huggingFace,
  europePmc,
  openLibrary,
];

export function clientOf(id: ServiceId): Client | undefined {
  return CLIENTS.find((client) => client.id === id);
}
