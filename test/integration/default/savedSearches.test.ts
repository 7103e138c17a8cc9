import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { type SavedSearch, SearchMemory } from '../../../src/vscode/searching/searchMemory';
import { memory } from '../citing/memory';
import { literature } from '../support';

describe('Saved and recent searches', () => {
  const make = () => {
    const states = { workspace: memory(), user: memory() };
    return { states, searches: new SearchMemory(states) };
  };
  const search = (name: string, fields: Partial<SavedSearch> = {}): SavedSearch => ({
    name,
    query: `tag:${name}`,
    starred: false,
    scope: 'workspace',
    ...fields,
  });
  const names = (searches: SearchMemory) => searches.saved.map(({ name, scope }) => `${scope} ${name}`);

  it('are kept with the workspace or with the user, starred ones first', async () => {
    const { states, searches } = make();
    await searches.save(search('b'));
    await searches.save(search('a', { scope: 'user' }));
    await searches.save(search('c', { scope: 'user', starred: true }));
    assert.deepEqual(names(searches), ['user c', 'workspace b', 'user a']);
    assert.deepEqual(new SearchMemory(states).saved, searches.saved);
  });

  it('take the place of one of the same name there, and are told by name', async () => {
    const { searches } = make();
    await searches.save(search('Memory'));
    await searches.save(search('memory', { query: 'tag:other' }));
    await searches.save(search('memory', { query: 'tag:user', scope: 'user' }));
    assert.equal(searches.named(' MEMORY ')?.query, 'tag:other');
    await searches.remove(searches.named('memory')!);
    assert.equal(searches.named('memory')?.query, 'tag:user');
  });

  it('remember the last queries, not the letters on the way', async () => {
    const { searches } = make();
    for (const query of ['mem', 'memory', ' ', 'graph', 'memory']) await searches.remember(query);
    assert.deepEqual(searches.recent, ['memory', 'graph']);
    for (let i = 0; i < 40; i++) await searches.remember(`query ${i} end`);
    assert.ok(searches.recent.length <= 12);
    await searches.forget('query 39 end');
    assert.equal(searches.recent[0], 'query 38 end');
  });

  it('live with anything that stands in their place', async () => {
    const { states, searches } = make();
    for (const value of [
      undefined,
      null,
      5,
      'x',
      {},
      [null, 5, {}, { name: '', query: 'x' }, { name: 5, query: [] }],
    ]) {
      await states.workspace.update('searches.saved', value);
      await states.workspace.update('searches.recent', value);
      assert.deepEqual(searches.saved, []);
      assert.ok(searches.recent.every((query) => typeof query === 'string'));
    }
  });

  it('are saved and opened by commands with a name', async () => {
    await literature();
    await vscode.commands.executeCommand('literatureNotes.searchPapers', 'robots');
    await vscode.commands.executeCommand('literatureNotes.saveSearch', 'My robots');
    await vscode.commands.executeCommand('literatureNotes.clearSearch');
    await vscode.commands.executeCommand('literatureNotes.openSearch', 'my robots');
    await vscode.commands.executeCommand('literatureNotes.filterPapers', 'has:note');
    await vscode.commands.executeCommand('literatureNotes.clearSearch');
  });
});
