import type { FormatId } from '../formats/reader';
import { bibEditor } from './bibEditor';
import { jsonEditor } from './jsonEditor';
import { risEditor } from './risEditor';
import type { SourceEditor } from './sourceChange';
import { textListEditor } from './textListEditor';
import { yamlEditor } from './yamlEditor';

/** By format, how it is changed; undefined for what only programs write. A new format is added here, and nowhere else. */
export const SOURCE_EDITORS: Readonly<Record<FormatId, SourceEditor | undefined>> = {
  bibtex: bibEditor,
  'csl-json': jsonEditor,
  'csl-yaml': yamlEditor,
  ris: risEditor,
  'text-list': textListEditor,
  nbib: undefined,
  endnote: undefined,
  'web-of-science': undefined,
  'daily-papers': undefined,
  zotero: undefined,
  papis: undefined,
};
