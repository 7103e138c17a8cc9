import type { RankedNewPaper, Section } from '../../workflows/newPapers/shownPapers';

/** A part of the list. */
export class SectionNode {
  readonly id: string;
  constructor(
    readonly section: Section,
    readonly papers: readonly RankedNewPaper[],
  ) {
    this.id = `section ${section}`;
  }
}

/** A new paper. */
export class NewPaperNode {
  readonly id: string;
  constructor(
    readonly ranked: RankedNewPaper,
    readonly section: Section,
  ) {
    this.id = `paper ${ranked.paper.id}`;
  }
}

/** New versions of papers that the user cites. */
export class VersionsNode {
  readonly id = 'versions';
  constructor(readonly versions: readonly VersionNode[]) {}
}

/** A new version of a paper that the user cites. */
export class VersionNode {
  readonly id: string;
  constructor(
    readonly citekey: string,
    readonly title: string,
    readonly version: number,
  ) {
    this.id = `version ${citekey} ${version}`;
  }
}

/** What is to be told of a feed: the setting names it wrongly, it gave no papers, or it had more than are taken. */
export type TroubleKind = 'mistake' | 'failure' | 'left-out';

/** What went wrong with a feed. */
export class TroubleNode {
  readonly id: string;
  constructor(
    readonly feed: string,
    readonly sentence: string,
    readonly kind: TroubleKind,
  ) {
    this.id = `trouble ${feed} ${sentence}`;
  }
}

/** The row that shows more of a part. */
export class MoreNode {
  readonly id: string;
  constructor(
    readonly section: Section,
    readonly left: number,
  ) {
    this.id = `more ${section}`;
  }
}

export type NewPapersNode = SectionNode | NewPaperNode | VersionsNode | VersionNode | TroubleNode | MoreNode;
