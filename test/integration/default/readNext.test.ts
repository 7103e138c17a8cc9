import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { literature, remove, until, write } from '../support';

interface Next {
  readonly citekey: string;
  readonly reasons: readonly string[];
}

const MOTHS = ['Moths and street lamps', 'Street lamps and night moths', 'Night moths in cities'];

describe('The ranking by what the user works on', () => {
  let api: LiteratureNotesApi;

  before(async () => {
    api = await literature();
    const items = [
      ...MOTHS.map((title, i) => ({ id: `moth${i}`, title })),
      { id: 'mothnext', title: 'Lamps that night moths avoid' },
      { id: 'glacier', title: 'Glacier melt in summer' },
    ];
    await write('moths.csl.json', JSON.stringify(items));
    await write('moths.md', '[@moth0; @moth1; @moth2] and again [@moth0]\n');
    await until('the list', async () => (await api.search('moths')).length === 4);
    await until('the citations', async () => (await api.citations('moth2')).length === 1);
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await remove('moths.md');
    await remove('moths.csl.json');
    await until('the end', () => !api.entry('glacier'));
  });

  it('ranks any papers, with sentences as reasons, the same each time', async () => {
    const items = [{ title: 'Glaciers of the north' }, { title: 'Night moths and lamps', abstract: 'Of moths.' }, {}];
    const ranked = await api.rank(items);
    assert.equal(ranked[0].index, 1);
    assert.deepEqual(ranked.map(({ index }) => index).sort(), [0, 1, 2]);
    assert.ok(
      ranked[0].reasons.some((reason) => /^like “.*moths.*more that you cite$/i.test(reason)),
      ranked[0].reasons[0],
    );
    assert.deepEqual(await api.rank(items), ranked);
    assert.deepEqual(await api.rank('hostile' as never), []);
    assert.equal((await api.rank([null, 7, { title: { x: 1 } }, { author: 'x' }] as never)).length, 4);
  });

  it('lists unread papers with reasons, not those that are cited, and opens the chosen one', async () => {
    const next = await vscode.commands.executeCommand<Next[]>('literatureNotes.readNext');
    const keys = next.map(({ citekey }) => citekey);
    assert.ok(keys.includes('mothnext') && !keys.some((key) => /^moth\d/.test(key)));
    assert.ok(keys.indexOf('mothnext') < keys.indexOf('glacier') || !keys.includes('glacier'));
    await until('the opened list', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor !== undefined;
    });
  });
});
