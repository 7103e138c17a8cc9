import * as vscode from 'vscode';
import { citedItems } from '../../citations/index/citedItems';
import { displayTitle } from '../../library/model/display';
import type { Entry } from '../../library/model/entry';
import { CITATION_SERVICES } from '../../online/lists/askedPaper';
import { citedPages, citingPages, missingPages } from '../../online/lists/citationPages';
import { servicesFor } from '../../online/lookUp';
import { fileNameOf } from '../../workspace/uri';
import { togetherWith } from '../citing/bibliography/wholeDocument';
import { syntaxOf } from '../citing/syntaxOf';
import { tell } from '../host/tell';
import type { OnlineService } from '../online/onlineService';
import type { Services } from '../shell/services';
import { onlinePapersOf } from './onlineArguments';
import type { OnlineResults, WantedList } from './onlineResults';
import { localNumber } from '../host/number';

/** So many papers of a document have to cite a work that is offered, unless somebody wants more. */
const AT_LEAST = 2;
/** So many papers of a document are asked about. */
const MOST_PAPERS = 300;

/** Lists of who cites whom, from services on the web. */
export class CitationLists {
  readonly #services: Services;
  readonly #online: OnlineService;
  readonly #results: OnlineResults;

  constructor(services: Services, online: OnlineService, results: OnlineResults) {
    this.#services = services;
    this.#online = online;
    this.#results = results;
  }

  /** Shows what a paper cites. */
  async showCited(args: readonly unknown[]): Promise<void> {
    const entry = await this.#paperOf(args, vscode.l10n.t('Show Cited Works'));
    if (!entry) return;
    const title = displayTitle(entry);
    await this.#show([entry], args, {
      next: citedPages(entry),
      title: vscode.l10n.t('Cited by “{0}”', title),
      nothing: vscode.l10n.t('The services do not know what “{0}” cites.', title),
    });
  }

  /** Shows what cites a paper. */
  async showCiting(args: readonly unknown[]): Promise<void> {
    const entry = await this.#paperOf(args, vscode.l10n.t('Show Citing Works'));
    if (!entry) return;
    const title = displayTitle(entry);
    await this.#show([entry], args, {
      next: citingPages(entry),
      title: vscode.l10n.t('Works that cite “{0}”', title),
      nothing: vscode.l10n.t('The services know of no work that cites “{0}”.', title),
    });
  }

  /** Shows what several papers of a document cite and the library lacks; `args` are its URI and how many papers at least. */
  async findMissing(args: readonly unknown[]): Promise<void> {
    const [uri, atLeast] = args;
    const papers = await this.#citedIn(uri instanceof vscode.Uri ? uri : undefined);
    if (!papers) return tell(vscode.l10n.t('Open a document that cites papers first.'));
    const least = Number.isInteger(atLeast) && (atLeast as number) > 0 ? (atLeast as number) : AT_LEAST;
    if (papers.length < least) {
      return tell(vscode.l10n.t('This document cites too few papers of the library to tell what is missing.'));
    }
    await this.#show(papers, args, {
      next: missingPages(papers, least),
      title: vscode.l10n.t(
        'Missing in your list: cited by at least {0} of {1} papers',
        localNumber(least),
        localNumber(papers.length),
      ),
      nothing: vscode.l10n.t('Nothing that at least {0} of these papers cite is missing in your list.', least),
      withOwn: false,
    });
  }

  async #show(
    papers: readonly Entry[],
    args: readonly unknown[],
    list: Pick<WantedList, 'title' | 'nothing' | 'next'> & Partial<WantedList>,
  ): Promise<void> {
    const isNamed = ({ doi, arxiv, pmid, pmcid }: Entry) => doi ?? arxiv ?? pmid ?? pmcid;
    const byTitle = papers.every(isNamed) ? [] : servicesFor('title');
    const recipients = [...CITATION_SERVICES, ...byTitle];
    // Menus and keys give rows or nothing; who gives a citekey or a document is another extension, which waits for no answer.
    const isAsked = !(typeof args[0] === 'string' || Array.isArray(args[0]) || args[0] instanceof vscode.Uri);
    // Where the services are switched off, the list says so.
    if (this.#online.isEnabled) {
      if (!isAsked) this.#online.tell(recipients);
      else if (!(await this.#online.agreeTo(recipients))) return;
    }
    await this.#results.show({ withOwn: true, ...list, takesFocus: isAsked });
  }

  /** The paper of a command: a row of the web, or one of the library. */
  async #paperOf(args: readonly unknown[], title: string): Promise<Entry | undefined> {
    const [online] = onlinePapersOf(args);
    if (online) return online.own ?? online.entry;
    return (await this.#services.choice.papers(args, { title, many: false })).at(0);
  }

  /** The papers of the library that a document cites as it stands; undefined where there is no document. */
  async #citedIn(uri: vscode.Uri | undefined): Promise<Entry[] | undefined> {
    const { library, drafts, bibliographies } = this.#services;
    const document = uri ? await vscode.workspace.openTextDocument(uri) : (await drafts.active())?.document;
    if (!document) return undefined;
    const entries = togetherWith(document)
      .flatMap((each) => citedItems(each.getText(), syntaxOf(each, bibliographies), fileNameOf(each.uri.path)))
      .map(({ citation, index }) => {
        const meaning = library.own.resolve(citation.items[index].key);
        return meaning && ('entry' in meaning ? meaning.entry : 'aliasOf' in meaning ? meaning.aliasOf : undefined);
      });
    return [...new Set(entries.filter((entry) => entry !== undefined))].slice(0, MOST_PAPERS);
  }
}
