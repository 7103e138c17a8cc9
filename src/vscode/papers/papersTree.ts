import * as vscode from 'vscode';
import type { Entry } from '../../library/model/entry';
import { type Arrangement, type Group, groupEntries, type Grouping, sortEntries } from '../../workflows/arrangement';
import type { RowLayout } from '../../workflows/paperRow';
import { PAGE_SIZE, Pages } from '../../workflows/pages';
import type { Explanation } from '../../search/contract';
import type { OnlineContent } from '../onlineResults/shownOnline';
import type { NewVersions } from '../newPapers/newVersions';
import type { MarkedRetractions } from '../retractions/markedRetractions';
import { retractionSentence } from '../retractions/retractionSentences';
import type { PaperCitations } from '../references/paperCitations';
import { citedItem, citingItem } from './citedItem';
import { OnlineRows } from './onlineRows';
import { CitedNode, GroupNode, MoreNode, type OnlineNode, PaperNode, PlaceNode, type PapersNode } from './papersNode';
import type { PaperState } from '../../notes/paperState';
import { groupItem, moreItem, paperItem } from './papersItem';
import { ShownRows } from './shownRows';

/** What the tree shows, given anew whenever it changes. */
export interface PapersContent {
  /** The papers to show, best first in a search, else in the order of the paper lists. */
  readonly entries: readonly Entry[];
  readonly arrangement: Arrangement;
  readonly layout: RowLayout;
  /** The query that chose the papers, for marking its words; groups then stand open. */
  readonly query?: string;
  /** The title of the paper of a citekey. */
  readonly titleOf: (citekey: string) => string | undefined;
  readonly citations: Pick<PaperCitations, 'citersOf' | 'countOf' | 'placesOf'>;
  readonly retractions: Pick<MarkedRetractions, 'of' | 'isRetracted' | 'asked'>;
  readonly newVersions: Pick<NewVersions, 'of'>;
  readonly stateOf: (citekey: string) => PaperState | undefined;
  /** The papers of the web that are shown. */
  readonly online?: OnlineContent;
  /** The words that services on the web are offered to be asked for; none where that is not offered. */
  readonly wordsToAsk?: string;
  /** Why the query found a paper. */
  readonly explain?: (citekey: string) => Promise<Explanation | undefined>;
}

/** By these papers are grouped that nothing but their lists tells. */
const GROUPED_BY_STATE: ReadonlySet<Grouping> = new Set<Grouping>(['status', 'rating', 'tag']);

/** How many groups stand open in a search. */
const OPEN_GROUPS = 20;

/** The rows of the Papers view: papers, or groups of them, in pages. */
export class PapersTree implements vscode.TreeDataProvider<PapersNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<PapersNode | PapersNode[] | undefined>();
  readonly #pages = new Pages();
  readonly #shown = new ShownRows((row) => row.kind === 'group' || (row.kind === 'paper' && this.#isCited(row)));
  readonly #online = new OnlineRows();
  #content: PapersContent;
  #rows: Promise<readonly Entry[] | readonly Group[]> | undefined;
  #sorted = new WeakMap<readonly Entry[], Promise<readonly Entry[]>>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(content: PapersContent) {
    this.#content = content;
  }

  /** Shows other content, all of it anew, long levels at their first page. */
  show(content: PapersContent): void {
    this.#take(content);
    this.#pages.reset();
    this.#repaintAll();
  }

  /**
   * Shows the same papers after some of them changed: what stands where it stood is repainted only where it looks different.
   * @param touched the papers whose rows may look different though they are the same, as one that got a note
   * @param selected the rows that are selected: VS Code shows those behind one that is repainted alone as selected no more
   */
  async update(
    content: PapersContent,
    touched: ReadonlySet<string>,
    selected: readonly PapersNode[] = [],
  ): Promise<void> {
    const offersOther = content.wordsToAsk !== this.#content.wordsToAsk;
    this.#take(content);
    if (offersOther) return this.#repaintAll();
    const rows = await this.#shown.repainted(
      (parent) => this.#rowsOf(parent),
      (citekey) => touched.has(citekey),
    );
    const chosen = new Set(selected.length > 1 ? selected.map(({ id }) => id) : []);
    if (rows === undefined) this.#repaintAll();
    else if (rows.some(({ id }) => chosen.has(id))) this.#changed.fire(undefined);
    else if (rows.length > 0) this.#changed.fire(rows);
  }

  /** Shows other papers of the web; the papers of the library are the same. */
  showOnline(content: PapersContent): void {
    const before = this.#online.heading(this.#content);
    this.#content = content;
    const heading = this.#online.heading(content);
    if (heading && heading === before) this.#changed.fire(heading);
    else this.#repaintAll();
  }

  /** Whether rows about papers of the web are shown. */
  get hasOnline(): boolean {
    return this.#online.top(this.#content).length > 0;
  }

  /** The row of the first paper of the web. */
  firstOnline(): PapersNode | undefined {
    const heading = this.#online.heading(this.#content);
    return heading && this.#online.under(heading).at(0);
  }

  #take(content: PapersContent): void {
    const isInOrder = isArrangedAlike(this.#content, content);
    this.#content = content;
    if (isInOrder) return;
    this.#rows = undefined;
    this.#sorted = new WeakMap();
  }

  #repaintAll(): void {
    this.#shown.clear();
    this.#changed.fire(undefined);
  }

  /** Shows one more page of the level that the row ends. */
  showMore(node: MoreNode): void {
    this.#pages.more(node.level);
    this.#changed.fire(node.parent);
  }

  async getChildren(parent?: PapersNode): Promise<PapersNode[]> {
    switch (parent?.kind) {
      case undefined:
        return [...this.#shown.keep(parent, await this.#rowsOf(parent)), ...this.#online.top(this.#content)];
      case 'group':
        return this.#shown.keep(parent, await this.#rowsOf(parent));
      case 'online':
        return parent.role === 'heading' ? this.#online.under(parent) : [];
      case 'paper':
        return this.#isCited(parent) ? [new CitedNode(parent)] : [];
      case 'cited':
        return this.#places(parent);
      case 'place':
      case 'more':
        return [];
    }
  }

  #isCited({ entry }: PaperNode): boolean {
    return this.#content.citations.countOf(entry.citekey) > 0;
  }

  async #places(parent: CitedNode): Promise<PapersNode[]> {
    const places = await this.#content.citations.placesOf(parent.parent.entry.citekey);
    const { rows, left } = this.#pages.take(parent.id, places);
    const nodes: PapersNode[] = rows.map((place) => new PlaceNode(place, parent));
    return left > 0 ? [...nodes, new MoreNode(parent.id, left, parent)] : nodes;
  }

  async #rowsOf(parent: GroupNode | undefined): Promise<PapersNode[]> {
    return parent === undefined ? this.#root() : this.#papers(await this.#sortedGroup(parent.group), parent);
  }

  getParent(node: PapersNode): PapersNode | undefined {
    return node.parent;
  }

  getTreeItem(node: PapersNode): vscode.TreeItem | Promise<vscode.TreeItem> {
    switch (node.kind) {
      case 'paper':
        return this.#content.query === undefined
          ? paperItem(node, this.#rowContent())
          : this.#foundItem(node, this.#content.query);
      case 'group':
        return groupItem(node, this.#content.arrangement.grouping);
      case 'cited':
        return citedItem(node, this.#content.citations.citersOf(node.parent.entry.citekey));
      case 'place':
        return citingItem(node);
      case 'more':
        return moreItem(node, PAGE_SIZE);
      case 'online':
        return this.#onlineItem(node);
    }
  }

  #rowContent() {
    const { citations, retractions, newVersions } = this.#content;
    return {
      ...this.#content,
      citedCount: (citekey: string) => citations.countOf(citekey),
      isRetracted: (citekey: string) => retractions.isRetracted(citekey),
      newVersionOf: (citekey: string) => newVersions.of(citekey),
    };
  }

  /** What shows papers of the web is loaded with the first of them. */
  async #onlineItem(node: OnlineNode): Promise<vscode.TreeItem> {
    const { onlineItem } = await import('../onlineResults/onlineItem');
    return onlineItem(node, this.#content.layout);
  }

  /** What finds words in titles is loaded with the first search. */
  async #foundItem(node: PaperNode, query: string): Promise<vscode.TreeItem> {
    const { highlightTitle } = await import('../../search/explain/explain');
    return paperItem(node, { ...this.#rowContent(), highlight: (title) => highlightTitle(title, query) });
  }

  async resolveTreeItem(item: vscode.TreeItem, node: PapersNode): Promise<vscode.TreeItem> {
    if (node.kind === 'online') {
      item.tooltip ??= (await import('../onlineResults/onlineItem')).onlineTooltip(node);
      return item;
    }
    if (node.kind !== 'paper') return item;
    const { titleOf, explain, retractions, newVersions } = this.#content;
    const { citekey } = node.entry;
    const [explanation, { paperTooltip }] = await Promise.all([explain?.(citekey), import('./paperTooltip')]);
    const cited = this.#content.citations.countOf(citekey);
    const mark = retractions.of(node.entry);
    const retraction = mark && retractionSentence(mark, retractions.asked);
    item.tooltip = paperTooltip(node.entry, {
      titleOf,
      explanation,
      cited,
      retraction,
      newVersion: newVersions.of(citekey),
    });
    return item;
  }

  /** The first row of a paper; long levels are opened up to it. Undefined where it is not shown. */
  async rowOf(citekey: string): Promise<PapersNode | undefined> {
    const { entries, arrangement } = this.#content;
    if (arrangement.grouping !== 'none') return this.#rowInGroups(citekey);
    const index = (await sortEntries(entries, arrangement.sorting)).findIndex((entry) => entry.citekey === citekey);
    if (index < 0) return undefined;
    if (this.#pages.reach('', index + 1)) this.#changed.fire(undefined);
    return (await this.getChildren())[index];
  }

  async #rowInGroups(citekey: string): Promise<PapersNode | undefined> {
    for (const group of await this.getChildren()) {
      if (group.kind !== 'group') continue;
      const index = (await this.#sortedGroup(group.group)).findIndex((entry) => entry.citekey === citekey);
      if (index < 0) continue;
      if (this.#pages.reach(group.id, index + 1)) this.#changed.fire(group);
      return (await this.getChildren(group))[index];
    }
    return undefined;
  }

  /** The first paper's row, for moving the focus there. */
  async firstPaper(): Promise<PapersNode | undefined> {
    const [first] = await this.getChildren();
    if (first?.kind !== 'group') return first;
    return (await this.getChildren(first))[0];
  }

  async #root(): Promise<PapersNode[]> {
    const { entries, arrangement, query } = this.#content;
    const { grouping, sorting } = arrangement;
    if (grouping === 'none') {
      this.#rows ??= sortEntries(entries, sorting);
      return this.#papers((await this.#rows) as readonly Entry[], undefined);
    }
    this.#rows ??= groupEntries(entries, grouping, this.#content.stateOf);
    const { rows, left } = this.#pages.take('', (await this.#rows) as readonly Group[]);
    const open = query !== undefined && rows.length <= OPEN_GROUPS;
    // Another id makes VS Code forget which groups were open: a search opens them, its end closes them again.
    const prefix = `${grouping}${open ? ':found' : ''}`;
    const nodes = rows.map((group) => new GroupNode(group, `${prefix}:${group.value ?? ''}`, open));
    return left > 0 ? [...nodes, new MoreNode('', left, undefined)] : nodes;
  }

  #sortedGroup(group: Group): Promise<readonly Entry[]> {
    let sorted = this.#sorted.get(group.entries);
    if (!sorted) {
      sorted = sortEntries(group.entries, this.#content.arrangement.sorting);
      this.#sorted.set(group.entries, sorted);
    }
    return sorted;
  }

  #papers(entries: readonly Entry[], parent: GroupNode | undefined): PapersNode[] {
    const level = parent?.id ?? '';
    const { rows, left } = this.#pages.take(level, entries);
    const nodes: PapersNode[] = rows.map((entry) => new PaperNode(entry, parent));
    if (left > 0) nodes.push(new MoreNode(level, left, parent));
    return nodes;
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

/** Whether the same papers stand in the same groups and order, whatever is known of them beside their lists. */
function isArrangedAlike(before: PapersContent, now: PapersContent): boolean {
  const [one, other] = [before.arrangement, now.arrangement];
  const isSame = one.grouping === other.grouping && one.sorting === other.sorting;
  return before.entries === now.entries && isSame && !GROUPED_BY_STATE.has(now.arrangement.grouping);
}
