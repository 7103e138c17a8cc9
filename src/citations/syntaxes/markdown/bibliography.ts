import type { BibliographyRules } from '../../syntax';
import { fieldValues } from '../shared/fieldValues';
import { bibliographyPaths } from '../shared/fileNames';
import { metadataText } from './shownMetadata';
import { nociteFields } from './nocite';

const NAMES = /^["']?(?:bibliography|references)["']?:/m;
const FILES = /^["']?bibliography["']?:[ \t]{0,8}(.{0,1000})$/gm;

/** The bibliographies that a document's front matter names, or holds (Pandoc manual, "Specifying bibliographic data"). */
export const markdownBibliography: BibliographyRules = {
  isNamed: (text) => NAMES.test(metadataText(text)),
  paths: (text) => bibliographyPaths(fieldValues(FILES, metadataText(text))),
  listsAll: (text) => nociteFields(text).some(({ start, end }) => /(?<![\p{L}\p{N}])@\*/u.test(text.slice(start, end))),
};
