import type * as vscode from 'vscode';
import { type Command, registerCommands } from '../host/command';
import type { Services } from './services';

/** What a feature is given when it is registered. */
export interface FeatureContext {
  readonly services: Services;
  /** Where the extension is installed. */
  readonly extension: vscode.Uri;
  /** What is remembered per workspace. */
  readonly state: vscode.Memento;
  /** What is remembered for the user in all workspaces. */
  readonly userState: vscode.Memento;
  /** The folder for files of the extension's own about this workspace. */
  readonly storage: vscode.Uri;
  /** Keeps what is to be disposed of with the extension. */
  readonly own: (...disposables: readonly vscode.Disposable[]) => void;
  /** Registers the feature's commands. */
  readonly commands: (...commands: readonly Command[]) => void;
}

/** A part of the extension with its own commands, providers, views and settings: what the `index.ts` of its folder exports. */
export type Feature = (context: FeatureContext) => void;

/** Registers features over the services. */
export function registerFeatures(
  features: readonly Feature[],
  { extensionUri, workspaceState, globalState, storageUri, globalStorageUri, subscriptions }: vscode.ExtensionContext,
  services: Services,
): void {
  const context: FeatureContext = {
    services,
    extension: extensionUri,
    state: workspaceState,
    userState: globalState,
    storage: storageUri ?? globalStorageUri,
    own: (...disposables) => void subscriptions.push(...disposables),
    commands: (...commands) => void subscriptions.push(registerCommands(commands, services.log)),
  };
  for (const feature of features) feature(context);
}
