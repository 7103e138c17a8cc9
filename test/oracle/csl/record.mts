import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cslData } from '../../../build/cslData.mjs';
import { CITATIONS, ITEMS } from '../../fixtures/csl/items.mjs';
import { NOTE_STYLE, NOTES_CSL } from '../../real/citations/csl/styles';
import { type Recorded, RECORDED, STYLES } from './recorded';

/*
 * Records what Pandoc makes of the citations of test/fixtures/csl/items.mjs by the styles that we ship:
 * `node --import tsx test/oracle/csl/record.mts`, where `pandoc` is.
 */

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

const QUOTES: Readonly<Record<string, readonly [string, string]>> = {
  DoubleQuote: ['“', '”'],
  SingleQuote: ['‘', '’'],
};

/** The text of Pandoc's nodes; notes stand in `[^…]`. */
function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  const { t, c } = node as Node;
  switch (t) {
    case 'Str':
      return String(c);
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Quoted': {
      const [{ t: kind }, content] = c as [Node, unknown];
      const [open, close] = QUOTES[kind];
      return open + textOf(content) + close;
    }
    case 'Note':
      return `[^${textOf(c).trim()}]`;
    case 'Cite':
    case 'Link':
    case 'Span':
    case 'Div':
      return textOf((c as unknown[])[1]);
    default:
      return textOf(c);
  }
}

/** The entries of the list, by key, in its order. */
function listOf(blocks: readonly Node[]): [string, string][] {
  const entries: [string, string][] = [];
  const visit = ({ t, c }: Node) => {
    if (t !== 'Div') return;
    const [[id], content] = c as [[string], Node[]];
    if (id.startsWith('ref-')) entries.push([id.slice(4), textOf(content).trim()]);
    else content.forEach(visit);
  };
  blocks.forEach(visit);
  return entries;
}

/** The options of names that a style may state once for all of it (CSL 1.0.2, "Inheritable Name Options"). */
const NAME_OPTION =
  /\s(?:and|delimiter-precedes-(?:et-al|last)|et-al-[\w-]+|initialize(?:-with(?:-hyphen)?)?|name-[\w-]+|sort-separator)="[^"]*"/g;

/**
 * A style that states such options at its root, with the same ones at its names: this Pandoc reads them only there. It means the
 * same; the styles without such options are as they are shipped.
 */
function withNameOptionsInside(csl: string): string {
  const options = /<style\b[^>]*>/.exec(csl)?.[0].match(NAME_OPTION) ?? [];
  if (options.length === 0) return csl;
  const name = options.join('').replaceAll(' name-delimiter=', ' delimiter=').replaceAll(' name-form=', ' form=');
  return csl.replace(/<names\b[^>]*[^/]>(?!<name\b)/g, (names) => `${names}<name${name}/>`);
}

const { styles } = await cslData();
const folder = mkdtempSync(join(tmpdir(), 'pandoc-'));
const version = /[\d.]+/.exec(execFileSync('pandoc', ['--version'], { encoding: 'utf8' }))?.[0] ?? '';
writeFileSync(join(folder, 'items.json'), JSON.stringify(ITEMS));
mkdirSync(RECORDED, { recursive: true });
for (const style of STYLES) {
  writeFileSync(
    join(folder, 'style.csl'),
    withNameOptionsInside(style === NOTE_STYLE.name ? NOTES_CSL : styles[style]),
  );
  const args = [
    '-f',
    'markdown-smart',
    '-t',
    'json',
    '--citeproc',
    '--csl',
    'style.csl',
    '--bibliography',
    'items.json',
  ];
  const made = execFileSync('pandoc', args, { cwd: folder, input: CITATIONS.join('\n\n'), encoding: 'utf8' });
  const { blocks } = JSON.parse(made) as { blocks: Node[] };
  const recorded: Recorded = {
    pandoc: version,
    citations: blocks.slice(0, CITATIONS.length).map((block) => textOf(block).trim()),
    references: listOf(blocks),
  };
  writeFileSync(join(RECORDED, `${style}.json`), `${JSON.stringify(recorded, null, 2)}\n`);
}
rmSync(folder, { recursive: true });
