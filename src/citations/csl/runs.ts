/** How a stretch of formatted text looks. */
export type Mark = 'bold' | 'italic' | 'underline' | 'smallCaps' | 'sup' | 'sub';
export const MARKS: readonly Mark[] = ['bold', 'italic', 'underline', 'smallCaps', 'sup', 'sub'];

/** A stretch of text that looks the same throughout. */
export interface Run {
  readonly text: string;
  readonly marks: ReadonlySet<Mark>;
  /** The number or label in front of a reference, which stands apart from its text. */
  readonly isLabel?: boolean;
}

/** Only these tags are markup; everything else is text. */
const TAG = /<(\/?)(i|b|sup|sub|span|div)\b([^<>]*)>/g;

/** Nobody's title has tags within each other beyond this; those are no marks. */
const DEEPEST = 50;

/** What a tag begins: marks, the end of marks, a label, a block. */
interface Opened {
  readonly name: string;
  readonly on?: Mark;
  readonly off?: Mark;
  readonly label?: boolean;
  readonly block?: boolean;
}

const PLAIN_TAGS: Readonly<Record<string, Mark | undefined>> = { i: 'italic', b: 'bold', sup: 'sup', sub: 'sub' };

const STYLED: readonly (readonly [pattern: RegExp, opened: Omit<Opened, 'name'>])[] = [
  [/font-variant:\s*small-caps/, { on: 'smallCaps' }],
  [/font-variant:\s*normal/, { off: 'smallCaps' }],
  [/font-style:\s*normal/, { off: 'italic' }],
  [/font-weight:\s*normal/, { off: 'bold' }],
  [/text-decoration:\s*underline/, { on: 'underline' }],
  [/text-decoration:\s*none/, { off: 'underline' }],
];

/** The HTML that citeproc writes as runs of text. Tags and attributes that it does not write are text. */
export function runsOf(html: string): Run[] {
  const runs: Run[] = [];
  const open: Opened[] = [];
  let at = 0;
  const put = (text: string) => {
    if (text !== '')
      runs.push({ text: unescape(text), marks: marksOf(open), isLabel: open.some(({ label }) => label) });
  };
  for (const match of html.matchAll(TAG)) {
    const [whole, slash, name, attributes] = match;
    put(html.slice(at, match.index));
    at = match.index + whole.length;
    if (slash === '') {
      const opened = openedBy(name, attributes);
      // A block that follows another one on its line is parted from it.
      if (opened.block && runs.length > 0 && !/\s$/.test(runs[runs.length - 1].text)) put(' ');
      if (open.length < DEEPEST) open.push(opened);
      continue;
    }
    const last = open.map((opened) => opened.name).lastIndexOf(name);
    if (last >= 0) open.splice(last, 1);
  }
  put(html.slice(at));
  return trimmed(runs);
}

function openedBy(name: string, attributes: string): Opened {
  const on = PLAIN_TAGS[name];
  if (on) return { name, on };
  if (name === 'div') return { name, block: true, label: attributes.includes('csl-left-margin') };
  return { name, ...STYLED.find(([pattern]) => pattern.test(attributes))?.[1] };
}

function marksOf(open: readonly Opened[]): ReadonlySet<Mark> {
  const marks = new Set<Mark>();
  for (const { on, off } of open) {
    if (on) marks.add(on);
    if (off) marks.delete(off);
  }
  return marks;
}

const NAMED: Readonly<Record<string, string | undefined>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

function unescape(text: string): string {
  return text
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? all;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : '';
    })
    .replace(/[\t\r\n ]+/g, ' ');
}

/** Without blanks at both ends. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept = [...runs];
  while (kept.length > 0 && kept[0].text.trim() === '') kept.shift();
  while (kept.length > 0 && kept[kept.length - 1].text.trim() === '') kept.pop();
  if (kept.length === 0) return [];
  kept[0] = { ...kept[0], text: kept[0].text.trimStart() };
  const last = kept[kept.length - 1];
  kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept;
}
