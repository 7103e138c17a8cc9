import assert from 'node:assert/strict';
import { chmod } from 'node:fs/promises';
import * as vscode from 'vscode';
import { isHarmless } from '../../../src/base/byteTruth';
import { EMPTY_PLAN, type EditPlan, madeForText, mergePlans, planOf, planOfNewFile } from '../../../src/base/editPlan';
import { applyAtCursors, applyPlan, type Outcome, workspaceEditOf } from '../../../src/vscode/host/applyPlan';
import { closeEditors, openMarked, read, remove, workspaceFile, write } from '../support';
import { FullDisk } from './fullDisk';
import { WithoutCase } from './withoutCase';

const FOLDER = 'plans';
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const bytesOf = async (uri: vscode.Uri) => Buffer.from(await vscode.workspace.fs.readFile(uri));

/** What became of a plan, in words. */
function said(outcome: Outcome): string {
  if (outcome.kind === 'refused') return outcome.refusals.map(({ code }) => code).join();
  return outcome.kind;
}

describe('Carrying out a plan', () => {
  before(() => vscode.workspace.fs.createDirectory(workspaceFile(FOLDER)));
  afterEach(closeEditors);
  after(() => remove(FOLDER));

  let files = 0;
  const put = (content: string | Uint8Array) => write(`${FOLDER}/${files++}.txt`, content);
  const name = () => workspaceFile(`${FOLDER}/${files++}.txt`);
  const open = (uri: vscode.Uri) => vscode.workspace.openTextDocument(uri);
  /** Puts a text before a file whose text is this. */
  const putBefore = (uri: vscode.Uri, text: string, newText = '+') =>
    planOf(uri.toString(), madeForText(text), [{ start: 0, end: 0, newText }]);

  it('edits texts without saving them, in one step of undo, and its inverse takes all back', async () => {
    const [a, b] = [await put('a\n'), await put('b\r\n')];
    const outcome = await applyPlan(mergePlans([putBefore(a, 'a\n', '+\n'), putBefore(b, 'b\r\n', '+\n')]));
    assert.ok(outcome.kind === 'done', said(outcome));
    assert.equal((await open(a)).getText(), '+\na\n');
    assert.equal((await open(b)).getText(), '+\r\nb\r\n');
    assert.equal(await read(a), 'a\n');
    assert.equal(said(await applyPlan(outcome.undo)), 'done');
    assert.equal((await open(b)).getText(), 'b\r\n');
    for (const uri of [a, b]) await (await open(uri)).save();
  });

  it('renames and edits a file that is not UTF-8, and keeps every other byte', async () => {
    const from = await put(latin1('caf\u00e9 “\n'.replace('“', '\u0093')));
    const to = name();
    const renames = [{ from: from.toString(), to: to.toString() }];
    const plan = mergePlans([putBefore(from, 'café “\n', 'Ü '), { ...EMPTY_PLAN, renames }]);
    const outcome = await applyPlan(plan);
    assert.ok(outcome.kind === 'done', said(outcome));
    const document = await open(to);
    assert.equal(document.getText(), 'Ü café “\n');
    await document.save();
    assert.deepEqual(await bytesOf(to), Buffer.from(latin1('\u00dc caf\u00e9 \u0093\n')));
    assert.equal(said(await applyPlan(outcome.undo)), 'done');
    await (await open(from)).save();
    assert.deepEqual(await bytesOf(from), Buffer.from(latin1('caf\u00e9 \u0093\n')));
  });

  it('creates files whole, and its inverse deletes them', async () => {
    const uri = vscode.Uri.joinPath(workspaceFile(FOLDER), 'new/deep/note.md');
    const outcome = await applyPlan(planOfNewFile(uri.toString(), 'Text\n'));
    assert.ok(outcome.kind === 'done', said(outcome));
    assert.equal(await read(uri), 'Text\n');
    assert.deepEqual(await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(uri, '..')), [['note.md', 1]]);
    assert.equal(said(await applyPlan(outcome.undo)), 'done');
    await assert.rejects(async () => vscode.workspace.fs.stat(uri));
  });

  describe('is refused', () => {
    const refused = async (plan: EditPlan, code: string) => assert.equal(said(await applyPlan(plan)), code);

    it('where a text changed since', async () => {
      const uri = await put('old');
      await refused(putBefore(uri, 'older'), 'changed');
      const { version } = await open(uri);
      await refused(planOf(uri.toString(), { version: version - 1 }, [{ start: 0, end: 0, newText: '+' }]), 'changed');
      assert.equal((await open(uri)).getText(), 'old');
    });

    it('as a whole where one file of many speaks against it', async () => {
      const [a, b] = [await put('a'), await put('b')];
      const created = name();
      await refused(
        mergePlans([putBefore(a, 'a'), putBefore(b, 'x'), planOfNewFile(created.toString(), '')]),
        'changed',
      );
      assert.equal((await open(a)).getText(), 'a');
      await assert.rejects(async () => vscode.workspace.fs.stat(created));
    });

    it('where a file is gone', () => refused(putBefore(name(), ''), 'missing'));

    it('where a file is marked as read-only', async () => {
      const uri = await put('mine');
      await chmod(uri.fsPath, 0o444);
      await refused(putBefore(uri, 'mine'), 'read-only');
      await refused({ ...EMPTY_PLAN, renames: [{ from: uri.toString(), to: name().toString() }] }, 'read-only');
      await chmod(uri.fsPath, 0o644);
    });

    it('where a file system is read-only', async () => {
      const disk = new FullDisk();
      disk.files.set('/a.txt', new Uint8Array());
      const registered = vscode.workspace.registerFileSystemProvider('readonlydisk', disk, { isReadonly: true });
      await refused(putBefore(vscode.Uri.parse('readonlydisk:/a.txt'), ''), 'read-only');
      registered.dispose();
    });

    it('where a file has that name', async () => {
      const [a, b] = [await put('a'), await put('b')];
      await refused(planOfNewFile(a.toString(), 'new'), 'exists');
      await refused({ ...EMPTY_PLAN, renames: [{ from: a.toString(), to: b.toString() }] }, 'exists');
      assert.equal(await read(a), 'a');
    });

    it('where the encoding of a file lacks what is inserted', async () => {
      await refused(putBefore(await put(latin1('caf\u00e9')), 'café', 'Περὶ'), 'unencodable');
    });

    const oddities: [string, Uint8Array][] = [
      ['a UTF-8 file with a byte that is none', new Uint8Array([...Buffer.from('Árpád č '), 0xe9])],
      ['Windows-1252 with a byte that has no character', latin1('\u00dc \u0081')],
      ['an encoding that VS Code does not know', latin1('% Encoding: x-mac-cyrillic\n\u0080')],
      ['mixed line ends', Buffer.from('a\nb\r\nc\n')],
      ['lines that end with CR alone', Buffer.from('a\rb\r')],
      ['two byte order marks', Buffer.from('\uFEFF\uFEFFa')],
      ['UTF-16 without a mark', new Uint8Array(Buffer.from('@book{key,', 'utf16le'))],
      ['a binary file', Uint8Array.of(80, 75, 3, 4, 0, 0, 8, 0, 99, 98)],
    ];
    for (const [what, bytes] of oddities) {
      it(`where saving would change other bytes: ${what}`, async () => {
        const uri = await put(bytes);
        await refused(putBefore(uri, ''), 'odd');
        assert.deepEqual(await bytesOf(uri), Buffer.from(bytes));
      });
    }
  });

  it('regulates line ends where that was agreed to', async () => {
    const uri = await put('a\nb\r\nc\n');
    const outcome = await applyPlan(putBefore(uri, 'a\nb\nc\n'), { accept: isHarmless });
    assert.equal(said(outcome), 'done');
    await (await open(uri)).save();
    assert.equal(await read(uri), '+a\nb\nc\n');
  });

  it('leaves nothing of a file that does not fit on the disk', async () => {
    const disk = new FullDisk();
    const registered = vscode.workspace.registerFileSystemProvider('fulldisk', disk);
    const plan = (path: string) => planOfNewFile(`fulldisk:${path}`, 'x'.repeat(100));
    disk.room = 10;
    assert.equal(said(await applyPlan(plan('/notes/a.md'))), 'not-created');
    assert.deepEqual([[...disk.files.keys()], [...disk.folders]], [[], ['/']]);
    disk.room = 1000;
    assert.equal(said(await applyPlan(mergePlans([plan('/notes/a.md'), plan('/notes/b.md')]))), 'done');
    assert.deepEqual([...disk.files.keys()], ['/notes/a.md', '/notes/b.md']);
    registered.dispose();
  });

  it('leaves a file its name where only the case would change and the folder does not tell names by it', async () => {
    const disk = new WithoutCase();
    const [scheme, from, to] = ['withoutcase', 'withoutcase:/case.md', 'withoutcase:/Case.md'];
    const registered = vscode.workspace.registerFileSystemProvider(scheme, disk, { isCaseSensitive: true });
    disk.files.set('/case.md', new TextEncoder().encode('key: case\n'));
    const rename = { ...EMPTY_PLAN, renames: [{ from, to }] };
    const plan = mergePlans([putBefore(vscode.Uri.parse(from), 'key: case\n', '# Case\n'), rename]);
    const outcome = await applyPlan(plan);
    assert.ok(outcome.kind === 'done', said(outcome));
    const document = await open(vscode.Uri.parse(from));
    assert.equal(document.getText(), '# Case\nkey: case\n');
    assert.equal(said(await applyPlan(outcome.undo)), 'done');
    assert.equal(document.getText(), 'key: case\n');
    assert.deepEqual([...disk.files.keys()], ['/case.md']);
    await document.save();
    registered.dispose();
  });

  it('overwrites no file whose name differs in case only', async () => {
    const [a, b] = [await write(`${FOLDER}/case.txt`, 'a'), await write(`${FOLDER}/Case.txt`, 'b')];
    const outcome = await applyPlan({ ...EMPTY_PLAN, renames: [{ from: a.toString(), to: b.toString() }] });
    if ((await vscode.workspace.fs.readDirectory(workspaceFile(FOLDER))).some(([name]) => name === 'case.txt')) {
      assert.equal(said(outcome), 'exists');
      assert.deepEqual([await read(a), await read(b)], ['a', 'b']);
    } else assert.equal(said(outcome), 'done');
  });

  it('makes the edit of a provider after the same checks', async () => {
    const uri = await put('a');
    const planned = await workspaceEditOf(putBefore(uri, 'a'));
    assert.ok('edit' in planned);
    assert.deepEqual(
      planned.edit.get(uri).map(({ newText }) => newText),
      ['+'],
    );
    assert.ok('refusals' in (await workspaceEditOf(putBefore(uri, 'b'))));
  });

  it('moves the cursors behind what it inserts at them', async () => {
    const editor = await openMarked('See | and |.', { language: 'markdown' });
    const { document } = editor;
    const edits = [4, 9].map((start) => ({ start, end: start, newText: '@key' }));
    const plan = planOf(document.uri.toString(), { version: document.version }, edits);
    assert.equal(said(await applyAtCursors(editor, plan)), 'done');
    assert.equal(document.getText(), 'See @key and @key.');
    assert.deepEqual(
      editor.selections.map(({ active, anchor }) => [active.character, anchor.character]),
      [
        [8, 8],
        [17, 17],
      ],
    );
    assert.equal(said(await applyAtCursors(editor, plan)), 'changed');
  });
});
