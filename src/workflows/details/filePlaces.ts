import type { PaperFile } from '../../library/model/paperFile';
import { folderOf, joinPath } from '../../workspace/uri';

/** Where a file that a list attaches may lie. */
export type FilePlaces =
  /** In one of these places, URIs, the likeliest first. */
  | { readonly kind: 'file'; readonly uris: readonly string[] }
  /** On a machine of the network: only to ask for it would tell that machine who the user is. */
  | { readonly kind: 'network' }
  /** At an address of the web, or with Zotero, which has links of its own. */
  | { readonly kind: 'web'; readonly url: string };

/** The links by which Zotero opens a file of its own. */
const IN_ZOTERO = /^zotero:\/\/open-pdf\/(?:library|groups\/\d+)\/items\/\w+$/;

/** What is known of where files are. */
export interface FileSurroundings {
  /** The URI of the list. */
  readonly source: string;
  /** The URI of the workspace folder that the list belongs to. */
  readonly folder?: string;
  /** The user's home folder as a path. */
  readonly home?: string;
  /** The URI of an absolute path. */
  readonly absolute: (path: string) => string;
}

/**
 * The places that a path as a list states it can mean: an absolute one its own, a relative one beside the list or in the
 * workspace folder. Nothing is looked at here.
 */
export function filePlaces(stated: string, { source, folder, home, absolute }: FileSurroundings): FilePlaces {
  if (/^https?:\/\//i.test(stated) || IN_ZOTERO.test(stated)) return { kind: 'web', url: stated };
  const isDrive = /^[a-z]:[\\/]/i.test(stated);
  const path = isDrive || !stated.startsWith('/') ? stated.replaceAll('\\', '/') : stated;
  if (path.startsWith('//')) return { kind: 'network' };
  if (isDrive || path.startsWith('/')) return { kind: 'file', uris: [absolute(path)] };
  if (path.startsWith('~/') && home !== undefined) return { kind: 'file', uris: [absolute(home + path.slice(1))] };
  const folders = [folderOf(source), ...(folder === undefined ? [] : [folder])];
  return { kind: 'file', uris: [...new Set(folders.map((each) => joinPath(each, path)))] };
}

/** What a file is called, for a label. */
export function fileName({ title, path }: PaperFile): string {
  return title && title !== 'PDF' ? title : nameOfPath(path);
}

/** The last part of a path, for a label. */
function nameOfPath(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== '') ?? path;
}
