import type { Entry } from '../../library/model/entry';
import type { Group } from '../../workflows/arrangement';

/** A row of a paper. The same paper has a row in each of its groups. */
export class PaperNode {
  readonly kind = 'paper';

  constructor(
    readonly entry: Entry,
    readonly parent: GroupNode | undefined,
  ) {}

  /** Stable over refreshes: VS Code keeps the selection by it. */
  get id(): string {
    return `${this.parent?.id ?? ''}/${this.entry.citekey}`;
  }
}

/** A row that holds the papers that share a value. */
export class GroupNode {
  readonly kind = 'group';
  readonly parent = undefined;

  constructor(
    readonly group: Group,
    readonly id: string,
    /** Whether it stands open at first. */
    readonly isOpen: boolean,
  ) {}
}

/** The row at the end of a long level that shows more of it. */
export class MoreNode {
  readonly kind = 'more';

  constructor(
    readonly level: string,
    readonly left: number,
    readonly parent: GroupNode | undefined,
  ) {}

  get id(): string {
    return `${this.level}/…`;
  }
}

/** A row of the Papers view. */
export type PapersNode = PaperNode | GroupNode | MoreNode;
