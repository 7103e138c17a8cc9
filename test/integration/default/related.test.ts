import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { literature, remove, until, write } from '../support';

describe('Related papers', () => {
  let api: LiteratureNotesApi;
  before(async () => void (api = await literature()));

  it('are those about the same, nearest first, without the paper itself', async () => {
    const items = [
      {
        id: 'tides2020',
        title: 'Tidal memory in recurrent networks',
        abstract: 'Memory decays in a rhythm that networks learn.',
      },
      { id: 'bread2021', title: 'Sourdough at altitude', abstract: 'Loaves rise faster where the air is thin.' },
    ];
    await write('near.csl.json', JSON.stringify(items));
    await until('the list', async () => (await api.search('sourdough')).length > 0);
    const related = await api.related('tidalmemoryrecurrent');
    assert.equal(related[0]?.citekey, 'tides2020');
    assert.ok(!related.some(({ citekey }) => citekey === 'bread2021' || citekey === 'tidalmemoryrecurrent'));
    await remove('near.csl.json');
    await until('the end', () => !api.entry('bread2021'));
  });

  it('are shown by a command, as a search that can be left', async () => {
    await vscode.commands.executeCommand('literatureNotes.relatedPapers', 'tidalmemoryrecurrent');
    const [hit] = await api.search('related:tidalmemoryrecurrent');
    assert.notEqual(hit?.citekey, 'tidalmemoryrecurrent');
    await vscode.commands.executeCommand('literatureNotes.clearSearch');
  });

  it('are none for a paper that nobody knows', async () => assert.deepEqual(await api.related('unknown2020'), []));
});
