import type * as vscode from 'vscode';
import type { LiteratureNotesApi } from './api';
import { end } from './base/atEnd';
import { citations } from './vscode/citations';
import { citing } from './vscode/citing';
import { details } from './vscode/details';
import { library } from './vscode/library';
import { pdf } from './vscode/pdf';
import { newPapers } from './vscode/newPapers';
import { notes } from './vscode/notes';
import { online } from './vscode/online';
import { onlineResults } from './vscode/onlineResults';
import { papers } from './vscode/papers';
import { ranking } from './vscode/ranking';
import { references } from './vscode/references';
import { markdownPreview, notebookCells } from './vscode/preview';
import { formatting } from './vscode/formatting';
import { retractions } from './vscode/retractions';
import { zotero } from './vscode/zotero';
import { searching } from './vscode/searching';
import { support } from './vscode/support';
import { createApi } from './vscode/shell/api';
import { type Feature, registerFeatures } from './vscode/shell/feature';
import { createServices } from './vscode/shell/services';

const FEATURES: readonly Feature[] = [
  searching,
  papers,
  library,
  notes,
  citing,
  formatting,
  references,
  citations,
  online,
  onlineResults,
  pdf,
  retractions,
  zotero,
  support,
  ranking,
  newPapers,
  details,
];

export function activate(context: vscode.ExtensionContext): LiteratureNotesApi {
  const services = createServices(context);
  registerFeatures(FEATURES, context, services);
  const own = (disposable: vscode.Disposable) => void context.subscriptions.push(disposable);
  const extendMarkdownIt = markdownPreview(services, own);
  notebookCells(services, own);
  return createApi({ ...services, extendMarkdownIt });
}

export function deactivate(): Promise<void> {
  return end();
}
