import assert from 'node:assert/strict';
import type { FileGlob } from '../../../src/workspace/files';
import { JoinedFinds } from '../../../src/workspace/joinedFinds';
import { MemoryWorkspace, ROOT } from '../support/memoryWorkspace';

describe('Finds that are asked for at once', () => {
  const workspace = new MemoryWorkspace();
  const finds = new JoinedFinds((glob, options) => workspace.find(glob, options));
  const FILES = ['a.bib', 'sub/b.bib', 'sub/references.json', 'other/[c] d.bib', 'x/.c.Bib', 'bib/d.txt', 'e+f.txt'];
  before(() => FILES.forEach((name) => workspace.write(name, '')));
  beforeEach(() => void workspace.asked.splice(0));

  const find = async (glob: string, base = ROOT) => {
    const uris = await finds.find({ base, glob });
    return uris.map((uri) => decodeURIComponent(uri.slice(ROOT.length + 1))).sort();
  };

  it('are one, of which each gets its own', async () => {
    const globs = ['**/*.bib', '**/references.json', '**/*.{txt,json}', '**/{e+f.txt,*.bib}'];
    assert.deepEqual(await Promise.all(globs.map((glob) => find(glob))), [
      ['a.bib', 'other/[c] d.bib', 'sub/b.bib'],
      ['sub/references.json'],
      ['bib/d.txt', 'e+f.txt', 'sub/references.json'],
      ['a.bib', 'e+f.txt', 'other/[c] d.bib', 'sub/b.bib'],
    ]);
    assert.deepEqual(workspace.asked, ['find **/{*.bib,references.json,*.txt,*.json,e+f.txt}']);
  });

  it('find what each would find alone', async () => {
    const globs = [
      '**/*.bib',
      '**/*',
      '**/*.{bib,txt}',
      '*.bib',
      '**/sub/*.bib',
      '**/[ab].bib',
      '**/{a,b}*.bib',
      '**/?.bib',
    ];
    const together = await Promise.all(globs.map((glob) => find(glob)));
    for (const [i, glob] of globs.entries()) assert.deepEqual(together[i], await find(glob), glob);
  });

  for (const glob of ['sub/*.bib', '**/sub/*.bib', '*.bib', '**/[ab].bib', '**/?.bib', '**/{a,b}.{bib,txt}'])
    it(`are two where one is for ${glob}, which is more than names`, async () => {
      await Promise.all([find('**/*.txt'), find(glob)]);
      assert.deepEqual(workspace.asked.sort(), ['find **/*.txt', `find ${glob}`].sort());
    });

  it('are two below two folders, and where one has a limit', async () => {
    await Promise.all([find('**/*.bib'), find('**/*.txt', `${ROOT}/bib`)]);
    assert.equal(workspace.asked.length, 2);
    await Promise.all([find('**/*.bib'), finds.find({ base: ROOT, glob: '**/*.txt' }, { limit: 1 })]);
    assert.equal(workspace.asked.length, 4);
  });

  it('end for those who call them off, and end as a whole once all have', async () => {
    const [one, other] = [new AbortController(), new AbortController()];
    let signal: AbortSignal | undefined;
    const asked: FileGlob[] = [];
    const slow = new JoinedFinds(async (glob, options) => {
      asked.push(glob);
      signal = options?.signal;
      await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
      return signal?.aborted ? [] : [`${ROOT}/a.bib`];
    });
    const both = [one, other].map((each) => slow.find({ base: ROOT, glob: '**/*.bib' }, { signal: each.signal }));
    await new Promise((resolve) => setImmediate(resolve));
    one.abort();
    assert.deepEqual(await both[0], []);
    assert.equal(signal?.aborted, false);
    other.abort();
    assert.equal(signal?.aborted, true);
    assert.deepEqual(await both[1], []);
    assert.equal(asked.length, 1);
  });

  it('fail for all where they fail', async () => {
    const broken = new JoinedFinds(() => Promise.reject(new Error('no such folder')));
    const both = ['**/*.bib', '**/*.txt'].map((glob) => broken.find({ base: ROOT, glob }));
    const results = await Promise.allSettled(both);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['rejected', 'rejected'],
    );
  });
});
