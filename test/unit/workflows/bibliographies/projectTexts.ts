import assert from 'node:assert/strict';
import { knownSyntax } from '../../../../src/citations/syntaxes';
import { DocumentBibliographies } from '../../../../src/workflows/bibliographies/documentBibliographies';
import { relativePath } from '../../../../src/workspace/uri';
import { MemoryWorkspace, ROOT } from '../../support/memoryWorkspace';

export type Texts = Readonly<Record<string, string>>;

/** Paper lists that lie in a project. */
export const BIB: Texts = { 'refs.bib': '', 'more.bib': '', 'sub/refs.bib': '', 'my refs.bib': '' };

/** What the bibliography of a document is, in a workspace whose .bib files are its paper lists. */
export async function bibliographyOf(
  path: string,
  files: Texts,
  prepare: (workspace: MemoryWorkspace) => void = () => {},
) {
  const workspace = new MemoryWorkspace(files);
  prepare(workspace);
  const sources = Object.keys(files)
    .filter((name) => name.endsWith('.bib'))
    .map((name) => workspace.uri(name));
  const bibliographies = new DocumentBibliographies(workspace, () => sources);
  const text = files[path] ?? '';
  const found = await bibliographies.of({ uri: workspace.uri(path), text, syntax: knownSyntax('', path, () => text)! });
  const short = (uri: string) => relativePath(ROOT, uri) ?? uri;
  return found && { ...found, sources: found.sources.map(short), files: found.files.map(short) };
}

/** Tests that a document of a project has these paper lists for its bibliography. */
export function has(what: string, path: string, files: Texts, ...expected: string[]): void {
  it(what, async () => {
    const found = await bibliographyOf(path, files);
    assert.deepEqual([found?.sources, found?.notFound], [expected, []]);
  });
}

/** Tests that it has none. */
export function hasNone(what: string, path: string, files: Texts): void {
  it(what, async () => assert.equal(await bibliographyOf(path, files), undefined));
}
