import { scanChunks } from '../../library/bibtex/chunks';
import { TAG as RIS_TAG } from '../../library/formats/ris';
import { namedPapers } from '../../online/references/namedPapers';

/** The formats whose records are told from the text around them. */
export type RecordForm = 'bibtex' | 'ris' | 'nbib' | 'endnote' | 'web-of-science' | 'endnote-xml' | 'json' | 'yaml';

/** A stretch of a text: records of a format, or anything else. */
export interface Stretch {
  readonly form: RecordForm | 'text';
  readonly text: string;
}

/** Where a record of a form ends that starts at an offset where a line starts; undefined where none does. */
type RecordEnd = (text: string, at: number) => number | undefined;

/**
 * Cuts a text into the records of each format and what stands between, before and behind them. The stretches join without gaps to the
 * text, but for the fences of Markdown around code.
 */
export function textStretches(text: string): Stretch[] {
  const chunks = scanChunks(text).filter(({ kind }) => kind !== 'text');
  const forms: typeof FORMS = [...FORMS, ['endnote-xml', xmlEndIn(text)]];
  const found: Stretch[] = [];
  let said = 0;
  const take = (form: RecordForm, start: number, end: number) => {
    addText(found, text.slice(said, start));
    found.push({ form, text: text.slice(start, end) });
    said = end;
    return end;
  };
  for (let at = 0, next = 0; at < text.length;) {
    while (next < chunks.length && chunks[next].start < at) next++;
    const record = recordAt(text, at, forms);
    const line = lineEnd(text, at);
    if (record) at = take(record.form, at, record.end);
    else if (next < chunks.length && chunks[next].start < line)
      at = take('bibtex', chunks[next].start, chunks[next].end);
    else at = line;
  }
  addText(found, text.slice(said));
  return found;
}

const FENCE = /^[ \t]*(?:`{3,}|~{3,})[\w-]*[ \t]*$/gm;

function addText(found: Stretch[], text: string): void {
  const plain = text.replace(FENCE, '');
  if (plain.trim() !== '') found.push({ form: 'text', text: plain });
}

function recordAt(text: string, at: number, forms: typeof FORMS): { form: RecordForm; end: number } | undefined {
  for (const [form, endOf] of forms) {
    const end = endOf(text, at);
    if (end !== undefined) return { form, end };
  }
  return undefined;
}

/** A format that states one value a line, each behind its tag. */
interface Tagged {
  readonly first: RegExp;
  readonly tag: RegExp;
  /** The line that ends a record. */
  readonly last?: RegExp;
  /** Lines of values that go on are indented, unless something took that away from lines so long. */
  readonly wrapsAt?: number;
}

/** Lines with which a record of any format starts. */
const STARTS =
  /^(?:\s{0,20}TY {1,2}- |PMID-\s*\d|%0 \S|PT [JBSP]\s*$|[ \t]*@[A-Za-z]+\s*[{(]\s*[^\s,{}]+,|[ \t]*(?:\[\s*\{|\{\s*")|[ \t]*<(?:\?xml|xml|records?)\b|references:\s*$)/;

function tagged({ first, tag, last, wrapsAt = 0 }: Tagged): RecordEnd {
  return (text, at) => {
    if (!first.test(lineAt(text, at))) return undefined;
    const stated = last && endStated(text, at, first, last);
    if (stated !== undefined) return stated;
    let end = lineEnd(text, at);
    let before = lineAt(text, at);
    for (let start = end; start < text.length; start = lineEnd(text, start)) {
      const line = lineAt(text, start);
      if (line.trim() === '') before = '';
      else if (STARTS.test(line)) break;
      else if (!tag.test(line) && (before === '' || !goesOn(line, before.length >= wrapsAt))) break;
      else [end, before] = [lineEnd(text, start), line];
    }
    return end;
  };
}

/** Where the record ends that starts at an offset, if a line says so before the next one starts. */
function endStated(text: string, at: number, first: RegExp, last: RegExp): number | undefined {
  for (let start = lineEnd(text, at); start < text.length; start = lineEnd(text, start)) {
    const line = lineAt(text, start);
    if (last.test(line)) return lineEnd(text, start);
    if (first.test(line)) return undefined;
  }
  return undefined;
}

/** Whether a line without a tag goes on with the value before it, and is nothing that is asked for beside the record. */
function goesOn(line: string, isWrapped: boolean): boolean {
  if (/^\s/.test(line)) return true;
  return isWrapped && !namedPapers(line).every(({ identifier, description }) => identifier && !description);
}

const JSON_START = /[ \t]*(?:\[\s*\{|\{\s*")/y;

/** Up to the bracket that closes the first one; brackets in strings do not count. */
const jsonEnd: RecordEnd = (text, at) => {
  JSON_START.lastIndex = at;
  if (!JSON_START.test(text)) return undefined;
  let depth = 0;
  let isQuoted = false;
  for (let i = at; i < text.length; i++) {
    const mark = text[i];
    if (mark === '"') isQuoted = !isQuoted;
    else if (isQuoted) i += mark === '\\' ? 1 : 0;
    else if (mark === '[' || mark === '{') depth++;
    else if ((mark === ']' || mark === '}') && --depth === 0) return i + 1;
  }
  return text.length;
};

const XML_START = /[ \t]*(?:<(?:\?xml|!doctype)\b[^>]{0,500}>\s{0,100}){0,3}<(xml|records?)\b/iy;

/** Up to where the outermost element is closed. Where a text closes it last is looked up once, as many may be open. */
function xmlEndIn(whole: string): RecordEnd {
  const last = new Map<string, number>();
  return (text, at) => {
    XML_START.lastIndex = at;
    const root = XML_START.exec(text)?.[1];
    if (root === undefined) return undefined;
    const closing = `</${root}>`;
    if (!last.has(closing)) last.set(closing, whole.lastIndexOf(closing));
    return last.get(closing)! < at ? undefined : text.indexOf(closing, at) + closing.length;
  };
}

/** Up to the first line that neither is indented nor states or lists anything. */
const yamlEnd: RecordEnd = (text, at) => {
  if (!/^references:\s*(?:$|\[)/.test(lineAt(text, at))) return undefined;
  let end = lineEnd(text, at);
  for (let start = end; start < text.length; start = lineEnd(text, start)) {
    const line = lineAt(text, start);
    if (line.trim() === '') continue;
    if (!/^(?:\s|-\s|[\])}]|#|---\s*$|\.\.\.\s*$)/.test(line)) break;
    end = lineEnd(text, start);
  }
  return end;
};

const FORMS: readonly (readonly [RecordForm, RecordEnd])[] = [
  ['ris', tagged({ first: /^\s{0,20}TY {1,2}- /, tag: RIS_TAG, last: /^\s{0,20}ER {1,2}-\s*$/ })],
  ['nbib', tagged({ first: /^PMID-\s*\d/, tag: /^[A-Z]{2,4} {0,2}- /, wrapsAt: 70 })],
  ['endnote', tagged({ first: /^%0 \S/, tag: /^%[A-Z0-9@!?^+$&*#~>(] /i })],
  ['web-of-science', tagged({ first: /^(?:FN \S|PT [JBSP]\s*$)/, tag: /^[A-Z][A-Z0-9](?: |$)/ })],
  ['json', jsonEnd],
  ['yaml', yamlEnd],
];

/** Where the line ends that holds an offset, behind its line break. */
function lineEnd(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}

function lineAt(text: string, at: number): string {
  return text.slice(at, lineEnd(text, at)).replace(/[\r\n]+$/, '');
}
