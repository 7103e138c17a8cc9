import { nameForThreads, SCRIPTS, startThread } from '#platform/startThread';
import * as vscode from 'vscode';
import { replaceFile } from './ownFile';
import type { WorkerPort } from '../../base/workerCalls';

/** What starts the extension's threads, each by the name of its script, which is bundled beside the extension. */
export function threadStarter(extension: vscode.Uri): (script: string) => WorkerPort {
  return (script) => {
    const uri = vscode.Uri.joinPath(extension, SCRIPTS, `${script}.js`);
    const name = nameForThreads(uri);
    if (name === undefined) throw new Error(`Threads cannot be started from ${uri.toString()}`);
    return startThread(name, { read, replace });
  };
}

async function read(uri: string): Promise<Uint8Array> {
  return vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
}

async function replace(uri: string, bytes: Uint8Array): Promise<void> {
  await replaceFile(vscode.Uri.parse(uri, true), bytes);
}
