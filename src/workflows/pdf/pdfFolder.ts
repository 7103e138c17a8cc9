import { folderOf, joinPath, relativePath } from '../../workspace/uri';

/** The folder for PDFs as it is stated. */
export interface StatedFolder {
  /** Relative, absolute, or from the home folder: `pdfs`, `/home/me/papers`, `C:\\papers`, `~/papers`. */
  readonly path: string;
  /** Whether the user's own settings say so, and not those of a workspace. */
  readonly isOwn: boolean;
}

/** What is known of where a list lies. */
export interface ListPlace {
  /** The URI of the list. */
  readonly list: string;
  /** The URI of the workspace folder that the list belongs to; none for a list outside of the workspace. */
  readonly folder?: string;
  /** The user's home folder as a path. */
  readonly home?: string;
  /** The URI of an absolute path; undefined where there are no such paths, as in a browser. */
  readonly absolute: (path: string) => string | undefined;
}

/** Where PDFs go: in a folder below another one that they must not leave, or in one of the user's anywhere. */
export type PdfFolder =
  | { readonly kind: 'inside'; readonly root: string; readonly uri: string }
  | { readonly kind: 'anywhere'; readonly uri: string }
  /** It leads out of what a workspace may have written. */
  | { readonly kind: 'outside' }
  /** There are no such paths here. */
  | { readonly kind: 'unreachable' };

/**
 * The folder for the PDFs of a list's papers. A relative one lies in the workspace folder, or beside a list that is in none, and never
 * leads out of it. Only the user's own settings can name one anywhere.
 */
export function pdfFolder({ path, isOwn }: StatedFolder, { list, folder, home, absolute }: ListPlace): PdfFolder {
  const root = folder ?? folderOf(list);
  const plain = path.trim().replaceAll('\\', '/');
  const isHome = /^~(?:\/|$)/.test(plain);
  if (isHome || plain.startsWith('/') || /^[a-z]:\//i.test(plain)) {
    if (!isOwn) return { kind: 'outside' };
    const whole = isHome ? home && home + plain.slice(1) : plain;
    const uri = whole === undefined ? undefined : absolute(whole);
    return uri === undefined ? { kind: 'unreachable' } : { kind: 'anywhere', uri };
  }
  const uri = joinPath(root, plain);
  const isInside =
    !plain.split('/').includes('..') && (uri === joinPath(root, '') || relativePath(root, uri) !== undefined);
  return isInside ? { kind: 'inside', root, uri } : { kind: 'outside' };
}

/**
 * How a list states where a file lies: from the list's own folder where both lie in one folder of the workspace or the file lies below,
 * else as a whole path.
 * @param whole the path of the file on this machine
 */
export function listedPath(list: string, file: string, folder: string | undefined, whole: string): string {
  const from = folderOf(list);
  const below = relativePath(from, file);
  if (below !== undefined) return below;
  const inside = folder === undefined ? undefined : relativePath(folder, file);
  const up = folder === undefined || from === folder ? '' : relativePath(folder, from);
  if (inside === undefined || up === undefined) return whole.replaceAll('\\', '/');
  return `${up
    .split('/')
    .map(() => '../')
    .join('')}${inside}`;
}
