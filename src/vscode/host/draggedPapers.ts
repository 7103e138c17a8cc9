/** Under this type the rows of the Papers view are dragged: a JSON array of citekeys. */
export const CITEKEYS_TYPE = 'application/vnd.literature-notes.citekeys';

/** What is dragged, as it is handed over. */
export function writeCitekeys(citekeys: readonly string[]): string {
  return JSON.stringify(citekeys);
}

/** The citekeys of dragged rows; empty for anything else, as any program may use the type. */
export function readCitekeys(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string' && key !== '') : [];
  } catch {
    return [];
  }
}
