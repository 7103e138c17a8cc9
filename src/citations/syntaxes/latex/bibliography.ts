import type { BibliographyRules, PartRules } from '../../syntax';
import { bibliographyPaths, firstGroups, isBibliography, pathsIn } from '../shared/fileNames';

const FILES =
  /\\(?:bibliography|addbibresource|addglobalbib)(?:\[[^\]\n]{0,200}\])?\{[ \t]{0,8}(?:\\subfix\{)?([^{}\n]{1,1000})\}/g;
const NOT_CITED = /\\nocite\s{0,8}\{([^{}]{1,10000})\}/g;
const COMMENT = /(?<!\\)%[^\n]*/g;
const TAKEN = /\\(?:input|include|subfile|subfileinclude)[ \t]{0,8}\{([^{}\n]{1,300})\}/g;
/** Of the package `import`: a folder and a file. */
const IMPORTED = /\\(?:sub)?(?:import|inputfrom|includefrom)\*?\{([^{}\n]{0,300})\}\{([^{}\n]{1,300})\}/g;
const SUBFILE = /\\documentclass\[([^\]\n]{1,300})\]\{subfiles\}/;
/** The magic comment of TeXShop and others; they look for it in the first lines. */
const ROOT = /^%[ \t]{0,8}![ \t]{0,8}T[eE]X[ \t]{1,8}root[ \t]{0,8}=[ \t]{0,8}(\S[^\r\n]{0,300})/m;
const HEAD = 2000;

/** The bibliographies of LaTeX. `\\bibliography` leaves `.bib` away; it is added. */
export const latexBibliography: BibliographyRules = {
  isNamed: (text) => /\\(bibliography|addbibresource|addglobalbib)\b|\\begin\{thebibliography\}/.test(text),
  paths: (text) =>
    bibliographyPaths(
      firstGroups(text.replace(COMMENT, ''), FILES)
        .flatMap(pathsIn)
        .map((path) => withExtension(path, isBibliography, '.bib')),
    ),
  listsAll: (text) =>
    text.includes('\\nocite') &&
    firstGroups(text.replace(COMMENT, ''), NOT_CITED).some((keys) => /(^|,)\s*\*\s*(,|$)/.test(keys)),
};

/** How LaTeX documents are put together, also by the packages `import` and `subfiles` (their manuals). */
export const latexParts: PartRules = {
  taken(text) {
    const plain = text.replace(COMMENT, '');
    const imported = [...plain.matchAll(IMPORTED)].map(([, folder, file]) => `${folder}/${file}`);
    return [...firstGroups(plain, TAKEN), ...imported].map((path) => withExtension(path.trim(), isTex, '.tex'));
  },
  whole(text) {
    const root = ROOT.exec(text.slice(0, HEAD));
    const path = (root?.[1] ?? SUBFILE.exec(text.slice(0, HEAD))?.[1])?.trim();
    return path === undefined ? undefined : withExtension(path, isTex, '.tex');
  },
};

function withExtension(path: string, has: (path: string) => boolean, extension: string): string {
  return has(path) ? path : path + extension;
}

function isTex(path: string): boolean {
  return /\.(tex|ltx|sty|cls|tikz|pgf)$/i.test(path);
}
