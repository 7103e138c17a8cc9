import type { BibliographyRules, PartRules } from '../../syntax';
import { bibliographyPaths, isBibliography, pathsIn } from '../shared/fileNames';
import { shownGroups, shownMatches } from '../shared/shown';
import { namedCommands } from './namedCommands';
import { citingCommands, definitionsIn } from './ownCommands';
import { skippedInLatex } from './skipped';

const FILES =
  /\\(?:bibliography|addbibresource|addglobalbib)(?:\[[^\]\n]{0,200}\])?\{[ \t]{0,8}(?:\\subfix\{)?([^{}\n]{1,1000})\}/g;
const NAMES = /\\(?:bibliography|addbibresource|addglobalbib)\b|\\begin\{thebibliography\}/g;
const NOT_CITED = /\\nocite\s{0,8}\{([^{}]{1,10000})\}/g;
/** What stands in a list of keys or paths and is none of it. */
const COMMENT = /(?<!\\)%[^\n]*/g;
const TAKEN = /\\(?:input|include|subfile|subfileinclude)[ \t]{0,8}\{([^{}\n]{1,300})\}/g;
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
  paths: (text) =>
    bibliographyPaths(
      shownGroups(text, FILES, skippedInLatex)
        .flatMap(pathsIn)
        .map((path) => withExtension(path, isBibliography, '.bib')),
    ),
  listsAll: (text) =>
    text.includes('\\nocite') &&
    shownGroups(text, NOT_CITED, skippedInLatex).some((keys) => /(^|,)\s*\*\s*(,|$)/.test(keys.replace(COMMENT, ''))),
};

/** How LaTeX documents are put together, also by the packages `import` and `subfiles` (their manuals). */
export const latexParts: PartRules = {
  taken(text) {
    const imported = shownMatches(text, IMPORTED, skippedInLatex).map(([, folder, file]) => `${folder}/${file}`);
    const taken = [...shownGroups(text, TAKEN, skippedInLatex), ...imported].map((path) =>
      withExtension(path.trim(), isTex, '.tex'),
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

function withExtension(path: string, has: (path: string) => boolean, extension: string): string {
  return has(path) ? path : path + extension;
}

function isTex(path: string): boolean {
  return /\.(tex|ltx|sty|cls|tikz|pgf)$/i.test(path);
}
