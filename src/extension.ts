import type * as vscode from 'vscode';
import type { LiteratureNotesApi } from './api';
import { createApi } from './vscode/api';
import { createServices } from './vscode/services';
import { createCommands } from './vscode/commands';
import { registerCommands } from './vscode/commands/command';
import { createEditor } from './vscode/editor';
import { createSidebar } from './vscode/sidebar';

export function activate(context: vscode.ExtensionContext): LiteratureNotesApi {
  const services = createServices(context);
  const sidebar = createSidebar(context, services);
  const editor = createEditor(context, services);
  context.subscriptions.push(registerCommands(createCommands(services, sidebar, editor), services.log));
  return createApi(services);
}
