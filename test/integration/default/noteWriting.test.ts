import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { closeEditors, literature, remove, until, write } from '../support';

const TIDAL = 'tidalmemoryrecurrent';
const MAPS = 'sparsemapspatient';

describe('Writing a note', () => {
  let api: LiteratureNotesApi;

  before(async () => {
    api = await literature();
    await write(
      `notes/${TIDAL}.md`,
      `---\ncitekey: ${TIDAL}\nstatus: skimmed\ntags: [shore, night]\n---\nWater comes back.\n`,
    );
    await write(`notes/${MAPS}.md`, `---\ncitekey: ${MAPS}\ntags: [night]\n---\nSee [[${TIDAL}]].\n`);
    await until('both notes', () => api.noteUri(TIDAL) && api.noteUri(MAPS));
  });
  afterEach(closeEditors);
  after(async () => {
    for (const key of [TIDAL, MAPS]) await remove(`notes/${key}.md`);
    await until('no note', () => !api.noteUri(TIDAL) && !api.noteUri(MAPS));
  });

  /** What is offered at the end of the first line that begins so. */
  async function offered(begins: string, text: string): Promise<string[]> {
    const uri = await write(`notes/${MAPS}.md`, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await until('the text', () => document.getText() === text);
    const line = text.split('\n').findIndex((each) => each.startsWith(begins));
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      document.lineAt(line).range.end,
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  }

  it('is offered the fields that are not there, the statuses and tags in use, and the citekeys', async () => {
    const front = (line: string) => `---\ncitekey: ${MAPS}\n${line}\n---\n`;
    const fields = await offered('ra', front('ra'));
    assert.ok(fields.includes('rating') && !fields.includes('citekey'), fields.join());
    const statuses = await offered('status:', front('status: '));
    assert.ok(
      ['unread', 'read', 'skimmed'].every((status) => statuses.includes(status)),
      statuses.join(),
    );
    const tags = await offered('tags:', front('tags: [night, '));
    assert.ok(tags.includes('shore') && !tags.includes('night'), tags.join());
    assert.ok((await offered('citekey:', `---\ncitekey: tidalmem\n---\n`)).includes(TIDAL));
  });

  it('is offered other notes behind brackets, by the title of their papers, and leads to them', async () => {
    const found = await offered('See', `---\ncitekey: ${MAPS}\n---\n\nSee [[tidal\n`);
    assert.ok(
      found.some((label) => /tidal/i.test(label)),
      found.join(),
    );
    const uri = await write(`notes/${MAPS}.md`, `---\ncitekey: ${MAPS}\n---\n\nSee [[${TIDAL}]] and [[nobody]].\n`);
    const document = await vscode.workspace.openTextDocument(uri);
    await until('the link', () => document.getText().includes(`[[${TIDAL}]]`));
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', uri);
    const target = api.noteUri(TIDAL)!.toString();
    assert.equal(links.filter((link) => link.target?.toString() === target).length, 1);
    const place = new vscode.Position(4, 8);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, place);
    const shown = hovers.flatMap(({ contents }) => contents).map((content) => (content as vscode.MarkdownString).value);
    assert.match(shown.join(), /Water comes back/);
    const definitions = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      uri,
      place,
    );
    assert.ok(definitions.some((one) => ('uri' in one ? one.uri : one.targetUri).toString() === target));
  });
});
