import { serverOf } from '../items';
import type { LocalConnection } from '../connection';
import { LocalFailure } from '../failure';

/** How a Zotero takes changes: since version 10 its API, into the database of this id; before, only imports. */
export type WritingWay = { readonly serverId: string } | 'import';

/** Which way the Zotero that runs has. Rejects with a `LocalFailure` where none runs. */
export async function writingWay(zotero: LocalConnection, signal: AbortSignal): Promise<WritingWay> {
  try {
    const answer = await zotero.ask({ path: '/api/', accepts: [404] }, signal);
    const serverId = serverOf(answer);
    return serverId === undefined ? 'import' : { serverId };
  } catch (error) {
    // Imports need no permission of the API before version 10.
    const code = error instanceof LocalFailure ? error.code : undefined;
    const isOld = code === 'too-old' || code === 'not-found';
    if (isOld || (code === 'api-off' && Number.parseInt(await zotero.version(signal)) < 10)) return 'import';
    throw error;
  }
}
