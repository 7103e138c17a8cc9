import type { CitedPlace } from '../../citations/index/citedPlace';
import type { InFile } from '../../citations/index/indexedFiles';
import type { Entry } from '../../library/model/entry';
import type { SearchedPaper } from '../../workflows/adding/searchedPapers';
import type { Group } from '../../workflows/arrangement';
import type { OnlineContent } from '../onlineResults/shownOnline';

/** A row of a paper. The same paper has a row in each of its groups. */
export class PaperNode {
  readonly kind = 'paper';
  /** Brought up to date in place: VS Code repaints a row by its object. */
  entry: Entry;
  readonly parent: GroupNode | undefined;

  constructor(entry: Entry, parent: GroupNode | undefined) {
    this.entry = entry;
    this.parent = parent;
  }

  /** Stable over refreshes: VS Code keeps the selection by it. */
  get id(): string {
    return `${this.parent?.id ?? ''}/${this.entry.citekey}`;
  }
}

/** A row that holds the papers that share a value. */
export class GroupNode {
  readonly kind = 'group';
  readonly parent = undefined;
  /** Brought up to date in place. */
  group: Group;
  readonly id: string;
  /** Whether it stands open at first. */
  readonly isOpen: boolean;

  constructor(group: Group, id: string, isOpen: boolean) {
    this.group = group;
    this.id = id;
    this.isOpen = isOpen;
  }
}

/** The row under a paper that holds the places where documents cite it. */
export class CitedNode {
  readonly kind = 'cited';
  readonly parent: PaperNode;

  constructor(parent: PaperNode) {
    this.parent = parent;
  }

  get id(): string {
    return `${this.parent.id}/cited`;
  }
}

/** A place in a document that cites a paper. */
export class PlaceNode {
  readonly kind = 'place';
  readonly parent: CitedNode;
  readonly place: InFile<CitedPlace>;

  constructor(place: InFile<CitedPlace>, parent: CitedNode) {
    this.place = place;
    this.parent = parent;
  }

  get id(): string {
    const { uri, range } = this.place;
    return `${this.parent.id}/${range.start.line}:${range.start.character}:${uri}`;
  }
}

/** The row at the end of a long level that shows more of it. */
export class MoreNode {
  readonly kind = 'more';
  readonly level: string;
  /** How many rows of the level are not shown; brought up to date in place. */
  left: number;
  readonly parent: GroupNode | CitedNode | undefined;

  constructor(level: string, left: number, parent: GroupNode | CitedNode | undefined) {
    this.level = level;
    this.left = left;
    this.parent = parent;
  }

  get id(): string {
    return `${this.level}/…`;
  }
}

/** A row about papers of the web. */
export class OnlineNode {
  readonly kind = 'online';
  /** `offer` asks for them; `heading` holds a `paper` each, `trouble` that there was, and what gets `more`. */
  readonly role: 'offer' | 'heading' | 'paper' | 'trouble' | 'more';
  readonly id: string;
  readonly parent: OnlineNode | undefined;
  /** What it is about, brought up to date in place: the words to ask for, the list, or the paper. */
  words = '';
  content: OnlineContent | undefined;
  paper: SearchedPaper | undefined;

  constructor(role: OnlineNode['role'], id: string, parent?: OnlineNode) {
    this.role = role;
    this.id = id;
    this.parent = parent;
  }

  /** The paper of the library that it is, for commands about papers of the library. */
  get entry(): Entry | undefined {
    return this.paper?.own;
  }
}

/** A row of the Papers view. */
export type PapersNode = PaperNode | GroupNode | CitedNode | PlaceNode | MoreNode | OnlineNode;
