import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { EditPlan } from '../../../src/base/editPlan';
import { applyEdits } from '../../../src/base/textEdit';
import { planOfStatuses, readStateFile } from '../../../src/notes/stateFile';
import { StateFiles } from '../../../src/notes/stateFiles';
import { MemoryWorkspace, ROOT } from '../support/memoryWorkspace';
import { anyText } from './anyText';

const URI = 'file:///reading.yaml';
const after = (text: string, plan: EditPlan) => applyEdits(text, plan.edits[0]?.edits ?? []);
const set = (text: string, statuses: Record<string, string | undefined>) =>
  after(text, planOfStatuses(URI, text, new Map(Object.entries(statuses))));
const statuses = (text: string) =>
  Object.fromEntries([...readStateFile(text).kept.values()].map(({ citekey, status }) => [citekey, status]));

describe('A state file', () => {
  it('keeps one paper a line', () => {
    assert.deepEqual(statuses('# mine\nb2: read # again\r\n"a:1": "to read"\n\n007: 1\n'), {
      b2: 'read',
      'a:1': 'to read',
      '007': '1',
    });
  });

  it('loses one line alone where that is wrong', () => {
    const { kept, problems } = readStateFile('a: read\n<<<<<<< HEAD\nb: reading\n  c: x\na: unread\nd: [x]\n');
    assert.deepEqual([...kept.keys()], ['a', 'b']);
    assert.deepEqual(
      problems.map(({ code, range }) => `${code} ${range.start.line}`),
      ['state-line-invalid 1', 'state-line-invalid 3', 'state-duplicate 4', 'state-line-invalid 5'],
    );
  });

  it('takes papers in where they stand by citekey, and leaves all else as it is', () => {
    assert.equal(set('', { b: 'read', a: 'unread' }), 'a: unread\nb: read\n');
    assert.equal(
      set('# mine\nb:  "read" # again\nd: x', { c: 'read', b: 'reading', e: 'No' }),
      ['# mine', 'b:  reading # again', 'c: read', 'd: x', 'e: "No"', ''].join('\n'),
    );
    assert.equal(set('a: x\r\nc: x\r\n', { b: 'z', a: undefined }), 'b: z\r\nc: x\r\n');
    assert.deepEqual(
      planOfStatuses(
        URI,
        'a: x\n',
        new Map([
          ['a', 'x'],
          ['b', undefined],
        ]),
      ).edits,
      [],
    );
  });

  it('says after a change what was set and what it said before, whatever it holds', () => {
    const key = fc.oneof(
      fc.constantFrom('smith2020', 'a', 'b', 'a:b', '007', 'null', 'é'),
      anyText([':', '#'], 4).filter((text) => /^\S+$/.test(text) && text.normalize('NFC') === text),
    );
    const status = fc.oneof(
      fc.constantFrom('read', 'to read', 'No', '1.50'),
      anyText([': ', ' #'], 4).filter((text) => text !== ''),
    );
    const line = fc.oneof(
      fc.constantFrom('# c', '', 'x', '  a: b', 'a: read', 'b: "x" # y', '<<<<<<<', 'smith2020: reading'),
      anyText([': '], 5).filter((text) => !/[\n\r]/.test(text)),
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n'),
        fc.dictionary(key, fc.option(status, { nil: undefined })),
        (lines, end, changes) => {
          const text = lines.join(end);
          const expected: Record<string, string | undefined> = { ...statuses(text), ...changes };
          for (const [name, value] of Object.entries(expected)) if (value === undefined) delete expected[name];
          const duplicates = readStateFile(text).problems.some(({ code }) => code === 'state-duplicate');
          if (!duplicates) assert.deepEqual(statuses(set(text, changes)), expected);
        },
      ),
    );
  });
});

describe('The state files of a workspace', () => {
  it('are followed, and tell which papers have another status', async () => {
    const workspace = new MemoryWorkspace({ 'notes/reading.yaml': 'a: read\nb: unread\n' });
    const files = new StateFiles((folder) => `${folder}/notes/reading.yaml`, workspace);
    const told: string[] = [];
    files.onDidChange((citekeys) => void told.push(citekeys.join(' ')));
    await files.reload();
    workspace.write('notes/reading.yaml', 'a: read\nb: reading\nc: read\n');
    await workspace.clock.pass(500);
    assert.deepEqual(told, ['a b', 'b c']);
    assert.deepEqual(files.statusOf('b'), { uri: `${ROOT}/notes/reading.yaml`, status: 'reading' });
    const [{ problems }] = files.problems((key) => (key === 'c' ? 'unread' : undefined));
    assert.deepEqual(
      problems.map(({ code, range }) => [code, range.start.line]),
      [['state-differs', 2]],
    );
    workspace.delete('notes/reading.yaml');
    await workspace.clock.pass(5000);
    assert.equal(files.statusOf('b'), undefined);
  });
});
