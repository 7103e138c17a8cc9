import { folderOf, joinPath, relativePath } from '../../workspace/uri';

/** So many folders above a file are looked into. */
const DEEPEST = 30;

/**
 * A folder and those above it, up to the workspace folder that it lies in: tools take paths from the folder of a document, of
 * its main file, of its project, or from where they are run.
 */
export function foldersUp(folder: string, workspaceFolders: readonly string[]): string[] {
  const root = workspaceFolders.find((each) => folder === each || relativePath(each, folder) !== undefined);
  const folders = [folder];
  while (root !== undefined && folders.at(-1) !== root && folders.length < DEEPEST)
    folders.push(folderOf(folders.at(-1)!));
  return folders;
}

/** The URIs that a path can mean below a folder; none for a link or a path of another place. */
export function placesOf(path: string, folder: string): string[] {
  const plain = path.trim().replaceAll('\\', '/');
  return plain === '' || folder === '' || isElsewhere(plain) ? [] : [joinPath(folder, plain)];
}

/** Whether a path, with forward slashes, starts at a home folder, a drive, a network or is a link. */
function isElsewhere(path: string): boolean {
  return /^(?:~|\/\/|[a-z][\w+.-]*:)/i.test(path);
}

/** The folder that all of these files lie in, however deep. */
export function folderAround(uris: readonly string[]): string {
  const [first, ...others] = uris.map(folderOf);
  return others.reduce((around, folder) => {
    let at = around;
    while (at !== folder && relativePath(at, folder) === undefined && at.includes('/')) at = folderOf(at);
    return at;
  }, first);
}
