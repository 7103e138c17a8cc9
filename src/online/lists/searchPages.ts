import { clientOf } from '../clients';
import type { Asking } from '../clients/client';
import type { Identifier } from '../found';
import { lookUpIdentifier, searchable } from '../lookUp';
import { searchOne } from '../mergedSearch';
import { identifierOf } from '../../library/model/identifierOf';
import type { ServiceId } from '../services';
import { PAGE, type NextPage, type Page } from './onlineList';

/** What all services that can be searched find for words; where the words are identifiers, the papers that they name. */
export function searchPages(words: string): NextPage {
  const identifiers = words.split(/\s+/).map(identifierOf);
  const named = identifiers.filter((each) => each !== undefined);
  return named.length > 0 && named.length === identifiers.length ? lookedUp(named) : searched(words);
}

function searched(words: string): NextPage {
  const offsets = new Map<ServiceId, number>();
  let left: readonly ServiceId[] | undefined;
  return async (asking) => {
    left ??= searchable(asking).map(({ id }) => id);
    const all = left;
    const answers = await Promise.all(
      all.map((id) => searchOne(clientOf(id)!, words, PAGE, offsets.get(id) ?? 0, asking)),
    );
    // Nothing counts as asked for before all of it is there.
    for (const [i, { found, failure }] of answers.entries()) {
      if (!failure) offsets.set(all[i], (offsets.get(all[i]) ?? 0) + PAGE);
      if (!failure && found.length < PAGE) left = left.filter((id) => id !== all[i]);
    }
    return {
      answers: answers.map(({ found }) => found),
      failures: answers.map(({ failure }) => failure).filter((failure) => failure !== undefined),
      hasMore: left.length > 0,
    };
  };
}

function lookedUp(identifiers: readonly Identifier[]): NextPage {
  return async (asking: Asking): Promise<Page> => {
    const looked = [];
    for (const identifier of identifiers) looked.push(await lookUpIdentifier(identifier, asking));
    return {
      answers: [looked.map(({ found }) => found).filter((found) => found !== undefined)],
      failures: looked.filter(({ found }) => !found).flatMap(({ failures }) => failures),
      hasMore: false,
    };
  };
}
