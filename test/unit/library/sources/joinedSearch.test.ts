import assert from 'node:assert/strict';
import { JoinedSearch } from '../../../../src/library/sources/joinedSearch';
import { MemoryWorkspace, ROOT } from '../../support/memoryWorkspace';

describe('A joined search', () => {
  const workspace = new MemoryWorkspace();
  const OTHER = `${ROOT}/other`;
  const NAMES = ['a.bib', 'sub/b.bib', 'sub/references.json', 'other/c.bib', 'bib/d.txt'];
  before(() => NAMES.forEach((name) => workspace.write(name, '')));
  beforeEach(() => void workspace.asked.splice(0));

  const found = async (globs: readonly string[], base = ROOT) => {
    const search = new JoinedSearch(workspace, new AbortController().signal);
    const results = await Promise.all(globs.map((glob) => search.find({ base, glob })));
    return results.map((uris) => uris.map((uri) => uri.slice(ROOT.length + 1)).sort());
  };
  const finds = () => workspace.asked.filter((asked) => asked.startsWith('find'));

  it('looks once for names in all folders', async () => {
    const all = ['a.bib', 'other/c.bib', 'sub/b.bib', 'sub/references.json'];
    assert.deepEqual(await found(['**/*.bib', '**/references.json', '**/*.bib']), [all, all, all]);
    assert.deepEqual(finds(), ['find **/{*.bib,references.json}']);
  });

  it('looks for one name as it is written', async () => {
    assert.deepEqual(await found(['**/*.bib']), [['a.bib', 'other/c.bib', 'sub/b.bib']]);
    assert.deepEqual(finds(), ['find **/*.bib']);
  });

  for (const glob of ['sub/*.bib', '**/*.{bib,json}', '**/sub/*.bib', '*.bib'])
    it(`looks for ${glob} on its own`, async () => {
      await found(['**/*.txt', glob]);
      assert.deepEqual(finds().sort(), [`find **/*.txt`, `find ${glob}`].sort());
    });

  it('looks below each folder on its own', async () => {
    const search = new JoinedSearch(workspace, new AbortController().signal);
    await Promise.all([ROOT, OTHER].map((base) => search.find({ base, glob: '**/*.bib' })));
    assert.equal(finds().length, 2);
  });

  it('ends where it is called off', async () => {
    const search = new JoinedSearch(workspace, AbortSignal.abort());
    assert.deepEqual(await search.find({ base: ROOT, glob: '**/*.bib' }), []);
  });
});
