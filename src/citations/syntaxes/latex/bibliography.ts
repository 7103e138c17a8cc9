import type { BibliographyRules, PartRules } from '../../syntax';
import { bibliographyPaths, isBibliography, pathsIn } from '../shared/fileNames';
import { shownGroups, shownMatches } from '../shared/shown';
import { namesOfMultibib } from './multibib';
import { namedCommands } from './namedCommands';
import { citingCommands, definitionsIn } from './ownCommands';
import { skippedInLatex } from './skipped';

const FILES =
  /\\(?:(?:default)?bibliography|addbibresource|addglobalbib)\s{0,8}(?:\[[^\]]{0,1000}\]\s{0,8})?\{\s{0,8}(?:\\subfix\{)?([^{}]{1,2000})\}/g;
/** Of the package `bibunits`, whose bibliographies are those of a part. */
const OF_PART = /\\putbib\s{0,8}\[([^\]]{1,2000})\]/g;
/** Those of a part in biblatex, where a file can also be called by its label. */
const OF_SECTION = /\\(?:begin\s{0,8}\{refsection\}|newrefsection)\s{0,8}\[([^\]]{1,2000})\]/g;
/** Of the package `multibib`: `\bibliographyown` behind `\newcites{own}{Own Work}`. */
const FURTHER = /\\bibliography(?!style)([A-Za-z]{1,60})\s{0,8}\{([^{}]{1,2000})\}/g;
/** What only TeX knows: arguments, and what other commands stand for. */
const MADE = /#|\\jobname|^\\[A-Za-z@]/;
const NAMES = /\\(?:bibliography|addbibresource|addglobalbib)\b|\\begin\{thebibliography\}/g;
const NOT_CITED = /\\nocite\s{0,8}\{([^{}]{1,10000})\}/g;
/** What stands in a list of keys or paths and is none of it. */
const COMMENT = /(?<!\\)%[^\n]*/g;
const TAKEN =
  /\\(?:input|include|subfile|subfileinclude|InputIfFileExists|includestandalone)\s{0,8}(?:\[[^\]\n]{0,200}\]\s{0,8})?\{[ \t]{0,8}(?:\\subfix\{)?([^{}\n]{1,300})\}/g;
/** TeX's own way: up to a blank, or the next command. */
const TAKEN_PLAINLY = /\\input[ \t]{1,8}([^\s{}\\%#"]{1,300})/g;
/** Of the package `import`: a folder and a file. */
const IMPORTED = /\\(?:sub)?(?:import|inputfrom|includefrom)\*?\{([^{}\n]{0,300})\}\{([^{}\n]{1,300})\}/g;
const SUBFILE = /\\documentclass\[([^\]\n]{1,300})\]\{subfiles\}/g;
/** The magic comment of TeXShop and others; they look for it in the first lines. */
const ROOT = /^%[ \t]{0,8}![ \t]{0,8}T[eE]X[ \t]{1,8}root[ \t]{0,8}=[ \t]{0,8}(\S[^\r\n]{0,300})/m;
const HEAD = 2000;

/** Packages and the class: those that lie in the workspace define commands, and can name bibliographies. */
const LOADED =
  /\\(?:(?:usepackage|RequirePackage(?:WithOptions)?)|(documentclass|LoadClass(?:WithOptions)?))[ \t]{0,8}(?:\[[^\]]{0,1000}\])?[ \t]{0,8}\{([^{}]{1,1000})\}/g;

/** The bibliographies of LaTeX. `\\bibliography` leaves `.bib` away; it is added. */
export const latexBibliography: BibliographyRules = {
  isNamed: (text) => shownMatches(text, NAMES, skippedInLatex).length > 0,
  paths: (text) => bibliographyPaths(namedIn(text)),
  listsAll: (text) =>
    text.includes('\\nocite') &&
    shownGroups(text, NOT_CITED, skippedInLatex).some((keys) => /(^|,)\s*\*\s*(,|$)/.test(withoutComments(keys))),
};

/** How LaTeX documents are put together, also by the packages `import` and `subfiles` (their manuals). */
export const latexParts: PartRules = {
  taken(text) {
    const imported = shownMatches(text, IMPORTED, skippedInLatex).map(([, folder, file]) => `${folder}/${file}`);
    const named = [TAKEN, TAKEN_PLAINLY].flatMap((pattern) => shownGroups(text, pattern, skippedInLatex));
    const taken = [...named, ...imported].map((path) =>
      withExtension(path.trim().replace(/^"(.*)"$/, '$1'), isTex, '.tex'),
    );
    const loaded = shownMatches(text, LOADED, skippedInLatex).flatMap(([, isClass, names]) =>
      names.split(',').map((name) => `${name.trim()}${isClass ? '.cls' : '.sty'}`),
    );
    return [...taken, ...loaded];
  },
  alsoIn: ['sty', 'cls'],
  definitions: (text) => [...definitionsIn(text)].map(([name, targets]) => `${name}=${targets.join(' ')}`),
  commands(definitions, named) {
    const known = new Map<string, string[]>();
    for (const definition of definitions) {
      const [name, targets] = definition.split('=', 2);
      known.set(name, [...(known.get(name) ?? []), ...targets.split(' ')]);
    }
    return [...citingCommands(known, namedCommands(named))].map(([name, other]) => `${name}=${other}`);
  },
  whole(text) {
    const head = text.slice(0, HEAD);
    const path = (ROOT.exec(head)?.[1] ?? shownGroups(head, SUBFILE, skippedInLatex).at(0))?.trim();
    return path === undefined ? undefined : withExtension(path, isTex, '.tex');
  },
};

/** The bibliographies that a text names, with their extension. */
function namedIn(text: string): string[] {
  const shown = (pattern: RegExp) => shownGroups(text, pattern, skippedInLatex);
  const further = text.includes('\\newcites') ? furtherIn(text) : [];
  const lists = [...shown(FILES), ...shown(OF_PART), ...further].map(withoutComments);
  const stated = lists.flatMap(pathsIn).filter((path) => !MADE.test(path));
  const named = stated.map((path) => withExtension(path, isBibliography, '.bib'));
  return [...named, ...shown(OF_SECTION).map(withoutComments).flatMap(pathsIn).filter(isBibliography)];
}

function furtherIn(text: string): string[] {
  const names = new Set(namesOfMultibib(text));
  const further = shownMatches(text, FURTHER, skippedInLatex).filter(([, name]) => names.has(name));
  return further.map(([, , files]) => files);
}

function withoutComments(list: string): string {
  return list.replace(COMMENT, '');
}

function withExtension(path: string, has: (path: string) => boolean, extension: string): string {
  return has(path) ? path : path + extension;
}

function isTex(path: string): boolean {
  return /\.(tex|ltx|sty|cls|tikz|pgf)$/i.test(path);
}
