import * as vscode from 'vscode';
import { inBackground } from '../../base/inBackground';
import type { Entry } from '../../library/model/entry';
import { isPdf, type PaperFile } from '../../library/model/paperFile';
import { type FreeText, ownTexts, type TextSearch } from '../../online/freeText';
import { fileName } from '../../workflows/details/filePlaces';
import { titleAbout } from '../choosing/titleAbout';
import { missingSentence, openIfThere } from '../details/openFile';
import { pick } from '../host/ask';
import type { Command } from '../host/command';
import { offer, tell } from '../host/tell';
import type { Services } from '../shell/services';
import { lookForFreeText, textSoughtOf } from './freeTexts';
import { hostOf, noTextSentence } from './pdfSentences';

/** Opens the PDF of a paper: the one that its list names, else a free one of the web, in the browser. */
export class OpenPdf implements Command {
  readonly id = 'literatureNotes.openPdf';
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Open PDF');
    const { choice, library } = this.#services;
    const [entry] = await choice.papers(args, { title, many: false });
    if (!entry) return;
    const named = (entry.files ?? []).filter(isPdf);
    const file = named.length > 1 ? await pickFile(named, titleAbout(title, [entry])) : named.at(0);
    if (!file && named.length > 0) return;
    if (file) {
      if (await openIfThere(entry, file.path, library)) return;
      if (!(await offer(missingSentence(file.path), vscode.l10n.t('Look for a Free PDF')))) return;
    }
    await this.#openFree(entry, title);
  }

  async #openFree(entry: Entry, title: string): Promise<void> {
    // Where the paper itself leads to it nobody is asked.
    const [own] = ownTexts(textSoughtOf(entry)).filter(isProtected);
    if (own) return openLink(own.url);
    const online = await this.#services.online();
    const search = await lookForFreeText(entry, online, title, (text) =>
      Promise.resolve(isProtected(text) && !text.isPage ? text : undefined),
    );
    if (!search) return;
    const text = search.given ?? search.texts.find(isProtected);
    if (text) return openLink(text.url);
    inBackground(tellNone(entry, search));
  }
}

/** Opens an address of the web that is protected on its way; any other is told. */
export async function openLink(url: string): Promise<void> {
  if (!isProtected({ url })) return tell(vscode.l10n.t('“{0}” is not opened: it is no protected address.', url));
  await vscode.env.openExternal(vscode.Uri.parse(url, true));
}

/** Tells that no free text is known that could be opened, and offers the page of the paper. */
export async function tellNone(
  entry: Entry,
  { texts, failures }: Pick<TextSearch<unknown>, 'texts' | 'failures'>,
): Promise<void> {
  const [open] = texts;
  const sentence = open
    ? vscode.l10n.t('A free text is known at {0}, an address without protection (http), only.', hostOf(open.url))
    : noTextSentence(failures);
  const page = vscode.l10n.t('Open in Browser');
  if (await offer(sentence, page, 'information'))
    await vscode.commands.executeCommand('literatureNotes.openInBrowser', entry.citekey);
}

function isProtected({ url }: Pick<FreeText, 'url'>): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

async function pickFile(files: readonly PaperFile[], title: string): Promise<PaperFile | undefined> {
  const items = files.map((file) => ({ label: fileName(file), description: file.path, file }));
  return (await pick(items, { title, matchOnDescription: true }))?.file;
}
