import type { Services } from '../shell/services';
import { addLibrary as followLibrary } from './addLibrary';
import { CiteFromZotero } from './citeFromZotero';
import { openInZotero } from './openInZotero';
import type { PushOutcome } from '../../workflows/pushing/push';
import { PaperPush } from './pushPapers';
import { EntryRefresh } from './refreshEntries';
import { AnnotationUpdate } from './updateAnnotations';

/* The commands of the feature, each as a function of the services and its arguments. */

/** Follows a library of Zotero or JabRef: `{server, library, collection?, search?}`, or chosen from what there is. */
export async function addLibrary(_services: Services, followed: unknown): Promise<void> {
  await followLibrary(followed);
}

/**
 * Shows papers in Zotero; with `{pdf: true}`, `{page}` or `{annotation}` as second argument their PDF there. Gives the links that were
 * opened.
 */
export async function open({ choice, live }: Services, ...args: unknown[]): Promise<readonly string[]> {
  return openInZotero(choice, live, args);
}

/** Has the user pick papers in Zotero's own window and cites them at the cursors. */
export async function cite({ drafts, bibliographies }: Services): Promise<void> {
  await new CiteFromZotero(drafts, bibliographies).run();
}

/**
 * Brings entries of .bib files up to date with their items: those of papers, of a file given by its URI, or of the editor's file. With
 * `{confirm: false}` as second argument without showing the changes first. Gives the citekeys of those that changed.
 */
export async function refreshEntries(services: Services, ...args: unknown[]): Promise<readonly string[]> {
  return new EntryRefresh(services).run(args);
}

/**
 * Puts papers into Zotero that it lacks, and their reading status and tags into its items. With `{to, confirm: false}` as second argument
 * into that library, `{server: 'zotero', library, collection?}`, and without asking first. Gives the citekeys by what became of them.
 */
export async function push(services: Services, ...args: unknown[]): Promise<PushOutcome | undefined> {
  return new PaperPush(services).run(args);
}

/**
 * Brings the annotations of papers in their notes up to date; with `{confirm: false}` as second argument those of several notes without
 * showing the changes first. Gives the citekeys of the papers whose notes changed.
 */
export async function updateAnnotations(services: Services, ...args: unknown[]): Promise<readonly string[]> {
  return new AnnotationUpdate(services).run(args);
}
