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

  it('has all that people read there', () => {
    const READ =
      /^(title|shortTitle|category|description|markdownDescription|deprecationMessage|name|altText|contents)$/;
    const LISTS = /^(enumDescriptions|markdownEnumDescriptions|enumItemLabels)$/;
    const bare = (value: unknown, at: string): string[] => {
      if (typeof value !== 'object' || value === null) return [];
      return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
        const texts = READ.test(name) ? [each] : LISTS.test(name) && Array.isArray(each) ? (each as unknown[]) : [];
        const said = texts.filter((text) => typeof text === 'string' && !/^%[\w.]+%$/.test(text));
        return [...said.map((text) => `${at}/${name}: ${String(text)}`), ...bare(each, `${at}/${name}`)];
      });
    };
    assert.deepEqual(bare(manifest.contributes, ''), []);
  });

  it('offers in the menu of an editor what is for documents of any syntax', () => {
    const menu = manifest.contributes.menus['editor/context'].map(({ when }) => when);
    const ofSyntaxes = menu.filter((when) => when.includes('resourceLangId =~'));
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

  it('has conditions of operators that VS Code knows alone, which takes one with another operator for true', () => {
    const OPERAND = String.raw`!*\(*!?(?:[\w.:-]+|/(?:[^/\\]|\\.)+/i?|'[^']*')\)*`;
    const KNOWN = new RegExp(String.raw`^${OPERAND}(?: (?:==|!=|=~|<=?|>=?|in|not in|&&|\|\|) ${OPERAND})*$`);
    const { menus, keybindings, views, viewsWelcome } = manifest.contributes;
    const parts: { readonly when?: string }[] = [
      Object.values(menus),
      Object.values(views),
      keybindings,
      viewsWelcome,
    ].flat(2);
    const conditions = parts.map(({ when }) => when).filter((when) => when !== undefined);
    assert.ok(conditions.length > 50);
    assert.doesNotMatch('viewItem !~ /a/', KNOWN);
    for (const when of conditions) assert.match(when, KNOWN);
  });

  it('offers every command in a menu only if there is one', () => {
    const menus = Object.values(manifest.contributes.menus).flat();
    for (const { command } of menus) assert.ok(contributed.includes(command), command);
  });
});
