import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './paths';

/** A VS Code of a certain kind, and the tests that run in it: those of the folder `test/integration/<name>`. */
export interface Scenario {
  readonly name: string;
  /** Fills the workspace folder; without it no folder is open. */
  readonly workspace?: (folder: string) => Promise<void>;
  /** A `.code-workspace` file in that folder to open instead of the folder. */
  readonly workspaceFile?: string;
  /** User settings on top of the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether the workspace is opened in Restricted Mode. */
  readonly restricted?: boolean;
}

/** A workspace that is a copy of a folder of test/fixtures. */
const copyOf = (fixture: string) => (folder: string) =>
  cp(join(ROOT, 'test/fixtures', fixture), folder, { recursive: true });

export const SCENARIOS: readonly Scenario[] = [
  { name: 'default', workspace: copyOf('workspace') },
  { name: 'empty', workspace: copyOf('empty') },
  { name: 'no-folder' },
  { name: 'restricted', workspace: copyOf('workspace'), restricted: true },
];
