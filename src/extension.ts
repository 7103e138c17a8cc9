import type * as vscode from 'vscode';
import type { LiteratureNotesApi } from './api';
import { createApi } from './vscode/shell/api';
import { createServices } from './vscode/shell/services';
import { createCommands } from './vscode/shell/commands';
import { registerCommands } from './vscode/host/command';
import { createEditor } from './vscode/citing';
import { createSidebar } from './vscode/papers';

export function activate(context: vscode.ExtensionContext): LiteratureNotesApi {
  const services = createServices(context);
  const sidebar = createSidebar(context, services);
  const editor = createEditor(context, services);
  context.subscriptions.push(registerCommands(createCommands(services, sidebar, editor), services.log));
  return createApi(services);
}
