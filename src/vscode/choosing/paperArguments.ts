/** What stands for a paper in a command's arguments, beside its citekey: a row of the Papers view. */
interface PaperArgument {
  readonly entry: { readonly citekey: string };
}

/**
 * The citekeys that a command was given: one citekey, an array of them, a tree row, or a tree row with all selected rows
 * (as VS Code calls a command of a row's menu). Empty where nothing was given.
 */
export function citekeysOf(args: readonly unknown[]): string[] {
  const [first, second] = args;
  // A menu passes the row it was opened on and all selected rows; the row counts alone if it is not one of these.
  const given = Array.isArray(second) && second.includes(first) ? (second as unknown[]) : first;
  const values: unknown[] = Array.isArray(given) ? given : [given];
  const keys = values.map((value) => (isPaper(value) ? value.entry.citekey : value));
  return [...new Set(keys.filter((key): key is string => typeof key === 'string' && key !== ''))];
}

function isPaper(value: unknown): value is PaperArgument {
  if (typeof value !== 'object' || value === null || !('entry' in value)) return false;
  const { entry } = value;
  return typeof entry === 'object' && entry !== null && 'citekey' in entry;
}
