import assert from 'node:assert/strict';
import { LineIndex } from '../../../../src/base/lineIndex';
import { knownSyntax } from '../../../../src/citations/syntaxes';
import { READERS } from '../../../../src/library/formats/readers';
import { changeSource } from '../../../../src/library/writing/changeSource';
import { OUR_NAMES } from '../../../../src/notes/fieldNames';
import { countOfCitations } from '../../../../src/workflows/rename/documentEdits';
import {
  planRename,
  type RenamedSource,
  type RenameFiles,
  type WantedRename,
} from '../../../../src/workflows/rename/renamePlan';
import { fileNameOf, joinPath, relativePath } from '../../../../src/workspace/uri';
import { carryOut, type MemoryFiles, textOf } from '../../base/memoryFiles';

/** Texts of files by their paths. */
export type Texts = Readonly<Record<string, string>>;

export function filesOf(texts: Texts): MemoryFiles {
  return new Map(Object.entries(texts).map(([path, text]) => [joinPath('file:///ws', path), Buffer.from(text)]));
}

const syntaxOf = (uri: string, text: string) => knownSyntax('', fileNameOf(uri), () => text);

/** What the shell would gather of these files to rename a key in all of them. */
export function gathered(files: MemoryFiles, old: string, template?: string): RenameFiles {
  const all = [...files].map(([uri, bytes]) => ({ uri, text: textOf(bytes) }));
  const sources = all.flatMap(({ uri, text }): RenamedSource[] => {
    if (uri.endsWith('.bib')) return [{ uri, text, format: 'bibtex' as const }];
    if (!uri.endsWith('.json')) return [];
    const { papers } = READERS.find(({ format }) => format === 'csl-json')!.read(text);
    const lines = new LineIndex(text);
    const own = papers.filter(({ statedKey }) => statedKey === old);
    const entries = own.map(({ range: { start } }) => lines.lineStart(start.line) + start.character);
    return [{ uri, text, format: 'csl-json' as const, entries }];
  });
  const documents = all.flatMap(({ uri, text }) => {
    const syntax = /\.(bib|json)$/.test(uri) ? undefined : syntaxOf(uri, text);
    return syntax ? [{ uri, text, syntax }] : [];
  });
  const notes = all
    .filter(({ text }) => new RegExp(`^---\\n\\w+: ["']?@?${old}["']?\\n`).test(text))
    .map((note) => ({ ...note, names: OUR_NAMES, template }));
  return {
    sources,
    documents,
    notes,
    countOfUnknown: (key) => Promise.resolve(citing(files, key)),
    isTaken: (key) => sources.some(({ text }) => text.includes(`{${key},`)),
    isLabel: (id, key) =>
      documents.some(({ text, syntax }) => syntax.id === id && (syntax.labels?.in(text) ?? []).includes(key)),
    changeSource: ({ format, text }, change) => Promise.resolve(changeSource(format, text, change)),
  };
}

export async function renamed(files: MemoryFiles, wanted: WantedRename, template?: string) {
  const plan = await planRename(wanted, gathered(files, wanted.old, template));
  assert.ok('edits' in plan, JSON.stringify(plan));
  return carryOut(plan, files);
}

export async function texts(before: Texts, wanted: WantedRename, template?: string): Promise<Texts> {
  const { files, undo } = await renamed(filesOf(before), wanted, template);
  assert.deepEqual(asTexts(carryOut(undo, files).files), asTexts(filesOf(before)));
  return Object.fromEntries([...files].map(([uri, bytes]) => [relativePath('file:///ws', uri)!, textOf(bytes)]));
}

export function asTexts(files: MemoryFiles): Record<string, string> {
  return Object.fromEntries([...files].map(([uri, bytes]) => [uri, textOf(bytes)]));
}

/** How often a key is cited in all documents. */
export function citing(files: MemoryFiles, key: string): number {
  const counts = gathered(files, key).documents.map(({ uri, text, syntax }) =>
    countOfCitations(text, syntax, fileNameOf(uri), key),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
