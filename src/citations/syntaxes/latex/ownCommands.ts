import { shownMatches } from '../shared/shown';
import { citeCommand } from './commands';
import { skippedInLatex } from './skipped';

/** What a command of the document's own stands for: another command, or a body with arguments. */
interface Definition {
  readonly body: string;
  /** The number of its first argument in braces; 0 where it has none. */
  readonly argument: number;
}

const NAME = String.raw`[ \t]{0,8}(?:\{[ \t]{0,8}\\([A-Za-z@]{1,60})[ \t]{0,8}\}|\\([A-Za-z@]{1,60}))\s{0,8}`;
const BODY = String.raw`\{([^{}]{0,300}(?:\{[^{}]{0,200}\}[^{}]{0,200}){0,6})\}`;

/** Of LaTeX's own: the first of its arguments is in brackets where it is given a default. */
const ofLatex = ([, , , count, first, body = '']: readonly (string | undefined)[]): Definition => ({
  body,
  argument: count === undefined ? 0 : first === undefined ? 1 : 2,
});

/** Each kind of definition that LaTeX and TeX have. */
const KINDS: readonly {
  readonly mark: string;
  readonly pattern: RegExp;
  readonly read: (match: readonly (string | undefined)[]) => Definition;
}[] = [
  {
    mark: '\\let',
    pattern: new RegExp(String.raw`\\let${NAME}=?[ \t]{0,8}(\\[A-Za-z]{1,60})`, 'g'),
    read: ([, , , body = '']) => ({ body, argument: 0 }),
  },
  {
    mark: 'command',
    pattern: new RegExp(
      String.raw`\\(?:new|renew|provide)command\*?${NAME}(\[\d\])?(\[[^\]]{0,200}\])?\s{0,8}${BODY}`,
      'g',
    ),
    read: ofLatex,
  },
  {
    mark: 'obust',
    pattern: new RegExp(
      String.raw`\\(?:DeclareRobustCommand|(?:new|renew|provide)robustcmd)\*?${NAME}(\[\d\])?(\[[^\]]{0,200}\])?\s{0,8}${BODY}`,
      'g',
    ),
    read: ofLatex,
  },
  {
    mark: 'def',
    pattern: new RegExp(String.raw`\\[gex]?def${NAME}((?:#\d){0,9})\s{0,8}${BODY}`, 'g'),
    read: ([, , , parameters = '', body = '']) => ({ body, argument: parameters === '' ? 0 : 1 }),
  },
  {
    mark: 'DocumentCommand',
    pattern: new RegExp(
      String.raw`\\(?:New|Renew|Provide|Declare)(?:Expandable)?DocumentCommand${NAME}${BODY}\s{0,8}${BODY}`,
      'g',
    ),
    read: ([, , , parameters = '', body = '']) => ({ body, argument: firstInBraces(parameters) }),
  },
];

/**
 * The commands of a document's own that only cite as another one does, with that one, both by name: `\let\ct\cite`,
 * `\newcommand{\ct}[1]{(\cite{#1})}`.
 */
export function ownCommands(text: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  if (!text.includes('cite')) return targets;
  for (const { mark, pattern, read } of KINDS) {
    if (!text.includes(mark)) continue;
    for (const match of shownMatches(text, pattern, skippedInLatex)) {
      const name = match[1] ?? match[2];
      const target = targetOf(read(match));
      if (target !== undefined && target !== name) targets.set(name, target);
    }
  }
  return new Map([...targets.keys()].flatMap((name) => resolved(name, targets)));
}

/** The number of the first argument in braces that a document command takes (`s O{} m`, usrguide, section 2.2). */
function firstInBraces(parameters: string): number {
  return parameters.replace(/\{[^{}]*\}|[^A-Za-z]/g, '').indexOf('m') + 1;
}

/** The command that a definition hands its first argument in braces on to, or whose place it takes. */
function targetOf({ body, argument }: Definition): string | undefined {
  if (argument === 0) return /^\s*\\([A-Za-z]+)\s*$/.exec(body)?.[1];
  const call = new RegExp(String.raw`\\([A-Za-z]{1,60})\*?\s{0,4}(?:\[[^\]]{0,100}\]){0,2}\{#${argument}\}`, 'g');
  return [...body.matchAll(call)].map(([, name]) => name).find((name) => citeCommand(name, false, NO_COMMANDS));
}

const NO_COMMANDS: ReadonlySet<string> = new Set();
/** So many definitions may stand one on another. */
const MOST_STEPS = 8;

/** A command with the one that cites at the end of its definitions. */
function resolved(name: string, targets: ReadonlyMap<string, string>): [string, string][] {
  let target = name;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = targets.get(target);
    if (next === undefined || next === name) break;
    target = next;
  }
  return target !== name && citeCommand(target, false, NO_COMMANDS) ? [[name, target]] : [];
}
