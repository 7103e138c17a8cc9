import * as vscode from 'vscode';
import type { PaperUse, RankingReason } from '../../search/digest/contract';
import { localNumber } from '../host/number';
import { allOf } from '../host/wordList';

/** What the sentences need to know of papers. */
export interface Titles {
  /** The title of a paper of the library by its citekey. */
  ofOwn(citekey: string): string;
  /** That of a paper that is not wanted, by its place among these. */
  ofUnwanted(place: number): string;
}

/** Why a paper stands where it stands, the strongest reason first: plain text, to be escaped where it is shown. */
export function rankingSentences(reasons: readonly RankingReason[], titles: Titles): string[] {
  return reasons.map((reason) => sentence(reason, titles));
}

function sentence(reason: RankingReason, titles: Titles): string {
  switch (reason.kind) {
    case 'like':
      return likeSentence(reason.papers, titles);
    case 'words':
      return allOf(reason.words);
    case 'followed-author':
      return vscode.l10n.t('by {0}, whom you follow', reason.name);
    case 'followed-word':
      return vscode.l10n.t('about {0}, which you follow', reason.word);
    case 'muted':
      return vscode.l10n.t('muted: {0}', reason.what);
    case 'unlike':
      return vscode.l10n.t('like “{0}”, which is not for you', titles.ofUnwanted(reason.unwanted));
    case 'little-known':
      return littleKnownSentence(reason.upvotes);
  }
}

/** What is said where too few papers tell anything. */
export function littleKnownSentence(upvotes?: number): string {
  return upvotes === undefined
    ? vscode.l10n.t('too few papers yet to know what you work on')
    : vscode.l10n.t('{0} upvotes; too few papers yet to know what you work on', localNumber(upvotes));
}

/** Names the nearest paper, and how many others the user did the same with. */
function likeSentence(papers: Extract<RankingReason, { kind: 'like' }>['papers'], titles: Titles): string {
  const [{ id, use }] = papers;
  const title = titles.ofOwn(id);
  const others = papers.filter((paper) => paper.use === use).length - 1;
  return others === 0 ? oneSentence(title, use) : moreSentence(title, others, use);
}

function oneSentence(title: string, use: PaperUse): string {
  switch (use) {
    case 'cited':
      return vscode.l10n.t('like “{0}”, which you cite', title);
    case 'noted':
      return vscode.l10n.t('like “{0}”, which you have a note about', title);
    case 'rated':
      return vscode.l10n.t('like “{0}”, which you rated', title);
    case 'read':
      return vscode.l10n.t('like “{0}”, which you read', title);
    case 'listed':
      return vscode.l10n.t('like “{0}” in your library', title);
  }
}

function moreSentence(title: string, others: number, use: PaperUse): string {
  switch (use) {
    case 'cited':
      return vscode.l10n.t('like “{0}” and {1} more that you cite', title, localNumber(others));
    case 'noted':
      return vscode.l10n.t('like “{0}” and {1} more that you have notes about', title, localNumber(others));
    case 'rated':
      return vscode.l10n.t('like “{0}” and {1} more that you rated', title, localNumber(others));
    case 'read':
      return vscode.l10n.t('like “{0}” and {1} more that you read', title, localNumber(others));
    case 'listed':
      return vscode.l10n.t('like “{0}” and {1} more in your library', title, localNumber(others));
  }
}
