import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { withNotification } from '../../../src/vscode/host/progress';

const LINK = '[key](command:workbench.action.files.newUntitledFile)';

describe('A notification of work that goes on', () => {
  const real = vscode.window.withProgress;
  const shown: (string | undefined)[] = [];

  before(() => {
    const value: typeof vscode.window.withProgress = ({ title }, work) => {
      shown.push(title);
      const progress: Parameters<typeof work>[0] = { report: ({ message }) => void shown.push(message) };
      return work(progress, new vscode.CancellationTokenSource().token);
    };
    Object.defineProperty(vscode.window, 'withProgress', { value, configurable: true, writable: true });
  });
  after(() =>
    Object.defineProperty(vscode.window, 'withProgress', { value: real, configurable: true, writable: true }),
  );

  it('names keys as text, in its title and in its steps', async () => {
    const done = await withNotification(`Looking for “${LINK}”`, (progress) => {
      progress.report({ message: LINK });
      progress.report({ increment: 5 });
      return Promise.resolve('done');
    });
    assert.equal(done, 'done');
    const inert = LINK.replace('](', ']\u200B(');
    assert.deepEqual(shown, [`Looking for “${inert}”`, inert, undefined]);
  });
});
