import type { SyntaxId } from '../citations/syntax';
import { frontMatterEnd } from '../citations/syntaxes/markdown/blocks';

/** What names the files of a bibliography; the first group holds one name or several. */
const NAMING: Readonly<Record<SyntaxId, RegExp>> = {
  pandoc: /^bibliography:[ \t]{0,8}(.{1,1000}|(?:\r?\n[ \t]{0,8}- .{1,300}){1,50})$/gm,
  myst: /^bibliography:[ \t]{0,8}(.{1,1000}|(?:\r?\n[ \t]{0,8}- .{1,300}){1,50})$/gm,
  latex: /\\(?:bibliography|addbibresource|addglobalbib)(?:\[[^\]\n]{0,200}\])?\{([^{}\n]{1,1000})\}/g,
  typst: /#bibliography\(([^)\n]{1,1000})\)/g,
  org: /^[ \t]{0,8}#\+bibliography:(.{1,1000})$/gim,
  rst: /^\.\. (?:foot)?bibliography::[ \t](.{1,1000})$/gm,
  asciidoc: /^:bibtex-file:(.{1,1000})$/gm,
};

/**
 * The names (without folders) of the bibliography files that a document names. LaTeX's `\bibliography` leaves `.bib` away;
 * it is added.
 */
export function namedBibliographies(text: string, syntax: SyntaxId): string[] {
  const isMarkdown = syntax === 'pandoc' || syntax === 'myst';
  const scanned = isMarkdown ? text.slice(0, frontMatterEnd(text)) : text;
  const names = [...scanned.matchAll(NAMING[syntax])].flatMap(([, list]) => filesOf(list, syntax));
  return [...new Set(names)];
}

function filesOf(list: string, syntax: SyntaxId): string[] {
  if (syntax === 'typst')
    return [...list.matchAll(/"([^"\n]{1,300})"/g)].map(([, path]) => nameOf(path)).filter(isFile);
  const paths = list.split(/[,\n[\]]/).map((path) => path.replace(/^[\s-]+|\s+$/g, '').replace(/^(["'])(.*)\1$/, '$2'));
  const names = paths.filter((path) => path !== '').map(nameOf);
  return syntax === 'latex' ? names.map((name) => (isFile(name) ? name : `${name}.bib`)) : names.filter(isFile);
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function isFile(name: string): boolean {
  return /\.(bib|bibtex|json|ya?ml|ris)$/i.test(name);
}
