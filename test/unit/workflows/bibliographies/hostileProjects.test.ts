import assert from 'node:assert/strict';
import { knownSyntax } from '../../../../src/citations/syntaxes';
import { DocumentBibliographies } from '../../../../src/workflows/bibliographies/documentBibliographies';
import { relativePath } from '../../../../src/workspace/uri';
import { MemoryWorkspace, ROOT } from '../../support/memoryWorkspace';

type Texts = Readonly<Record<string, string>>;

/** What the bibliography of a document is, in a workspace whose .bib files are its paper lists. */
async function of(path: string, files: Texts, prepare: (workspace: MemoryWorkspace) => void = () => {}) {
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

describe('The bibliography of a document in an odd project', () => {
  const has = (what: string, path: string, files: Texts, ...expected: string[]) =>
    it(what, async () => {
      const found = await of(path, files);
      assert.deepEqual([found?.sources, found?.notFound], [expected, []]);
    });
  const hasNone = (what: string, path: string, files: Texts) =>
    it(what, async () => assert.equal(await of(path, files), undefined));
  const BIB = { 'refs.bib': '', 'more.bib': '', 'sub/refs.bib': '', 'my refs.bib': '' };
  const part = (main: string, taken: string, more: Texts = {}) => ({
    ...BIB,
    'main.tex': `\\documentclass{book}\n${main}\n\\addbibresource{refs.bib}`,
    [taken]: '\\cite{a}',
    ...more,
  });

  describe('of LaTeX', () => {
    has(
      'lists over several lines, with comments',
      'a.tex',
      { ...BIB, 'a.tex': '\\bibliography{%\n  refs,% one\n  more\n}' },
      'refs.bib',
      'more.bib',
    );
    has('TeX’s own way to take in a file', 'ch/one.tex', part('\\input ch/one\n', 'ch/one.tex'), 'refs.bib');
    has('TeX’s own way with an extension', 'ch/one.tex', part('\\input ch/one.tex\\relax', 'ch/one.tex'), 'refs.bib');
    has('quotes around a name with blanks', 'my ch/one.tex', part('\\input{"my ch/one"}', 'my ch/one.tex'), 'refs.bib');
    has('separators as Windows has them', 'ch/one.tex', part('\\input{ch\\one}', 'ch/one.tex'), 'refs.bib');
    has(
      'separators as Windows has them in magic comments',
      'ch/one.tex',
      { ...part('', 'x.tex'), 'ch/one.tex': '% !TeX root = ..\\main.tex\r\n\\cite{a}' },
      'refs.bib',
    );
    has(
      'a magic comment of TeXworks behind others',
      'ch/one.tex',
      { ...part('', 'x.tex'), 'ch/one.tex': '% !TeX encoding = UTF-8\n%!TEX  root=../main.tex\n\\cite{a}' },
      'refs.bib',
    );
    has('`subfix` around a taken file', 'ch/one.tex', part('\\input{\\subfix{ch/one}}', 'ch/one.tex'), 'refs.bib');
    has(
      'a subfile of a subfile',
      'ch/sec/deep.tex',
      part('\\subfile{ch/one}', 'x.tex', {
        'ch/one.tex': '\\documentclass[../main]{subfiles}\\subfile{sec/deep}',
        'ch/sec/deep.tex': '\\documentclass[../one.tex]{subfiles}',
      }),
      'refs.bib',
    );
    has(
      'imports from their folders',
      'ch/sec/deep.tex',
      part('\\import{ch/}{one}', 'x.tex', { 'ch/one.tex': '\\subimport{sec/}{deep}', 'ch/sec/deep.tex': '' }),
      'refs.bib',
    );
    has(
      'files that are taken in where they are there',
      'ch/one.tex',
      part('\\InputIfFileExists{ch/one.tex}{}{}', 'ch/one.tex'),
      'refs.bib',
    );
    has(
      'standalone pictures',
      'pic/one.tex',
      part('\\includestandalone[mode=tex]{pic/one}', 'pic/one.tex'),
      'refs.bib',
    );
    has(
      'bibliographies of sections',
      'a.tex',
      { ...BIB, 'a.tex': '\\begin{refsection}[refs.bib]\\end{refsection}\\newrefsection[more.bib]' },
      'refs.bib',
      'more.bib',
    );
    has(
      'those of multibib',
      'a.tex',
      {
        ...BIB,
        'a.tex': '\\newcites{own}{Own}\\bibliography{refs}\\bibliographystyleown{plain}\\bibliographyown{more}',
      },
      'refs.bib',
      'more.bib',
    );
    has(
      'those of bibunits',
      'a.tex',
      { ...BIB, 'a.tex': '\\defaultbibliography{refs}\\putbib[more]' },
      'refs.bib',
      'more.bib',
    );
    has('names with dots', 'a.tex', { 'v1.2.bib': '', 'a.tex': '\\bibliography{v1.2}' }, 'v1.2.bib');
    has('names with blanks', 'a.tex', { ...BIB, 'a.tex': '\\addbibresource{my refs.bib}' }, 'my refs.bib');
    has('names with quotes', 'a.tex', { ...BIB, 'a.tex': '\\bibliography{"my refs"}' }, 'my refs.bib');
    has(
      'options over several lines',
      'a.tex',
      { ...BIB, 'a.tex': '\\addbibresource[\n  label=a,\n  datatype=bibtex\n]{refs.bib}' },
      'refs.bib',
    );
    has(
      'space between',
      'a.tex',
      { ...BIB, 'a.tex': '\\addbibresource {refs.bib}\\bibliography {more}' },
      'refs.bib',
      'more.bib',
    );
    hasNone('what is commented out, defined or shown', 'a.tex', {
      ...BIB,
      'a.tex':
        '%\\bibliography{refs}\n\\verb|\\bibliography{refs}|\\iffalse\\bibliography{more}\\fi\\bibliographystyle{plain}',
    });
    has(
      'a folder above that is taken from',
      'paper/ch/one.tex',
      {
        ...BIB,
        'paper/main.tex': '\\input{../shared/pre}\\input{ch/one}',
        'shared/pre.tex': '\\addbibresource{../refs.bib}',
        'paper/ch/one.tex': '',
      },
      'refs.bib',
    );
  });

  describe('of Quarto, R Markdown and MyST', () => {
    const front = (yaml: string) => `---\n${yaml}\n---\n`;
    has(
      'a list in brackets over several lines',
      'a.qmd',
      { ...BIB, 'a.qmd': front('bibliography: [\n  refs.bib, # one\n  more.bib\n]') },
      'refs.bib',
      'more.bib',
    );
    has(
      'a list with comments between',
      'a.qmd',
      { ...BIB, 'a.qmd': front('bibliography:\n  # mine\n  - refs.bib\n\n  - more.bib') },
      'refs.bib',
      'more.bib',
    );
    has(
      'line breaks of Windows',
      'a.qmd',
      { ...BIB, 'a.qmd': front('bibliography:\r\n  - refs.bib\r\n  - "my refs.bib"\r') },
      'refs.bib',
      'my refs.bib',
    );
    has(
      'separators as Windows has them',
      'a.qmd',
      { ...BIB, 'a.qmd': front('bibliography: sub\\refs.bib') },
      'sub/refs.bib',
    );
    has(
      'the root of the project',
      'sub/a.qmd',
      { ...BIB, '_quarto.yml': 'project:\n  type: book', 'sub/a.qmd': front('bibliography: /refs.bib') },
      'refs.bib',
    );
    has('a quoted name of a field', 'a.md', { ...BIB, 'a.md': front('"bibliography": refs.bib') }, 'refs.bib');
    has(
      'a block of metadata that is not the first thing',
      'a.md',
      { ...BIB, 'a.md': 'Text.\n\n' + front('bibliography: refs.bib') },
      'refs.bib',
    );
    has(
      'a book with parts',
      'ch/one.qmd',
      {
        ...BIB,
        '_quarto.yml':
          'book:\n  chapters:\n    - index.qmd\n    - part: P\n      chapters:\n        - ch/one.qmd\nbibliography: refs.bib\n',
        'ch/one.qmd': '@a',
      },
      'refs.bib',
    );
    has(
      'a list of Quarto in a format',
      'a.qmd',
      { ...BIB, '_quarto.yml': 'format:\n  html:\n    bibliography:\n    - refs.bib\n', 'a.qmd': '' },
      'refs.bib',
    );
    hasNone('what is commented out', 'a.qmd', {
      ...BIB,
      '_quarto.yml': '# bibliography: refs.bib\n',
      'a.qmd': front('# bibliography: refs.bib'),
    });
  });

  describe('of Typst', () => {
    has(
      'templates from folders beside',
      'docs/a.typ',
      {
        ...BIB,
        'docs/a.typ': '#import "../lib/t.typ": *\n#show: t',
        'lib/t.typ': '#let t(b) = { b; bibliography("/refs.bib") }',
      },
      'refs.bib',
    );
    has(
      'lists',
      'a.typ',
      { ...BIB, 'a.typ': '#bibliography(("refs.bib", // one\n  "more.bib"), style: "ieee")' },
      'refs.bib',
      'more.bib',
    );
    has(
      'a template that is given the bibliography',
      'a.typ',
      { ...BIB, 'a.typ': '#show: ieee.with(\n  title: [A (b],\n  bibliography: bibliography("refs.bib"),\n)' },
      'refs.bib',
    );
    has(
      'chapters of chapters',
      'ch/sec/a.typ',
      {
        ...BIB,
        'main.typ': '#include "ch/one.typ"\n#bibliography("refs.bib")',
        'ch/one.typ': '#{ include "sec/a.typ" }',
        'ch/sec/a.typ': '@a',
      },
      'refs.bib',
    );
    has(
      'the root before a file beside of that name',
      'sub/a.typ',
      { ...BIB, 'main.typ': '#include "sub/a.typ"\n#bibliography("/refs.bib")', 'sub/a.typ': '' },
      'refs.bib',
    );
    hasNone('comments, text and strings', 'a.typ', {
      ...BIB,
      'a.typ': '// #bibliography("refs.bib")\n/* #bibliography("refs.bib") */ `#bibliography("refs.bib")`',
    });
  });

  describe('of Sphinx, Org and AsciiDoc', () => {
    const sphinx = (conf: string) => ({ ...BIB, 'conf.py': conf, 'sub/a.rst': '' });
    has('a tuple', 'sub/a.rst', sphinx("bibtex_bibfiles = ('refs.bib', 'more.bib')\n"), 'refs.bib', 'more.bib');
    has(
      'a tuple over lines',
      'sub/a.rst',
      sphinx("bibtex_bibfiles = (\n  'refs.bib',\n  r'sub\\refs.bib',\n)\n"),
      'refs.bib',
      'sub/refs.bib',
    );
    has('a stated type', 'sub/a.rst', sphinx('bibtex_bibfiles: list[str] = [\n  "refs.bib",\n]\n'), 'refs.bib');
    has(
      'doubled separators of Windows',
      'sub/a.rst',
      sphinx("bibtex_bibfiles = ['sub\\\\refs.bib']\n"),
      'sub/refs.bib',
    );
    has(
      'lists that are added to',
      'sub/a.rst',
      sphinx("bibtex_bibfiles = ['refs.bib']\nbibtex_bibfiles += ['more.bib']\n"),
      'refs.bib',
      'more.bib',
    );
    hasNone('what is commented out', 'sub/a.rst', sphinx("# bibtex_bibfiles = ['refs.bib']\n"));
    has(
      'what a file is set up by',
      'sub/a.org',
      { ...BIB, 'sub/a.org': '#+SETUPFILE: ../setup.org\n[cite:@a]', 'setup.org': '#+bibliography: refs.bib\n' },
      'refs.bib',
    );
    has(
      'files with options',
      'ch/a.org',
      {
        ...BIB,
        'main.org': '#+include: "ch/a.org::*One" :only-contents t :lines "1-3.org"\n#+bibliography: "my refs.bib"',
        'ch/a.org': '',
      },
      'my refs.bib',
    );
    has(
      'files without quotes',
      'ch/a.org',
      { ...BIB, 'main.org': '  #+INCLUDE: ./ch/a.org :minlevel 2\n#+bibliography: refs.bib', 'ch/a.org': '' },
      'refs.bib',
    );
    has(
      'files of AsciiDoc',
      'ch/a.adoc',
      { ...BIB, 'main.adoc': ':bibtex-file: refs.bib\n\ninclude::ch/a.adoc[leveloffset=+1]', 'ch/a.adoc': '' },
      'refs.bib',
    );
    has(
      'folders of AsciiDoc in attributes',
      'ch/a.adoc',
      { ...BIB, 'main.adoc': ':bibtex-file: refs.bib\n:chapters: ch\n\ninclude::{chapters}/a.adoc[]', 'ch/a.adoc': '' },
      'refs.bib',
    );
  });

  it('starts from the root of a Typst document also for a file of it below, and from that of a Quarto project', async () => {
    const files = {
      ...BIB,
      'paper/refs.bib': '',
      'paper/ch/refs.bib': '',
      'paper/main.typ': '#include "ch/a.typ"',
      'paper/ch/a.typ': '#bibliography("/refs.bib")',
    };
    assert.deepEqual((await of('paper/ch/a.typ', files))?.sources, ['paper/refs.bib']);
    const quarto = {
      'refs.bib': '',
      'site/refs.bib': '',
      'site/sub/refs.bib': '',
      '_quarto.yml': '',
      'site/_quarto.yaml': 'project: {type: website}',
      'site/sub/a.qmd': '---\nbibliography: /refs.bib\n---\n',
    };
    assert.deepEqual((await of('site/sub/a.qmd', quarto))?.sources, ['site/refs.bib']);
  });

  it('is not known where only TeX knows it', async () => {
    const text = '\\addbibresource{\\jobname.bib}\\newcommand{\\b}[1]{\\bibliography{#1}}\\bibliography{\\bib}';
    assert.equal(await of('a.tex', { ...BIB, 'a.tex': text }), undefined);
  });

  it('is found whatever the case of names where that does not matter, and however accents are made', async () => {
    const found = async (main: string, path: string, list: string) =>
      (
        await of(
          path,
          { [list]: '', 'main.tex': main, [path]: '' },
          (workspace) => (workspace.isCaseInsensitive = true),
        )
      )?.sources;
    assert.deepEqual(await found('\\input{Ch/One}\\bibliography{Refs}', 'ch/one.tex', 'refs.bib'), ['refs.bib']);
    const [composed, apart] = ['\u00e9tude', 'e\u0301tude'];
    assert.deepEqual(await found(`\\input{${composed}}\\bibliography{r${composed}}`, `${apart}.tex`, `r${apart}.bib`), [
      `r${apart}.bib`,
    ]);
  });
});
