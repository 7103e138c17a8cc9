import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { localDay } from '../../../src/notes/localDay';
import { readBytes } from '../../../src/library/formats/readers';
import { Library } from '../../../src/library/library';
import { withMark } from '../../../src/workflows/newPapers/choices';
import { NewPapersService, type NewPapersParts } from '../../../src/vscode/newPapers/newPapersService';
import { askingOf, PATIENT_CLOCK } from '../../online/asking';
import { announced, arxivFeed, dailyPaper } from '../../online/feedAnswers';
import { json, LocalServer, status, text } from '../../online/localServer';
import { QUIET_LOG } from '../quietLog';
import { literature, remove, workspaceFile } from '../support';

const DAILY = { kind: 'huggingface-daily' };
const TRENDING = { kind: 'huggingface-trending' };
const NOON = new Date(2026, 10, 26, 12).getTime();
const HOUR = 3_600_000;

describe('New papers in several windows', () => {
  const nothing = () => new vscode.Disposable(() => {});
  const library = new Library();
  /** The new versions that are told on their papers. */
  let told: [string, number][] = [];
  const open: NewPapersService[] = [];
  let server: LocalServer;
  let now = NOON;

  const configuration = () => vscode.workspace.getConfiguration('literatureNotes');
  const { Global } = vscode.ConfigurationTarget;
  const follow = (...feeds: object[]) => configuration().update('newPapers.feeds', feeds, Global);

  /** A window whose user has no papers; all windows have one storage. */
  const openWindow = (window: string): NewPapersService => {
    const parts = {
      library: { own: library, shown: library, onDidChange: nothing },
      notes: { knownCitekeys: () => [], noteOf: () => undefined, stateOf: () => undefined, onDidChange: nothing },
      paperCitations: {
        citekeys: () => [],
        citersOf: (citekey: string) => (citekey === 'cited2024' ? [{ uri: 'file:///a.md', count: 1 }] : []),
        onDidChange: nothing,
      },
      search: {
        rank: (papers: readonly unknown[]) =>
          Promise.resolve(papers.map((_, index) => ({ index, score: 1, band: 'maybe' as const, reasons: [] }))),
      },
      online: () => Promise.resolve({ asking: (signal: AbortSignal) => askingOf(server, {}, signal, PATIENT_CLOCK) }),
      newVersions: { set: (versions: ReadonlyMap<string, number>) => void (told = [...versions]) },
      log: QUIET_LOG,
      ready: Promise.resolve(),
    };
    const service = new NewPapersService(parts as unknown as NewPapersParts, workspaceFile('storage'), {
      window,
      now: () => now,
    });
    open.push(service);
    return service;
  };
  const titles = async (service: NewPapersService) => {
    await service.settled();
    const { today, week } = service.sections();
    const of = (papers: typeof today) => papers.map(({ paper }) => paper.item.title).sort();
    return { today: of(today), week: of(week) };
  };

  before(async () => {
    await literature();
    // What the extension itself asks goes nowhere.
    await configuration().update('online.enabled', false, Global);
    server = await LocalServer.listen();
  });
  beforeEach(() => {
    now = NOON;
    server.on(/daily_papers/, json([dailyPaper('2611.70001', 'A Paper of Today')]));
  });
  afterEach(async () => {
    for (const service of open.splice(0)) service.dispose();
    server.reset();
    await configuration().update('newPapers.feeds', undefined, Global);
    await remove('storage');
  });
  after(async () => {
    await server.close();
    await configuration().update('online.enabled', undefined, Global);
  });

  it('are asked for by one of them, and shown by all', async () => {
    await follow(DAILY);
    const [first, second] = [openWindow('first'), openWindow('second')];
    await Promise.all([first.look(), second.look()]);
    assert.equal(server.received.length, 1);
    await Promise.all([first.look(), second.look()]);
    assert.equal(server.received.length, 1);
    for (const window of [first, second]) assert.deepEqual((await titles(window)).today, ['A Paper of Today']);
  });

  it('are asked for by another window as soon as the first is done', async () => {
    await follow(DAILY);
    const [first, second] = [openWindow('first'), openWindow('second')];
    await first.look();
    await follow(DAILY, TRENDING);
    await second.look();
    assert.deepEqual(
      server.received.map(({ query }) => query.get('sort')),
      [null, 'trending'],
    );
  });

  it('are those of the week after midnight, and are asked for in the morning', async () => {
    await follow(DAILY);
    const window = openWindow('first');
    await window.look();
    now = NOON + 12.5 * HOUR;
    let drawn = 0;
    window.onDidChange(() => drawn++);
    await window.look();
    assert.ok(drawn > 0, 'an open view draws itself anew');
    assert.deepEqual(await titles(window), { today: [], week: ['A Paper of Today'] });
    assert.equal(server.received.length, 1);
    server.on(/daily_papers/, json([dailyPaper('2611.70001', 'Renamed'), dailyPaper('2611.70002', 'One of Tomorrow')]));
    now = NOON + 18.5 * HOUR;
    await window.look();
    assert.deepEqual(await titles(window), { today: ['One of Tomorrow'], week: ['A Paper of Today'] });
    assert.equal(server.received.length, 2);
  });

  it('of today are all done with where the user marked each, and only then', async () => {
    await follow(DAILY);
    const window = openWindow('first');
    assert.equal(window.stateOfToday(), undefined);
    await window.look();
    assert.equal(window.stateOfToday(), 'open');
    const [{ paper }] = window.sections().today;
    await window.choices.change((choices) => withMark(choices, paper, 'unwanted', now));
    assert.equal(window.stateOfToday(), 'done');
    now = NOON + 12.5 * HOUR;
    assert.equal(window.stateOfToday(), 'nothing');
  });

  it('are asked for once by a laptop that slept for days, from the day on when it was asked last', async () => {
    await follow({ kind: 'biorxiv' });
    server.on(/details/, json({ collection: [], messages: [] }));
    const window = openWindow('first');
    await window.look();
    now = NOON + 75 * HOUR;
    await window.look();
    await window.look();
    assert.equal(server.received.length, 2);
    assert.match(server.received[1].path, new RegExp(`/${localDay(new Date(NOON - 24 * HOUR))}/`));
  });

  it('are asked for once a day again after a clock was ahead, which two windows remember', async () => {
    await follow(DAILY);
    const [first, second] = [openWindow('first'), openWindow('second')];
    now = NOON + 400 * 24 * HOUR;
    await first.look();
    await second.look();
    assert.equal(server.received.length, 1);
    now = NOON;
    for (const window of [first, second, first, second]) await window.look();
    assert.equal(server.received.length, 2);
    for (const window of [first, second]) assert.deepEqual((await titles(window)).today, ['A Paper of Today']);
    now = NOON + 24 * HOUR;
    for (const window of [second, first]) await window.look();
    assert.equal(server.received.length, 3);
    for (const window of [first, second]) assert.deepEqual((await titles(window)).week, ['A Paper of Today']);
  });

  it('tell a new version of a paper that is cited on the paper, for a week', async () => {
    const list = `@article{cited2024,title={One That Is Cited},eprint={2401.00003},archiveprefix={arXiv}}
      @article{other2024,title={One That Is Not},eprint={2401.00004},archiveprefix={arXiv}}`;
    library.setSource('file:///list.bib', readBytes('list.bib', new TextEncoder().encode(list)));
    await follow({ kind: 'arxiv', categories: ['cs.CL'] });
    const again = ['2401.00003', '2401.00004'].map((id) => announced(id, 'Another Title', 'replace', 3));
    server.on(/atom/, text(arxivFeed(...again), 'application/atom+xml'));
    const window = openWindow('first');
    await window.look();
    assert.deepEqual(told, [['cited2024', 3]]);
    assert.deepEqual(
      window.versions.map(({ title }) => title),
      ['One That Is Cited'],
    );
    assert.deepEqual(await titles(window), { today: [], week: [] });
    for (const days of [1, 2]) {
      now = NOON + days * 24 * HOUR;
      await window.look();
    }
    assert.equal(server.received.length, 3);
    assert.deepEqual(window.seen.value.versions.length, 1, 'the next days it is the same version');
    server.on(/atom/, text(arxivFeed(), 'application/atom+xml'));
    now = NOON + 7 * 24 * HOUR;
    await window.look();
    assert.deepEqual(told, []);
    library.removeSource('file:///list.bib');
  });

  it('are asked for again after an hour where a feed failed, which is told of that feed alone', async () => {
    await follow(DAILY, { kind: 'biorxiv' });
    server.on(/details/, status(404));
    const window = openWindow('first');
    await window.look();
    const { feeds } = window.choices.value;
    assert.deepEqual(Object.keys(feeds).sort(), ['biorxiv', 'huggingface-daily']);
    assert.match(feeds['biorxiv'].failure ?? '', /\w/);
    assert.equal(feeds['huggingface-daily'].failure, undefined);
    server.on(/details/, json({ collection: [], messages: [] }));
    now += HOUR / 2;
    await window.look();
    assert.equal(server.received.length, 2);
    now += HOUR;
    await window.look();
    assert.equal(server.received.length, 3);
    assert.equal(window.choices.value.feeds['biorxiv'].failure, undefined);
  });
});
