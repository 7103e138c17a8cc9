import * as vscode from 'vscode';
import { readingStage } from '../../library/model/readingStage';
import type { Note } from '../../notes/note';
import { hasTerm } from '../../workflows/queryTerms';

/** What is known of the library, so that only filters are offered that can find something. */
export interface FilterData {
  /** Some of the notes has this. */
  readonly someNote: (test: (note: Note) => boolean) => boolean;
  /** Some document cites a paper. */
  readonly someCited: boolean;
  /** Some paper is known to be retracted. */
  readonly someRetracted: boolean;
}

/** A filter that is switched on and off by a click: a term of the query. */
export interface QuickFilter {
  /** What stands in the query. */
  readonly term: string;
  readonly label: string;
  /** What it finds, as a sentence. */
  readonly tip: string;
  /** Whether it stands under the box; the others are in the menu beside. */
  readonly isNear?: boolean;
  /** Whether there is anything that it tells apart; left out where there always is. */
  readonly exists?: (data: FilterData) => boolean;
}

/** All filters, in the order in which they are offered. */
function allFilters(): readonly QuickFilter[] {
  return [
    { term: 'has:note', label: vscode.l10n.t('Has note'), tip: vscode.l10n.t('Papers with a note'), isNear: true },
    {
      term: 'is:unread',
      label: vscode.l10n.t('Unread'),
      tip: vscode.l10n.t('Papers without a note, or with one that says that they are unread'),
      isNear: true,
    },
    {
      term: 'is:reading',
      label: vscode.l10n.t('Reading'),
      tip: vscode.l10n.t('Papers with a note that says that they are being read'),
      exists: ({ someNote }) => someNote(({ status }) => status !== undefined && readingStage(status) === 'reading'),
    },
    {
      term: 'rating:>=4',
      label: vscode.l10n.t('Rated 4 or better'),
      tip: vscode.l10n.t('Papers with a note that rates them so'),
      exists: ({ someNote }) => someNote(({ rating }) => rating !== undefined),
    },
    {
      term: 'is:cited',
      label: vscode.l10n.t('Cited'),
      tip: vscode.l10n.t('Papers that a document of the workspace cites'),
      exists: ({ someCited }) => someCited,
    },
    {
      term: 'is:uncited',
      label: vscode.l10n.t('Not cited'),
      tip: vscode.l10n.t('Papers that no document of the workspace cites'),
      exists: ({ someCited }) => someCited,
    },
    {
      term: 'is:retracted',
      label: vscode.l10n.t('Retracted'),
      tip: vscode.l10n.t('Papers that the last check for retractions found'),
      exists: ({ someRetracted }) => someRetracted,
    },
    { term: 'has:abstract', label: vscode.l10n.t('Has abstract'), tip: vscode.l10n.t('Papers with an abstract') },
    { term: 'has:doi', label: vscode.l10n.t('Has DOI'), tip: vscode.l10n.t('Papers with a DOI') },
    { term: '-has:doi', label: vscode.l10n.t('No DOI'), tip: vscode.l10n.t('Papers without a DOI') },
    { term: 'has:arxiv', label: vscode.l10n.t('On arXiv'), tip: vscode.l10n.t('Papers with an arXiv identifier') },
    { term: '-has:tag', label: vscode.l10n.t('No keywords'), tip: vscode.l10n.t('Papers without keywords and tags') },
    { term: lastYears(), label: vscode.l10n.t('Last five years'), tip: vscode.l10n.t('Papers of the last five years') },
  ];
}

/** The filters that can tell papers apart in a library. */
export function quickFilters(data: FilterData): readonly QuickFilter[] {
  return allFilters().filter(({ exists }) => exists?.(data) ?? true);
}

/** Those that stand under the box: the usual ones, and any that the query has. */
export function nearFilters(filters: readonly QuickFilter[], query: string): readonly QuickFilter[] {
  return filters.filter(({ term, isNear }) => isNear || hasTerm(query, term));
}

function lastYears(): string {
  return `year:>=${new Date().getFullYear() - 4}`;
}
