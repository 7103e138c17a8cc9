import { shownMatches } from '../shared/shown';
import { citeCommand } from './commands';
import { skippedInLatex } from './skipped';

/** A definition up to its name; then for `\let` the other command, for others what is said of the arguments, and the body. */
const DEFINITION =
  /\\(?:let|[gex]?def|(?:re)?newcommand|providecommand|[a-z]{3,7}robustcmd|DeclareRobustCommand|[A-Za-z]{3,17}DocumentCommand)\*?\s{0,8}\{?\\([A-Za-z@]{1,60})\}?\s{0,8}(?:=?\s{0,8}(\\[A-Za-z]{1,60})|((?:#\d|\s{0,8}\[[^\]]{0,200}\]|\{[A-Za-z\s{}]{0,60}\}){0,9})\s{0,8}\{([^{}]{0,300}(?:\{[^{}]{0,200}\}[^{}]{0,200}){0,6})\})/g;
const CALL = /\\([A-Za-z]{1,60})\*?\s{0,4}(?:\[[^\]]{0,100}\]){0,2}\{#(\d)\}/g;
const ALONE = /^\s*\\([A-Za-z]+)\s*$/;
const NO_COMMANDS: ReadonlySet<string> = new Set();
/** So many definitions may stand one on another. */
const MOST_STEPS = 8;

/**
 * The commands of a document's own that cite as another one does, with that one, both by name: `\let\ct\cite`,
 * `\newcommand{\ct}[1]{(\cite{#1})}`. The keys are what they take first in braces.
 */
export function ownCommands(text: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (!text.includes('cite')) return targets;
  for (const [, name, command, parameters, body] of shownMatches(text, DEFINITION, skippedInLatex)) {
    const target = targetOf(command ?? body, firstArgument(parameters ?? ''));
    if (target !== undefined && target !== name) targets.set(name, target);
  }
  for (const name of targets.keys()) {
    let target = name;
    for (let step = 0; step < MOST_STEPS; step++) target = targets.get(target) ?? target;
    targets.set(name, target);
  }
  return targets;
}

/** The number of the first argument in braces: `#1`, `[1]`, `[2][default]`, `{O{} m}` (usrguide, section 2.2); 0 for none. */
function firstArgument(parameters: string): number {
  if (parameters.startsWith('{'))
    return (
      parameters
        .slice(1, -1)
        .replace(/\{[^{}]*\}|[^A-Za-z]/g, '')
        .indexOf('m') + 1
    );
  return parameters.startsWith('#') ? 1 : parameters.split('[').length - 1;
}

/** The command whose place a definition takes, or that it hands an argument on to. */
function targetOf(body: string, argument: number): string | undefined {
  if (argument === 0) return ALONE.exec(body)?.[1];
  const calls = [...body.matchAll(CALL)].filter(([, , number]) => Number(number) === argument);
  return calls.map(([, name]) => name).find((name) => citeCommand(name, false, NO_COMMANDS));
}
