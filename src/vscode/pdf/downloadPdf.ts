import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import { hashBytesInTurns } from '../../base/hash';
import type { Entry } from '../../library/model/entry';
import { isPdf } from '../../library/model/paperFile';
import { endsAll, isFailure } from '../../online/failure';
import type { FreeText } from '../../online/freeText';
import { fetchPdf } from '../../online/pdfFile';
import { carryOutWith } from '../host/carryOut';
import type { Command } from '../host/command';
import { Refused } from '../host/refused';
import { PREFIX } from '../host/settings';
import { choose, offer, tell } from '../host/tell';
import type { Services } from '../shell/services';
import { attachingPlan } from './attaching';
import { lookForFreeText, type UseText } from './freeTexts';
import { openLink, tellNone } from './openPdf';
import { pdfPlace } from './pdfPlace';
import { hostOf, pdfFailureSentence } from './pdfSentences';

/** Fetches a free PDF of a paper into the folder for PDFs, and has its entry name it. */
export class DownloadPdf implements Command {
  readonly id = 'literatureNotes.downloadPdf';
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  /** @returns the file; undefined where there is none, and the user was told why, or gave up */
  async execute(...args: unknown[]): Promise<vscode.Uri | undefined> {
    const title = vscode.l10n.t('Download PDF');
    const { choice, library } = this.#services;
    const online = await this.#services.online();
    // Refused before anything is asked of the user.
    await online.asking(new AbortController().signal);
    if (online.allowed(['pdf']).length === 0) {
      const sentence = vscode.l10n.t('Fetching PDFs is switched off (literatureNotes.online.services).');
      throw new Refused(sentence, `${PREFIX}.online.services`);
    }
    const [entry, another] = await choice.papers(args, { title, many: false });
    if (!entry) return undefined;
    if (another) return told(vscode.l10n.t('PDFs are fetched one at a time: choose one paper.'));
    // What speaks against it is told before anything is sent.
    const place = await pdfPlace(entry, library);
    if (typeof place === 'string') return told(place);
    const attaching = await attachingPlan(entry, place.listed, library);
    if (typeof attaching === 'string') return told(attaching);
    if (!(await this.#wantsAnother(entry))) return undefined;
    const bytes = await this.#fetch(entry, title);
    return bytes && this.#keep(entry, bytes);
  }

  /** Whether a PDF is wanted though the list names one, which can be opened instead. */
  async #wantsAnother({ citekey, files = [] }: Entry): Promise<boolean> {
    const named = files.find(isPdf);
    if (!named) return true;
    const open = vscode.l10n.t('Open PDF');
    const another = vscode.l10n.t('Download Another');
    const sentence = vscode.l10n.t('The list names a PDF of “{0}” already: “{1}”.', citekey, named.path);
    const chosen = await choose(sentence, [open, another], 'information');
    if (chosen === open) await vscode.commands.executeCommand('literatureNotes.openPdf', citekey);
    return chosen === another;
  }

  /** The first free PDF that can be fetched; without one the user is told why. */
  async #fetch(entry: Entry, title: string): Promise<Uint8Array | undefined> {
    const online = await this.#services.online();
    let failed: { readonly text: FreeText; readonly sentence: string } | undefined;
    let isDeclined = false;
    const use: UseText<Uint8Array> = async (text, asking, progress) => {
      const { url } = text;
      if (text.isPage || isDeclined || !/^https:/i.test(url)) return undefined;
      if (!(await online.agreeToFile(new URL(url)))) {
        isDeclined = true;
        return undefined;
      }
      try {
        return await fetchPdf(url, asking, (count, of) => progress.report({ message: sizeSentence(url, count, of) }));
      } catch (error) {
        if (endsAll(error) || !isFailure(error)) throw error;
        failed = { text, sentence: pdfFailureSentence(error, url) };
        return undefined;
      }
    };
    const search = await lookForFreeText(entry, online, title, use);
    if (!search || isDeclined) return undefined;
    if (search.given) return search.given;
    const page = search.texts.find(({ isPage, url }) => isPage && /^https:/i.test(url));
    const instead = failed?.text ?? page;
    if (!instead) {
      inBackground(tellNone(entry, search));
      return undefined;
    }
    const onPage = vscode.l10n.t('The text is free at {0}, on a page and not as a file.', hostOf(instead.url));
    inBackground(offerLink(failed?.sentence ?? onPage, instead.url));
    return undefined;
  }

  /** Writes the file and has the entry name it, both or nothing. */
  async #keep({ citekey, source }: Entry, contents: Uint8Array): Promise<vscode.Uri | undefined> {
    const { library, lastChange } = this.#services;
    // Much can have happened since.
    const entry = library.own.get(citekey);
    if (entry?.source.uri !== source.uri) {
      return told(vscode.l10n.t('“{0}” is not in its list any more. Its PDF was not kept.', citekey));
    }
    const place = await pdfPlace(entry, library);
    if (typeof place === 'string') return told(place);
    const attaching = await attachingPlan(entry, place.listed, library);
    if (typeof attaching === 'string') return told(attaching);
    const hash = await hashBytesInTurns(contents);
    const plan = { ...attaching, creates: [{ uri: place.uri.toString(), contents, hash }] };
    const outcome = await carryOutWith(plan, {});
    if (outcome.kind !== 'done') return undefined;
    const undo = lastChange.remember(outcome.undo, { isWhole: true });
    inBackground(this.#tell(place.uri, undo));
    return place.uri;
  }

  async #tell(uri: vscode.Uri, undo: () => Promise<void>): Promise<void> {
    const [open, back] = [vscode.l10n.t('Open PDF'), vscode.l10n.t('Undo')];
    const sentence = vscode.l10n.t('The PDF is “{0}”, and its entry names it.', vscode.workspace.asRelativePath(uri));
    const chosen = await choose(sentence, [open, back], 'information');
    if (chosen === open) await vscode.commands.executeCommand('vscode.open', uri);
    if (chosen === back) await undo();
  }
}

async function offerLink(sentence: string, url: string): Promise<void> {
  if (await offer(sentence, vscode.l10n.t('Open Link'))) await openLink(url);
}

/** `arxiv.org: 1.2 of 3.4 MB` */
function sizeSentence(url: string, bytes: number, of: number | undefined): string {
  const inMegabytes = (count: number) =>
    (count / 2 ** 20).toLocaleString(vscode.env.language, { maximumFractionDigits: 1 });
  return of === undefined
    ? vscode.l10n.t('{0}: {1} MB', hostOf(url), inMegabytes(bytes))
    : vscode.l10n.t('{0}: {1} of {2} MB', hostOf(url), inMegabytes(bytes), inMegabytes(of));
}

function told(sentence: string): undefined {
  tell(sentence, 'warning');
  return undefined;
}
