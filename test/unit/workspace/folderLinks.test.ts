import assert from 'node:assert/strict';
import { FolderLinks } from '../../../src/workspace/folderLinks';

/** Links of a workspace at `file:///ws`; what leads where by paths below it. */
function linksOf(targets: Readonly<Record<string, string>>, root = 'file:///ws') {
  const real = (uri: string) => {
    for (const [link, target] of Object.entries(targets)) {
      const folder = `file:///ws/${link}`;
      if (uri === folder || uri.startsWith(`${folder}/`))
        return real(`file:///ws/${target}${uri.slice(folder.length)}`);
    }
    return uri.replace('file:///ws', root);
  };
  const links = new FolderLinks({ folders: () => ['file:///ws'], real: (uri) => Promise.resolve(real(uri)) });
  const inside = (path: string) => `file:///ws/${path}`;
  return {
    once: async (...paths: string[]) =>
      (await links.once(paths.map(inside))).map((uri) => uri.slice('file:///ws/'.length)),
    followed: (path: string) => links.followed(inside(path)).slice('file:///ws/'.length),
    isLink: (path: string) => links.isLink(inside(path)),
  };
}

describe('Folders that are links', () => {
  it('give each file once, under the name that it has in truth', async () => {
    const { once, followed } = linksOf({ n: 'zettel' });
    assert.deepEqual(await once('n/a.md', 'n/sub/b.md', 'zettel/a.md', 'zettel/sub/b.md', 'c.md'), [
      'zettel/a.md',
      'zettel/sub/b.md',
      'c.md',
    ]);
    assert.equal(followed('n/new.md'), 'zettel/new.md');
    assert.equal(followed('n/sub/b.md'), 'zettel/sub/b.md');
    assert.equal(followed('c.md'), 'c.md');
  });

  it('give the shorter way where the files lie elsewhere', async () => {
    const { once } = linksOf({ longer: '../out', to: '../out' });
    assert.deepEqual(await once('longer/a.md', 'to/a.md'), ['to/a.md']);
  });

  it('are told from folders whose files have the same names', async () => {
    const { once, followed } = linksOf({});
    assert.deepEqual(await once('one/README.md', 'two/README.md'), ['one/README.md', 'two/README.md']);
    assert.equal(followed('one/README.md'), 'one/README.md');
  });

  it('are so, too, in a workspace folder that is a link itself', async () => {
    const { once, isLink } = linksOf({ n: 'zettel' }, 'file:///data/ws');
    assert.deepEqual(await once('n/a.md', 'zettel/a.md'), ['zettel/a.md']);
    assert.deepEqual([await isLink('n'), await isLink('n/sub'), await isLink('zettel')], [true, true, false]);
  });

  it('leave a file that is not found under its other name, and are forgotten when they are none any more', async () => {
    const targets: Record<string, string> = { n: 'zettel' };
    const { once, followed } = linksOf(targets);
    await once('n/a.md', 'zettel/a.md');
    assert.deepEqual(await once('n/only.bib'), ['n/only.bib']);
    assert.equal(followed('n/a.md'), 'zettel/a.md');
    delete targets.n;
    assert.deepEqual(await once('n/a.md', 'zettel/a.md'), ['n/a.md', 'zettel/a.md']);
    assert.equal(followed('n/a.md'), 'n/a.md');
  });
});
