import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OwnFile } from '../../../src/vscode/host/ownFile';
import { AgreedMemory } from '../../../src/vscode/notes/agreedMemory';
import { QUIET_LOG } from '../quietLog';
import { read, remove, until, workspaceFile, write } from '../support';

describe('The memory of what notes and entries agreed in', () => {
  const open = () => new AgreedMemory(new OwnFile(workspaceFile('memory/notes.json'), QUIET_LOG));
  after(async () => {
    await remove('memory');
  });

  it('is there at once, and in the next window, with all that was known before', async () => {
    const first = open();
    first.add(new Map([['a', { title: 1 }]]));
    first.add(new Map([['b', { year: 2 }]]));
    assert.deepEqual(
      [...(await first.all())],
      [
        ['a', { title: 1 }],
        ['b', { year: 2 }],
      ],
    );
    await until('the file', async () => (await open().all()).size === 2);
    const second = open();
    second.add(new Map([['b', { year: 3 }]]));
    await until('the change', async () => (await open().all()).get('b')?.year === 3);
    assert.deepEqual((await open().all()).get('a'), { title: 1 });
    const names = await vscode.workspace.fs.readDirectory(workspaceFile('memory'));
    assert.deepEqual(names, [['notes.json', vscode.FileType.File]]);
    assert.equal(await read(workspaceFile('memory/notes.json')), '{"a":{"title":1},"b":{"year":3}}');
  });

  it('knows nothing where the file is broken or says something else', async () => {
    for (const broken of ['{', '[]', '"x"', '{"a":{"title":"1","other":2},"b":7}']) {
      await write('memory/notes.json', broken);
      for (const fields of (await open().all()).values()) assert.deepEqual(fields, {});
    }
  });
});
