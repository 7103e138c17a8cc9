import { BEFORE_NAMES, INLINE_VERBATIM, NO_SHORT_VERB, SHORT_VERB, VERBATIM_COMMANDS } from './verbatim';

/** How a command is read; all commands of kind `other` can cite. */
export type CommandKind =
  | 'environment'
  | 'inlineVerbatim'
  | 'condition'
  | 'alternative'
  | 'endOfInput'
  | 'let'
  | 'beforeName'
  | 'shortVerb'
  | 'option'
  | 'verbatim'
  | 'other';

const KINDS: ReadonlyMap<string, CommandKind> = new Map<string, CommandKind>([
  ['begin', 'environment'],
  ['end', 'environment'],
  ['else', 'alternative'],
  ['endinput', 'endOfInput'],
  ['let', 'let'],
  ['hyperref', 'option'],
]);

/** How the command of this name, without its backslash, is read. */
export function commandKind(name: string): CommandKind {
  if (INLINE_VERBATIM.has(name)) return 'inlineVerbatim';
  if (name.startsWith('if')) return 'condition';
  const known = KINDS.get(name);
  if (known) return known;
  if (BEFORE_NAMES.has(name)) return 'beforeName';
  if (SHORT_VERB.has(name) || NO_SHORT_VERB.has(name)) return 'shortVerb';
  return VERBATIM_COMMANDS.has(name) ? 'verbatim' : 'other';
}
