import { paperHash } from './citekey';
import type { Candidate } from './candidate';

/** Who gets which key of those who want the same one. */
export interface Resolution {
  readonly winners: readonly { readonly citekey: string; readonly candidate: Candidate }[];
  readonly losers: readonly Loser[];
  /** The papers of different titles that want the key while none of them may have it bare. */
  readonly candidates: readonly Candidate[];
}

/** A paper that is a double of another. */
export interface Loser {
  readonly candidate: Candidate;
  readonly to: Candidate;
  readonly code: 'duplicate-key' | 'duplicate-paper';
}

/** Length of the hash where the usual one does not tell the papers apart. */
const LONG_HASH = 10;

/**
 * Settles who gets a key, by content and never by position. A stated key goes to the first by precedence. Of made keys, those
 * of the same normalised title are one paper, the first by precedence; different papers each get the hash of their title added.
 * @param wanting those who want the key, first by precedence first
 * @param alias the entry that states the key as a further name of its own
 * @param isStated whether an entry states a given key
 */
export function resolveKey(
  key: string,
  wanting: readonly Candidate[],
  alias: Candidate | undefined,
  isStated: (key: string) => boolean,
): Resolution {
  if (wanting.length === 1 && (wanting[0].stated || alias === undefined)) {
    return { winners: [{ citekey: key, candidate: wanting[0] }], losers: [], candidates: [] };
  }
  const stated = wanting.filter((candidate) => candidate.stated);
  const holder = stated.at(0) ?? alias;
  const losers: Loser[] = stated.slice(1).map((candidate) => ({ candidate, to: stated[0], code: 'duplicate-key' }));
  const papers = new Map<string, Candidate>();
  if (holder) papers.set(holder.identity, holder);
  for (const candidate of wanting) {
    if (candidate.stated) continue;
    const same = papers.get(candidate.identity);
    if (same) losers.push({ candidate, to: same, code: 'duplicate-paper' });
    else papers.set(candidate.identity, candidate);
  }
  const made = [...papers.values()].filter((candidate) => candidate !== holder);
  const bare = holder === undefined && made.length === 1;
  const winners = stated.slice(0, 1).map((candidate) => ({ citekey: key, candidate }));
  if (bare) winners.push({ citekey: key, candidate: made[0] });
  else winners.push(...withHashes(key, made, isStated));
  return { winners, losers, candidates: holder ? [] : bare ? [] : made };
}

function withHashes(
  key: string,
  candidates: readonly Candidate[],
  isStated: (key: string) => boolean,
): Resolution['winners'] {
  const short = candidates.map((candidate) => `${key}-${paperHash(candidate.paper)}`);
  const enough = new Set(short).size === short.length && !short.some(isStated);
  return candidates.map((candidate, i) => ({
    candidate,
    citekey: enough ? short[i] : `${key}-${paperHash(candidate.paper, LONG_HASH)}`,
  }));
}
