import { list, members } from '../shape';
import { retractionOf, type Retraction } from './retraction';

/** What was learnt from the service, as plain data that can be kept. */
export interface KeptList {
  readonly etag?: string;
  /** When the service last said that this is the list, in milliseconds since 1970. */
  readonly asked: number;
  /** The list as it was sent. */
  readonly lines: string;
  /** What the service told of a prefix. */
  readonly told: Readonly<Record<string, readonly Retraction[] | undefined>>;
}

/** What was kept, undefined for anything else. Whether its lines are a list shows when they are read. */
export function readKeptList(value: unknown): KeptList | undefined {
  const { etag, asked, lines, told } = members(value);
  if (typeof lines !== 'string' || typeof asked !== 'number' || !Number.isFinite(asked)) return undefined;
  const rows = Object.entries(members(told)).map(([prefix, kept]) => [
    prefix,
    list(kept)
      .map(retractionOf)
      .filter((row) => row !== undefined),
  ]);
  return {
    ...(typeof etag === 'string' && { etag }),
    asked,
    lines,
    told: Object.fromEntries(rows) as KeptList['told'],
  };
}
