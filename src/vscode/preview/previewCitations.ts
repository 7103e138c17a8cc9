import * as vscode from 'vscode';
import { UntilSeen } from '../../base/untilSeen';
import type { CitationGroup } from '../../citations/preview/collected';
import type { ShownDocument } from '../../citations/preview/html';
import type { MarkdownIt } from '../../citations/preview/markdownIt';
import { citationPlugin, type PreviewFormats } from '../../citations/preview/plugin';
import { syntaxFor } from '../../citations/syntaxes';
import { onDidChangeStyles } from '../formatting/styleChanges';
import { PREFIX } from '../host/settings';
import type { Services } from '../shell/services';
import { formatPreview, isSameFormat, type PreviewFormat } from './previewFormat';
import { shownDocument } from './shownDocument';

/** The documents whose citations are kept formatted; that which was shown longest ago makes room. */
const KEPT = 20;
/** Changes are shown together after so many milliseconds. */
const PAUSE_MS = 300;
/**
 * So often the previews are told at most: one that is about to look whether its file has changed takes no notice meanwhile that it
 * is to be shown anew. What is not shown then has no preview any more.
 */
const MOST_REFRESHES = 3;

/** A document of a preview. */
interface Kept {
  readonly uri: vscode.Uri | undefined;
  /** What was last rendered of it. */
  group: CitationGroup;
  /** How its citations read, as far as that is known. */
  format?: PreviewFormat;
  /** What is shown for the group in that format; made once for both. */
  view?: { readonly group: CitationGroup; readonly format: PreviewFormat; readonly shown: ShownDocument | undefined };
  isAsking: boolean;
  /** Whether something changed while it was asked. */
  isStale: boolean;
}

/** Has the citations of the Markdown preview formatted, and the preview shown anew when they are. */
export class PreviewCitations implements PreviewFormats, vscode.Disposable {
  readonly #services: Services;
  readonly #kept = new Map<string, Kept>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #refresh = new UntilSeen({
    act: refresh,
    isSeen: () => this.#isShown(),
    ms: PAUSE_MS,
    most: MOST_REFRESHES,
    giveUp: () => this.#forgetUnseen(),
  });
  /** Whether anything was rendered by the renderer that was extended last. */
  #isExtensionSeen = false;
  #anew: ReturnType<typeof setTimeout> | undefined;

  constructor(services: Services) {
    this.#services = services;
    this.#subscriptions = [
      services.bibliographies.onDidChange(() => this.#askAllSoon()),
      services.library.onDidChange(() => this.#askAllSoon()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(PREFIX)) this.#askAllSoon();
      }),
      onDidChangeStyles(services.following, () => this.#askAllSoon()),
      // The next document without a file takes the name of one that is closed, but nothing else of it: VS Code, too, would know it
      // by name and version alone.
      vscode.workspace.onDidCloseTextDocument(({ uri, isUntitled }) => {
        if (isUntitled && this.#kept.delete(uri.toString())) refresh();
      }),
    ];
  }

  /** Extends a renderer, and has what it showed before shown anew. */
  extend(md: MarkdownIt): void {
    citationPlugin(md, (text) => syntaxFor('markdown', '', () => text), this);
    this.#isExtensionSeen = false;
    this.#refresh.soon();
  }

  shown(group: CitationGroup, named: unknown): ShownDocument | undefined {
    this.#isExtensionSeen = true;
    const uri = named instanceof vscode.Uri ? named : undefined;
    const name = uri?.toString() ?? '';
    const kept = this.#kept.get(name) ?? this.#keep(name, { uri, group, isAsking: false, isStale: true });
    if (kept.group !== group || kept.isStale) {
      kept.group = group;
      this.#ask(kept);
    }
    const { format, view } = kept;
    if (!format) return undefined;
    if (view?.group === group && view.format === format) return view.shown;
    const shown = shownDocument(format, group);
    kept.view = { group, format, shown };
    return shown;
  }

  dispose(): void {
    this.#refresh.dispose();
    clearTimeout(this.#anew);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #keep(name: string, kept: Kept): Kept {
    this.#kept.set(name, kept);
    for (const oldest of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(oldest);
    return kept;
  }

  /** Asks for what a document's citations read like. While one answer is due, the next question waits for it. */
  #ask(kept: Kept): void {
    kept.isStale = kept.isAsking;
    if (kept.isAsking) return;
    kept.isAsking = true;
    const { group, uri } = kept;
    formatPreview(group, uri, this.#services)
      .then((format) => {
        const isSame = kept.format !== undefined && isSameFormat(kept.format, format);
        if (isSame || !this.#isKept(kept)) return;
        kept.format = format;
        this.#refresh.soon();
      })
      .catch((error: unknown) => this.#services.log.error('Formatting the citations of the preview', error))
      .finally(() => {
        kept.isAsking = false;
        if (kept.isStale && this.#isKept(kept)) this.#ask(kept);
      });
  }

  #isKept(kept: Kept): boolean {
    return this.#kept.get(kept.uri?.toString() ?? '') === kept;
  }

  #askAllSoon(): void {
    clearTimeout(this.#anew);
    this.#anew = setTimeout(() => {
      for (const kept of this.#kept.values()) this.#ask(kept);
    }, PAUSE_MS);
  }

  /** Whether all documents were rendered since it is known how their citations read. */
  #isShown(): boolean {
    return this.#isExtensionSeen && ![...this.#kept.values()].some(isUnseen);
  }

  #forgetUnseen(): void {
    for (const [name, kept] of this.#kept) if (isUnseen(kept)) this.#kept.delete(name);
  }
}

/** Whether a document was not rendered since it is known how its citations read. */
function isUnseen({ format, view }: Kept): boolean {
  return format !== undefined && view?.format !== format;
}

/** Has all previews read and shown anew. In a host where VS Code's Markdown support does not run there is nothing to show. */
function refresh(): void {
  vscode.commands.executeCommand('markdown.preview.refresh').then(undefined, () => undefined);
}
