import { markdownBibliography } from '../../citations/syntaxes/markdown/bibliography';
import { fieldValues } from '../../citations/syntaxes/shared/fieldValues';
import { isBibliography } from '../../citations/syntaxes/shared/fileNames';
import { globalBibliographies } from './dirLocals';

/** What a project's file says of the bibliography of the project's documents. Plain data. */
export interface ProjectFile {
  /** The paths that it names, as written. */
  readonly paths: readonly string[];
  /** A folder that they lie in, relative to the project's. */
  readonly folder?: string;
  /** Whether all .bib files of the project are its bibliography (mystmd's guide, "Citations and references"). */
  readonly hasAll?: true;
  /** The name of the syntax of the documents that it speaks of, where that is one alone. */
  readonly only?: 'jekyll' | 'pandoc' | 'org';
  /** The documents that it speaks of, as written, none for those beside it; left out where it speaks of those below it, too. */
  readonly inputs?: readonly string[];
}

/** The field that names bibliographies, at any depth, in YAML and Python; its value is the rest of the line, or a list. */
const FIELD =
  /^[ \t]*(?:-[ \t]+)?["']?(?:bibliography|bibtex_bibfiles)["']?[ \t]*(?::[ \t]*(?:list|tuple|List|Tuple)\b[^=\r\n]{0,60}=|\+?=|:)[ \t]*(.*)$/gm;
/** The field of Pandoc's defaults that names documents. */
const INPUTS = /^input-files?[ \t]*:[ \t]*(.*)$/gm;
/** What a file of Pandoc's defaults or metadata, which can have any name, is called (its manual, "Defaults files"). */
const DEFAULTS = /^(?!_).*(?:defaults|pandoc|metadata).*\.ya?ml$/i;

/** Names of the files that say something, as a glob. */
export const PROJECT_FILES =
  '**/{_quarto.yml,_quarto.yaml,_metadata.yml,_bookdown.yml,_output.yml,index.Rmd,myst.yml,_config.yml,conf.py,.dir-locals.el,.dir-locals-2.el,*defaults*.yml,*defaults*.yaml,*pandoc*.yml,*pandoc*.yaml,*metadata*.yml,*metadata*.yaml}';

/** What a project's file says, by its name; undefined where that is nothing. */
export function readProjectFile(name: string, text: string): ProjectFile | undefined {
  if (name === 'index.Rmd') return naming(markdownBibliography.paths(text));
  if (name.endsWith('.el')) return naming(globalBibliographies(text), { only: 'org' });
  const paths = fieldValues(FIELD, text).filter(isBibliography);
  if (DEFAULTS.test(name)) return defaults(text, paths);
  if (name === 'myst.yml' && paths.length === 0) return { paths, hasAll: true };
  if (name === '_config.yml' && /^scholar:/m.test(text)) return scholar(text, paths);
  // Beside `_bookdown.yml`, `index.Rmd` is the first chapter of a book, whose front matter is that of all.
  return name === '_bookdown.yml' || isQuartoProject(name) ? { paths: [...new Set(paths)] } : naming(paths);
}

/** Whether a file of this name makes its folder the one where Quarto has paths start that begin with a slash. */
export function isQuartoProject(name: string): boolean {
  return /^_quarto\.ya?ml$/.test(name);
}

function naming(paths: readonly string[], more: Partial<ProjectFile> = {}): ProjectFile | undefined {
  return paths.length > 0 ? { paths: [...new Set(paths)], ...more } : undefined;
}

/** Pandoc's defaults and metadata. `${.}` is the folder of the file. */
function defaults(text: string, paths: readonly string[]): ProjectFile | undefined {
  const beside = (path: string) => path.replace(/^\$\{\.\}[/\\]/, '');
  return naming(paths.map(beside), { only: 'pandoc', inputs: fieldValues(INPUTS, text).map(beside) });
}

/** Jekyll-Scholar's own settings (its README, "Configuration"). */
function scholar(text: string, paths: readonly string[]): ProjectFile {
  const [, source = '_bibliography'] = /^[ \t]+source:[ \t]*["']?([^"'\s#]{1,200})/m.exec(text) ?? [];
  const folder = source.replace(/^\/+/, '');
  return { paths: paths.length > 0 ? paths : ['references.bib'], folder, only: 'jekyll' };
}
