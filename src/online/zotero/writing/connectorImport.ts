import { list, members, text } from '../../shape';
import type { LocalAnswer, LocalConnection } from '../connection';
import { LocalFailure } from '../failure';
import { zoteroLibraries } from '../library';
import type { ItemRefusal, WrittenItems } from './writeItems';

/** Where Zotero puts what is imported: what is selected in its window. */
export interface ImportTarget {
  readonly id: string;
  /** As Zotero shows it. */
  readonly name: string;
  /** The name of the group that it is in; undefined in the user's own library. */
  readonly group?: string;
}

/** Zotero's own number of the user's own library. */
const OWN = '1';

/** A paper as it is imported. */
export interface ImportedPaper {
  /** The text of CSL-JSON, or of another format that Zotero reads. */
  readonly text: string;
  readonly tags: readonly string[];
}

const ANSWERS = [400, 409, 500];

/** What is selected in Zotero's window. Rejects with a `LocalFailure`: `read-only` where nothing can be put there. */
export async function importTarget(zotero: LocalConnection, signal: AbortSignal): Promise<ImportTarget> {
  const path = '/connector/getSelectedCollection';
  const { libraryEditable, libraryID, libraryName, id, name } = members(
    (await zotero.ask({ method: 'POST', path, json: {} }, signal)).json(),
  );
  if (libraryEditable === false) throw new LocalFailure('read-only');
  const collection = text(id);
  const library = text(libraryID) ?? OWN;
  const named = text(libraryName) ?? '';
  return {
    id: collection === undefined ? `L${library}` : /^[A-Z]/.test(collection) ? collection : `C${collection}`,
    name: text(name) ?? named,
    ...(library !== OWN && { group: named }),
  };
}

/** The library of a target, as the API has it; undefined where no group has that name, or several do. */
export async function libraryOf(
  zotero: LocalConnection,
  { group }: ImportTarget,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (group === undefined) return 'user';
  const found = (await zoteroLibraries(zotero, signal)).filter(({ name }) => name === group);
  return found.length === 1 ? found[0].id : undefined;
}

/**
 * Has Zotero before version 10 import papers, as the connectors of browsers do; each with tags of its own. Zotero asks nobody for that.
 * Never rejects for what Zotero answers.
 */
export async function importPapers(
  zotero: LocalConnection,
  { papers, target, session }: { papers: readonly ImportedPaper[]; target: ImportTarget; session: () => string },
  signal: AbortSignal,
): Promise<WrittenItems> {
  const done = new Map<number, string>();
  const refused = new Map<number, ItemRefusal>();
  try {
    for (const [i, paper] of papers.entries()) {
      const imported = await importOne(zotero, paper, session, signal);
      if ('code' in imported) {
        refused.set(i, imported);
        continue;
      }
      done.set(i, imported.key);
      if (paper.tags.length === 0) continue;
      const json = { sessionID: imported.session, target: target.id, tags: paper.tags.join(','), note: '' };
      await zotero.ask({ method: 'POST', path: '/connector/updateSession', json }, signal);
    }
    return { done, refused };
  } catch (error) {
    if (!(error instanceof LocalFailure)) throw error;
    return { done, refused, stopped: error };
  }
}

async function importOne(
  zotero: LocalConnection,
  paper: ImportedPaper,
  session: () => string,
  signal: AbortSignal,
): Promise<{ key: string; session: string } | ItemRefusal> {
  for (let tries = 0; ; tries++) {
    const own = session();
    const answer = await zotero.ask(
      {
        method: 'POST',
        path: '/connector/import',
        query: { session: own },
        headers: { 'Content-Type': 'text/plain; charset=utf-8' },
        body: paper.text,
        accepts: ANSWERS,
      },
      signal,
    );
    const { status } = answer;
    if (status === 409 && tries === 0) continue;
    if (status === 500 && isReadOnly(answer)) throw new LocalFailure('read-only', { status });
    if (ANSWERS.includes(status)) return { code: status, message: answer.text.slice(0, 200) };
    return { key: text(members(list(answer.json())[0]).key) ?? '', session: own };
  }
}

function isReadOnly({ text: said }: LocalAnswer): boolean {
  return /"libraryEditable"\s*:\s*false/.test(said);
}
