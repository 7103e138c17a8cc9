import type { CslItem } from '../model/csl';
import { parseFiles } from '../bibtex/bibFiles';
import { pathOfLink, type PaperFile } from '../model/paperFile';

/** The files of a CSL item. CSL has no field for them; programs write `file` as BibTeX has it, or `attachments` as Zotero does. */
export function cslFiles(item: CslItem): readonly PaperFile[] | undefined {
  const attached = Array.isArray(item.attachments) ? (item.attachments as unknown[]).map(attachedFile) : [];
  const named = typeof item.file === 'string' ? parseFiles(item.file) : [];
  const files = [...named, ...attached.filter((file) => file !== undefined)];
  return files.length > 0 ? files : undefined;
}

function attachedFile(value: unknown): PaperFile | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text = (...names: string[]) =>
    names
      .map((name) => (value as Record<string, unknown>)[name])
      .find((each) => typeof each === 'string' && each !== '') as string | undefined;
  const path = text('path', 'localPath', 'url', 'uri');
  const title = text('title');
  const type = text('contentType', 'mimeType');
  return path === undefined ? undefined : { path: pathOfLink(path), ...(title && { title }), ...(type && { type }) };
}
