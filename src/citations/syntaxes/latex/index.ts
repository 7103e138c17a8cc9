import type { TextEdit } from '../../../base/textEdit';
import { PROBE, type CitationForm, type CiteItem, type Syntax } from '../../syntax';
import { commandFor, type LatexFlavour } from './commands';
import { LatexScanner } from './scanner';
import { detailOf, missingKeys } from '../shared/pieces';
import { latexBibliography, latexParts } from './bibliography';
import { latexHeadings } from './headings';
import { latexNotes } from './notes';
import { withMultibib } from './multibib';
import { namedCommands } from './namedCommands';
import { ownCommands } from './ownCommands';
import { latexOwnKeys } from './ownKeys';
import { skippedInLatex } from './skipped';

/** What may be known about LaTeX: further commands that cite, by name without the backslash; `name=other` as another does. */
export interface LatexOptions {
  readonly commands?: readonly string[];
}

/** LaTeX with natbib or biblatex: `\cite[see][p. 3]{a,b}`, `\textcite{a}`, `\autocites[see][3]{a}[5]{b}`. */
export const latex: Syntax = latexWith({});

/** LaTeX with commands of one's own. */
export function latexWith({ commands = [] }: LatexOptions): Syntax {
  const named = namedCommands(commands);
  const { own } = named;
  return {
    id: 'latex',
    languages: ['latex', 'latex-expl3', 'tex'],
    extensions: ['tex', 'ltx'],
    completedBy: {
      'efoerster.texlab': ['latex', 'tex'],
      'james-yu.latex-workshop': ['latex', 'latex-expl3', 'tex'],
      'maltehei.latex-citations': ['latex'],
    },
    completion: {
      starts: ['\\'],
      probes: [PROBE, `${PROBE}}`],
      triggers: ['{', ',', ' '],
      // What stands for all keys there joins none.
      accepts: (probed, offset, _probe, { form }) => form !== 'nocite' || probed[offset - 1] !== '*',
      joins: '*',
    },
    bibliography: latexBibliography,
    parts: latexParts,
    notes: latexNotes,
    // Behind an odd number of backslashes a percent sign is one.
    comments: /(?<!\\)(?:\\\\)*%[^\r\n]*/g,
    ownKeys: latexOwnKeys,
    withCommands: (names) => latexWith({ commands: names }),

    find(text) {
      const known = { ...named, own: withMultibib(own, text) };
      const standIns = new Map([...named.standIns, ...ownCommands(text, known)]);
      const scanner = new LatexScanner(text, { ...known, standIns });
      scanner.scan();
      return scanner.found;
    },

    skipped: (text) => skippedInLatex(text, own),
    headings: latexHeadings,

    format: (citation) => write(citation.items, citation.form ?? 'parenthetical', 'biblatex', citation.command),

    formatAt(text, offset, citation) {
      const all = besideAll(text, offset);
      if (all) return all.before + citation.items.map(({ key }) => writeKey(key)).join(',') + all.behind;
      const written = write(citation.items, citation.form ?? 'parenthetical', flavourOf(text), citation.command);
      return (isEscaping(text, offset) ? ' ' : '') + written;
    },

    addKeys(text, citation, keys) {
      const added = missingKeys(citation.items, keys).map(writeKey);
      if (added.length === 0) return [];
      const last = citation.items[citation.items.length - 1];
      if (last.range.end !== last.keyRange.end) {
        return [{ start: last.range.end, end: last.range.end, newText: added.map((key) => `{${key}}`).join('') }];
      }
      const before = citation.items[citation.items.length - 2];
      const spaced = before && /^,[ \n]/.test(text.slice(before.keyRange.end, last.keyRange.start));
      const at = last.keyRange.end;
      return [{ start: at, end: at, newText: added.map((key) => (spaced ? `, ${key}` : `,${key}`)).join('') }];
    },

    removeItem(text, { items, range }, index) {
      const item = items[index];
      if (!item) return [];
      if (items.length === 1) return [{ ...range, newText: '' }];
      if (item.range.end !== item.keyRange.end) return [remove(item.range.start, item.range.end)];
      const inList = (from: number, to: number): boolean => !text.slice(from, to).includes('}');
      const [previous, next] = [items.at(index - 1), items.at(index + 1)];
      if (next && index + 1 < items.length && inList(item.range.end, next.keyRange.start))
        return [remove(item.range.start, next.range.start)];
      const isFirst = index === 0 || !previous || !inList(previous.range.end, item.range.start);
      return [remove(isFirst ? item.range.start : previous.range.end, item.range.end)];
    },

    replaceKey(_text, citation, index, key) {
      const item = citation.items[index];
      return item ? [{ ...item.keyRange, newText: writeKey(key) }] : [];
    },
  };
}

/** What parts a key from the `*` that stands for all of them in a list without any: `\nocite{*|}`. */
function besideAll(text: string, offset: number): { readonly before: string; readonly behind: string } | undefined {
  const start = /\\nocite\s{0,8}\{\s{0,8}(\*?)\s{0,8}$/.exec(text.slice(Math.max(0, offset - 40), offset));
  const end = /^\s{0,8}(\*?)\s{0,8}\}/.exec(text.slice(offset, offset + 20));
  if (!start || !end || start[1] + end[1] !== '*') return undefined;
  return { before: start[1] && ',', behind: end[1] && ',' };
}

function remove(start: number, end: number): TextEdit {
  return { start, end, newText: '' };
}

/** The package whose commands a document asks for; biblatex's where it does not say. */
function flavourOf(text: string): LatexFlavour {
  return /\\usepackage(\[[^\]\n]*\])?\{natbib\}/.test(text) ? 'natbib' : 'biblatex';
}

/**
 * A key inside of braces. LaTeX has no way to quote: what would end the list or start a command (braces, comma, `\`,
 * `%`, `#`, `~`, and `^`, which can name any character) is left out; `*` alone would cite everything.
 */
function writeKey(key: string): string {
  const held = key
    .replace(/[{}\\,%#~^]/g, '')
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
  return held === '' || held === '*' ? '_' : held;
}

function write(items: readonly CiteItem[], form: CitationForm, flavour: LatexFlavour, command?: string): string {
  if (items.length === 0) return '';
  const keys = items.map((item) => writeKey(item.key)).join(',');
  const notesInside = items.some(
    (item, i) => (i > 0 && item.prefix) || (i < items.length - 1 && (item.locator || item.suffix)),
  );
  if (!notesInside || form === 'nocite') {
    const name = command ?? commandFor(form, flavour, false);
    const after = form === 'nocite' ? '' : notes(items[0].prefix, items[items.length - 1]);
    return `\\${name}${after}{${keys}}`;
  }
  const groups = items.map((item) => `${notes(item.prefix, item)}{${writeKey(item.key)}}`);
  if (flavour === 'natbib') {
    const name = command ?? commandFor(form, flavour, false);
    return groups.map((group) => `\\${name}${group}`).join(' ');
  }
  const name = command ? command.replace(/s?$/, 's') : commandFor(form, flavour, true);
  return `\\${name}${groups.join('')}`;
}

/** Whether a backslash stands before the offset that would take away the meaning of one there. */
function isEscaping(text: string, offset: number): boolean {
  return (/\\+$/.exec(text.slice(Math.max(0, offset - 20), offset))?.[0].length ?? 0) % 2 === 1;
}

/** The notes in brackets: `[see][p. 3]`, `[p. 3]`, `[see][]` or nothing. */
function notes(prefix: string | undefined, item: CiteItem): string {
  const after = detailOf(item);
  if (prefix) return `[${held(prefix)}][${held(after)}]`;
  return after && `[${held(after)}]`;
}

function held(note: string): string {
  return /[[\]]/.test(note) ? `{${note}}` : note;
}
