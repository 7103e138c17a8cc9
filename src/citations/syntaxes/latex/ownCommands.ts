import { BracketMap } from '../shared/bracketMap';
import { shownMatches } from '../shared/shown';
import { type CiteCommand, citeCommand, standingIn } from './commands';
import type { KnownCommands } from './scanner';
import { skippedInLatex } from './skipped';

/** A definition up to its name; then for `\let` the other command, for others what is said of the arguments, up to the body. */
const DEFINITION =
  /\\(?:let|[gex]?def|(?:re)?newcommand|providecommand|[a-z]{3,7}robustcmd|DeclareRobustCommand|LetLtxMacro|[A-Za-z]{3,17}(?:DocumentCommand|CommandCopy))\*?\s{0,8}\{?\\([A-Za-z@]{1,60})\}?\s{0,8}(?:=?\s{0,8}(\\[A-Za-z@]{1,60})|((?:#\d|\s{0,8}\[[^\]]{0,200}\]|\{[A-Za-z\s{}]{0,60}\}){0,9})\s{0,8}(?:%[^\n]{0,80}\n\s{0,8})?\{)/g;
/** Commands made with biblatex's own means (its manual, section 4.6.1), up to the name, and in what they put their citations. */
const DECLARED = /\\Declare(Multi)?CiteCommand\*?\s{0,8}\{?\\([A-Za-z@]{1,60})\}?\s{0,8}(?:\[\\?([A-Za-z]{0,60})\])?/g;
/** A command with its arguments, those in braces without others in them. */
const CALL = /\\([A-Za-z@]{1,60})\*?\s{0,4}((?:\[[^\]]{0,100}\]|\{[^{}]{0,100}\}){1,9})/g;
const ARGUMENT = /\[[^\]]*\]|\{([^{}]*)\}/g;
/** How long a body may be, and one in another, of which hostile text has many. */
const LONGEST_BODY = 1000;
const LONGEST_INNER_BODY = 100;
/** So many definitions are looked at in one text; none that is written by hand has more. */
const MOST_DEFINITIONS = 5000;
const ALONE = /^\s*\\([A-Za-z@]+)\s*$/;
const NO_COMMANDS: ReadonlySet<string> = new Set();
const KNOWN_BY_NAME: KnownCommands = { own: NO_COMMANDS };
/** So many definitions may stand one on another. */
const MOST_STEPS = 20;

/**
 * The commands that a text defines, by name, each with those that it may cite as: one whose place it takes, `cite`, or one that it
 * hands keys on to, `cite+1-0`: its second argument in braces as the first one there.
 */
export type Definitions = ReadonlyMap<string, readonly string[]>;

/** The definitions of a text that may make commands that cite; whether they do is another's to say where they stand on others. */
export function definitionsIn(text: string): Definitions {
  const found = new Map<string, readonly string[]>();
  const braces = new BracketMap(text, '{');
  let bodyEnd = 0;
  /** What is said of arguments is mostly said the same. */
  const known = new Map<string, readonly number[]>();
  for (const match of shownMatches(text, DEFINITION, skippedInLatex, MOST_DEFINITIONS)) {
    const { 0: head, 1: name, 2: command, 3: parameters, index } = match;
    const open = index + head.length;
    const longest = open < bodyEnd ? LONGEST_INNER_BODY : LONGEST_BODY;
    const end = command ? open : braces.close(open - 1);
    bodyEnd = Math.max(bodyEnd, end);
    const targets = targetsOf(
      command ?? text.slice(open, Math.max(open, Math.min(end, open + longest))),
      inBraces(parameters ?? '', known),
    );
    if (end >= open && targets.length > 0) found.set(name, targets);
  }
  if (!text.includes('CiteCommand')) return found;
  for (const [, several, name, around = ''] of shownMatches(text, DECLARED, skippedInLatex)) {
    if (!citeCommand(name, false, NO_COMMANDS)) found.set(name, [declaredAs(around, several !== undefined)]);
  }
  return found;
}

/**
 * The commands among those defined that cite as another one does, with that one, both by name: `\let\ct\cite`,
 * `\newcommand{\ct}[1]{(\cite{#1})}`; `cite+1` where the keys are what it takes second in braces, `cite+0,1` where the first, too.
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
  let first: string | undefined;
  /** The arguments that hold keys, by how many stand before each. */
  const places = new Set<number>();
  for (const target of definitions.get(name) ?? []) {
    const [called, before, place] = target.split(/[+-]/) as [string, string?, string?];
    const cited = citedBy(called, sought, steps - 1) ?? called;
    const command = standingIn(cited, false, own);
    if (!command || !takesKeys(command, place)) continue;
    const [base] = cited.split('+', 1);
    first ??= before === undefined ? cited : before === place ? base : `${base}+${before}`;
    if (before === undefined) break;
    places.add(Number(before));
  }
  const all = [...places].sort((a, b) => a - b);
  const cites = first !== undefined && all.length > 1 ? `${oneAtATime(first.split('+', 1)[0])}+${all.join()}` : first;
  known.set(name, cites);
  return cites;
}

/** Whether the argument at a place holds keys of a command. */
function takesKeys({ before, further, multiple }: CiteCommand, place: string | undefined): boolean {
  if (place === undefined) return true;
  return (
    Number(place) === before || (further?.includes(Number(place)) ?? false) || (multiple && Number(place) >= before)
  );
}

/** The command of biblatex for one list of keys where this is the one for several. */
function oneAtATime(name: string): string {
  return /cites$/.test(name) ? name.slice(0, -1) : name;
}

/** What a command of biblatex's cites as that is told by its name to do nothing of the kind. */
function declaredAs(around: string, isSeveral: boolean): string {
  const one = /footnote/.test(around) ? 'footcite' : /parens|brackets/.test(around) ? 'parencite' : 'cite';
  return isSeveral ? `${one}s` : one;
}

/** The numbers of the arguments in braces, in order: `#1`, `[1]`, `[2][default]`, `{O{} m}` (usrguide, section 2.2). */
function inBraces(parameters: string, known: Map<string, readonly number[]>): readonly number[] {
  const read = known.get(parameters) ?? readInBraces(parameters);
  known.set(parameters, read);
  return read;
}

function readInBraces(parameters: string): number[] {
  if (parameters.startsWith('{')) {
    const kinds = parameters.slice(1, -1).replace(/\{[^{}]*\}|[^A-Za-z]/g, '');
    return [...kinds].flatMap((kind, i) => (kind === 'm' ? [i + 1] : []));
  }
  if (parameters.startsWith('#')) return [...parameters.matchAll(/#(\d)/g)].map(([, number]) => Number(number));
  const count = Number(/\[\s*(\d)/.exec(parameters)?.[1] ?? 0);
  const isFirstOptional = parameters.split('[').length > 2;
  return Array.from({ length: count }, (_, i) => i + 1).slice(isFirstOptional ? 1 : 0);
}

/** The command whose place a definition takes, or those that it hands its arguments on to, in braces with nothing but other keys. */
function targetsOf(body: string, handed: readonly number[]): string[] {
  if (handed.length === 0) return ALONE.exec(body)?.slice(1) ?? [];
  if (!body.includes('#')) return [];
  return [...body.matchAll(CALL)].flatMap(([, name, list]) => {
    const inCall = [...list.matchAll(ARGUMENT)].filter(([argument]) => argument.startsWith('{'));
    return inCall.flatMap(([, keys], place) =>
      keys.split(',').flatMap((key) => {
        const before = handed.indexOf(Number(/^\s*\*?#(\d)\s*$/.exec(key)?.[1] ?? NaN));
        return before < 0 ? [] : [`${name}+${before}-${place}`];
      }),
    );
  });
}
