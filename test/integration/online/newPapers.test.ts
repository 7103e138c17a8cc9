import assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { localDay } from '../../../src/notes/localDay';
import { SERVICE_IDS } from '../../../src/online/services';
import { announced, arxivFeed, dailyPaper, post, posts, rss } from '../../online/feedAnswers';
import { json, LocalServer, status, text } from '../../online/localServer';
import { closeEditors, literature, read, remove, until, write } from '../support';

const ATOM = 'application/atom+xml';

const exists = (uri: vscode.Uri) =>
  vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );

describe('New papers', () => {
  let api: LiteratureNotesApi;
  let server: LocalServer;
  const configuration = () => vscode.workspace.getConfiguration('literatureNotes');
  const { Global } = vscode.ConfigurationTarget;
  const run = <T>(name: string, ...args: unknown[]) =>
    vscode.commands.executeCommand<T>(`literatureNotes.${name}`, ...args);
  const follow = (...feeds: object[]) => configuration().update('newPapers.feeds', feeds, Global);
  /** Has feeds followed and asked, though they may have been asked today. */
  const fetched = async (...feeds: object[]) => {
    await follow(...feeds);
    return run<number>('fetchNewPapers');
  };
  const titles = async () => (await api.newPapers()).map(({ item }) => item.title);
  const paper = async (title: string) => {
    const found = (await api.newPapers()).find(({ item }) => item.title === title);
    assert.ok(found, title);
    return found.item;
  };
  const asked = () => server.received.map(({ path }) => path);

  before(async () => {
    api = await literature();
    server = await LocalServer.listen();
    const endpoints = Object.fromEntries(SERVICE_IDS.map((id) => [id, `${server.url}/${id}`]));
    await configuration().update('online.endpoints', endpoints, Global);
  });
  afterEach(async () => {
    await configuration().update('newPapers.feeds', undefined, Global);
    await configuration().update('online.enabled', undefined, Global);
    await closeEditors();
    server.reset();
  });
  after(async () => {
    await configuration().update('online.endpoints', undefined, Global);
    await server.close();
  });

  it('are asked for by nobody before a feed is chosen', async () => {
    assert.deepEqual(await api.newPapers(), []);
    assert.deepEqual(asked(), []);
  });

  it('come when a feed is chosen, each with its reasons, and never twice', async () => {
    server.on(
      /daily_papers/,
      json([dailyPaper('2611.10001', 'The First Paper of All'), dailyPaper('2611.10002', 'The Second Paper of All')]),
    );
    await follow({ kind: 'huggingface-daily' });
    await until('the papers', async () => (await api.newPapers()).length === 2);
    const [first] = await api.newPapers();
    assert.equal(first.day, localDay(new Date()));
    assert.equal(first.feed, 'Hugging Face daily papers');
    assert.ok(['likely', 'maybe', 'other'].includes(first.band));
    assert.ok(first.reasons.length > 0);
    server.on(
      /daily_papers/,
      json([dailyPaper('2611.10001', 'The First Paper, Renamed'), dailyPaper('2611.10003', 'The Third Paper of All')]),
    );
    assert.equal(await run('fetchNewPapers'), 1);
    assert.deepEqual((await titles()).sort(), [
      'The First Paper of All',
      'The Second Paper of All',
      'The Third Paper of All',
    ]);
  });

  it('come of every kind of feed; a wrong one and one that fails stop none', async () => {
    server.on(/atom\/cs\.CL/, text(arxivFeed(announced('2611.20001', 'A Paper of arXiv')), ATOM));
    server.on(/details\/biorxiv/, json(posts([post('10.1101/2026.20002', 'A Paper of bioRxiv')])));
    server.on(/details\/medrxiv/, status(404));
    const item = '<item><title>A Paper of a Journal</title><link>https://example.org/20003</link></item>';
    server.on(/feed\.xml/, text(rss(item), 'text/xml'));
    const list = vscode.Uri.file(join(await mkdtemp(join(tmpdir(), 'feed-')), 'trending.txt'));
    const day = (lines: string) => vscode.workspace.fs.writeFile(list, new TextEncoder().encode(lines));
    await day('A Paper of a Trending Page\nIts abstract says what it is about.\n');
    await fetched(
      { kind: 'gopher' },
      { kind: 'arxiv', categories: ['cs.CL'] },
      { kind: 'biorxiv' },
      { kind: 'medrxiv' },
      { kind: 'rss', url: 'https://example.org/feed.xml', name: 'My Journal' },
      { kind: 'list', path: list.fsPath },
      { kind: 'list', path: '/nowhere/at/all.bib' },
    );
    const wanted = ['A Paper of arXiv', 'A Paper of bioRxiv', 'A Paper of a Journal', 'A Paper of a Trending Page'];
    const there = await titles();
    assert.deepEqual(
      wanted.filter((title) => !there.includes(title)),
      [],
    );
    const all = await api.newPapers();
    assert.equal(all.find(({ item: { title } }) => title === 'A Paper of a Journal')?.feed, 'My Journal');
    await day('A Paper of a Trending Page\nIts abstract.\nThe Next Day on That Page\nAnother abstract.\n');
    assert.equal(await run('fetchNewPapers'), 1);
    assert.ok((await titles()).includes('The Next Day on That Page'));
  });

  it('stand later, or nowhere, as the user says, and that can be taken back', async () => {
    server.on(
      /daily_papers/,
      json([dailyPaper('2611.30001', 'A Paper to Be Kept'), dailyPaper('2611.30002', 'A Paper to Be Dropped')]),
    );
    await fetched({ kind: 'huggingface-daily' });
    await run('keepForLater', await paper('A Paper to Be Kept'));
    assert.equal((await titles()).at(-1), 'A Paper to Be Kept');
    await run('notForMe', await paper('A Paper to Be Dropped'));
    assert.ok(!(await titles()).includes('A Paper to Be Dropped'));
    await run('fetchNewPapers');
    assert.ok(!(await titles()).includes('A Paper to Be Dropped'));
    await run('undoNewPapers');
    assert.ok((await titles()).includes('A Paper to Be Dropped'));
    await run('undoNewPapers');
    assert.ok((await titles()).includes('A Paper to Be Kept'));
  });

  it('are ranked by whom and what the user follows and mutes', async () => {
    const by = (name: string) => ({ authors: [{ name }] });
    const entries = [
      dailyPaper('2611.40001', 'Some Cells of Some Mice', by('Jane Roe')),
      dailyPaper('2611.40002', 'Some Rocks of Some Moons', by('Mary Major')),
    ];
    server.on(/daily_papers/, json(entries));
    await fetched({ kind: 'huggingface-daily' });
    await run('followFromPaper', await paper('Some Rocks of Some Moons'), { author: 'Mary Major' });
    const [first] = await api.newPapers();
    assert.equal(first.item.title, 'Some Rocks of Some Moons');
    assert.match(first.reasons.join(), /Mary Major/);
    await run('muteFromPaper', await paper('Some Cells of Some Mice'), { author: 'Jane Roe' });
    assert.equal((await titles()).at(-1), 'Some Cells of Some Mice');
    await run('exportNewPapers');
    const exported = JSON.parse(vscode.window.activeTextEditor?.document.getText() ?? '') as {
      followed: { authors: string[] };
      muted: { authors: string[] };
    };
    assert.deepEqual([exported.followed.authors, exported.muted.authors], [['Mary Major'], ['Jane Roe']]);
    await run('undoNewPapers');
    await run('undoNewPapers');
    assert.ok(!/Mary Major/.test(JSON.stringify((await api.newPapers()).map(({ reasons }) => reasons))));
  });

  it('are ranked by the category that the user follows or mutes', async () => {
    const of = (id: string, title: string, category: string) =>
      announced(id, title).replace(/(?:<category[^>]*>)+/, `<category term="${category}"/>`);
    const entries = [
      of('2611.45001', 'A Paper of Category One', 'math.AG'),
      of('2611.45002', 'Category Two', 'math.LO'),
    ];
    server.on(/atom\/math/, text(arxivFeed(...entries), ATOM));
    await fetched({ kind: 'arxiv', categories: ['math.AG', 'math.LO'] });
    const places = async () => {
      const all = await titles();
      return ['A Paper of Category One', 'Category Two'].map((title) => all.indexOf(title));
    };
    for (const [followed, muted, isFirst] of [
      ['math.LO', 'math.AG', false],
      ['math.AG', 'math.LO', true],
    ] as const) {
      await run('followFromPaper', await paper('Category Two'), { word: followed });
      await run('muteFromPaper', await paper('Category Two'), { word: muted });
      const [one, two] = await places();
      assert.equal(one < two, isFirst, followed);
      await run('undoNewPapers');
      await run('undoNewPapers');
    }
  });

  describe('are added to a list', () => {
    let list: vscode.Uri;
    let count = 0;
    const BEFORE = '@book{old1999,\n  title = {Old},\n}\n';
    // A file of its own for each test: that the one before is gone may be told late.
    const name = () => `added${count}.bib`;

    beforeEach(async () => {
      count++;
      list = await write(name(), BEFORE);
      await until('the list', () => api.entry('old1999'));
      await vscode.window.showTextDocument(list);
      server.on(/daily_papers/, json([dailyPaper('2611.50001', 'A Paper Worth a Note')]));
      await fetched({ kind: 'huggingface-daily' });
    });
    afterEach(async () => {
      await closeEditors();
      await remove(name());
      await until('the list to be gone', () => api.entry('old1999') === undefined);
    });

    /** Adds the paper to the list that is in front: of several lists it is the first that is offered. */
    const added = async (command: string) => {
      const adding = run<readonly string[]>(command, await paper('A Paper Worth a Note'));
      const accept = setInterval(
        () => void vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'),
        200,
      );
      const [key] = (await adding) ?? [];
      clearInterval(accept);
      assert.ok(key);
      return key;
    };
    const listText = async () => (await vscode.workspace.openTextDocument(list)).getText();
    const isNew = async () => (await titles()).includes('A Paper Worth a Note');

    it('and are new no more, until that is taken back', async () => {
      const key = await added('addNewPaper');
      assert.equal(api.entry(key)?.title, 'A Paper Worth a Note');
      await until('it to be no longer new', async () => !(await isNew()));
      assert.match(await listText(), new RegExp(`\\{${key},`));
      await run('undoNewPapers');
      await until('the list as it was', async () => (await listText()) === BEFORE);
      await until('the paper to be new again', isNew);
    });

    it('with a note that says unread, both of which are taken back', async () => {
      const key = await added('addNewPaperWithNote');
      const note = vscode.window.activeTextEditor?.document;
      assert.match(note?.getText() ?? '', /^status: unread$/m);
      assert.equal(note?.isDirty, false);
      await until('the note', () => api.note(key));
      await run('undoNewPapers');
      await until('the list as it was', async () => (await listText()) === BEFORE);
      await until('no note', async () => !(await exists(note.uri)));
      await until('no entry', () => api.entry(key) === undefined);
      await until('the paper to be new again', isNew);
    });

    it('with a note that stays where the user wrote in it', async () => {
      await added('addNewPaperWithNote');
      const note = vscode.window.activeTextEditor!;
      await note.edit((edit) => edit.insert(new vscode.Position(note.document.lineCount, 0), 'My thoughts.\n'));
      await note.document.save();
      await run('undoNewPapers');
      await until('the list as it was', async () => (await listText()) === BEFORE);
      assert.match(await read(note.document.uri), /My thoughts/);
      await vscode.workspace.fs.delete(note.document.uri);
    });
  });

  it('open as a digest, in which nothing of theirs is a link of its own', async () => {
    const entries = [
      dailyPaper('2611.60001', 'Octopus [x](command:y) *Arms*'),
      dailyPaper('2611.60002', 'Turtles All the Way'),
    ];
    server.on(/daily_papers/, json(entries));
    await fetched({ kind: 'huggingface-daily' });
    await run('openDigest');
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    const digest = document?.getText() ?? '';
    assert.match(digest, new RegExp(`^# New papers, ${localDay(new Date())}`));
    assert.match(digest, /\[Turtles All the Way\]\(https:\/\/doi\.org\/10\.48550/);
    assert.ok(!/(?<!\\)\]\(command:/.test(digest), digest);
    assert.match(digest, /42 upvotes/);
  });

  it('are not asked for while services are switched off', async () => {
    await configuration().update('online.enabled', false, Global);
    assert.equal(await fetched({ kind: 'huggingface-trending' }), 0);
    assert.deepEqual(asked(), []);
  });

  it('need feeds of the user: no workspace brings any', async () => {
    await configuration()
      .update('newPapers.feeds', [{ kind: 'huggingface-daily' }], vscode.ConfigurationTarget.Workspace)
      .then(
        () => undefined,
        () => undefined,
      );
    await new Promise((resolve) => setTimeout(resolve, 0));
    assert.deepEqual(asked(), []);
  });
});
