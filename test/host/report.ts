import type { Tally } from './tally';

/**
 * What a test run inside VS Code tells the process that started it, as lines of JSON over a socket. The run counts as
 * done only when `end` has come: VS Code's own exit code is 0 even after its extension host was killed.
 */
export type Report =
  | { readonly kind: 'start' }
  | { readonly kind: 'output'; readonly text: string }
  | ({ readonly kind: 'end' } & Tally);

/** The environment variable that tells the run which port of 127.0.0.1 listens. */
export const REPORT_PORT = 'LITERATURE_NOTES_REPORT_PORT';
/** Names the environment variable that holds a pattern: only the tests whose names have it are run. */
export const TEST_NAMES = 'TEST_NAMES';

/**
 * What a report on the console begins with: the web extension host has no sockets. Behind it comes a JSON pair of the
 * report's number and the report.
 */
export const REPORT_MARK = 'literature-notes-report ';
