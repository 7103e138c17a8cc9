/** What programs that synchronise files write behind the name of a copy that they could not merge. */
const COPIES: readonly RegExp[] = [
  // Dropbox, Nextcloud and Obsidian Sync: `a (Ann's conflicted copy 2024-05-01).md`, in the user's language.
  / ?\([^()]*(?:conflicted copy|case conflict|in konflikt stehende kopie|copie en conflit|copia en conflicto|copia in conflitto)[^()]*\)(?: \(\d+\)|-\d+)?$/i,
  // Syncthing: `a.sync-conflict-20240501-101530-ABCDEFG.md`.
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/,
  // OneDrive puts the name of the computer there: `a-DESKTOP-4F2K9QX.md`, `a-MARYS-PC-2.md`.
  /-(?=[A-Z0-9-]{3,18}$)(?=[A-Z0-9]*-)[A-Z0-9]+(?:-[A-Z0-9]+)+$/,
];

/**
 * The name of the file that a file is a conflict copy of, if its name says so. That is certain only where there is a file of
 * the other name.
 */
export function originalOfCopy(fileName: string): string | undefined {
  const dot = fileName.lastIndexOf('.');
  if (dot <= 0) return undefined;
  const stem = fileName.slice(0, dot);
  const copy = COPIES.find((pattern) => pattern.test(stem));
  const original = copy && stem.replace(copy, '');
  return original ? original + fileName.slice(dot) : undefined;
}
