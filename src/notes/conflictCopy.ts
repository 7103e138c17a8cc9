/** What programs that synchronise files write behind the name of a copy that they could not merge. */
const COPIES: readonly RegExp[] = [
  // Dropbox, Nextcloud and Obsidian Sync: `a (Ann's conflicted copy 2024-05-01).md`; in other languages it is told by its day, too.
  / ?\([^()]*(?:conflicted copy|case conflict|in konflikt stehende kopie|copie en conflit|copia en conflicto|copia in conflitto|c(?:ó|o\u0301?)pia em conflito)[^()]*\)(?: \(\d+\)|-\d+)?$/iu,
  / ?\([^()]*(?:[ck]onfli[ckt]|конфликт|çakış|冲突|衝突|競合|충돌)[^()]*\d{4}-?\d{2}-?\d{2}[^()]*\)(?: \(\d+\)|-\d+)?$/iu,
  // Syncthing: `a.sync-conflict-20240501-101530-ABCDEFG.md`.
  /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/,
  // OneDrive puts the name of the computer there, which is mostly the one that Windows gave it: `a-DESKTOP-4F2K9QX.md`.
  /-(?:(?:DESKTOP|LAPTOP)-[A-Z0-9]{7}|WIN-[A-Z0-9]{11})(?:-\d+)?$/,
];

/** Names that people give their computers, and perhaps a note of their own: `a-MARYS-PC-2.md`, `a-LAPTOP.md`, `a-Ann's MacBook Air.md`. */
const LIKE_COPIES =
  /-(?:(?:[A-Z0-9]+[-_]){0,3}(?:LAPTOP|DESKTOP|NOTEBOOK|WORKSTATION|SURFACE|THINKPAD)|(?:[A-Z0-9]+[-_]){1,3}PC|[^-]{0,40}(?:MacBook(?: Air| Pro)?|iMac|Mac mini))(?:-\d+)?$/;

/** What a file's name says it to be a conflict copy of. */
export interface CopyName {
  readonly original: string;
  /** Whether only programs name a file so. Where not, it takes front matter that says the same. */
  readonly isCertain: boolean;
}

/**
 * The name of the file that a file may be a conflict copy of, if its name says so. It is none where there is no file of the other
 * name.
 */
export function originalOfCopy(fileName: string): CopyName | undefined {
  const dot = fileName.lastIndexOf('.');
  if (dot <= 0) return undefined;
  const stem = fileName.slice(0, dot);
  const certain = COPIES.find((pattern) => pattern.test(stem));
  const original = stem.replace(certain ?? LIKE_COPIES, '');
  if (original === '' || original === stem) return undefined;
  return { original: original + fileName.slice(dot), isCertain: certain !== undefined };
}
