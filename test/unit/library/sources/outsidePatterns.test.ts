import assert from 'node:assert/strict';
import { outsidePatterns } from '../../../../src/library/sources/outsidePatterns';

describe('A paper list outside of the workspace', () => {
  const named = (path: string, folder: string, home: string | undefined, own: string, relative: string | undefined) =>
    it(`${path} beside ${folder}: ${own}, ${relative ?? 'no way from there'}`, () => {
      const uri = (name: string) =>
        `file://${name.startsWith('/') ? '' : '/'}${name.replace(/\\/g, '/').replace(':', '%3A')}`;
      const found = outsidePatterns(uri(path), uri(folder), path, home);
      assert.deepEqual([found.own, found.relative], [own, relative]);
    });
  named('/home/ann/zotero/all.bib', '/home/ann/thesis', '/home/ann', '~/zotero/all.bib', '../zotero/all.bib');
  named('/home/ann/all.bib', '/home/ann/work/thesis', '/home/ann', '~/all.bib', '../../all.bib');
  named('/data/all.bib', '/home/ann/thesis', '/home/ann', '/data/all.bib', undefined);
  named('/data/lists/all.bib', '/data/thesis', undefined, '/data/lists/all.bib', '../lists/all.bib');
  named('/data/[a]/all.bib', '/data/thesis', undefined, '/data/[[]a]/all.bib', '../[[]a]/all.bib');
  named('c:\\Users\\Ann\\all.bib', 'c:\\Users\\Ann\\thesis', 'c:\\Users\\Ann', '~/all.bib', '../all.bib');
  named('d:\\all.bib', 'c:\\thesis', 'c:\\Users\\Ann', 'd:/all.bib', undefined);
});
