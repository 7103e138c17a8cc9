import assert from 'node:assert/strict';
import { Library } from '../../../src/library/library';
import type { SearchAnswer, SearchService } from '../../../src/search/contract';
import { SearchFeed, type FeedParts } from '../../../src/vscode/searching/searchFeed';
import { SearchSession } from '../../../src/vscode/searching/searchSession';
import { searchStatus } from '../../../src/vscode/searching/searchStatus';
import { QUIET_LOG } from '../quietLog';
import { until } from '../support';

/** The papers of a library that is still being read, and what is told when more come. */
class Arriving {
  readonly library = { shown: new Library(), isLoaded: false };
  readonly feed: SearchFeed;
  readonly session: SearchSession;
  /** How many papers the search has. */
  #searched = 0;
  readonly #told: ((diff: object) => void)[] = [];

  /** How often something was asked. */
  asked = 0;

  /** @param takes what becomes of papers that the search is given */
  constructor(takes: () => Promise<void> = () => Promise.resolve()) {
    const search = {
      search: (query: string) => {
        this.asked++;
        return Promise.resolve(this.#answer(query));
      },
      update: () => takes().then(() => void this.#searched++),
      setFacets: () => Promise.resolve(),
    } as unknown as SearchService;
    const quiet = { onDidChange: () => ({ dispose: () => undefined }) };
    const library = {
      ...quiet,
      ...this.library,
      onDidChange: (listener: (diff: object) => void) => this.#told.push(listener),
    };
    this.feed = new SearchFeed({
      library,
      notes: quiet,
      citations: quiet,
      retractions: quiet,
      search,
      log: QUIET_LOG,
    } as unknown as FeedParts);
    this.session = new SearchSession(search, QUIET_LOG);
    this.feed.onDidFeed(() => void this.session.again());
  }

  #answer(query: string): SearchAnswer {
    const counts = { total: this.#searched, searched: this.#searched };
    return { query, mode: 'all-words', problems: [], ...counts, slice: () => [], ids: () => [] };
  }

  arrive(): void {
    for (const tell of this.#told) tell({ added: [], changed: [], removed: [] });
  }
}

describe('A search while papers are still being read', () => {
  it('says that they are being read, and goes on as they come', async () => {
    const arriving = new Arriving();
    const says = (sentence: string) => until(sentence, () => searchStatus(arriving) === sentence, 5000);
    assert.equal(searchStatus(arriving), 'Reading the paper lists …');
    await arriving.session.setQuery('robots');
    await says('No match yet: reading the paper lists …');
    arriving.arrive();
    await says('1 of 1 match so far: reading the paper lists …');
    arriving.arrive();
    await says('2 of 2 match so far: reading the paper lists …');
    arriving.feed.notesAreRead();
    await says('2 of 2 match');
  });

  it('is not asked again by papers that it could not take', async () => {
    const arriving = new Arriving(() => Promise.reject(new Error('The thread ended')));
    await arriving.session.setQuery('robots');
    arriving.arrive();
    await arriving.feed.settled;
    assert.equal(arriving.asked, 1);
  });

  it('says that nothing matches when all are read', async () => {
    const arriving = new Arriving();
    await arriving.session.setQuery('robots');
    arriving.feed.notesAreRead();
    await until('the end', () => searchStatus(arriving) === '0 of 0 match', 5000);
  });
});
