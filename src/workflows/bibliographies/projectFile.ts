import { markdownBibliography } from '../../citations/syntaxes/markdown/bibliography';
import { isBibliography, pathsIn } from '../../citations/syntaxes/shared/fileNames';

/** What a project's file says of the bibliography of the project's documents. Plain data. */
export interface ProjectFile {
  /** The paths that it names, as written. */
  readonly paths: readonly string[];
  /** A folder that they lie in, relative to the project's. */
  readonly folder?: string;
  /** Whether all .bib files of the project are its bibliography (mystmd's guide, "Citations and references"). */
  readonly hasAll?: true;
  /** Whether it says of documents of Jekyll alone. */
  readonly jekyll?: true;
}

/** The field that names bibliographies, at any depth, in YAML and Python; its value is the rest of the line, or a list. */
const FIELD = /^[ \t]*(?:-[ \t]+)?(?:bibliography|bibtex_bibfiles)[ \t]*[:=][ \t]*(.*)$/gm;
/** The lines of a list in YAML. */
const LIST = /(?:\r?\n[ \t]*-[ \t]+[^\r\n]{1,300}){1,100}/y;

/** What a project's file says, by its name; undefined where that is nothing. */
export function readProjectFile(name: string, text: string): ProjectFile | undefined {
  if (name === 'index.Rmd') return naming(markdownBibliography.paths(text));
  const paths = [...text.matchAll(FIELD)].flatMap((match) => pathsOf(match, text));
  if (name === 'myst.yml' && paths.length === 0) return { paths, hasAll: true };
  if (name === '_config.yml' && /^scholar:/m.test(text)) return scholar(text, paths);
  // Beside it, `index.Rmd` is the first chapter of a book, whose front matter is that of all.
  return name === '_bookdown.yml' ? { paths } : naming(paths);
}

function naming(paths: readonly string[]): ProjectFile | undefined {
  return paths.length > 0 ? { paths: [...new Set(paths)] } : undefined;
}

function pathsOf({ 1: rest, 0: line, index }: RegExpMatchArray, text: string): string[] {
  const value = rest.replace(/(^|[ \t])#.*$/, '').trim();
  const end = index! + line.length;
  if (value === '') {
    LIST.lastIndex = end - (line.endsWith('\r') ? 1 : 0);
    return files((LIST.exec(text)?.[0] ?? '').replace(/[ \t]#[^\n]*/g, ''));
  }
  if (!value.startsWith('[') || value.includes(']')) return files(value);
  const close = text.indexOf(']', end);
  return close < 0 || close - end > 10_000 ? [] : files(value + text.slice(end, close).replace(/[ \t]#[^\n]*/g, ''));
}

function files(list: string): string[] {
  return pathsIn(list).filter(isBibliography);
}

/** Jekyll-Scholar's own settings (its README, "Configuration"). */
function scholar(text: string, paths: readonly string[]): ProjectFile {
  const [, source = '_bibliography'] = /^[ \t]+source:[ \t]*["']?([^"'\s#]{1,200})/m.exec(text) ?? [];
  return { paths: paths.length > 0 ? paths : ['references.bib'], folder: source.replace(/^\/+/, ''), jekyll: true };
}
