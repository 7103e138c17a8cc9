import * as vscode from 'vscode';
import type { ToSearchBox } from '../../webview/search/messages';
import { hasTerm } from '../../workflows/queryTerms';
import type { LibraryService } from '../library/libraryService';
import type { NotesService } from '../notes/notesService';
import type { PaperCitations } from '../references/paperCitations';
import type { MarkedRetractions } from '../retractions/markedRetractions';
import { problemSentence } from './querySentences';
import { type FilterData, nearFilters, quickFilters } from './quickFilters';
import type { SearchFeed } from './searchFeed';
import type { SearchMemory } from './searchMemory';
import type { SearchSession } from './searchSession';
import { searchStatus } from './searchStatus';

/** What the search box shows. */
export type SearchState = Omit<Extract<ToSearchBox, { type: 'state' }>, 'type' | 'query'> & { readonly query: string };

/** What the search box shows is made of. */
export interface SearchStateParts {
  readonly session: SearchSession;
  readonly library: LibraryService;
  readonly feed: SearchFeed;
  readonly notes: NotesService;
  readonly citations: PaperCitations;
  readonly retractions: MarkedRetractions;
  readonly memory: SearchMemory;
}

/** So many saved searches stand under the box. */
const MOST_STARRED = 12;

/** What the search box shows now. */
export function searchState(parts: SearchStateParts): SearchState {
  const { session, memory } = parts;
  const { query, answer, failed } = session;
  const saved = memory.saved;
  const text = query.trim();
  return {
    query,
    status: searchStatus(parts),
    // The matches are counted above the papers.
    showsStatus: answer === undefined && !failed,
    problems: failed ? [vscode.l10n.t('The search gave no answer.')] : (answer?.problems.map(problemSentence) ?? []),
    failed,
    filters: nearFilters(quickFilters(filterData(parts)), query).map(({ term, label, tip }) => ({
      query: term,
      label,
      tip,
      isOn: hasTerm(query, term),
    })),
    searches: saved
      .filter(({ starred }) => starred)
      .slice(0, MOST_STARRED)
      .map(({ name, query: searched }) => ({ query: searched, label: name, tip: searched, isOn: searched === text })),
    canSave: text !== '' && !saved.some((one) => one.query === text),
  };
}

/** What decides which filters are offered. */
export function filterData({
  notes,
  citations,
  retractions,
}: Pick<SearchStateParts, 'notes' | 'citations' | 'retractions'>): FilterData {
  return {
    someNote: (test) => notes.some(test),
    someCited: citations.isAnyCited,
    someRetracted: retractions.isAnyRetracted,
  };
}
