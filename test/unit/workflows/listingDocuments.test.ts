import assert from 'node:assert/strict';
import { ListingDocuments } from '../../../src/workflows/listingDocuments';
import { MemoryWorkspace } from '../support/memoryWorkspace';

describe('The documents that list all of their bibliography', () => {
  it('are those that say so, as they are now', async () => {
    const workspace = new MemoryWorkspace({
      'a.tex': '\\nocite{*}',
      'b.tex': '\\nocite{a} % \\nocite{*}',
      'c.typ': '#bibliography("x.bib", full: true)',
      'd.md': '---\nnocite: "@*"\n---\n',
      'e.md': 'nocite: "@*"',
    });
    const listing = new ListingDocuments(workspace);
    const of = (...paths: string[]) => paths.map((path) => workspace.uri(path));
    assert.deepEqual((await listing.all()).sort(), of('a.tex', 'c.typ', 'd.md'));
    workspace.write('a.tex', '');
    await workspace.clock.pass(1000);
    assert.deepEqual((await listing.all()).sort(), of('c.typ', 'd.md'));
  });
});
