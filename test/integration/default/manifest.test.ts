import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { SYNTAXES } from '../../../src/citations/syntaxes';
import manifest from '../../../package.json';
import strings from '../../../package.nls.json';
import { literature } from '../support';

describe('The manifest', () => {
  before(literature);
  const contributed = manifest.contributes.commands.map(({ command }) => command);

  it('contributes just the commands that are registered', async () => {
    const registered = (await vscode.commands.getCommands(true)).filter((id) => id.startsWith('literatureNotes.'));
    const ours = registered.filter((id) => !id.startsWith('literatureNotes._'));
    const views = manifest.contributes.views.literatureNotes.map(({ id }) => id);
    const own = ours.filter((id) => !views.some((view) => id.startsWith(`${view}.`)));
    assert.deepEqual([...new Set(own)].sort(), [...contributed].sort());
  });

  it('takes every string from package.nls.json, and leaves none there unused', () => {
    const keys = [...JSON.stringify(manifest).matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(strings).sort());
  });

  it('offers in the menu of an editor what is for documents of any syntax', () => {
    const menu = manifest.contributes.menus['editor/context'].map(({ when }) => when);
    const ofSyntaxes = menu.filter((when) => when.includes('resourceLangId'));
    assert.ok(ofSyntaxes.length > 0);
    for (const when of ofSyntaxes) {
      const [languages, extensions] = [...when.matchAll(/=~ \/(.+?)\/(i?)(?=[ )]|$)/g)].map(
        ([, pattern, flags]) => new RegExp(pattern, flags),
      );
      for (const syntax of Object.values(SYNTAXES)) {
        for (const language of syntax.languages) assert.match(language, languages);
        for (const extension of syntax.extensions) assert.match(`.${extension}`, extensions);
      }
    }
  });

  it('offers every command in a menu only if there is one', () => {
    const menus = Object.values(manifest.contributes.menus).flat();
    for (const { command } of menus) assert.ok(contributed.includes(command), command);
  });
});
