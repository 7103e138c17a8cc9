import { folderOf, relativePath } from '../../workspace/uri';

/** Ways to name a file that lies outside of a workspace folder, as entries of the settings. */
export interface OutsidePatterns {
  /** From the home folder where it lies there (`~/zotero/all.bib`), else absolute: good on this machine. */
  readonly own: string;
  /** From the workspace folder (`../all.bib`): good for all who have both; undefined where no path leads there. */
  readonly relative?: string;
}

/**
 * How the settings can name a file outside of a workspace folder.
 * @param uri of the file
 * @param folder URI of the workspace folder
 * @param path of the file on its machine
 * @param home path of the home folder
 */
export function outsidePatterns(uri: string, folder: string, path: string, home: string | undefined): OutsidePatterns {
  const absolute = slashes(path);
  const fromHome = home === undefined ? undefined : relativePath(slashes(home), absolute);
  const own = escaped(fromHome === undefined ? absolute : `~/${fromHome}`);
  const relative = upwards(folder, uri);
  return relative === undefined ? { own } : { own, relative: escaped(relative) };
}

/** The path from a folder over the nearest folder that holds both; undefined where only the root does. */
function upwards(folder: string, uri: string): string | undefined {
  let ups = '';
  for (let base = folder; ;) {
    base = folderOf(base);
    ups += '../';
    if (/^[^:/?#]*:(?:\/\/[^/]*)?(?:\/[a-z]%3A)?$/i.test(base) || !base.includes('/')) return undefined;
    const path = relativePath(base, uri);
    if (path !== undefined) return ups + path;
  }
}

function slashes(path: string): string {
  return path.replace(/\\/g, '/');
}

/** As an entry of the setting: signs of globs in names are escaped. */
function escaped(path: string): string {
  return path.replace(/\[/g, '[[]');
}
