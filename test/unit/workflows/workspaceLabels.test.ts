import assert from 'node:assert/strict';
import { SYNTAXES } from '../../../src/citations/syntaxes';
import { WorkspaceLabels } from '../../../src/workflows/workspaceLabels';
import { MemoryWorkspace } from '../support/memoryWorkspace';

describe('The labels of a workspace', () => {
  it('are those of all its Typst files, as they are being written', async () => {
    const workspace = new MemoryWorkspace({
      'main.typ': '= Introduction <intro>\n',
      'parts/plot.typ': '#figure(image("a.png")) <plot>\n',
      'other.md': '<none>',
    });
    const labels = new WorkspaceLabels(SYNTAXES.typst.labels!, workspace);
    let told = 0;
    labels.onDidChange(() => void told++);
    assert.deepEqual([...(await labels.all())].sort(), ['intro', 'plot']);
    workspace.type('main.typ', '= Introduction <start>\n');
    await workspace.clock.pass(200);
    assert.deepEqual([...(await labels.all())].sort(), ['plot', 'start']);
    workspace.type('main.typ', 'A word before. = Introduction <start>\n');
    await workspace.clock.pass(200);
    assert.equal(told, 2, 'not where they stay the same');
  });

  it('are those of all MyST files, too', async () => {
    const workspace = new MemoryWorkspace({
      'intro.md': '(start)=\n# Where It Begins\n\n```{figure} a.png\n:name: lake\n```\n\n$$\nx\n$$ (flow)\n',
      'data.md': '```{math}\n:label: mass\ny\n```\n',
      'main.typ': '<none>',
    });
    const labels = new WorkspaceLabels(SYNTAXES.myst.labels!, workspace);
    assert.deepEqual([...(await labels.all())].sort(), ['flow', 'lake', 'mass', 'start', 'where-it-begins']);
  });
});
