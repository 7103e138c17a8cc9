import type { BibliographyRules } from '../../syntax';
import { bibliographyPaths, firstGroups } from '../shared/fileNames';
import { metadataText } from './shownMetadata';
import { nociteFields } from './nocite';

const FILES = /^bibliography:[ \t]{0,8}(.{1,1000}|(?:\r?\n[ \t]{0,8}- .{1,300}){1,50})$/gm;

/** The bibliographies that a document's front matter names, or holds (Pandoc manual, "Specifying bibliographic data"). */
export const markdownBibliography: BibliographyRules = {
  isNamed: (text) => /^(bibliography|references):/m.test(metadataText(text)),
  paths: (text) => bibliographyPaths(firstGroups(metadataText(text), FILES).map(withoutComments)),
  listsAll: (text) => nociteFields(text).some(({ start, end }) => /(?<![\p{L}\p{N}])@\*/u.test(text.slice(start, end))),
};

function withoutComments(list: string): string {
  return list.replace(/[ \t]#[^\n]*/g, '');
}
