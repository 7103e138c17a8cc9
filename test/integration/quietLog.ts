import type { Log } from '../../src/vscode/host/log';

/** A log that keeps nothing. A channel of the name of the extension’s own log would close that one when it is disposed of. */
export const QUIET_LOG: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  show: () => undefined,
};
