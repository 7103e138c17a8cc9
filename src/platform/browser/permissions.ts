/** Whether a file of this machine is marked as read-only; a browser knows no files of a machine. */
export function isMarkedReadOnly(_path: string): Promise<boolean> {
  return Promise.resolve(false);
}

/** Files of a browser have no permissions of their own. */
export function copyPermissions(_from: string, _to: string): Promise<void> {
  return Promise.resolve();
}
