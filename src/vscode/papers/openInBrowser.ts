import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { type PaperLink, paperLinks } from '../../workflows/links';
import type { ChosenPapers } from '../choosing/paperChoice';
import { titleAbout } from '../choosing/titleAbout';
import { pick } from '../host/ask';
import { tell } from '../host/tell';
import type { Command } from '../host/command';

/** Opens the web page of papers: of several papers the first page each, of one paper the page that the user picks. */
export class OpenInBrowser implements Command {
  readonly id = 'literatureNotes.openInBrowser';
  readonly #chosen: ChosenPapers;

  constructor(chosen: ChosenPapers) {
    this.#chosen = chosen;
  }

  async execute(...args: unknown[]): Promise<void> {
    const title = vscode.l10n.t('Open in Browser');
    const entries = await this.#chosen.papers(args, { title, many: false });
    if (entries.length === 0) return;
    const links =
      entries.length === 1
        ? await pickLink(entries[0], titleAbout(title, entries))
        : entries.flatMap((entry) => paperLinks(entry).slice(0, 1));
    if (links === undefined) return;
    if (links.length === 0) {
      tell(vscode.l10n.t('The paper list states no DOI, arXiv id or web address for this paper.'));
    }
    for (const link of links) await vscode.env.openExternal(vscode.Uri.parse(link.url, true));
  }
}

async function pickLink(entry: Entry, title: string): Promise<PaperLink[] | undefined> {
  const links = paperLinks(entry);
  if (links.length < 2) return links;
  const items = links.map((link) => ({ label: linkKind(link), description: link.label, link }));
  const picked = await pick(items, { title });
  return picked && [picked.link];
}

function linkKind({ kind }: PaperLink): string {
  switch (kind) {
    case 'doi':
      return 'DOI';
    case 'arxiv':
      return 'arXiv';
    case 'url':
      return vscode.l10n.t('Web page');
  }
}
