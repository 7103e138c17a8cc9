import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { range } from '../../../src/base/position';
import type { Entry } from '../../../src/library/model/entry';
import type { PapersNode } from '../../../src/vscode/papers/papersNode';
import type { SearchedPaper } from '../../../src/workflows/adding/searchedPapers';
import type { OnlineContent } from '../../../src/vscode/onlineResults/shownOnline';
import { type PapersContent, PapersTree } from '../../../src/vscode/papers/papersTree';

function entry(citekey: string, fields: Partial<Entry> = {}): Entry {
  return {
    citekey,
    title: `Title of ${citekey}`,
    type: 'article',
    aliases: [],
    authors: [],
    keywords: [],
    source: { uri: 'file:///w/papers.txt', range: range(0, 0, 0, 0) },
    record: { format: 'text-list' },
    ...fields,
  };
}

const content = (entries: readonly Entry[], more: Partial<PapersContent> = {}): PapersContent => ({
  entries,
  arrangement: { grouping: 'none', sorting: 'relevance' },
  layout: 'titleAuthorYear',
  titleOf: () => undefined,
  stateOf: () => undefined,
  retractions: { of: () => undefined, isRetracted: () => false, asked: 0 },
  newVersions: { of: () => undefined },
  citations: { citersOf: () => [], countOf: () => 0, placesOf: () => Promise.resolve([]) },
  ...more,
});

const many = Array.from({ length: 700 }, (_, i) =>
  entry(`paper${String(i).padStart(3, '0')}`, { year: 2000 + (i % 2) }),
);

const labelOf = ({ label }: vscode.TreeItem) => (typeof label === 'string' ? label : label?.label);

/** The row of a node while nothing is searched for; then it comes at once. */
const rowItem = (tree: PapersTree, node: PapersNode) => tree.getTreeItem(node) as vscode.TreeItem;

describe('The papers tree', () => {
  it('tells of a new version on the paper', async () => {
    const tree = new PapersTree(content([entry('a')], { newVersions: { of: (key) => (key === 'a' ? 3 : undefined) } }));
    const [row] = await tree.getChildren();
    const item = rowItem(tree, row);
    assert.match(String(item.description), /version 3 is new/);
    const { tooltip } = await tree.resolveTreeItem(item, row);
    assert.match((tooltip as vscode.MarkdownString).value, /Version 3 of this paper/);
  });

  const labels = (tree: PapersTree, nodes: readonly PapersNode[]) => nodes.map((node) => labelOf(rowItem(tree, node)));

  it('shows a long level in pages', async () => {
    const tree = new PapersTree(content(many));
    const first = await tree.getChildren();
    assert.equal(first.length, 301);
    const more = first[300];
    assert.equal(labelOf(rowItem(tree, more)), 'Show 300 more');
    assert.ok(more.kind === 'more');
    tree.showMore(more);
    const second = await tree.getChildren();
    assert.deepEqual([second.length, labelOf(rowItem(tree, second[600]))], [601, 'Show 100 more']);
  });

  it('shows under a paper where documents cite it, each place with its sentence', async () => {
    const place = (line: number) => ({
      uri: 'file:///w/my%20draft.md',
      key: 'a',
      range: range(line, 4, line, 5),
      sentence: `As @a says in line ${line}.`,
    });
    const places = [place(2), place(7)];
    const citations = {
      citersOf: (key: string) => (key === 'a' ? [{ uri: places[0].uri, count: 2 }] : []),
      countOf: (key: string) => (key === 'a' ? 2 : 0),
      placesOf: () => Promise.resolve(places),
    };
    const tree = new PapersTree(content([entry('a'), entry('b')], { citations }));
    const [cited, uncited] = await tree.getChildren();
    assert.deepEqual(
      [cited, uncited].map((node) => rowItem(tree, node).description),
      ['cited 2×', ''],
    );
    assert.deepEqual(await tree.getChildren(uncited), []);
    const [heading] = await tree.getChildren(cited);
    assert.deepEqual([labelOf(rowItem(tree, heading)), rowItem(tree, heading).description], ['Cited in', '1 document']);
    const rows = await tree.getChildren(heading);
    assert.deepEqual(labels(tree, rows), ['my draft.md:3', 'my draft.md:8']);
    assert.equal(rowItem(tree, rows[1]).description, 'As @a says in line 7.');
    assert.equal(tree.getParent(rows[1]), heading);
  });

  it('shows a long group in pages too', async () => {
    const tree = new PapersTree(content(many, { arrangement: { grouping: 'year', sorting: 'citekey' } }));
    const groups = await tree.getChildren();
    assert.deepEqual(labels(tree, groups), ['2001', '2000']);
    const rows = await tree.getChildren(groups[1]);
    assert.deepEqual(labels(tree, [rows[0], rows[300]]), ['Title of paper000', 'Show 50 more']);
  });

  it('gives every row an id of its own', async () => {
    const twice = [entry('a', { keywords: ['x', 'y'] }), entry('b', { keywords: ['x'] })];
    const tree = new PapersTree(content(twice, { arrangement: { grouping: 'keyword', sorting: 'relevance' } }));
    const groups = await tree.getChildren();
    const rows = (await Promise.all(groups.map((group) => tree.getChildren(group)))).flat();
    const ids = [...groups, ...rows].map((node) => rowItem(tree, node).id);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('knows the parent of a row, so that it can be revealed', async () => {
    const tree = new PapersTree(content(many, { arrangement: { grouping: 'year', sorting: 'relevance' } }));
    const [group] = await tree.getChildren();
    const [row] = await tree.getChildren(group);
    assert.equal(tree.getParent(row), group);
  });

  it('says title, authors and year, whether there is a note, and the status in it', async () => {
    const authors = [{ family: 'Vaswani' }, { family: 'Shazeer' }, { family: 'Parmar' }];
    const tree = new PapersTree(
      content([entry('a', { authors, year: 2017 })], { stateOf: () => ({ status: 'reading' }) }),
    );
    const [row] = await tree.getChildren();
    const item = rowItem(tree, row);
    assert.equal(item.description, 'Vaswani+ 2017 · reading');
    assert.equal(item.accessibilityInformation?.label, 'Title of a, Vaswani et al., 2017, has a note, reading');
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'book', 'the sign of what is being read');
  });

  it('marks the words of the search in the title', async () => {
    const tree = new PapersTree(content([entry('a', { title: 'Tidal Memory' })], { query: 'memory' }));
    const [row] = await tree.getChildren();
    const { label } = await tree.getTreeItem(row);
    assert.deepEqual((label as vscode.TreeItemLabel).highlights, [[6, 12]]);
  });

  it('tells in the tooltip where the search found the words', async () => {
    const snippet = {
      field: 'abstract',
      text: 'A *rare* memory decays.',
      highlights: [{ start: 9, end: 15 }],
    } as const;
    const explain = () => Promise.resolve({ id: 'a', fields: ['abstract'], titleHighlights: [], snippet } as const);
    const tree = new PapersTree(content([entry('a')], { query: 'memory', explain }));
    const [row] = await tree.getChildren();
    const { tooltip } = await tree.resolveTreeItem(await tree.getTreeItem(row), row);
    assert.match(
      (tooltip as vscode.MarkdownString).value,
      /Found in: abstract[^]*> A \\\*rare\\\* \*\*memory\*\* decays\./,
    );
  });

  describe('in a tooltip', () => {
    type Found = Awaited<ReturnType<NonNullable<PapersContent['explain']>>>;
    type Snippet = NonNullable<NonNullable<Found>['snippet']>;
    const tooltipOf = async (paper: Entry, more: Partial<PapersContent> = {}) => {
      const tree = new PapersTree(content([paper], more));
      const [row] = await tree.getChildren();
      const { tooltip } = await tree.resolveTreeItem(await tree.getTreeItem(row), row);
      return (tooltip as vscode.MarkdownString).value;
    };
    const found = (snippet: Snippet): Partial<PapersContent> => ({
      query: 'memory',
      explain: () => Promise.resolve({ id: 'a', fields: [snippet.field], titleHighlights: [], snippet }),
    });

    it('marks the sentence in the abstract, which so stands once', async () => {
      const snippet = { field: 'abstract', text: '…memory decays.', highlights: [{ start: 1, end: 7 }] } as const;
      const text = await tooltipOf(entry('a', { abstract: 'First. All memory decays. Last.' }), found(snippet));
      assert.match(text, /\n\nFirst\. All \*\*memory\*\* decays\. Last\.$/);
      assert.doesNotMatch(text, /^>/m);
    });

    it('has the abstract behind the citekey, as VS Code cuts what is long', async () => {
      const text = await tooltipOf(entry('a', { abstract: 'All of it.' }));
      assert.match(text, /\n\na\n\nAll of it\.$/);
    });

    it('leads the line of a note with words', async () => {
      const snippet = { field: 'note', text: '## - My memory fails', highlights: [{ start: 8, end: 14 }] } as const;
      assert.match(await tooltipOf(entry('a'), found(snippet)), /^> My \*\*memory\*\* fails$/m);
    });

    it('leaves out the heading of a note that is the title', async () => {
      const snippet = { field: 'note', text: '# Title of a', highlights: [{ start: 2, end: 7 }] } as const;
      assert.doesNotMatch(await tooltipOf(entry('a'), found(snippet)), /^>/m);
    });

    const published = (fields: Partial<Entry>, line: string) =>
      it(`says where a paper was published: ${line}`, async () =>
        assert.equal((await tooltipOf(entry('a', fields))).split('\n\n')[1], line));
    const item = (fields: Record<string, unknown>): Partial<Entry> => ({
      record: { format: 'csl-json', item: fields },
    });
    published({ venue: 'ICLR 2025', year: 2025 }, 'ICLR 2025');
    published({ venue: 'ICLR 2025', year: 2024 }, 'ICLR 2025 (2024)');
    published({ venue: 'ICLR', year: 2024 }, 'ICLR, 2024');
    published({ year: 2024 }, '2024');
    published(
      { venue: 'Annalen', year: 1905, ...item({ volume: 322, issue: '10', page: '891-921' }) },
      'Annalen 322(10), pp. 891–921, 1905',
    );
    published({ venue: 'Nature', ...item({ volume: '5', page: 'e17' }) }, 'Nature 5, p. e17');

    it('names the papers of a set', async () => {
      const relations = [
        { kind: 'entryset', to: 'b' },
        { kind: 'entryset', to: 'gone' },
        { kind: 'related', to: 'c' },
      ] as const;
      const titleOf = (key: string) => ({ b: 'The *Second*', c: 'Third' })[key];
      assert.match(await tooltipOf(entry('a', { relations }), { titleOf }), /\n\n- The \\\*Second\\\*\n- gone\n\n/);
    });
  });

  it('escapes what files say in the tooltip, which cannot run anything', async () => {
    const hostile = '<img src=x onerror=alert(1)> [x](command:workbench.action.quit) **bold**';
    const tree = new PapersTree(
      content([entry('a', { title: hostile, abstract: hostile, doi: '10.1/x) [y](command:z' })]),
    );
    const [row] = await tree.getChildren();
    const { tooltip } = await tree.resolveTreeItem(await tree.getTreeItem(row), row);
    assert.ok(tooltip instanceof vscode.MarkdownString);
    assert.ok(!tooltip.isTrusted && !tooltip.supportHtml);
    assert.doesNotMatch(tooltip.value, /[^\\](<img|\]\(command:|\*\*bold)/);
  });

  describe('after a change', () => {
    const library = Array.from({ length: 10_000 }, (_, i) => entry(`paper${i}`, { year: 2000 + (i % 2) }));
    const changed = library.with(7, entry('paper7', { title: 'Corrected', year: 2001 }));

    /** What the tree has VS Code repaint while it takes in an update: rows by label, all of it as `everything`. */
    async function repainted(tree: PapersTree, update: () => Promise<void>): Promise<(string | undefined)[]> {
      const told: (string | undefined)[] = [];
      const listener = tree.onDidChangeTreeData((rows) => {
        if (rows === undefined) told.push('everything');
        else for (const row of [rows].flat()) told.push(labelOf(rowItem(tree, row)));
      });
      await update();
      listener.dispose();
      return told;
    }

    it('repaints the row of the paper that changed alone', async () => {
      const tree = new PapersTree(content(library));
      const rows = await tree.getChildren();
      assert.deepEqual(await repainted(tree, () => tree.update(content(changed), new Set())), ['Corrected']);
      assert.equal(rows[7].kind === 'paper' && rows[7].entry.title, 'Corrected', 'the row VS Code knows is up to date');
    });

    it('repaints the row of the paper that got a note alone', async () => {
      const tree = new PapersTree(content(library));
      await tree.getChildren();
      const noted = content(library, { stateOf: (citekey) => (citekey === 'paper3' ? {} : undefined) });
      assert.deepEqual(await repainted(tree, () => tree.update(noted, new Set(['paper3']))), ['Title of paper3']);
    });

    it('repaints all where the row is one of several that are selected, with the same rows', async () => {
      const tree = new PapersTree(content(library));
      const rows = await tree.getChildren();
      const stateOf = (key: string) => (key === 'paper3' ? { status: 'read', tags: [] } : undefined);
      const noted = content(library, { stateOf });
      const update = (selected: PapersNode[]) => tree.update(noted, new Set(['paper3']), selected);
      assert.deepEqual(await repainted(tree, () => update([rows[3], rows[5]])), ['everything']);
      assert.ok((await tree.getChildren()).slice(0, 9).every((row, i) => row === rows[i]));
      assert.deepEqual(await repainted(tree, () => update([rows[4], rows[5]])), ['Title of paper3']);
      assert.deepEqual(await repainted(tree, () => update([rows[3]])), ['Title of paper3']);
    });

    it('repaints nothing for a paper that is on no page yet', async () => {
      const tree = new PapersTree(content(library));
      await tree.getChildren();
      const elsewhere = content(library.with(5000, entry('paper5000', { title: 'Elsewhere' })));
      assert.deepEqual(await repainted(tree, () => tree.update(elsewhere, new Set(['paper5000']))), []);
    });

    it('repaints the level where rows come, go or move', async () => {
      const tree = new PapersTree(content(library));
      await tree.getChildren();
      assert.deepEqual(await repainted(tree, () => tree.update(content(library.slice(1)), new Set())), ['everything']);
    });

    it('repaints the groups that a paper left and joined', async () => {
      const byYear = { arrangement: { grouping: 'year', sorting: 'relevance' } } as const;
      const tree = new PapersTree(content(library, byYear));
      const groups = await tree.getChildren();
      for (const group of groups) await tree.getChildren(group);
      const moved = content(library.with(7, entry('paper7', { year: 2000 })), byYear);
      const told = await repainted(tree, () => tree.update(moved, new Set()));
      assert.deepEqual([...new Set(told)].sort(), ['2000', '2001']);
    });

    it('repaints the level whose first row comes to unfold, since VS Code moves all icons then', async () => {
      const tree = new PapersTree(content(library));
      await tree.getChildren();
      const citing = (...cited: string[]) =>
        content(library, {
          citations: {
            citersOf: () => [],
            countOf: (citekey) => Number(cited.includes(citekey)),
            placesOf: () => Promise.resolve([]),
          },
        });
      const cited = (...keys: string[]) =>
        repainted(tree, () => tree.update(citing(...keys), new Set(['paper2', 'paper3'])));
      assert.deepEqual(await cited('paper3'), ['everything']);
      await tree.getChildren();
      assert.deepEqual(await cited('paper2', 'paper3'), ['Title of paper2', 'Title of paper3']);
      assert.deepEqual(await cited(), ['everything']);
    });

    it('counts the papers that are not shown anew', async () => {
      const tree = new PapersTree(content(library));
      await tree.getChildren();
      const more = content([...library, entry('added')]);
      assert.deepEqual(await repainted(tree, () => tree.update(more, new Set())), ['Show 300 more']);
    });
  });

  describe('with papers of the web', () => {
    const found = (citekey: string, own?: Entry): SearchedPaper => ({
      entry: entry(citekey, { source: { uri: 'online:', range: range(0, 0, 0, 0) } }),
      found: { item: { title: citekey }, service: 'crossref', services: ['crossref'], said: [] },
      own,
    });
    const online = (papers: readonly SearchedPaper[], more: Partial<OnlineContent> = {}): OnlineContent => ({
      id: 1,
      title: 'Found online for “maps”',
      detail: '2 from Crossref',
      papers,
      isRunning: false,
      hasMore: false,
      ...more,
    });
    const items = (tree: PapersTree, nodes: readonly PapersNode[]) =>
      Promise.all(nodes.map(async (node) => tree.getTreeItem(node)));

    it('offers to search for the words of a query', async () => {
      const tree = new PapersTree(content([entry('a')], { wordsToAsk: 'maps' }));
      const nodes = await tree.getChildren();
      const [, offer] = await items(tree, nodes);
      assert.match(labelOf(offer) ?? '', /^Search Crossref, arXiv … for “maps”$/);
      assert.deepEqual(offer.command?.arguments, ['maps']);
      assert.deepEqual(await tree.getChildren(nodes[1]), []);
    });

    it('shows them under a heading behind those of the library, with marks, trouble, and a way to more', async () => {
      const papers = [found('x'), found('y', entry('mine'))];
      const tree = new PapersTree(
        content([entry('a')], { online: online(papers, { hasMore: true, trouble: 'arXiv did not answer in time.' }) }),
      );
      const [own, heading] = await tree.getChildren();
      assert.equal(own.kind, 'paper');
      assert.equal((await items(tree, [heading]))[0].label, 'Found online for “maps”');
      const rows = await tree.getChildren(heading);
      const shown = await items(tree, rows);
      assert.deepEqual(
        shown.map(({ label }) => label),
        ['Title of x', 'Title of y', 'arXiv did not answer in time.', 'More results'],
      );
      assert.match(String(shown[1].description), /in your library: mine/);
      assert.deepEqual(
        shown.map(({ contextValue }) => contextValue),
        ['onlinePaper new', 'onlinePaper own', 'onlineTrouble', 'onlineMore'],
      );
      for (const { accessibilityInformation } of shown) assert.ok(accessibilityInformation?.label);
      assert.equal(tree.getParent(rows[0]), heading);
      const ids = [...(await tree.getChildren()), ...rows].map(async (node) => (await tree.getTreeItem(node)).id);
      assert.equal(new Set(await Promise.all(ids)).size, 6);
    });

    it('keeps its rows when more come, and has others for another list', async () => {
      const tree = new PapersTree(content([entry('a')], { online: online([found('x')]) }));
      const fired: unknown[] = [];
      tree.onDidChangeTreeData((node) => fired.push(node));
      const [, heading] = await tree.getChildren();
      const [first] = await tree.getChildren(heading);
      tree.showOnline(content([entry('a')], { online: online([found('x', entry('x')), found('y')]) }));
      assert.deepEqual(fired, [heading], 'the papers of the library are not asked for anew');
      const rows = await tree.getChildren(heading);
      assert.equal(rows[0], first);
      assert.match(String((await items(tree, rows))[0].description), /in your library: x/);
      tree.showOnline(content([entry('a')], { online: online([found('z')], { id: 2 }) }));
      assert.equal(fired[1], undefined);
      assert.notEqual((await tree.getChildren())[1], heading);
      tree.showOnline(content([entry('a')]));
      assert.equal((await tree.getChildren()).length, 1);
    });

    it('has the abstract in the tooltip, with nothing in it that could run', async () => {
      const paper = found('x');
      const evil = { ...paper, entry: { ...paper.entry, abstract: '[run](command:x) ![i](https://x.org/i.png) <b>' } };
      const tree = new PapersTree(content([], { online: online([evil]) }));
      const [row] = await tree.getChildren((await tree.getChildren())[0]);
      const item = await tree.resolveTreeItem(await tree.getTreeItem(row), row);
      const tooltip = item.tooltip as vscode.MarkdownString;
      assert.equal(tooltip.isTrusted, undefined);
      assert.ok(tooltip.value.includes('\\[run\\](command:x) \\!\\[i\\]'), tooltip.value);
      assert.doesNotMatch(tooltip.value, /(?<!\\)[[<]/);
    });
  });
});
