import { folderOf, isAtOrIn } from './uri';

/** What knows where links lead. */
export interface LinkedFolders {
  /** URIs of the workspace folders. */
  folders(): readonly string[];
  /** The folder that a folder is in truth, where it is a link, or lies in one; else the folder itself. Never rejects. */
  real(folder: string): Promise<string>;
}

/**
 * The folders of a workspace that are links to other folders of it, so that each file counts once: under the name that it has in truth,
 * where that lies in the workspace, else under the shorter one. Learned from the files that are found.
 */
export class FolderLinks {
  readonly #folders: LinkedFolders;
  /** By the URI of a folder, that of the folder in whose place it is. */
  readonly #links = new Map<string, string>();

  constructor(folders: LinkedFolders) {
    this.#folders = folders;
  }

  /** Of files that were found each once, where the one is among them that counts. */
  async once(uris: readonly string[]): Promise<readonly string[]> {
    const twins = foldersWithTwins(uris);
    // What was a link may be a folder of its own now.
    for (const [link, folder] of this.#links) twins.add(link).add(folder);
    if (twins.size > 0) await this.#learn(twins);
    if (this.#links.size === 0) return uris;
    const found = new Set(uris);
    return uris.filter((uri) => {
      const followed = this.followed(uri);
      return followed === uri || !found.has(followed);
    });
  }

  /** The URI under which a file is followed, whichever way leads to it. */
  followed(uri: string): string {
    const folder = this.#links.size > 0 ? this.#links.get(folderOf(uri)) : undefined;
    return folder === undefined ? uri : folder + uri.slice(uri.lastIndexOf('/'));
  }

  /** The URIs that lead to a file, as far as is known: the one under which it is followed, and those by links. */
  waysTo(uri: string): string[] {
    const followed = this.followed(uri);
    const folder = folderOf(followed);
    const links = [...this.#links].filter(([, to]) => to === folder).map(([link]) => link);
    return [followed, ...links.map((link) => link + followed.slice(folder.length))];
  }

  /** Whether a folder is a link, or lies in one. */
  async isLink(folder: string): Promise<boolean> {
    return !(await this.#isTrue(folder, await this.#folders.real(folder)));
  }

  async #learn(folders: ReadonlySet<string>): Promise<void> {
    const byReal = new Map<string, string[]>();
    const all = await Promise.all([...folders].map(async (uri) => [uri, await this.#folders.real(uri)] as const));
    for (const [uri, real] of all) byReal.set(real, [...(byReal.get(real) ?? []), uri]);
    for (const [real, ways] of byReal) {
      const kept = ways.length === 1 ? ways[0] : await this.#best(real, ways);
      for (const way of ways) {
        if (way === kept) this.#links.delete(way);
        else this.#links.set(way, kept);
      }
    }
  }

  async #best(real: string, ways: readonly string[]): Promise<string> {
    for (const way of ways) if (await this.#isTrue(way, real)) return way;
    return [...ways].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
  }

  /** Whether a folder has its name in truth; the workspace folder around it may be a link. */
  async #isTrue(folder: string, real: string): Promise<boolean> {
    if (folder === real) return true;
    const around = this.#folders.folders().filter((each) => isAtOrIn(new Set([each]), folder));
    for (const each of around) {
      if ((await this.#folders.real(each)) + folder.slice(each.length) === real) return true;
    }
    return false;
  }
}

/** The folders in which there is a file of the same name as in another: only those can be one. */
function foldersWithTwins(uris: readonly string[]): Set<string> {
  const first = new Map<string, string>();
  const twins = new Set<string>();
  for (const uri of uris) {
    const folder = folderOf(uri);
    const name = uri.slice(folder.length);
    const other = first.get(name);
    if (other === undefined) first.set(name, folder);
    else if (other !== folder) twins.add(other).add(folder);
  }
  return twins;
}
