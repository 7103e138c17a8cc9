import * as vscode from 'vscode';
import type { Command } from '../host/command';
import { paperCount } from '../host/number';
import { offer, tell } from '../host/tell';
import type { LibraryService } from './libraryService';
import { AUDIENCES, type Audience, nameList, placeOfList } from './listPlace';

/** How long a list may take to come in before its papers are not counted any more, in milliseconds. */
const PATIENCE_MS = 30_000;

const PAUSE_MS = 100;
const MOMENTS = 10;

/** Lets the user choose paper lists, adds them to the sources, and says how many papers came. */
export class AddPaperList implements Command {
  readonly id = 'literatureNotes.addPaperList';
  readonly #library: LibraryService;

  constructor(library: LibraryService) {
    this.#library = library;
  }

  /**
   * @param uris the files; without them an open dialog asks
   * @param audience of a file outside of the workspace: `user` or `workspace`; asked for where it is left out
   */
  async execute(uris: unknown, audience?: unknown): Promise<void> {
    const [firstFolder] = vscode.workspace.workspaceFolders ?? [];
    if (!firstFolder) return askForFolder();
    const files = urisOf(uris) ?? (await this.#ask(firstFolder.uri));
    if (!files || files.length === 0) return;
    const fresh = files.filter((uri) => !this.#library.isSource(uri));
    if (fresh.length === 0) {
      tell(vscode.l10n.t('This file is a paper list of the workspace already.'));
      return;
    }
    const stated = AUDIENCES.find((one) => one === audience);
    for (const uri of fresh) await this.#add(uri, firstFolder, stated);
  }

  async #add(uri: vscode.Uri, firstFolder: vscode.WorkspaceFolder, audience: Audience | undefined): Promise<void> {
    const place = await placeOfList(uri, firstFolder, audience);
    if (!place) return;
    const kept = await nameList(place);
    const papers = await this.#arrived(uri);
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    if (papers === undefined) {
      tell(vscode.l10n.t('“{0}” is a paper list now, named in {1}.', name, kept));
    } else if (papers === 0) {
      const sentence = vscode.l10n.t('“{0}” is a paper list now, named in {1}, but it holds no papers.', name, kept);
      if (await offer(sentence, vscode.l10n.t('Show Problems'))) {
        await vscode.commands.executeCommand('workbench.actions.view.problems');
      }
    } else {
      tell(
        vscode.l10n.t('{0} came from “{1}”, which is a paper list now, named in {2}.', paperCount(papers), name, kept),
      );
    }
  }

  /** How many papers a list brought, once it was read; undefined where that takes too long. */
  async #arrived(uri: vscode.Uri): Promise<number | undefined> {
    const source = uri.toString();
    const papers = () => this.#library.own.entries().filter((entry) => entry.source.uri === source).length;
    const isRead = () => this.#library.isSource(uri);
    for (const end = Date.now() + PATIENCE_MS; !isRead() && Date.now() < end;) await pause();
    // What was read is in the library a moment later.
    for (let more = 0; more < MOMENTS && isRead() && papers() === 0; more++) await pause();
    return isRead() ? papers() : undefined;
  }

  async #ask(defaultUri: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
    return vscode.window.showOpenDialog({
      title: vscode.l10n.t('Add Paper List'),
      openLabel: vscode.l10n.t('Add Paper List'),
      canSelectMany: true,
      defaultUri,
      filters: {
        [vscode.l10n.t('Paper lists')]: ['bib', 'ris', 'json', 'yaml', 'yml', 'txt', 'nbib', 'enw', 'ciw'],
        [vscode.l10n.t('All files')]: ['*'],
      },
    });
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}

async function askForFolder(): Promise<void> {
  const open = vscode.l10n.t('Open Folder');
  const sentence = vscode.l10n.t('Open a folder first: its settings remember which paper lists belong to it.');
  if (await offer(sentence, open, 'information')) {
    await vscode.commands.executeCommand('vscode.openFolder');
  }
}

function urisOf(value: unknown): vscode.Uri[] | undefined {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  const uris = values.filter((each) => each instanceof vscode.Uri);
  return uris.length > 0 ? uris : undefined;
}
