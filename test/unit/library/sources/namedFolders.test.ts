import assert from 'node:assert/strict';
import { namedFolders } from '../../../../src/library/sources/sourcePattern';
import { MemoryWorkspace, ROOT } from '../../support/memoryWorkspace';

const SECOND = 'file:///second';

describe('The folders in which papers are looked for', () => {
  const folders = (
    sources: string[],
    { userSources = [] as string[], ownSources = sources, isTrusted = true, uris = [ROOT] } = {},
  ) =>
    namedFolders(new MemoryWorkspace().files, {
      folders: uris.map((uri) => ({ uri, sources, defaultSources: ['**/*.bib'], ownSources })),
      userSources,
      copies: ['file:///store/Zotero.json'],
      isTrusted,
      home: '/home/me',
      absolute: (path) => `file://${path}`,
    });

  it('are those of patterns that lead out of the workspace', () => {
    const sources = ['**/*.bib', '~/papis/**/info.yaml', '../other/*.bib'];
    assert.deepEqual(folders(sources), [['file:///home/me/papis'], ['file:///other']]);
    assert.deepEqual(folders(['/lists/**/*.bib'], { userSources: ['~/papers/*.bib', '~/papers/**/*.ris'] }), [
      ['file:///lists'],
      ['file:///home/me/papers'],
    ]);
  });

  it('are folders of the workspace, too', () => {
    assert.deepEqual(folders(['papis/**/info.yaml', '/ws/in/*.bib']), [[`${ROOT}/papis`], ['file:///ws/in']]);
  });

  it('are none that a setting for all workspaces names within them', () => {
    assert.deepEqual(folders(['papis/**/info.yaml', '~/papis/**/info.yaml'], { ownSources: [] }), [
      ['file:///home/me/papis'],
    ]);
  });

  it('serve each other where a setting of a workspace names them in all of its folders', () => {
    assert.deepEqual(folders(['papis/**/info.yaml'], { uris: [ROOT, SECOND] }), [[`${ROOT}/papis`, `${SECOND}/papis`]]);
  });

  it('are not those of single files, which are problems where they are missing, nor any that an untrusted workspace names', () => {
    assert.deepEqual(folders(['/lists/a.bib'], { userSources: ['~/b.bib'] }), []);
    assert.deepEqual(folders(['/lists/**/*.bib'], { isTrusted: false }), []);
  });
});
