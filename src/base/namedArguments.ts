/**
 * The arguments of a command. A keybinding has but one to give, which may name them: `{ "citekeys": "smith2020", "value": "read" }` is
 * what others give as a first and a second argument. Without `citekeys` the papers are meant that are selected.
 */
export function positionalArguments(args: readonly unknown[]): readonly unknown[] {
  const [only] = args;
  return args.length === 1 && isNamed(only) ? [only.citekeys, only.value] : args;
}

interface NamedArguments {
  readonly citekeys?: unknown;
  readonly value?: unknown;
}

function isNamed(value: unknown): value is NamedArguments {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => name === 'citekeys' || name === 'value');
}
