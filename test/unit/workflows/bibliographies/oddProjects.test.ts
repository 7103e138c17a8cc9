import assert from 'node:assert/strict';
import { BIB, bibliographyOf, has, hasNone } from './projectTexts';

describe('The bibliography of a document in an odd project', () => {
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
    assert.deepEqual((await bibliographyOf('paper/ch/a.typ', files))?.sources, ['paper/refs.bib']);
    const quarto = {
      'refs.bib': '',
      'site/refs.bib': '',
      'site/sub/refs.bib': '',
      '_quarto.yml': '',
      'site/_quarto.yaml': 'project: {type: website}',
      'site/sub/a.qmd': '---\nbibliography: /refs.bib\n---\n',
    };
    assert.deepEqual((await bibliographyOf('site/sub/a.qmd', quarto))?.sources, ['site/refs.bib']);
  });
});
