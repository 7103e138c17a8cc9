/*
 * URIs of files as strings in the one form that VS Code's `Uri.toString()` gives: everything but letters, digits and
 * `-._~/` of a path is percent-encoded, so that equal paths are equal strings.
 */

/** The path of `uri` below `folder`, decoded, with `/`; undefined where it lies elsewhere, or is the folder itself. */
export function relativePath(folder: string, uri: string): string | undefined {
  const prefix = folder.endsWith('/') ? folder : folder + '/';
  if (!uri.startsWith(prefix) || uri.length === prefix.length) return undefined;
  return decode(uri.slice(prefix.length));
}

/** The URI of a path below a folder; `.` and `..` are resolved, never beyond the root. */
export function joinPath(folder: string, path: string): string {
  const [, root, known] = /^([^:/?#]*:(?:\/\/[^/]*)?\/?)(.*)$/.exec(folder) ?? ['', '', folder];
  const segments = known.split('/').filter((segment) => segment !== '');
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(encode(segment));
  }
  return root + segments.join('/');
}

/** The last segment of a URI's path, decoded. */
export function fileNameOf(uri: string): string {
  return decode(uri.slice(uri.lastIndexOf('/') + 1));
}

/** A URI for comparing alone: decoded, its accents composed, as some file systems have them apart. */
export function comparableUri(uri: string): string {
  return decode(uri).normalize('NFC');
}

/** The folder that a file or folder lies in. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** The path alone, percent-encoded: what a file and the cells of the notebook in it have in common. */
export function encodedPath(uri: string): string {
  return uri.replace(/^[^:/?#]*:(\/\/[^/?#]*)?|[?#].*$/g, '');
}

/** Whether `uri` is one of `places`, or lies in one of them; how deep it lies is what it costs. */
export function isAtOrIn(places: ReadonlySet<string>, uri: string): boolean {
  for (let at = uri; at.includes('/'); at = folderOf(at)) if (places.has(at)) return true;
  return false;
}

function encode(segment: string): string {
  return encodeURIComponent(segment).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Decoded where it can be: what is no percent-encoded UTF-8 stays as it is. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
