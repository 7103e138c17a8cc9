import assert from 'node:assert/strict';
import { foldersElsewhere } from '../../../../src/library/sources/sourcePattern';
import { MemoryWorkspace, ROOT } from '../../support/memoryWorkspace';

describe('The folders elsewhere in which papers are looked for', () => {
  const folders = (sources: string[], userSources: string[] = [], isTrusted = true) =>
    foldersElsewhere(new MemoryWorkspace().files, {
      folders: [{ uri: ROOT, sources, defaultSources: ['**/*.bib'] }],
      userSources,
      copies: ['file:///store/Zotero.json'],
      isTrusted,
      home: '/home/me',
      absolute: (path) => `file://${path}`,
    });

  it('are those of patterns that lead out of the workspace', () => {
    const sources = ['**/*.bib', 'papis/**/info.yaml', '~/papis/**/info.yaml', '../other/*.bib', '/ws/in/*.bib'];
    assert.deepEqual(folders(sources), ['file:///home/me/papis', 'file:///other']);
    assert.deepEqual(folders(['/lists/**/*.bib'], ['~/papers/*.bib', '~/papers/**/*.ris']), [
      'file:///lists',
      'file:///home/me/papers',
    ]);
  });

  it('are not those of single files, which are problems where they are missing, nor any that an untrusted workspace names', () => {
    assert.deepEqual(folders(['/lists/a.bib'], ['~/b.bib']), []);
    assert.deepEqual(folders(['/lists/**/*.bib'], [], false), []);
  });
});
