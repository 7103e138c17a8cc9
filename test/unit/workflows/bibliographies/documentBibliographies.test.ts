import assert from 'node:assert/strict';
import { knownSyntax } from '../../../../src/citations/syntaxes';
import { DocumentBibliographies } from '../../../../src/workflows/bibliographies/documentBibliographies';
import { relativePath } from '../../../../src/workspace/uri';
import { MemoryWorkspace, ROOT } from '../../support/memoryWorkspace';

const LISTS = /\.(bib|json)$/;

/** Asks for the bibliography of a document in a workspace whose paper lists are its .bib and .json files. */
async function bibliographyOf(path: string, files: Readonly<Record<string, string>>, more: readonly string[] = []) {
  const workspace = new MemoryWorkspace(files);
  const sources = [...Object.keys(files).filter((name) => LISTS.test(name)), ...more].map((name) =>
    workspace.uri(name),
  );
  const bibliographies = new DocumentBibliographies(workspace, () => sources);
  const uri = workspace.uri(path);
  const text = files[path] ?? '';
  const syntax = knownSyntax('', path, () => text)!;
  const found = await bibliographies.of({ uri, text, syntax });
  return found && { ...found, sources: found.sources.map((source) => relativePath(ROOT, source) ?? source) };
}

describe('The bibliography of a document', () => {
  const has = (what: string, path: string, files: Readonly<Record<string, string>>, ...expected: string[]) =>
    it(what, async () => {
      const found = await bibliographyOf(path, files);
      assert.deepEqual(found?.sources, expected);
      assert.deepEqual(found.notFound, []);
    });
  const BIB = { 'refs.bib': '', 'sub/refs.bib': '', 'other.bib': '' };
  const NAMING = '---\nbibliography: refs.bib\n---\n';

  has('is what its front matter names, from its folder', 'sub/a.md', { ...BIB, 'sub/a.md': NAMING }, 'sub/refs.bib');
  has('is found in a folder above, where the tool may be run', 'x/a.md', { ...BIB, 'x/a.md': NAMING }, 'refs.bib');
  has(
    'is that of its Quarto project, too',
    'sub/a.qmd',
    { ...BIB, 'sub/a.qmd': '', '_quarto.yml': 'project:\n  type: book\nbibliography:\n  - other.bib # mine\n' },
    'other.bib',
  );
  has(
    'is that of the folder before that of the project',
    'sub/a.qmd',
    { ...BIB, '_quarto.yml': 'bibliography: other.bib', 'sub/_metadata.yml': 'bibliography: refs.bib' },
    'sub/refs.bib',
    'other.bib',
  );
  has(
    'is what myst.yml names',
    'sub/a.md',
    { ...BIB, 'myst.yml': 'version: 1\nproject:\n  bibliography:\n    - refs.bib\n    - other.bib\n' },
    'refs.bib',
    'other.bib',
  );
  has(
    'is every .bib file of a MyST project that names none',
    'sub/a.md',
    { ...BIB, 'sub/myst.yml': '' },
    'sub/refs.bib',
  );
  has(
    'is what bookdown reads from the first chapter',
    '02.Rmd',
    { ...BIB, '_bookdown.yml': 'book_filename: b', 'index.Rmd': '---\nbibliography: [refs.bib, other.bib]\n---\n' },
    'refs.bib',
    'other.bib',
  );
  has(
    'is what Sphinx is told in conf.py',
    'docs/deep/a.rst',
    {
      'docs/refs.bib': '',
      'docs/x.bib': '',
      'docs/conf.py': 'bibtex_bibfiles = [\n  "refs.bib",  # one\n  "x.bib",\n]',
    },
    'docs/refs.bib',
    'docs/x.bib',
  );
  has(
    'is where Jekyll-Scholar looks',
    '_posts/a.md',
    { '_bibliography/references.bib': '', '_config.yml': 'scholar:\n  style: apa\n', '_posts/a.md': '{% cite a %}' },
    '_bibliography/references.bib',
  );
  const LATEX = {
    ...BIB,
    'main.tex': '\\input{preamble}\\include{ch/one}',
    'preamble.tex': '\\addbibresource{refs.bib}',
    'ch/one.tex': '\\input{ch/deep}',
    'ch/deep.tex': '',
    'lonely.tex': '',
  };
  has('is that of the main LaTeX file for a part of a part', 'ch/deep.tex', LATEX, 'refs.bib');
  has('is that of the main LaTeX file, named in a part', 'main.tex', LATEX, 'refs.bib');
  has(
    'is that of the file in a magic comment',
    'ch/x.tex',
    { ...BIB, 'main.tex': '\\bibliography{other}', 'ch/x.tex': '% !TEX root = ../main' },
    'other.bib',
  );
  has(
    'is what Typst includes it with, from the root of the project',
    'sub/a.typ',
    { ...BIB, 'main.typ': '#include "sub/a.typ"\n#bibliography("/other.bib")', 'sub/a.typ': '' },
    'other.bib',
  );
  has('is what Org says', 'a.org', { ...BIB, 'a.org': '#+bibliography: refs.bib\n' }, 'refs.bib');

  has(
    'is what defaults of Pandoc beside it name',
    'sub/a.md',
    { ...BIB, 'sub/defaults.yaml': 'from: markdown\nbibliography: ${.}/refs.bib # mine\n', 'sub/a.md': '' },
    'sub/refs.bib',
  );
  has(
    'is what defaults of Pandoc say of their documents',
    'sub/a.md',
    {
      ...BIB,
      'pandoc.yml': 'input-files:\n- sub/a.md\n- b.md\nmetadata:\n  bibliography: [other.bib]\n',
      'sub/a.md': '',
    },
    'other.bib',
  );
  const LOCALS = '((org-mode . (; (org-cite-global-bibliography . ("old.bib"))\n(org-cite-global-bibliography . (';
  has(
    'is what Emacs has for all Org documents of the folder',
    'sub/a.org',
    { ...BIB, '.dir-locals.el': `${LOCALS}"other.bib" "refs.bib"))\n(x . "x.bib"))))`, 'sub/a.org': '' },
    'other.bib',
    'refs.bib',
  );

  it('is not what files say of other documents', async () => {
    const files = {
      ...BIB,
      'defaults.yaml': 'bibliography: refs.bib\n',
      'b/defaults.yaml': 'bibliography: refs.bib\ninput-files: [other.md]\n',
      '.dir-locals.el': '((nil . ((org-cite-global-bibliography "refs.bib"))))',
    };
    assert.equal(await bibliographyOf('sub/a.md', files), undefined);
    assert.equal(await bibliographyOf('b/a.md', files), undefined);
    assert.equal(await bibliographyOf('a.rst', files), undefined);
    const org = { 'docs/a.org': '', 'docs/conf.py': "bibtex_bibfiles = ['refs.bib']" };
    assert.equal(await bibliographyOf('docs/a.org', org), undefined);
  });

  it('is not known where nothing names one', async () => {
    assert.equal(await bibliographyOf('lonely.tex', LATEX), undefined);
    assert.equal(
      await bibliographyOf('README.md', { 'README.md': '', '_quarto.yml': 'bibliography: refs.bib' }),
      undefined,
    );
  });

  it('is not found where no paper list is meant', async () => {
    const found = await bibliographyOf('a.md', {
      'a.md': '---\nbibliography: [gone.bib, "https://x.org/b.bib"]\n---\n',
    });
    assert.deepEqual(found?.sources, []);
    assert.deepEqual(
      found.notFound.map(({ path }) => path),
      ['gone.bib', 'https://x.org/b.bib'],
    );
  });

  it('can lie elsewhere; the path is only compared', async () => {
    const home = 'file:///home/me/Zotero/my%20refs.bib';
    const of = async (path: string) =>
      (await bibliographyOf('a.md', { 'a.md': `---\nbibliography: ["${path}"]\n---\n` }, [home]))?.sources;
    assert.deepEqual(await of('~/Zotero/my refs.bib'), [home]);
    assert.deepEqual(await of('/home/me/Zotero/my refs.bib'), [home]);
    assert.deepEqual(await of('/Zotero/my refs.bib'), []);
    assert.deepEqual(await of('//host/Zotero/my refs.bib'), []);
  });

  it('is listed as a whole where any file of the document says so', async () => {
    const files = { ...LATEX, 'ch/deep.tex': '\\nocite{*}' };
    assert.equal((await bibliographyOf('main.tex', files))?.listsAll, true);
    assert.equal((await bibliographyOf('main.tex', LATEX))?.listsAll, false);
  });

  it('comes to an end where files take in one another', async () => {
    const found = await bibliographyOf('a.tex', {
      'a.tex': '\\input{b}',
      'b.tex': '\\input{a}\\input{b}\\bibliography{r}',
      'r.bib': '',
    });
    assert.deepEqual(found?.sources, ['r.bib']);
    assert.deepEqual(found.files.length, 2);
  });
});
