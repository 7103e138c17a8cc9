import assert from 'node:assert/strict';
import { ProjectBibliographies } from '../../../../src/workflows/bibliographies/projectBibliographies';
import { MemoryWorkspace } from '../../support/memoryWorkspace';

describe('The bibliography of a project', () => {
  const covers = async (workspace: MemoryWorkspace, ...paths: string[]) => {
    const projects = new ProjectBibliographies(workspace);
    return Promise.all(paths.map((path) => projects.cover(workspace.uri(path), 'pandoc')));
  };

  it('is there for documents beside and below a project file that names it', async () => {
    const workspace = new MemoryWorkspace({ 'book/_quarto.yml': 'project: book\nbibliography: refs.bib\n' });
    assert.deepEqual(await covers(workspace, 'book/a.qmd', 'book/deep/b.qmd', 'c.qmd', 'book.qmd', 'books/d.qmd'), [
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('is there for the cells of a notebook, and not for the pages about a repository', async () => {
    const workspace = new MemoryWorkspace({ '_config.yml': 'sphinx:\n  - bibtex_bibfiles: [refs.bib]\n' });
    const others = ['vscode-notebook-cell:/ws/n.ipynb#W0sZmlsZQ%3D%3D', 'README.md', 'untitled:Untitled-1'];
    assert.deepEqual(await covers(workspace, ...others), [true, false, false]);
  });

  it('comes and goes with what is written into the file', async () => {
    const workspace = new MemoryWorkspace({ 'conf.py': "project = 'Book'\n" });
    const projects = new ProjectBibliographies(workspace);
    let told = 0;
    projects.onDidChange(() => void told++);
    const isThere = () => projects.cover(workspace.uri('index.rst'), 'rst');
    assert.equal(await isThere(), false);
    workspace.type('conf.py', "bibtex_bibfiles = ['refs.bib']\n");
    await workspace.clock.pass(200);
    assert.equal(await isThere(), true);
    workspace.save('conf.py');
    await workspace.clock.pass(50);
    workspace.delete('conf.py');
    await workspace.clock.pass(50);
    assert.equal(await isThere(), false);
    assert.equal(told, 2, 'when it is typed, and when it is deleted');
  });
});
