import { pathOfLink, type PaperFile } from '../model/paperFile';

/*
 * The field `file`, of which every program has a form of its own:
 *
 *     JabRef           description:path:type;…          with \: \; \\ for characters of the path
 *     Zotero           title:path:media/type;…          the same, braces too
 *     Better BibTeX    path;…                           or Zotero's form, as the user chose
 *     Mendeley         :C$\backslash$:/a{\_}b.pdf:pdf   LaTeX in it, and no slash before home/ and Users/
 *     Paperpile, BibLaTeX's manual, Emacs               a path, or several with ; between
 */

/** Longer values are no lists of files. */
const LONGEST = 100_000;

/** The files that the value of a field `file` names, without its delimiters. */
export function parseFiles(source: string): PaperFile[] {
  const value = withoutLatex(source.slice(0, LONGEST)).trim();
  return splitEscaped(value)
    .map(fileOf)
    .filter((file) => file !== undefined);
}

/** What Mendeley and others do so that LaTeX could print a path. */
function withoutLatex(source: string): string {
  return source
    .replace(/\$\\backslash\$|\{?\\textbackslash(?:\{\}|\b ?)\}?/g, '\\')
    .replace(/\{\\([_&%#$~^])(?:\{\})?\}/g, '$1')
    .replace(/\\[\r\n]\s*|\s*[\r\n]\s*/g, ' ');
}

/** The items between semicolons, each as its parts between colons; what a backslash stands before separates nothing. */
function splitEscaped(value: string): string[][] {
  const items: string[][] = [];
  let parts: string[] = [];
  let part = '';
  const isPlainWindows = /^(?:[a-z]:\\[^\\]|\\\\[^\\]+\\[^\\])/i.test(value);
  const endPart = () => {
    parts.push(part);
    part = '';
  };
  for (let i = 0; i < value.length; i++) {
    const character = value[i];
    const next = value.charAt(i + 1);
    if (character === '\\' && !isPlainWindows && '\\:;{}_&%#$~^'.includes(next) && next !== '') {
      part += next;
      i++;
    } else if (character === ';') {
      endPart();
      items.push(parts);
      parts = [];
    } else if (character === ':' && !belongsToPath(part, value, i)) endPart();
    else if (character !== '{' && character !== '}') part += character;
  }
  endPart();
  items.push(parts);
  return items;
}

/** Whether a colon is that of a drive or of a link. */
function belongsToPath(before: string, value: string, at: number): boolean {
  if (/^\s*(?:file:\/{2,3})?[a-z]$/i.test(before)) return /[\\/]/.test(value.charAt(at + 1));
  return /^\s*(?:https?|ftp|file|internal-pdf|zotero)$/i.test(before) && value.startsWith('//', at + 1);
}

function fileOf(parts: readonly string[]): PaperFile | undefined {
  const all = parts.map((part) => part.trim());
  if (all.length === 2 && isType(all[1]) && !isType(all[0])) all.unshift('');
  const [title, path, type] =
    all.length < 3 ? ['', ...all].slice(-2) : [all[0], all.slice(1, -1).join(':'), all.at(-1)!];
  if (path === '') return undefined;
  const isRootless = title === '' && type !== undefined && /^(?:Users|home)\//.test(path);
  return {
    path: pathOfLink(isRootless ? `/${path}` : path).normalize('NFC'),
    ...(title && { title: title.normalize('NFC') }),
    ...(type && { type }),
  };
}

function isType(text: string): boolean {
  return /^(?:[a-z]{2,5}|(?:application|audio|image|message|text|video)\/[\w.+-]+)$/i.test(text);
}

/** The value of a field `file` that names these files, in the form that JabRef and Zotero read. */
export function writeFiles(files: readonly PaperFile[]): string {
  return files.map(({ title = '', path, type = '' }) => [title, path, type].map(escaped).join(':')).join(';');
}

function escaped(part: string): string {
  return part.replace(/\s*[\r\n]+\s*/g, ' ').replace(/[\\:;{}]/g, '\\$&');
}
