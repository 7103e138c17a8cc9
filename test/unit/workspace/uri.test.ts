import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fileNameOf, folderOf, isAtOrIn, joinPath, relativePath } from '../../../src/workspace/uri';

describe('URIs of files', () => {
  it('give the path below a folder, decoded', () => {
    const path = (folder: string, uri: string) => relativePath(folder, uri);
    assert.equal(path('file:///ws', 'file:///ws/a/b.bib'), 'a/b.bib');
    assert.equal(path('file:///ws/', 'file:///ws/a.bib'), 'a.bib');
    assert.equal(path('file:///', 'file:///a.bib'), 'a.bib');
    assert.equal(path('file:///my%20papers', 'file:///my%20papers/%C3%BCber%20%5Bold%5D.bib'), 'über [old].bib');
    assert.equal(path('file:///c%3A/ws', 'file:///c%3A/ws/a.bib'), 'a.bib');
    assert.equal(path('file:///ws', 'file:///ws2/a.bib'), undefined);
    assert.equal(path('file:///ws', 'file:///ws'), undefined);
    assert.equal(path('file:///ws', 'vscode-vfs://github/ws/a.bib'), undefined);
  });

  it('are joined with paths', () => {
    assert.equal(joinPath('file:///ws', 'a/b c.bib'), 'file:///ws/a/b%20c.bib');
    assert.equal(joinPath('file:///ws/', './a/../b.bib'), 'file:///ws/b.bib');
    assert.equal(joinPath('file:///ws', '../../../etc'), 'file:///etc');
    assert.equal(joinPath('file:///', "it's (1)!*.bib"), 'file:///it%27s%20%281%29%21%2A.bib');
    assert.equal(joinPath('file://server/share', 'a.bib'), 'file://server/share/a.bib');
    assert.equal(joinPath('vscode-vfs://github/me/it', '..'), 'vscode-vfs://github/me');
  });

  it('come back from any path', () => {
    const segment = fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !/^\.\.?$|\//.test(name));
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
        const path = segments.join('/');
        const uri = joinPath('file:///ws', path);
        assert.equal(relativePath('file:///ws', uri), path);
        assert.equal(fileNameOf(uri), segments.at(-1));
      }),
    );
  });

  it('lie in folders', () => {
    const gone = new Set(['file:///ws/old', 'file:///ws/a.bib']);
    assert.ok(isAtOrIn(gone, 'file:///ws/old/deep/b.bib'));
    assert.ok(isAtOrIn(gone, 'file:///ws/a.bib'));
    assert.ok(!isAtOrIn(gone, 'file:///ws/older/b.bib'));
    assert.equal(folderOf('file:///ws/old/b.bib'), 'file:///ws/old');
  });

  it('that are no proper UTF-8 are shown as they are', () => {
    assert.equal(fileNameOf('file:///ws/%E0%A4%A.bib'), '%E0%A4%A.bib');
  });
});
