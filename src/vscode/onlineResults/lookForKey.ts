import * as vscode from 'vscode';
import { planOf } from '../../base/editPlan';
import { keyAt } from '../../citations/document';
import { isReplaceable } from '../../citations/writableKeys';
import { authorNames, displayTitle } from '../../library/model/display';
import { endsAll } from '../../online/failure';
import { SERVICES } from '../../online/services';
import { withKey } from '../../workflows/adding/newEntries';
import { papersForKey, servicesForKey, type PapersForKey } from '../../workflows/adding/papersForKey';
import type { SearchedPaper } from '../../workflows/adding/searchedPapers';
import { draftSentence } from '../../workflows/draftSentence';
import { paperLine } from '../../workflows/paperRow';
import { type DefinedCommands, syntaxOf } from '../citing/syntaxOf';
import { pick } from '../host/ask';
import { carryOut } from '../host/carryOut';
import { tell } from '../host/tell';
import { withNotification } from '../host/progress';
import { sideBySide } from '../host/wordList';
import { failuresSentence } from '../online/failureSentences';
import { type OnlineService, signalOf } from '../online/onlineService';
import type { Services } from '../shell/services';
import { FoundActions } from './foundActions';

const AUTHORS = 3;
const CELL = 'vscode-notebook-cell';

/** Looks online for the paper that a document cites by a key that no source has. */
export class LookForKey {
  readonly #services: Services;
  readonly #online: OnlineService;

  constructor(services: Services, online: OnlineService) {
    this.#services = services;
    this.#online = online;
  }

  /**
   * Offers the nearest papers; the chosen one is added to a list, and where it has another key the document cites that.
   * @param args the URI of the document as a string, the key, and the offset of one of its places
   * @returns the citekey that the document has now; undefined where nothing was chosen
   */
  async execute(args: readonly unknown[]): Promise<string | undefined> {
    const [uri, key, at] = args;
    if (typeof uri !== 'string' || typeof key !== 'string' || typeof at !== 'number') return undefined;
    const asking = await this.#online.asking(new AbortController().signal);
    if (!(await this.#online.agreeTo(servicesForKey(key, asking)))) return undefined;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const found = await this.#find(key, sentenceAt(document, key, at, this.#services.bibliographies));
    if (!found) return undefined;
    if (found.papers.length === 0) {
      const nothing = vscode.l10n.t('The services know no paper that “{0}” could be.', key);
      tell(found.failures.length > 0 ? `${nothing} ${failuresSentence(found.failures)}` : nothing, 'warning');
      return undefined;
    }
    const paper = await choosePaper(found, key);
    const chosen = paper && (await chooseKey(paper, key));
    return chosen && this.#take(chosen, key, document);
  }

  async #find(key: string, sentence: string): Promise<PapersForKey | undefined> {
    const title = vscode.l10n.t('Looking for “{0}”', key);
    return withNotification(title, async (_, token) => {
      try {
        return await papersForKey(
          key,
          sentence,
          this.#services.library.own,
          await this.#online.asking(signalOf(token)),
        );
      } catch (error) {
        // The user gave up.
        if (endsAll(error)) return undefined;
        throw error;
      }
    });
  }

  /** Adds the paper unless the library has it, and has the document cite its key. */
  async #take(paper: SearchedPaper, key: string, document: vscode.TextDocument): Promise<string | undefined> {
    const column = vscode.window.visibleTextEditors.find((editor) => editor.document === document)?.viewColumn;
    const [now] = (await new FoundActions(this.#services).add([paper])) ?? [];
    if (now === undefined) return undefined;
    // Who adds a paper is shown its list; this user is writing. A cell is shown in its notebook alone.
    if (document.uri.scheme !== CELL) await vscode.window.showTextDocument(document, column);
    return now === key || (await replaceKey(document, [key, now], this.#services.bibliographies)) ? now : undefined;
  }
}

/** What is said around a place of a key, without the citations in it. */
function sentenceAt(document: vscode.TextDocument, key: string, at: number, defined: DefinedCommands): string {
  const text = document.getText();
  const citations = syntaxOf(document, defined).find(text);
  if (keyAt(citations, at)?.item.key !== key) return '';
  return draftSentence(
    text,
    { start: at, end: at },
    citations.map(({ range }) => range),
  ).said;
}

async function choosePaper({ papers, failures }: PapersForKey, key: string): Promise<SearchedPaper | undefined> {
  const items = papers.map((paper) => {
    const { entry, own, found } = paper;
    const names = authorNames(entry);
    const authors = sideBySide(names, AUTHORS);
    const services = sideBySide(found.services.map((service) => SERVICES[service].name));
    const retracted = found.isRetracted ? vscode.l10n.t('RETRACTED') : undefined;
    return {
      label: paperLine(entry),
      description: own ? vscode.l10n.t('in your library: {0}', own.citekey) : undefined,
      detail: [retracted, authors, entry.venue, services].filter(Boolean).join(' · '),
      paper,
    };
  });
  const silent = failures.length > 0 ? ` ${failuresSentence(failures)}` : '';
  const placeHolder = vscode.l10n.t('Is one of these the paper that is meant?') + silent;
  const title = vscode.l10n.t('The Nearest Papers to “{0}”', key);
  return (await pick(items, { title, placeHolder, matchOnDetail: true, ignoreFocusOut: true }))?.paper;
}

/** Under which key the paper is to be added and cited; only asked where it would get another one than the document has. */
async function chooseKey(paper: SearchedPaper, key: string): Promise<SearchedPaper | undefined> {
  const { own, entry } = paper;
  if (own || entry.citekey === key) return paper;
  const items = [
    { label: vscode.l10n.t('Add it as “{0}”, and cite that', entry.citekey), paper },
    { label: vscode.l10n.t('Add it as “{0}”, as it is cited', key), paper: { ...paper, entry: withKey(entry, key) } },
  ];
  return (await pick(items, { title: displayTitle(entry), ignoreFocusOut: true }))?.paper;
}

/** Replaces a key wherever the document cites it. @returns whether that was done; where not, the user was told why */
async function replaceKey(
  document: vscode.TextDocument,
  [key, now]: readonly [key: string, now: string],
  defined: DefinedCommands,
): Promise<boolean> {
  const [text, syntax] = [document.getText(), syntaxOf(document, defined)];
  const { version } = document;
  const places = syntax
    .find(text)
    .flatMap((citation) => citation.items.map((item, index) => ({ citation, item, index })))
    .filter(({ item, citation, index }) => item.key === key && isReplaceable(text, citation, index, now, syntax));
  if (places.length === 0) {
    tell(vscode.l10n.t('“{0}” cannot be cited in this document.', now), 'warning');
    return false;
  }
  const edits = places.flatMap(({ citation, index }) => syntax.replaceKey(text, citation, index, now));
  return carryOut(planOf(document.uri.toString(), { version }, edits));
}
