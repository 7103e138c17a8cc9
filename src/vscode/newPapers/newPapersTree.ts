import * as vscode from 'vscode';
import { SECTIONS, type RankedNewPaper, type Section } from '../../workflows/newPapers/shownPapers';
import { newPapersItem, newPapersTooltip } from './newPapersItem';
import {
  MoreNode,
  NewPaperNode,
  SectionNode,
  VersionsNode,
  type NewPapersNode,
  type TroubleNode,
  type VersionNode,
} from './newPapersNode';

/** So many papers of a part are shown at first, and with each step. */
const PAGE = 200;

/** What the tree shows. */
export interface NewPapersContent {
  readonly sections: Readonly<Record<Section, readonly RankedNewPaper[]>>;
  readonly versions: readonly VersionNode[];
  readonly troubles: readonly TroubleNode[];
}

/** New papers by the parts of the list. */
export class NewPapersTree implements vscode.TreeDataProvider<NewPapersNode>, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #limits = new Map<Section, number>();
  #content: NewPapersContent | undefined;
  #drawn = '';
  readonly onDidChangeTreeData = this.#changed.event;

  /** Shows something else. What reads the same is not drawn anew: a row that is drawn anew misses a click. */
  show(content: NewPapersContent): void {
    this.#content = content;
    const drawn = this.#drawnOf(content);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    this.#changed.fire();
  }

  showMore(section: Section): void {
    this.#limits.set(section, this.#limit(section) + PAGE);
    if (this.#content) this.#drawn = this.#drawnOf(this.#content);
    this.#changed.fire();
  }

  getTreeItem(node: NewPapersNode): vscode.TreeItem {
    return newPapersItem(node);
  }

  resolveTreeItem(item: vscode.TreeItem, node: NewPapersNode): vscode.TreeItem {
    item.tooltip ??= newPapersTooltip(node);
    return item;
  }

  getChildren(node?: NewPapersNode): NewPapersNode[] {
    if (!this.#content) return [];
    if (node instanceof VersionsNode) return [...node.versions];
    if (node instanceof SectionNode) return this.#rows(node);
    if (node !== undefined) return [];
    const { sections, versions, troubles } = this.#content;
    const parts = SECTIONS.filter((section) => sections[section].length > 0);
    return [
      ...troubles,
      ...parts.map((section) => new SectionNode(section, sections[section])),
      ...(versions.length > 0 ? [new VersionsNode(versions)] : []),
    ];
  }

  #rows({ section, papers }: SectionNode): NewPapersNode[] {
    const limit = this.#limit(section);
    const rows = papers.slice(0, limit).map((ranked) => new NewPaperNode(ranked, section));
    return papers.length > limit ? [...rows, new MoreNode(section, papers.length - limit)] : rows;
  }

  #limit(section: Section): number {
    return this.#limits.get(section) ?? PAGE;
  }

  /** What of the content can be seen in rows: equal where nothing is to be drawn anew. */
  #drawnOf({ sections, versions, troubles }: NewPapersContent): string {
    const rows = SECTIONS.map((section) => {
      const shown = sections[section].slice(0, this.#limit(section));
      const likely = sections[section].filter(({ band }) => band === 'likely').length;
      return [
        sections[section].length,
        likely,
        shown.map(({ paper, band, reasons }) => [paper.id, paper.item.title, paper.upvotes, band, reasons]),
      ];
    });
    return JSON.stringify([
      rows,
      versions.map(({ id, title }) => [id, title]),
      troubles.map(({ id, sentence }) => [id, sentence]),
    ]);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
