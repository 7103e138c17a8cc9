import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { madeForText, planOf, planOfNewFile } from '../../../src/base/editPlan';
import { type Ask, carryOut } from '../../../src/vscode/host/carryOut';
import { closeEditors, read, remove, workspaceFile, write } from '../support';

describe('Telling why a plan is refused', () => {
  // A name of its own for each test: VS Code may keep the document of a file that was just there.
  let tests = 0;
  let path: string;
  beforeEach(() => (path = `refused${++tests}.txt`));
  afterEach(async () => {
    await closeEditors();
    await remove(path);
  });

  /** Answers with a button, and remembers what was asked. */
  const answering = (answer: string | undefined) => {
    const asked: string[] = [];
    const ask: Ask = (sentence, actions) => {
      asked.push(`${sentence} ${actions.map((action) => `[${action}]`).join('')}`);
      return Promise.resolve(actions.find((action) => action === answer));
    };
    return { asked, ask };
  };
  const putBefore = (uri: vscode.Uri, text: string) =>
    planOf(uri.toString(), madeForText(text), [{ start: 0, end: 0, newText: '+' }]);

  it('offers what there is instead', async () => {
    const uri = await write(path, new Uint8Array([...Buffer.from('Á\nčé '), 0xe9]));
    const { asked, ask } = answering('Copy');
    let isCopied = false;
    const copy = { action: 'Copy', execute: () => Promise.resolve(void (isCopied = true)) };
    assert.equal(await carryOut(putBefore(uri, ''), copy, ask), false);
    assert.equal(isCopied, true);
    assert.match(asked.join(), /“refused1\.txt” .*0xE9 at line 2, column 4 .*utf8.* \[Copy\]$/);
  });

  it('regulates line ends for one who agrees, that time only', async () => {
    const uri = await write(path, 'a\nb\r\n');
    const { asked, ask } = answering('Change Anyway');
    assert.equal(await carryOut(putBefore(uri, 'a\nb\n'), undefined, answering(undefined).ask), false);
    assert.equal(await carryOut(putBefore(uri, 'a\nb\n'), undefined, ask), true);
    assert.match(asked.join(), /line 2, column 2 on\. \[Change Anyway\]$/);
    await (await vscode.workspace.openTextDocument(uri)).save();
    assert.equal(await read(uri), '+a\nb\n');
  });

  it('offers no such thing where a file would be overwritten', async () => {
    const uri = await write(path, 'mine');
    const { asked, ask } = answering('Change Anyway');
    assert.equal(await carryOut(planOfNewFile(uri.toString(), 'other'), undefined, ask), false);
    assert.match(asked.join(), /exists already and is not overwritten\. Rename or move it first\. $/);
    assert.equal(await read(workspaceFile(path)), 'mine');
  });
});
