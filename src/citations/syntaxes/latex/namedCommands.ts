import type { KnownCommands } from './scanner';

/** Commands that cite, as users name them: `mine`, `\mine*`, and `name=other` for one that cites as another does. */
export function namedCommands(commands: readonly string[]): Required<KnownCommands> {
  const named = commands.map((name) => name.replace(/^\\/, '').replace(/\*$/, ''));
  const asOthers = named.filter((name) => name.includes('=')).map((name) => name.split('=', 2) as [string, string]);
  return { own: new Set(named.filter((name) => !name.includes('='))), standIns: new Map(asOthers) };
}
