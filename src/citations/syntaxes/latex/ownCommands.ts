import { shownMatches } from '../shared/shown';
import { citeCommand } from './commands';
import type { KnownCommands } from './scanner';
import { skippedInLatex } from './skipped';

/** A definition up to its name; then for `\let` the other command, for others what is said of the arguments, and the body. */
const DEFINITION =
  /\\(?:let|[gex]?def|(?:re)?newcommand|providecommand|[a-z]{3,7}robustcmd|DeclareRobustCommand|LetLtxMacro|[A-Za-z]{3,17}(?:DocumentCommand|CommandCopy))\*?\s{0,8}\{?\\([A-Za-z@]{1,60})\}?\s{0,8}(?:=?\s{0,8}(\\[A-Za-z@]{1,60})|((?:#\d|\s{0,8}\[[^\]]{0,200}\]|\{[A-Za-z\s{}]{0,60}\}){0,9})\s{0,8}\{([^{}]{0,300}(?:\{[^{}]{0,200}\}[^{}]{0,200}){0,6})\})/g;
/** Commands made with biblatex's own means (its manual, section 4.6.1), up to the name, and in what they put their citations. */
const DECLARED = /\\Declare(Multi)?CiteCommand\*?\s{0,8}\{?\\([A-Za-z@]{1,60})\}?\s{0,8}(?:\[\\?([A-Za-z]{0,60})\])?/g;
const CALL = /\\([A-Za-z@]{1,60})\*?\s{0,4}(?:\[[^\]]{0,100}\]){0,2}\{#(\d)\}/g;
const ALONE = /^\s*\\([A-Za-z@]+)\s*$/;
const NO_COMMANDS: ReadonlySet<string> = new Set();
const KNOWN_BY_NAME: KnownCommands = { own: NO_COMMANDS };
/** So many definitions may stand one on another. */
const MOST_STEPS = 20;

/** The commands that a text defines, by name, each with those that it may cite as: what its keys are handed on to. */
export type Definitions = ReadonlyMap<string, readonly string[]>;

/** The definitions of a text that may make commands that cite; whether they do is another's to say where they stand on others. */
export function definitionsIn(text: string): Definitions {
  const found = new Map<string, readonly string[]>();
  for (const [, name, command, parameters, body] of shownMatches(text, DEFINITION, skippedInLatex)) {
    const targets = targetsOf(command ?? body, firstArgument(parameters ?? ''));
    if (targets.length > 0) found.set(name, targets);
  }
  if (!text.includes('CiteCommand')) return found;
  for (const [, several, name, around = ''] of shownMatches(text, DECLARED, skippedInLatex)) {
    if (!citeCommand(name, false, NO_COMMANDS)) found.set(name, [declaredAs(around, several !== undefined)]);
  }
  return found;
}

/**
 * The commands among those defined that cite as another one does, with that one, both by name: `\let\ct\cite`,
 * `\newcommand{\ct}[1]{(\cite{#1})}`. The keys are what they take first in braces.
 * @param named those that cite beside what is known by its name
 */
export function citingCommands(definitions: Definitions, named = KNOWN_BY_NAME): Map<string, string> {
  const known = new Map<string, string | undefined>(named.standIns);
  const citing = new Map<string, string>();
  for (const name of definitions.keys()) {
    const target = citedBy(name, { definitions, own: named.own, known }, MOST_STEPS);
    if (target !== undefined && target !== name) citing.set(name, target);
  }
  return citing;
}

/** Those that a document defines for itself. */
export function ownCommands(text: string, named = KNOWN_BY_NAME): ReadonlyMap<string, string> {
  const mayCite =
    named.own.size > 0 || (named.standIns?.size ?? 0) > 0 || text.includes('cite') || text.includes('Cite');
  return mayCite ? citingCommands(definitionsIn(text), named) : new Map();
}

/** What is looked through for what commands cite as. */
interface Sought {
  readonly definitions: Definitions;
  readonly own: ReadonlySet<string>;
  /** What has been found out, at first that those are none that stand on themselves. */
  readonly known: Map<string, string | undefined>;
}

function citedBy(name: string, sought: Sought, steps: number): string | undefined {
  const { definitions, own, known } = sought;
  if (known.has(name) || steps === 0) return known.get(name);
  known.set(name, undefined);
  for (const target of definitions.get(name) ?? []) {
    const cited = citedBy(target, sought, steps - 1);
    const cites = cited ?? (citeCommand(target, false, own) ? target : undefined);
    if (cites === undefined) continue;
    known.set(name, cites);
    return cites;
  }
  return undefined;
}

/** What a command of biblatex's cites as that is told by its name to do nothing of the kind. */
function declaredAs(around: string, isSeveral: boolean): string {
  const one = /footnote/.test(around) ? 'footcite' : /parens|brackets/.test(around) ? 'parencite' : 'cite';
  return isSeveral ? `${one}s` : one;
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

/** The command whose place a definition takes, or those that it hands an argument on to. */
function targetsOf(body: string, argument: number): string[] {
  if (argument === 0) return ALONE.exec(body)?.slice(1) ?? [];
  return [...body.matchAll(CALL)].filter(([, , number]) => Number(number) === argument).map(([, name]) => name);
}
