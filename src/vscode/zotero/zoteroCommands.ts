import type { Services } from '../shell/services';
import { addLibrary as followLibrary } from './addLibrary';

/* The commands of the feature, each as a function of the services and its arguments. */

/** Follows a library of Zotero or JabRef: `{server, library, collection?, search?}`, or chosen from what there is. */
export async function addLibrary(_services: Services, followed: unknown): Promise<void> {
  await followLibrary(followed);
}
