import type { BenchEngine } from './engine';
import { FlexSearchEngine } from './flexsearch';
import { FuseEngine } from './fuse';
import { LunrEngine } from './lunr';
import { MiniSearchEngine } from './minisearch';
import { OurEngine } from './ours';

/** The engines by the names that the table and the rows have. */
export const ENGINES = {
  ours: () => new OurEngine(),
  lunr: () => new LunrEngine(),
  minisearch: () => new MiniSearchEngine(),
  flexsearch: () => new FlexSearchEngine(),
  fuse: () => new FuseEngine(),
} as const satisfies Record<string, () => BenchEngine>;

export type EngineName = keyof typeof ENGINES;
